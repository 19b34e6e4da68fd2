/** States of a request for a right, as they are kept. */
export const REQUEST_STATES = ["pending", "agreed", "granted", "refused", "withdrawn"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** As they are shown: one that nobody decided in time has lapsed. */
export const SHOWN_REQUEST_STATES = [...REQUEST_STATES, "lapsed"] as const;
export type ShownRequestState = (typeof SHOWN_REQUEST_STATES)[number];

/** States in which somebody still has to decide. */
export const OPEN_REQUEST_STATES: readonly RequestState[] = ["pending", "agreed"];

/** For how long a request waits for somebody to decide it. */
export const REQUEST_DAYS = 14;

interface Kept {
  readonly state: RequestState;
  readonly lapsesAt: string;
}

export function shownState({ state, lapsesAt }: Kept, at: string): ShownRequestState {
  return OPEN_REQUEST_STATES.includes(state) && lapsesAt <= at ? "lapsed" : state;
}

/** Whether somebody still has to decide it. */
export function isOpen({ state, lapsesAt }: Kept, at: string): boolean {
  return OPEN_REQUEST_STATES.includes(state) && lapsesAt > at;
}
