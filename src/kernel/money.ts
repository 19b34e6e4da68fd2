/** An amount in minor units (cents, pence) of an ISO 4217 currency. Never a float. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

const CURRENCY = /^[A-Z]{3}$/;

/** Whether the text has the form of an ISO 4217 code. */
export function isCurrency(value: unknown): value is string {
  return typeof value === "string" && CURRENCY.test(value);
}

/** Whether the value is money: a safe integer of minor units with a currency code. Text, NaN and fractions are not. */
export function isMoney(value: unknown): value is Money {
  if (typeof value !== "object" || value === null) return false;
  const { minor, currency } = value as Partial<Money>;
  return Number.isSafeInteger(minor) && isCurrency(currency);
}

/** How many minor digits the currency has: 2 for USD, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return currencyFormat("en", currency).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Making a format costs a hundred times as much as using it. Any three letters pass for a currency, so the store is bounded. */
const FORMATS = new Map<string, Intl.NumberFormat>();
const MOST_FORMATS = 200;

function currencyFormat(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const kept = FORMATS.get(key);
  if (kept) return kept;
  const made = new Intl.NumberFormat(locale, { style: "currency", currency });
  if (FORMATS.size >= MOST_FORMATS) FORMATS.clear();
  FORMATS.set(key, made);
  return made;
}

/**
 * Reads a decimal text such as "1250.50" into money, exactly.
 * Answers null where the text is no decimal number, has more digits than the currency, or is too large.
 */
export function parseMoney(text: string, currency: string): Money | null {
  if (!isCurrency(currency)) return null;
  const parts = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text.trim());
  if (!parts) return null;
  const digits = minorDigits(currency);
  const fraction = (parts[3] ?? "").replace(/0+$/, "");
  if (fraction.length > digits) return null;
  const minor = Number(`${parts[1]}${parts[2]}${fraction.padEnd(digits, "0")}`);
  return Number.isSafeInteger(minor) ? { minor: minor === 0 ? 0 : minor, currency } : null;
}

/** The amount as a plain decimal text, "1250.50": the inverse of parseMoney. */
export function decimalText(money: Money): string {
  const digits = minorDigits(money.currency);
  const sign = money.minor < 0 ? "-" : "";
  const text = String(Math.abs(money.minor)).padStart(digits + 1, "0");
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The amount as a person of that language reads it. */
export function formatMoney(money: Money, locale: string): string {
  return currencyFormat(locale, money.currency).format(Number(decimalText(money)));
}
