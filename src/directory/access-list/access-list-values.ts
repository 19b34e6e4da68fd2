import { parseMoney, type Money } from "../../kernel/money";

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

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const DAY_LENGTH = 86_400_000;

/**
 * Reads a day, 2027-06-30 or 30/06/2027, or a whole instant. Days are those of UTC: "start" answers the first instant
 * of the day, "end" the first after it. 03/04/2027 is the 3rd of April or the 4th of March, so it is refused.
 */
export function readDate(text: string, bound: "start" | "end"): Read<string, "DATE_INVALID" | "DATE_AMBIGUOUS"> {
  const written = text.trim();
  const instant = INSTANT.exec(written);
  if (instant) {
    const time = new Date(written);
    const valid = !Number.isNaN(time.getTime()) && dayOf(instant[1], instant[2], instant[3]) !== null;
    return valid ? { value: time.toISOString() } : { problem: "DATE_INVALID" };
  }
  const [, first, second, year] = SLASHED.exec(written) ?? [];
  if (Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second))
    return { problem: "DATE_AMBIGUOUS" };
  const iso = DAY.exec(written);
  const day = iso ? dayOf(iso[1], iso[2], iso[3]) : dayOf(year, second, first);
  if (day === null) return { problem: "DATE_INVALID" };
  return { value: new Date(bound === "start" ? day : day + DAY_LENGTH).toISOString() };
}

/** The day's first instant; null: there is no such day. */
function dayOf(year?: string, month?: string, day?: string): number | null {
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(time);
  const exists = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1;
  return exists && Number(year) >= 1900 ? time : null;
}
