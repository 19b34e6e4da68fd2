import type { EntityManager, QueryDeepPartialEntity } from "typeorm";
import { giveWay } from "../../kernel/deadline";
import { insertRows } from "../../infra/db/query/rows";
import { AuditEntryEntity } from "./audit-entry.entity";
import { AuditHeadEntity } from "./audit-head.entity";
import { BEFORE_ALL, chainOn, type UnchainedEntry } from "./chain";
import { headText, NO_KEYS, type HeadKeys } from "./head-keys";

/**
 * Adds entries to the end of their company's chain, in the transaction that holds the company's lock. All are of one
 * company, in their order, at least one. The new end is signed where the old one was: over an end that is not signed, or
 * whose signature does not hold, nothing is signed, so that a chain that somebody has computed anew stays one without.
 */
export async function appendToChain(
  manager: EntityManager,
  entries: readonly UnchainedEntry[],
  keys: HeadKeys = NO_KEYS,
): Promise<void> {
  const [first] = entries;
  if (!first) return;
  const id = first.companyId;
  const head = await manager.findOneBy(AuditHeadEntity, { id });
  const chained: AuditEntryEntity[] = [];
  for (const entry of entries) {
    chained.push(...chainOn(chained.at(-1) ?? head ?? BEFORE_ALL, [entry]));
    await giveWay();
  }
  // The type of a JSON column's partial has no place for a record of unknowns.
  await insertRows(manager, AuditEntryEntity, chained as QueryDeepPartialEntity<AuditEntryEntity>[]);
  const { sequence, hash, createdAt } = chained.at(-1) ?? { ...BEFORE_ALL, createdAt: first.createdAt };
  const isSound = head ? keys.standing(headText(id, head), head) === "signed" : first.sequence === 1;
  const signed = (isSound && keys.sign(headText(id, { sequence, hash }))) || UNSIGNED;
  if (head) await manager.update(AuditHeadEntity, { id }, { sequence, hash, ...signed });
  else await insertRows(manager, AuditHeadEntity, [{ id, sequence, hash, ...signed, createdAt }]);
}

const UNSIGNED = { keyId: null, signature: null };
