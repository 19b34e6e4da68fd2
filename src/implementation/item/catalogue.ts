import { CUSTOMER_ITEMS } from "./customer-items";
import type { Item } from "./item";
import type { ItemFacts } from "./item-facts";
import { SPECIALIST_ITEMS } from "./specialist-items";

/** All items of the guide, the customer's first, in its order. */
export const ITEMS: readonly Item[] = [...CUSTOMER_ITEMS, ...SPECIALIST_ITEMS];

const BY_CODE: ReadonlyMap<string, Item> = new Map(ITEMS.map((item) => [item.code, item]));

export function itemOf(code: string): Item | null {
  return BY_CODE.get(code) ?? null;
}

/** What Ledgergate sees of the item; null: people have to say. */
export function seenOf(item: Item, facts: ItemFacts): boolean | null {
  return item.look?.(facts) ?? null;
}
