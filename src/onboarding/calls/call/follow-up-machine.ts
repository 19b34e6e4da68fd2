import type { Bilingual } from "../../../kernel/locale";
import { illegalMove, movesFrom, type MoveRefusal, type MoveTable, type MoveWords } from "../../../kernel/move-table";

export const FOLLOW_UP_STATES = ["open", "done", "dropped"] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

export const FOLLOW_UP_MOVES = ["complete", "drop", "reassign", "reopen"] as const;
export type FollowUpMove = (typeof FOLLOW_UP_MOVES)[number];

const TABLE: MoveTable<FollowUpState, FollowUpMove> = {
  open: { complete: "done", drop: "dropped", reassign: "open" },
  done: { reopen: "open" },
  dropped: { reopen: "open" },
};

const STANDS: Readonly<Record<FollowUpState, Bilingual>> = {
  open: { en: "The task is open", fr: "La tâche est ouverte" },
  done: { en: "The task is done", fr: "La tâche est faite" },
  dropped: { en: "The task was dropped", fr: "La tâche a été abandonnée" },
};

export const FOLLOW_UP_MOVE_WORDS: MoveWords<FollowUpMove> = {
  en: {
    complete: "complete it",
    drop: "drop it",
    reassign: "give it to somebody else or more time",
    reopen: "reopen it",
  },
  fr: {
    complete: "la terminer",
    drop: "l’abandonner",
    reassign: "la confier à quelqu’un d’autre ou la reporter",
    reopen: "la rouvrir",
  },
};

/** Where the move leads, or why it is refused and what is allowed instead. */
export function moveFollowUp(state: FollowUpState, move: FollowUpMove): FollowUpState | MoveRefusal {
  const to = TABLE[state][move];
  return to ?? illegalMove(STANDS[state], move, movesFrom(TABLE, state), FOLLOW_UP_MOVE_WORDS);
}

export function followUpMoves(state: FollowUpState): readonly FollowUpMove[] {
  return movesFrom(TABLE, state);
}
