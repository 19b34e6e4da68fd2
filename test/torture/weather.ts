import type { Weather } from "./plan";

type Fault =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: "drop"; readonly when: "before" | "after" }
  | { readonly kind: "delay"; readonly milliseconds: number; readonly when: "before" | "after" };
export type Shares = readonly { readonly share: number; readonly fault: Fault }[];

const CUT: Shares = [
  { share: 0.12, fault: { kind: "drop", when: "before" } },
  { share: 0.18, fault: { kind: "drop", when: "after" } },
];
const BUSY: Shares = [{ share: 0.3, fault: { kind: "status", status: 429, retryAfter: 5 } }];
const DOWN: Shares = [
  { share: 0.25, fault: { kind: "status", status: 503, retryAfter: 3 } },
  { share: 0.2, fault: { kind: "status", status: 500 } },
];
/** Longer than a server waits for an answer; begun as late as it may be, shorter by far than it waits before it looks. */
const SLOW: Shares = [
  { share: 0.12, fault: { kind: "delay", milliseconds: 2_200, when: "before" } },
  { share: 0.12, fault: { kind: "delay", milliseconds: 2_200, when: "after" } },
];

/** What the ledger does to its callers. */
export const SHARES: Readonly<Record<Weather, Shares>> = {
  calm: [],
  cut: CUT,
  busy: BUSY,
  down: DOWN,
  slow: SLOW,
  storm: [...CUT, ...BUSY, ...DOWN, ...SLOW].map(({ share, fault }) => ({ share: share / 2, fault })),
};
