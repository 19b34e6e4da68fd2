import fc from "fast-check";
import {
  FOLLOW_UP_MOVE_WORDS,
  FOLLOW_UP_MOVES,
  FOLLOW_UP_STATES,
  FOLLOW_UP_MACHINE,
  type FollowUpState,
} from "../../../src/onboarding/calls/call/follow-up-machine";
import {
  SLOT_MACHINE,
  OPEN_SLOTS,
  SLOT_MOVE_WORDS,
  SLOT_MOVES,
  SLOT_STATES,
  type SlotState,
} from "../../../src/onboarding/calls/call/slot-machine";
import type { StateMachine } from "../../../src/kernel/state-machine";
import { runs } from "../../policy/runs";
import { naming } from "../possible-moves";

/** "from: move>to ..." for every state. */
function table<S extends string, M extends string>(
  states: readonly S[],
  moves: readonly M[],
  machine: StateMachine<S, M>,
): string[] {
  const steps = (state: S) =>
    moves.flatMap((move) => {
      const to = machine.move({ state }, move);
      return typeof to === "string" ? [`${move}>${to}`] : [];
    });
  return states.map((state) => `${state}: ${steps(state).join(" ")}`);
}

test("slots: all states and moves", () => {
  expect(table(SLOT_STATES, SLOT_MOVES, SLOT_MACHINE)).toEqual([
    "offered: answer>offered confirm>agreed pass_over>passed_over withdraw>withdrawn",
    "suggested: answer>suggested confirm>agreed pass_over>passed_over withdraw>withdrawn",
    "agreed: release>released",
    "passed_over: ",
    "released: ",
    "withdrawn: ",
  ]);
  expect(OPEN_SLOTS).toEqual(["offered", "suggested"]);
});

test("tasks: all states and moves", () => {
  expect(table(FOLLOW_UP_STATES, FOLLOW_UP_MOVES, FOLLOW_UP_MACHINE)).toEqual([
    "open: complete>done drop>dropped reassign>open",
    "done: reopen>open",
    "dropped: reopen>open",
  ]);
});

test("a slot that is over is never agreed on again, and a refusal says what is left", () => {
  fc.assert(
    fc.property(fc.constantFrom("offered", "suggested"), fc.array(fc.constantFrom(...SLOT_MOVES)), (first, moves) => {
      let state: SlotState = first;
      let agreed = 0;
      for (const move of moves) {
        const to = SLOT_MACHINE.move({ state }, move);
        if (typeof to !== "string") {
          const allowed = SLOT_MOVES.filter((one) => typeof SLOT_MACHINE.move({ state }, one) === "string");
          expect(to.message).toEqual(naming(allowed, SLOT_MOVE_WORDS));
          continue;
        }
        if (move === "confirm") agreed += 1;
        if (!OPEN_SLOTS.includes(state)) expect(OPEN_SLOTS).not.toContain(to);
        state = to;
      }
      expect(agreed).toBeLessThanOrEqual(1);
    }),
    runs(500),
  );
});

test("a task is always one reopening away from open, and a refusal names the moves there are", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...FOLLOW_UP_MOVES)), (moves) => {
      let state: FollowUpState = "open";
      for (const move of moves) {
        const to = FOLLOW_UP_MACHINE.move({ state }, move);
        if (typeof to === "string") state = to;
        else expect(to.message).toEqual(naming(FOLLOW_UP_MACHINE.allowed({ state }), FOLLOW_UP_MOVE_WORDS));
      }
      expect(state === "open" ? "open" : FOLLOW_UP_MACHINE.move({ state }, "reopen")).toBe("open");
    }),
    runs(500),
  );
});
