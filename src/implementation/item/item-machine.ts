import { inWords } from "../call/move-table";
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

export interface ItemRefusal {
  readonly code: "ILLEGAL_MOVE" | "CONFLICT";
  readonly message: string;
}

const TABLE: Readonly<Record<ItemState, Partial<Record<ItemMove, ItemState>>>> = {
  open: { start: "in_progress", complete: "done", waive: "waived" },
  in_progress: { complete: "done", reopen: "open", waive: "waived" },
  done: { reopen: "open" },
  waived: { reopen: "open" },
};

/** Where the move leads, or why it is refused and what is allowed instead. */
export function moveItem(situation: ItemSituation, move: ItemMove): ItemState | ItemRefusal {
  const to = TABLE[situation.state][move];
  if (to === undefined) return illegal(situation, move);
  return guard(situation, move) ?? to;
}

/** The moves that would be allowed now. */
export function allowedItemMoves(situation: ItemSituation): readonly ItemMove[] {
  return ITEM_MOVES.filter((move) => TABLE[situation.state][move] !== undefined && guard(situation, move) === null);
}

/** Whether the item is no obstacle: done by what is seen or said, or waived. */
export function isSettled({ state, seen }: Pick<ItemSituation, "state" | "seen">): boolean {
  return state === "waived" || (seen ?? state === "done");
}

function guard({ seen, waivable, waitsFor }: ItemSituation, move: ItemMove): ItemRefusal | null {
  if (move === "complete" && seen !== null)
    return { code: "CONFLICT", message: "Ledgergate sees for itself whether this is done; do it, and it will be." };
  if (move === "complete" && waitsFor.length > 0)
    return { code: "CONFLICT", message: `First comes: ${waitsFor.map(({ en }) => en).join("; ")}.` };
  if (move === "waive" && !waivable)
    return {
      code: "CONFLICT",
      message: "Nothing can be sent without this, so it cannot be waived; it has to be done.",
    };
  if (move === "waive" && seen === true)
    return { code: "CONFLICT", message: "It is done already; nothing is to be waived." };
  return null;
}

function illegal(situation: ItemSituation, move: ItemMove): ItemRefusal {
  const instead = allowedItemMoves(situation).join(", ") || "nothing";
  const message = `The item is ${inWords([situation.state])}: it does not take "${move}". Allowed instead: ${instead}.`;
  return { code: "ILLEGAL_MOVE", message };
}
