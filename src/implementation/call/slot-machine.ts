import type { CallRefusal } from "./call-machine";
import { inWords, movesFrom, type MoveTable } from "./move-table";

/** Offered by the specialist, suggested by the company; then one is agreed, and the others are history. */
export const SLOT_STATES = ["offered", "suggested", "agreed", "passed_over", "released", "withdrawn"] as const;
export type SlotState = (typeof SLOT_STATES)[number];

export const SLOT_MOVES = ["answer", "confirm", "pass_over", "withdraw", "release"] as const;
export type SlotMove = (typeof SLOT_MOVES)[number];

const TABLE: MoveTable<SlotState, SlotMove> = {
  offered: { answer: "offered", confirm: "agreed", pass_over: "passed_over", withdraw: "withdrawn" },
  suggested: { answer: "suggested", confirm: "agreed", pass_over: "passed_over", withdraw: "withdrawn" },
  agreed: { release: "released" },
  passed_over: {},
  released: {},
  withdrawn: {},
};

/** Where the move leads, or why it is refused and what is allowed instead. */
export function moveSlot(state: SlotState, move: SlotMove): SlotState | CallRefusal {
  const to = TABLE[state][move];
  if (to !== undefined) return to;
  const was = state.replaceAll("_", " ");
  const instead = inWords(movesFrom(TABLE, state));
  return { code: "ILLEGAL_MOVE", message: `The slot is ${was}. Allowed instead: ${instead}.` };
}

/** Slots that can still be agreed on. */
export const OPEN_SLOTS: readonly SlotState[] = SLOT_STATES.filter((state) => TABLE[state].confirm !== undefined);
