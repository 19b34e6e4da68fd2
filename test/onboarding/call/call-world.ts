import fc from "fast-check";
import type { CallKind } from "../../../src/onboarding/calls/call/call-kind";
import { CALL_MACHINE, type CallSituation } from "../../../src/onboarding/calls/call/call-machine";
import { CALL_MOVES, type CallMove, type CallState } from "../../../src/onboarding/calls/call/call-move";
import type { MoveRefusal } from "../../../src/kernel/state-machine";

const HOUR = 3_600_000;
const START = Date.parse("2026-12-01T09:00:00.000Z");

interface ModelCall {
  state: CallState;
  startsAt: string | null;
  openGoals: number;
}

/** One thing somebody tries: a move on a call, with a slot so many hours from now, after so many hours have passed. */
export interface Attempt {
  readonly kind: CallKind;
  readonly move: CallMove;
  readonly slotInHours: number;
  readonly wait: number;
  /** Whether the task that comes up is left open. */
  readonly leavesTask: boolean;
}

const kinds = fc.constantFrom<CallKind[]>("kick_off", "go_live");
const times = { slotInHours: fc.integer({ min: -2, max: 8 }), wait: fc.integer({ min: 0, max: 6 }) };
const anything = fc.record<Attempt>({
  kind: kinds,
  move: fc.constantFrom(...CALL_MOVES),
  leavesTask: fc.boolean(),
  ...times,
});
/** The way through, once in order, with a day between the steps: sequences of chance alone hardly ever get anywhere. */
const THE_WAY: readonly (readonly [CallKind, CallMove])[] = [
  ["kick_off", "propose"],
  ["kick_off", "confirm"],
  ["kick_off", "start"],
  ["go_live", "propose"],
  ["go_live", "confirm"],
  ["kick_off", "tick"],
  ["kick_off", "tick"],
  ["kick_off", "close"],
  ["go_live", "start"],
  ["go_live", "tick"],
  ["go_live", "tick"],
  ["go_live", "tick"],
  ["go_live", "close"],
];
const theWay = THE_WAY.map(([kind, move]): Attempt => ({ kind, move, slotInHours: 2, wait: 2, leavesTask: false }));

/** The way through with anything in between, or anything at all. */
export const attempts = fc.oneof(
  fc.array(anything, { maxLength: 30 }),
  fc
    .array(fc.array(anything, { maxLength: 2 }), { minLength: theWay.length, maxLength: theWay.length })
    .map((between) => theWay.flatMap((step, index) => [...(between[index] ?? []), step])),
);

/** Both calls of one company, led by the machine as the services lead the stored ones. */
export class CallWorld {
  now = START;
  openFollowUps = 0;
  readonly calls: Record<CallKind, ModelCall> = { kick_off: fresh("kick_off"), go_live: fresh("go_live") };

  situation(kind: CallKind, slotInHours = 1): CallSituation {
    const call = this.calls[kind];
    const other = this.calls[kind === "kick_off" ? "go_live" : "kick_off"];
    return {
      kind,
      state: call.state,
      other: { state: other.state, endsAt: other.startsAt && iso(Date.parse(other.startsAt) + HOUR) },
      now: iso(this.now),
      startsAt: call.startsAt ?? iso(this.now + slotInHours * HOUR),
      openGoals: call.openGoals,
      openFollowUps: this.openFollowUps,
    };
  }

  /** The refusal; null: it was done. */
  attempt({ kind, move, slotInHours, wait, leavesTask }: Attempt): MoveRefusal | null {
    this.now += wait * HOUR;
    const call = this.calls[kind];
    const to = CALL_MACHINE.move(this.situation(kind, slotInHours), move);
    if (typeof to !== "string") return to;
    if (move === "confirm") call.startsAt = iso(this.now + slotInHours * HOUR);
    if (move === "reschedule") call.startsAt = null;
    if (move === "tick") call.openGoals = Math.max(0, call.openGoals - 1);
    if (move === "add_follow_up" && kind === "kick_off") this.openFollowUps += leavesTask ? 1 : 0;
    // A cancelled call is history; the next one starts afresh.
    if (to === "cancelled") this.calls[kind] = fresh(kind);
    else call.state = to;
    return null;
  }
}

function fresh(kind: CallKind): ModelCall {
  return { state: "none", startsAt: null, openGoals: kind === "kick_off" ? 2 : 3 };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
