import type { Bilingual } from "../../../kernel/locale";
import { illegalMove, StateMachine, type MoveWords } from "../../../kernel/state-machine";

export const FOLLOW_UP_STATES = ["open", "done", "dropped"] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

export const FOLLOW_UP_MOVES = ["complete", "drop", "reassign", "reopen"] as const;
export type FollowUpMove = (typeof FOLLOW_UP_MOVES)[number];

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

export const FOLLOW_UP_MACHINE = new StateMachine<FollowUpState, FollowUpMove>({
  moves: FOLLOW_UP_MOVES,
  table: {
    open: { complete: "done", drop: "dropped", reassign: "open" },
    done: { reopen: "open" },
    dropped: { reopen: "open" },
  },
  illegal: illegalMove(({ state }) => STANDS[state], FOLLOW_UP_MOVE_WORDS),
});
