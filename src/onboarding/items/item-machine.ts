import type { Bilingual } from "../../kernel/locale";
import { illegalMove, StateMachine, type MoveRefusal, type MoveWords } from "../../kernel/state-machine";
import type { Item } from "./item";

export const ITEM_STATES = ["open", "in_progress", "done", "waived"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const ITEM_MOVES = ["start", "complete", "reopen", "waive"] as const;
export type ItemMove = (typeof ITEM_MOVES)[number];

/** What of an item and of what stands around it a move depends on. */
export interface ItemSituation {
  readonly state: ItemState;
  /** Null: people say whether it is done; else what the system sees. */
  readonly seen: boolean | null;
  readonly waivable: boolean;
  /** Titles of items that come first and are neither done nor waived. */
  readonly waitsFor: readonly Item["title"][];
}

/** Whether the item is no obstacle: done by what is seen or said, or waived. */
export function isSettled({ state, seen }: Pick<ItemSituation, "state" | "seen">): boolean {
  return state === "waived" || (seen ?? state === "done");
}

function guard({ seen, waivable, waitsFor }: ItemSituation, move: ItemMove): MoveRefusal | null {
  if (move === "complete" && seen !== null)
    return conflict(
      "Ledgergate sees for itself whether this is done; do it, and it will be.",
      "Ledgergate voit de lui-même si c’est fait ; faites-le, et ce le sera.",
    );
  if (move === "complete" && waitsFor.length > 0)
    return conflict(
      `First comes: ${waitsFor.map(({ en }) => en).join("; ")}.`,
      `Il y a d’abord : ${waitsFor.map(({ fr }) => fr).join(" ; ")}.`,
    );
  if (move === "waive" && !waivable)
    return conflict(
      "Nothing can be sent without this, so it cannot be waived; it has to be done.",
      "Rien ne peut être envoyé sans cela : on ne peut pas y renoncer, il faut le faire.",
    );
  if (move === "waive" && seen === true)
    return conflict("It is done already; nothing is to be waived.", "C’est déjà fait ; il n’y a rien à quoi renoncer.");
  return null;
}

function conflict(en: string, fr: string): MoveRefusal {
  return { code: "CONFLICT", message: { en, fr } };
}

const STANDS: Readonly<Record<ItemState, Bilingual>> = {
  open: { en: "The item is open", fr: "La tâche est ouverte" },
  in_progress: { en: "The item is in progress", fr: "La tâche est en cours" },
  done: { en: "The item is done", fr: "La tâche est faite" },
  waived: { en: "The item was waived", fr: "On a renoncé à la tâche" },
};

export const ITEM_MOVE_WORDS: MoveWords<ItemMove> = {
  en: { start: "start it", complete: "complete it", reopen: "reopen it", waive: "waive it" },
  fr: { start: "la commencer", complete: "la terminer", reopen: "la rouvrir", waive: "y renoncer" },
};

export const ITEM_MACHINE = new StateMachine<ItemState, ItemMove, ItemSituation>({
  moves: ITEM_MOVES,
  table: {
    open: { start: "in_progress", complete: "done", waive: "waived" },
    in_progress: { complete: "done", reopen: "open", waive: "waived" },
    done: { reopen: "open" },
    waived: { reopen: "open" },
  },
  illegal: illegalMove(({ state }) => STANDS[state], ITEM_MOVE_WORDS),
  guard,
});
