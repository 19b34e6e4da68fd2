import type { ErrorCode } from "../../../kernel/errors";
import type { Bilingual } from "../../../kernel/locale";
import { EARLY_START_MINUTES, type CallKind } from "./call-kind";
import { CALL_MOVES, type CallMove, type CallState, type StoredCallState } from "./call-move";
import { CALL_MOVE_WORDS, standing, TEXTS } from "./call-texts";
import { illegalMove, StateMachine, type MoveRefusal, type MoveTable } from "../../../kernel/state-machine";

/** A call's life. Closed and cancelled calls stay as they are; a cancelled one is followed by a new one. */
const TABLE: MoveTable<StoredCallState, CallMove, CallState> = {
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

type Guard = (situation: CallSituation) => MoveRefusal | null;

const refuse = (code: ErrorCode, message: Bilingual): MoveRefusal => ({ code, message });
/** The kick-off has at least begun. */
const begun = (state: CallState) => state === "running" || state === "closed";

const propose: Guard = ({ kind, other }) => {
  if (kind === "kick_off" || other.state === "scheduled" || begun(other.state)) return null;
  return refuse("CALL_ORDER", TEXTS.kickOffTimeFirst);
};

/** Scheduling the go-live call is a goal of the kick-off call (set-up guide): not before it. */
const confirm: Guard = ({ kind, other, startsAt, now }) => {
  if (startsAt !== null && startsAt <= now) return refuse("CONFLICT", TEXTS.past);
  if (kind === "kick_off") return null;
  if (!begun(other.state)) return refuse("CALL_ORDER", TEXTS.kickOffStartFirst);
  if (startsAt !== null && other.endsAt !== null && startsAt < other.endsAt)
    return refuse("CALL_ORDER", TEXTS.kickOffEndFirst(other.endsAt));
  return null;
};

const cancel: Guard = ({ kind, other }) => {
  if (kind === "go_live" || other.state === "none" || other.state === "cancelled") return null;
  return refuse("CALL_ORDER", TEXTS.goLiveIsArranged);
};

const start: Guard = ({ kind, other, startsAt, now, openFollowUps }) => {
  const opens = startsAt === null ? null : Date.parse(startsAt) - EARLY_START_MINUTES * 60_000;
  if (opens !== null && Date.parse(now) < opens)
    return refuse("CONFLICT", TEXTS.tooEarly(new Date(opens).toISOString()));
  if (kind === "kick_off") return null;
  if (other.state !== "closed") return refuse("CALL_ORDER", TEXTS.kickOffCloseFirst);
  return openFollowUps === 0 ? null : refuse("FOLLOW_UPS_OPEN", TEXTS.openFollowUps(openFollowUps));
};

const close: Guard = ({ kind, other, openGoals }) => {
  if (kind === "kick_off" && other.state !== "scheduled") return refuse("GO_LIVE_NOT_SCHEDULED", TEXTS.goLiveTimeFirst);
  return openGoals === 0 ? null : refuse("AGENDA_OPEN", TEXTS.openGoals(openGoals));
};

const GUARDS: Readonly<Partial<Record<CallMove, Guard>>> = { propose, confirm, cancel, start, close };

/** For `confirm` of a slot the situation has the start that would be agreed. */
export const CALL_MACHINE = new StateMachine<StoredCallState, CallMove, CallSituation>({
  moves: CALL_MOVES,
  table: TABLE,
  illegal: illegalMove(standing, CALL_MOVE_WORDS),
  guard: (situation, move) => GUARDS[move]?.(situation) ?? null,
});
