export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** For how long others may say that a token of theirs is good: who reads the time that they say believes no more. */
export const MAX_TOKEN_SECONDS = 86_400;

/** How far the clocks of the processes may be apart. What lies further ahead was written by a clock that ran ahead. */
export const MAX_CLOCK_SKEW_MS = 60_000;

/** Tells the time. Everything that needs "now" asks for one, so that tests and stories can set it. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved. */
export class FixedClock implements Clock {
  private current: Date;

  constructor(start: string | Date) {
    this.current = new Date(start);
  }

  now(): Date {
    return new Date(this.current);
  }

  set(instant: string | Date): void {
    this.current = new Date(instant);
  }

  advance(milliseconds: number): void {
    this.current = new Date(this.current.getTime() + milliseconds);
  }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** An instant as the database and the policy keep it: ISO-8601, UTC, milliseconds; sorts as text. */
export function toInstant(date: Date): string {
  return date.toISOString();
}

/** The instant so many milliseconds after another one; before it, where they are negative. */
export function instantAfter(instant: string, milliseconds: number): string {
  return toInstant(new Date(Date.parse(instant) + milliseconds));
}

/** The last instant that a right clock can have written of what lies so many milliseconds ahead: the clocks differ a little. */
export function latestAfter(instant: string, milliseconds: number): string {
  return instantAfter(instant, milliseconds + MAX_CLOCK_SKEW_MS);
}

/** Whether a value is an instant in exactly the stored form. */
export function isInstant(value: unknown): value is string {
  return typeof value === "string" && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

const DATE_OR_INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** An ISO-8601 date, taken as its first moment in UTC, or an instant of any zone, in the stored form; null: it is neither. */
export function readInstant(text: string): string | null {
  const time = DATE_OR_INSTANT.test(text) ? Date.parse(text) : NaN;
  // Date.parse makes 2 March of 30 February; a date must be one that exists.
  if (Number.isNaN(time) || !isDate(text.slice(0, 10))) return null;
  const instant = toInstant(new Date(time));
  // Beyond the years of four digits it would not sort as text.
  return isInstant(instant) ? instant : null;
}

/** The same for a whole instant: a date alone begins at another moment for each reader. */
export function readWholeInstant(text: string): string | null {
  return text.includes("T") ? readInstant(text) : null;
}

function isDate(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
