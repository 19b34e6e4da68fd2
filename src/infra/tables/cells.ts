import { isDay, readEnd, readStart } from "../../kernel/days";
import { parseMoney, readCurrency, type Money } from "../../kernel/money";

/** A value of a cell, or why it is none. */
export type Read<T, Problem extends string> = { readonly value: T } | { readonly problem: Problem };

/** Spaces that spreadsheets put between thousands: plain, no-break, narrow no-break, thin. */
const SPACES = /[ \u00a0\u202f\u2009]/g;
const PLAIN = /^\d+([.,]\d+)?$/;
/** The decimals' separator is never the one that groups thousands: 10,000,00 is a slip. */
const GROUPED = /^\d{1,3}(?:(?: \d{3})+(?:[.,]\d+)?|(?:,\d{3})+(?:\.\d+)?|(?:\.\d{3})+(?:,\d+)?)$/;

/**
 * Reads "10000", "10,000.00", "10 000,00" or "10.000,00", exactly. "10,000" and "10.000" could be ten thousand or ten
 * with three decimals, so they are refused.
 */
export function readAmount(text: string, currency: string): Read<Money, "AMOUNT_INVALID" | "AMOUNT_AMBIGUOUS"> {
  const written = text.trim().replace(SPACES, " ");
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(written)) return { problem: "AMOUNT_AMBIGUOUS" };
  if (!PLAIN.test(written) && !GROUPED.test(written)) return { problem: "AMOUNT_INVALID" };
  const money = parseMoney(decimal(written), currency);
  return money ? { value: money } : { problem: "AMOUNT_INVALID" };
}

function decimal(written: string): string {
  const separators = written.replace(/\d/g, "");
  const last = separators.at(-1);
  // The last separator starts the decimals, unless it groups thousands: a space, or one that stands there before.
  const grouping = last === undefined || last === " " || separators.indexOf(last) < separators.length - 1;
  const digits = (part: string) => part.replace(/\D/g, "");
  if (grouping) return digits(written);
  const at = written.lastIndexOf(last);
  return `${digits(written.slice(0, at))}.${written.slice(at + 1)}`;
}

/** Currencies that the symbol stands for, where nothing else says which. */
const OWN_SYMBOLS: ReadonlyMap<string, string> = new Map([["€", "EUR"]]);

export type MoneyProblem = "AMOUNT_INVALID" | "AMOUNT_AMBIGUOUS" | "CURRENCY_MISSING" | "CURRENCY_CONTRADICTED";

/**
 * Reads an amount that may carry its currency, "$10,000.00" or "10 000,00 EUR", beside a currency that is told elsewhere.
 * @param home currency that a symbol such as $ is taken for, if it is its own
 */
export function readMoney(text: string, told: string | null, home: string): Read<Money, MoneyProblem> {
  const written = text.trim().replace(SPACES, " ");
  const [, before = "", amount = "", after = ""] = /^([^\d.,-]*)(.*?)([^\d.,]*)$/.exec(written) ?? [];
  const mark = `${before}${after}`.trim();
  if (amount === "" || !/^[\p{L}\p{Sc} ]*$/u.test(mark)) return { problem: "AMOUNT_INVALID" };
  const currency = mark === "" ? told : markedCurrency(mark, told, home);
  if (currency === null)
    return { problem: mark === "" || told === null ? "CURRENCY_MISSING" : "CURRENCY_CONTRADICTED" };
  if (told !== null && told !== currency) return { problem: "CURRENCY_CONTRADICTED" };
  return readAmount(amount, currency);
}

function markedCurrency(mark: string, told: string | null, home: string): string | null {
  const code = readCurrency(mark);
  if (code !== null) return code;
  const candidate = [told ?? home].find((currency) => symbolsOf(currency).includes(mark));
  return candidate ?? OWN_SYMBOLS.get(mark) ?? null;
}

function symbolsOf(currency: string): string[] {
  return (["narrowSymbol", "symbol"] as const).flatMap((currencyDisplay) =>
    ["en-US", "en-GB", "fr"].map((locale) => {
      const format = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay });
      return format.formatToParts(0).find(({ type }) => type === "currency")?.value ?? "";
    }),
  );
}

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * Reads a day, 2027-06-30, 30/06/2027 or 06/30/2027, or a whole instant. Days are those of the zone: "start" answers the
 * first instant of the day, "end" the first after it. 03/04/2027 is the 3rd of April or the 4th of March: it is refused.
 */
export function readDate(
  text: string,
  bound: "start" | "end",
  zone: string,
): Read<string, "DATE_INVALID" | "DATE_AMBIGUOUS"> {
  const day = readDay(text);
  if ("problem" in day && day.problem === "DATE_AMBIGUOUS") return day;
  const given = "value" in day ? day.value : text;
  const instant = bound === "start" ? readStart(given, zone) : readEnd(given, zone);
  return instant !== null && instant >= "1900" ? { value: instant } : { problem: "DATE_INVALID" };
}

/** Reads a day as people write it, 2027-06-30, 30/06/2027 or 06/30/2027, to 2027-06-30. */
export function readDay(text: string): Read<string, "DATE_INVALID" | "DATE_AMBIGUOUS"> {
  const written = text.trim();
  const [, first = "", second = "", year = ""] = SLASHED.exec(written) ?? [];
  if (year === "") return isDay(written) ? { value: written } : { problem: "DATE_INVALID" };
  if (Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second))
    return { problem: "DATE_AMBIGUOUS" };
  const [day, month] = Number(second) > 12 ? [second, first] : [first, second];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? { value: iso } : { problem: "DATE_INVALID" };
}
