import { StateMachine } from "../../kernel/state-machine";

/** States of a request for a right, as they are kept. */
export const REQUEST_STATES = ["pending", "agreed", "granted", "refused", "withdrawn"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** As they are shown: one that nobody decided in time has lapsed. */
export const SHOWN_REQUEST_STATES = [...REQUEST_STATES, "lapsed"] as const;
export type ShownRequestState = (typeof SHOWN_REQUEST_STATES)[number];

/** For how long a request waits for somebody to decide it. */
export const REQUEST_DAYS = 14;

export const REQUEST_MOVES = ["agree", "grant", "refuse", "withdraw"] as const;
export type RequestMove = (typeof REQUEST_MOVES)[number];

interface Kept {
  readonly state: RequestState;
  readonly lapsesAt: string;
}

interface RequestSituation extends Kept {
  readonly at: string;
}

const DECIDED = { agree: "agreed", grant: "granted", refuse: "refused", withdraw: "withdrawn" } as const;

const notOpen = () =>
  ({
    code: "CONFLICT",
    message: {
      en: "The request is not open any more: it was decided, taken back, or has lapsed.",
      fr: "La demande n’est plus ouverte : elle a été décidée, retirée, ou elle est caduque.",
    },
  }) as const;

export const REQUEST_MACHINE = new StateMachine<RequestState, RequestMove, RequestSituation>({
  moves: REQUEST_MOVES,
  // Agreed by one of two: whoever agrees next does so as the first where that one can give the right no longer.
  table: { pending: DECIDED, agreed: DECIDED },
  illegal: notOpen,
  guard: ({ lapsesAt, at }) => (lapsesAt > at ? null : notOpen()),
});

/** States in which somebody still has to decide. */
export const OPEN_REQUEST_STATES: readonly RequestState[] = REQUEST_MACHINE.states();

export function shownState({ state, lapsesAt }: Kept, at: string): ShownRequestState {
  return OPEN_REQUEST_STATES.includes(state) && lapsesAt <= at ? "lapsed" : state;
}

/** Whether somebody still has to decide it. */
export function isOpen({ state, lapsesAt }: Kept, at: string): boolean {
  return REQUEST_MACHINE.allows({ state, lapsesAt, at }, "grant");
}
