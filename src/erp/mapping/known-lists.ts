import { In, type EntityManager } from "typeorm";
import { LIST_KINDS, type ListEntries, type ListKind } from "../connector/ledger-lists";
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

/** Of all connections of the companies for which some list was read, by connection, in one SELECT. */
export async function knownListsOf(
  manager: EntityManager,
  companyIds: readonly string[],
): Promise<ReadonlyMap<string, KnownLists>> {
  const rows = await manager.findBy(LedgerListEntity, { companyId: In([...companyIds]) });
  const connectionIds = new Set(rows.map(({ connectionId }) => connectionId));
  return new Map([...connectionIds].map((id) => [id, listsOf(rows, id)]));
}

/** By connection, in one SELECT. */
export async function knownLists(
  manager: EntityManager,
  connectionIds: readonly string[],
): Promise<ReadonlyMap<string, KnownLists>> {
  if (connectionIds.length === 0) return new Map();
  const rows = await manager.findBy(LedgerListEntity, { connectionId: In([...connectionIds]) });
  return new Map(connectionIds.map((id) => [id, listsOf(rows, id)]));
}

function listsOf(rows: readonly LedgerListEntity[], connectionId: string): KnownLists {
  const own = rows.filter((row) => row.connectionId === connectionId);
  const entries = Object.fromEntries(own.map(({ kind, entries: read }) => [kind, read]));
  const readAt = own.length === LIST_KINDS.length ? (own.map((row) => row.readAt).sort()[0] ?? null) : null;
  return { ...NO_LISTS, ...(entries as Partial<KnownLists>), readAt };
}
