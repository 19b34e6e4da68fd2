import { CURRENCY_DIGITS } from "./currencies";

/** An amount in minor units (cents, pence) of an ISO 4217 currency. Never a float. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** Whether the text is the code of a currency: upper case, of the table in currencies.ts. */
export function isCurrency(value: unknown): value is string {
  return typeof value === "string" && CURRENCY_DIGITS.has(value);
}

/** The code of a currency as a person writes it, in upper case; null: there is no such currency. */
export function readCurrency(text: string): string | null {
  const code = text.trim().toUpperCase();
  return isCurrency(code) ? code : null;
}

/** Whether the value is money: a safe integer of minor units with a currency code. Text, NaN and fractions are not. */
export function isMoney(value: unknown): value is Money {
  if (typeof value !== "object" || value === null) return false;
  const { minor, currency } = value as Partial<Money>;
  return Number.isSafeInteger(minor) && isCurrency(currency);
}

/** How many minor digits the currency has: 2 for USD and HUF, 0 for JPY, 3 for KWD. The runtime's own data change. */
export function minorDigits(currency: string): number {
  return CURRENCY_DIGITS.get(currency) ?? UNKNOWN_DIGITS;
}

/** Of what is no currency nothing new is taken; what was stored before that was so, had two. */
const UNKNOWN_DIGITS = 2;

/** An amount of the currency as it may be written: "1250.50", of JPY "1250". */
export function amountExample(currency: string): string {
  return decimalText({ minor: Math.trunc(125_050 * 10 ** (minorDigits(currency) - 2)), currency });
}

/** Making a format costs a hundred times as much as using it. */
const FORMATS = new Map<string, Intl.NumberFormat>();

function currencyFormat(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const kept = FORMATS.get(key);
  if (kept) return kept;
  const digits = minorDigits(currency);
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const made = new Intl.NumberFormat(locale, { style: "currency", currency, ...fraction });
  if (CURRENCY_DIGITS.has(currency)) FORMATS.set(key, made);
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
  // As text: a number would lose the last digits of what is large.
  return currencyFormat(locale, money.currency).format(decimalText(money) as `${number}`);
}
