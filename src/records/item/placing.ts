import type { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { Item, ItemReference } from "./item";

/** The ledger that a key belongs to: what it begins with; empty for the company's first ledger. */
export function keyPrefixOf(sourceKey: string): string {
  return /^@[^/]*\//.exec(sourceKey)?.[0] ?? "";
}

/** The same key in another ledger. */
export function inLedger(sourceKey: string, keyPrefix: string): string {
  return keyPrefix + sourceKey.slice(keyPrefixOf(sourceKey).length);
}

export function referencesIn(references: readonly ItemReference[], keyPrefix: string): ItemReference[] {
  return references.map(({ feature, sourceKey }) => ({ feature, sourceKey: inLedger(sourceKey, keyPrefix) }));
}

/**
 * The item in the ledger of the connection: a code or a vendor of the platform is one record in each ledger that has it,
 * and an item builds on those of its own. Null: the company has no connection yet.
 */
export function placed(item: Item, connection: Pick<ConnectionEntity, "id" | "keyPrefix"> | null): Item {
  const { connection: _named, ...payload } = item.payload;
  const keyPrefix = connection?.keyPrefix ?? "";
  const sourceKey = inLedger(item.sourceKey, keyPrefix);
  const references = referencesIn(item.references, keyPrefix);
  return { ...item, payload, connectionId: connection?.id ?? null, sourceKey, references };
}
