import { In, type EntityManager } from "typeorm";
import type { ListEntries, ListKind } from "../connector/ledger-lists";
import { LedgerListEntity } from "./ledger-list.entity";

/** The lists of one organisation's books as they were read last; null: that one never was. */
export type KnownLists = { readonly [K in ListKind]: readonly ListEntries[K][] | null } & {
  /** Instant of the oldest reading among them; null: something was never read. */
  readonly readAt: string | null;
};

export const NO_LISTS: KnownLists = {
  account: null,
  tax_rate: null,
  currency: null,
  tracking_category: null,
  organisation: null,
  readAt: null,
};

/** By connection, in one SELECT. */
export async function knownLists(
  manager: EntityManager,
  connectionIds: readonly string[],
): Promise<ReadonlyMap<string, KnownLists>> {
  const lists = new Map<string, KnownLists>();
  if (connectionIds.length === 0) return lists;
  const rows = await manager.findBy(LedgerListEntity, { connectionId: In([...connectionIds]) });
  for (const connectionId of connectionIds) {
    const own = rows.filter((row) => row.connectionId === connectionId);
    const entries = Object.fromEntries(own.map(({ kind, entries }) => [kind, entries]));
    const isWhole = own.length === Object.keys(NO_LISTS).length - 1;
    const readAt = isWhole ? (own.map((row) => row.readAt).sort()[0] ?? null) : null;
    lists.set(connectionId, { ...NO_LISTS, ...(entries as Partial<KnownLists>), readAt });
  }
  return lists;
}
