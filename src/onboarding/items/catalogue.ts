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
export function seenOf({ look, ofLedger }: Item, facts: ItemFacts): boolean | null {
  if (ofLedger) return facts.ledgers.length > 0 && facts.ledgers.every(ofLedger);
  return look?.(facts) ?? null;
}

/** Of several ledgers, the names of those that the item is still to be done for. */
export function missingLedgers({ ofLedger }: Item, { ledgers }: ItemFacts): readonly string[] {
  if (!ofLedger || ledgers.length < 2) return [];
  return ledgers.filter((ledger) => !ofLedger(ledger)).map(({ name }) => name);
}
