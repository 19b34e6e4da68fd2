import type { Bilingual } from "../../../kernel/locale";
import { illegalMove, StateMachine, type MoveWords } from "../../../kernel/state-machine";

/** Offered by the specialist, suggested by the company; then one is agreed, and the others are history. */
export const SLOT_STATES = ["offered", "suggested", "agreed", "passed_over", "released", "withdrawn"] as const;
export type SlotState = (typeof SLOT_STATES)[number];

export const SLOT_MOVES = ["answer", "confirm", "pass_over", "withdraw", "release"] as const;
export type SlotMove = (typeof SLOT_MOVES)[number];

const STANDS: Readonly<Record<SlotState, Bilingual>> = {
  offered: { en: "The time is offered", fr: "L’horaire est proposé" },
  suggested: { en: "The time is suggested", fr: "L’horaire est suggéré" },
  agreed: { en: "The time is agreed", fr: "L’horaire est convenu" },
  passed_over: { en: "Another time was agreed", fr: "Un autre horaire a été convenu" },
  released: { en: "The time was given up", fr: "L’horaire a été abandonné" },
  withdrawn: { en: "The time was withdrawn", fr: "L’horaire a été retiré" },
};

export const SLOT_MOVE_WORDS: MoveWords<SlotMove> = {
  en: {
    answer: "say who can come",
    confirm: "confirm it",
    pass_over: "agree on another one",
    withdraw: "withdraw it",
    release: "give it up",
  },
  fr: {
    answer: "dire qui peut venir",
    confirm: "le confirmer",
    pass_over: "convenir d’un autre",
    withdraw: "le retirer",
    release: "l’abandonner",
  },
};

export const SLOT_MACHINE = new StateMachine<SlotState, SlotMove>({
  moves: SLOT_MOVES,
  table: {
    offered: { answer: "offered", confirm: "agreed", pass_over: "passed_over", withdraw: "withdrawn" },
    suggested: { answer: "suggested", confirm: "agreed", pass_over: "passed_over", withdraw: "withdrawn" },
    agreed: { release: "released" },
    passed_over: {},
    released: {},
    withdrawn: {},
  },
  illegal: illegalMove(({ state }) => STANDS[state], SLOT_MOVE_WORDS),
});

/** Slots that can still be agreed on. */
export const OPEN_SLOTS: readonly SlotState[] = SLOT_MACHINE.statesBefore("confirm");
