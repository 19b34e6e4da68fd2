import type { ErrorCode } from "../../kernel/errors";
import { CALL_NAMES, EARLY_START_MINUTES, type CallKind } from "./call-kind";
import { inWords, movesFrom, type MoveTable } from "./move-table";

/** `none`: there is no such call, or the last one was cancelled. */
export const CALL_STATES = ["none", "arranging", "scheduled", "running", "closed", "cancelled"] as const;
export type CallState = (typeof CALL_STATES)[number];

export const CALL_MOVES = [
  "propose",
  "suggest",
  "answer",
  "withdraw",
  "confirm",
  "reschedule",
  "cancel",
  "start",
  "tick",
  "note",
  "add_follow_up",
  "close",
] as const;
export type CallMove = (typeof CALL_MOVES)[number];

/** A call's life. Closed and cancelled calls stay as they are; a cancelled one is followed by a new one. */
const TABLE: MoveTable<CallState, CallMove> = {
  none: { propose: "arranging" },
  arranging: {
    propose: "arranging",
    suggest: "arranging",
    answer: "arranging",
    withdraw: "arranging",
    confirm: "scheduled",
    cancel: "cancelled",
    note: "arranging",
  },
  scheduled: { reschedule: "arranging", cancel: "cancelled", start: "running", note: "scheduled" },
  running: { tick: "running", note: "running", add_follow_up: "running", close: "closed" },
  closed: { add_follow_up: "closed" },
  cancelled: {},
};

/** What of a call and of what stands around it a move depends on. Instants are ISO-8601. */
export interface CallSituation {
  readonly kind: CallKind;
  readonly state: CallState;
  /** The call of the other kind; `none` where there is none that lives. */
  readonly other: { readonly state: CallState; readonly endsAt: string | null };
  readonly now: string;
  /** Agreed start; for `confirm` the start that would be agreed. */
  readonly startsAt: string | null;
  /** Goals that nobody has ticked. */
  readonly openGoals: number;
  /** Open tasks that came out of the kick-off. */
  readonly openFollowUps: number;
}

export interface CallRefusal {
  readonly code: ErrorCode;
  readonly message: string;
}

type Guard = (situation: CallSituation) => CallRefusal | null;

const refuse = (code: ErrorCode, message: string): CallRefusal => ({ code, message });
/** The kick-off has at least begun. */
const begun = (state: CallState) => state === "running" || state === "closed";

const propose: Guard = ({ kind, other }) => {
  if (kind === "kick_off" || other.state === "scheduled" || begun(other.state)) return null;
  return refuse(
    "CALL_ORDER",
    "The go-live call comes after the kick-off: agree on a time for the kick-off call first.",
  );
};

/** Scheduling the go-live call is a goal of the kick-off call (set-up guide): not before it. */
const confirm: Guard = ({ kind, other, startsAt, now }) => {
  if (startsAt !== null && startsAt <= now)
    return refuse("CONFLICT", "That time is past; confirm a coming one, or suggest others.");
  if (kind === "kick_off") return null;
  if (!begun(other.state))
    return refuse("CALL_ORDER", "The go-live call is scheduled in the kick-off call: start the kick-off call first.");
  if (startsAt !== null && other.endsAt !== null && startsAt < other.endsAt)
    return refuse("CALL_ORDER", `The kick-off call ends at ${other.endsAt}; the go-live call starts after that.`);
  return null;
};

const cancel: Guard = ({ kind, other }) => {
  if (kind === "go_live" || other.state === "none" || other.state === "cancelled") return null;
  return refuse("CALL_ORDER", "A go-live call is being arranged; cancel that first, or reschedule the kick-off call.");
};

const start: Guard = ({ kind, other, startsAt, now, openFollowUps }) => {
  const opens = startsAt === null ? null : Date.parse(startsAt) - EARLY_START_MINUTES * 60_000;
  if (opens !== null && Date.parse(now) < opens)
    return refuse("CONFLICT", `The call can be started from ${new Date(opens).toISOString()} on, or rescheduled.`);
  if (kind === "kick_off") return null;
  if (other.state !== "closed")
    return refuse("CALL_ORDER", "The kick-off call is not closed; close it before the go-live call starts.");
  if (openFollowUps === 0) return null;
  const tasks = openFollowUps === 1 ? "1 task" : `${openFollowUps} tasks`;
  return refuse("FOLLOW_UPS_OPEN", `${tasks} of the kick-off open; complete or drop them, or reschedule the call.`);
};

const close: Guard = ({ kind, other, openGoals }) => {
  if (kind === "kick_off" && other.state !== "scheduled")
    return refuse("GO_LIVE_NOT_SCHEDULED", "Schedule the go-live call first: it is a goal of the kick-off call.");
  if (openGoals === 0) return null;
  const goals = openGoals === 1 ? "1 goal is" : `${openGoals} goals are`;
  return refuse("AGENDA_OPEN", `${goals} not ticked; tick them, or go on with the call.`);
};

const GUARDS: Readonly<Partial<Record<CallMove, Guard>>> = { propose, confirm, cancel, start, close };

/** Where the move leads, or why it is refused and what is allowed instead. */
export function moveCall(situation: CallSituation, move: CallMove): CallState | CallRefusal {
  const to = TABLE[situation.state][move];
  if (to === undefined) return illegal(situation, move);
  return GUARDS[move]?.(situation) ?? to;
}

/** The moves that would be allowed now; for `confirm` of a slot that is not past and after the kick-off. */
export function allowedMoves(situation: CallSituation): readonly CallMove[] {
  return movesFrom(TABLE, situation.state).filter((move) => typeof moveCall(situation, move) === "string");
}

function illegal(situation: CallSituation, move: CallMove): CallRefusal {
  const { kind, state } = situation;
  const what = state === "none" ? `There is no ${CALL_NAMES[kind]} yet` : `The ${CALL_NAMES[kind]} is ${state}`;
  const instead = inWords(allowedMoves(situation));
  return refuse("ILLEGAL_MOVE", `${what}: it does not take "${inWords([move])}". Allowed instead: ${instead}.`);
}
