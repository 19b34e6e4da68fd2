import { MAX_CLOCK_SKEW_MS } from "../../kernel/clock";

/** Calls in one of the account's windows, as far as we know: what the platform said, and what was spent since. */
export interface PaceWindow {
  readonly limit: number;
  /** Milliseconds since 1970. */
  readonly resetAt: number;
  readonly used: number;
}

/** Both windows of an account (rate limiting guide: an hour, and ten seconds). */
export interface PaceWindows {
  readonly hour: PaceWindow | null;
  readonly spike: PaceWindow | null;
}

/** What an answer said of the window that the account is nearer to the end of. */
export interface Told {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: number;
}

type WindowName = keyof PaceWindows;

const LENGTH_MS: Readonly<Record<WindowName, number>> = { hour: 3_600_000, spike: 10_000 };
/** Until the platform has said otherwise. */
const ASSUMED: Readonly<Record<WindowName, number>> = { hour: 1_000, spike: 20 };
/** Kept back of each window: calls that are under way when it ends count in the next, and clocks differ a little. */
const KEPT_BACK_SHARE = 0.05;
const SKEW_MS = 250;

/** When a call may be made: now, or when a window begins anew. */
export function nextCallAt(windows: PaceWindows, now: number): number {
  return Math.max(...names.map((name) => freeAt(current(name, windows[name], now), now)));
}

/** Calls that may be made at once now. */
export function callsLeft(windows: PaceWindows, now: number): number {
  return Math.max(0, Math.min(...names.map((name) => left(current(name, windows[name], now)))));
}

export function spend(windows: PaceWindows, now: number, calls: number): PaceWindows {
  const spent = (name: WindowName): PaceWindow => {
    const window = current(name, windows[name], now);
    return { ...window, used: window.used + calls };
  };
  return { hour: spent("hour"), spike: spent("spike") };
}

/** Calls that were taken and not made. */
export function giveBack(windows: PaceWindows, calls: number): PaceWindows {
  const back = (window: PaceWindow | null) => window && { ...window, used: Math.max(0, window.used - calls) };
  return { hour: back(windows.hour), spike: back(windows.spike) };
}

/** What the platform said counts where it is stricter: it does not know of calls that are under way. */
export function heard(windows: PaceWindows, { limit, remaining, resetAt }: Told, now: number): PaceWindows {
  if (resetAt <= now) return windows;
  const name: WindowName = resetAt - now <= LENGTH_MS.spike + 1_000 ? "spike" : "hour";
  const known = current(name, windows[name], now);
  const used = Math.max(known.resetAt === resetAt || windows[name] === null ? known.used : 0, limit - remaining);
  return { ...windows, [name]: { limit, resetAt, used } };
}

const names = ["hour", "spike"] as const;

/** The window as it is now; one that is over has begun anew. */
function current(name: WindowName, window: PaceWindow | null, now: number): PaceWindow {
  const length = LENGTH_MS[name];
  if (!window) return { limit: ASSUMED[name], resetAt: now + length, used: 0 };
  // A clock that ran ahead has begun it.
  if (window.resetAt > now + length + MAX_CLOCK_SKEW_MS) return { limit: window.limit, resetAt: now + length, used: 0 };
  if (now < window.resetAt + SKEW_MS) return window;
  const periods = Math.floor((now - window.resetAt) / length) + 1;
  return { limit: window.limit, resetAt: window.resetAt + periods * length, used: 0 };
}

function left({ limit, used }: PaceWindow): number {
  return limit - Math.max(1, Math.floor(limit * KEPT_BACK_SHARE)) - used;
}

function freeAt(window: PaceWindow, now: number): number {
  return left(window) > 0 ? now : window.resetAt + SKEW_MS;
}
