import { MAX_CLOCK_SKEW_MS } from "../../kernel/clock";

/** How many calls an organisation may get (Xero: 5 at once, 60 a minute, 5,000 a day). */
export interface PaceLimits {
  readonly concurrent: number;
  readonly perMinute: number;
  readonly perDay: number;
}

/** Xero's allowance for one organisation. */
export const XERO_LIMITS: PaceLimits = { concurrent: 5, perMinute: 60, perDay: 5000 };

/** Calls that still count: each of the last minute, and those of the last day by their minute. Milliseconds. */
export interface PaceState {
  readonly minute: readonly number[];
  readonly day: readonly (readonly [minute: number, calls: number])[];
}
export const FRESH_PACE: PaceState = { minute: [], day: [] };

/** What lies further ahead was counted by a clock that ran ahead. */
const AHEAD = MAX_CLOCK_SKEW_MS;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Keeps calls within rolling windows, and uses all of them. Pure: a state in, a state out. Calls count from the instant
 * they are planned; `landed` moves them to when their answers came, for the ledger may have counted them as late as that.
 * @param calls made one after the other for the same work; fewer than any window holds
 */
export function nextCallAt(state: PaceState, limits: PaceLimits, now: number, calls = 1): number {
  const minute = countingIn(state, now);
  const oldest = minute[minute.length - limits.perMinute + calls - 1];
  const afterMinute = oldest === undefined ? now : oldest + MINUTE;
  return Math.max(now, afterMinute, dayFreeAt(state, limits, now, calls));
}

/**
 * When a call goes that could carry more: at once while half of the minute's allowance is left, then so rarely that the other
 * half lasts for a minute, and what comes meanwhile travels along. Else a minute's calls go with one message each, and what
 * comes then waits for the rest of the minute. Nothing waits longer than such a distance, whoever else spends the allowance.
 * @param since when the first of what it carries could have gone
 */
export function partlyFilledAt(state: PaceState, { perMinute }: PaceLimits, now: number, since: number): number {
  const counting = countingIn(state, now);
  const atOnce = Math.ceil(perMinute / 2);
  const last = counting.at(-1);
  if (last === undefined || counting.length < atOnce) return now;
  const distance = MINUTE / Math.max(1, perMinute - atOnce);
  return Math.max(now, Math.min(last, since) + distance);
}

export function spend(state: PaceState, now: number, calls = 1): PaceState {
  const slot = Math.floor(now / MINUTE) * MINUTE;
  const day = state.day.filter(([minute]) => minute > now - DAY - MINUTE && minute <= now + AHEAD);
  const last = day.at(-1);
  const counted =
    last?.[0] === slot ? [...day.slice(0, -1), [slot, last[1] + calls] as const] : [...day, [slot, calls] as const];
  const planned = Array<number>(calls).fill(now);
  return { minute: [...countingIn(state, now), ...planned], day: counted };
}

/** The last minute's calls. */
function countingIn({ minute }: PaceState, now: number): number[] {
  return minute.filter((at) => at > now - MINUTE && at <= now + AHEAD);
}

export function landed(state: PaceState, plannedAt: number, now: number, calls = 1): PaceState {
  const index = state.minute.indexOf(plannedAt);
  if (index < 0 || now <= plannedAt) return state;
  // What is forgotten since, or counts later already, is not there to be moved.
  const there = state.minute.slice(index, index + calls).filter((at) => at === plannedAt).length;
  const moved = Array<number>(there).fill(now);
  const minute = [...state.minute.slice(0, index), ...state.minute.slice(index + there), ...moved];
  return { ...state, minute: minute.sort((a, b) => a - b) };
}

/** A minute's calls of the day count until the whole minute is a day old, so never too many are let through. */
function dayFreeAt({ day }: PaceState, { perDay }: PaceLimits, now: number, wanted: number): number {
  const counting = day.filter(([minute]) => minute + MINUTE > now - DAY && minute <= now + AHEAD);
  let left = counting.reduce((sum, [, calls]) => sum + calls, 0) + wanted - 1;
  if (left < perDay) return now;
  for (const [minute, calls] of counting) {
    left -= calls;
    if (left < perDay) return minute + MINUTE + DAY;
  }
  return now;
}
