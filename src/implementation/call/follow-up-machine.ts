import type { CallRefusal } from "./call-machine";
import { inWords, movesFrom, type MoveTable } from "./move-table";

export const FOLLOW_UP_STATES = ["open", "done", "dropped"] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

export const FOLLOW_UP_MOVES = ["complete", "drop", "reassign", "reopen"] as const;
export type FollowUpMove = (typeof FOLLOW_UP_MOVES)[number];

const TABLE: MoveTable<FollowUpState, FollowUpMove> = {
  open: { complete: "done", drop: "dropped", reassign: "open" },
  done: { reopen: "open" },
  dropped: { reopen: "open" },
};

/** Where the move leads, or why it is refused and what is allowed instead. */
export function moveFollowUp(state: FollowUpState, move: FollowUpMove): FollowUpState | CallRefusal {
  const to = TABLE[state][move];
  if (to !== undefined) return to;
  return {
    code: "ILLEGAL_MOVE",
    message: `The task is ${state}. Allowed instead: ${inWords(movesFrom(TABLE, state))}.`,
  };
}

export function followUpMoves(state: FollowUpState): readonly FollowUpMove[] {
  return movesFrom(TABLE, state);
}
