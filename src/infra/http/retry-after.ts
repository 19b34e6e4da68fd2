import { DAY_MS } from "../../kernel/clock";

/** For how long a recipient may ask to be left alone: until a daily allowance begins anew. */
export const MAX_RETRY_AFTER_MS = DAY_MS;

/**
 * What a `Retry-After` asks for, in milliseconds from now and a day at most: seconds, or an instant of HTTP (RFC 9110, 10.2.3).
 * Null: nothing that can be read.
 */
export function retryAfterMs(header: string | null | undefined, now = new Date()): number | null {
  const said = header?.trim() ?? "";
  const wait = /^\d+$/.test(said)
    ? Number(said) * 1_000
    : HTTP_DATE.test(said)
      ? Date.parse(said) - now.getTime()
      : NaN;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), MAX_RETRY_AFTER_MS);
}

/** The one form that is sent still: "Sun, 06 Nov 1994 08:49:37 GMT". */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
