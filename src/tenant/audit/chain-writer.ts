import type { EntityManager, QueryDeepPartialEntity } from "typeorm";
import { insertRows } from "../../infra/db/query/rows";
import { AuditEntryEntity } from "./audit-entry.entity";
import { AuditHeadEntity } from "./audit-head.entity";
import { BEFORE_ALL, chainOn, type UnchainedEntry } from "./chain";

/**
 * Adds entries to the end of their company's chain, in the transaction that holds the company's lock. All are of one
 * company, in their order, at least one.
 */
export async function appendToChain(manager: EntityManager, entries: readonly UnchainedEntry[]): Promise<void> {
  const [first] = entries;
  if (!first) return;
  const id = first.companyId;
  const head = await manager.findOneBy(AuditHeadEntity, { id });
  const chained = chainOn(head ?? BEFORE_ALL, entries);
  // The type of a JSON column's partial has no place for a record of unknowns.
  await insertRows(manager, AuditEntryEntity, chained as QueryDeepPartialEntity<AuditEntryEntity>[]);
  const { sequence, hash, createdAt } = chained.at(-1) ?? { ...BEFORE_ALL, createdAt: first.createdAt };
  if (head) await manager.update(AuditHeadEntity, { id }, { sequence, hash });
  else await insertRows(manager, AuditHeadEntity, [{ id, sequence, hash, createdAt }]);
}
