import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import { addSeal, type SealPlace } from "../seals/seal-chain";
import type { DecisionEntryEntity } from "./decision-entry.entity";

const SHORT = 16;

/** Seals a batch of decisions and answers the seal's number. Inside `Database.write`, before they are written. */
export async function sealBatch(
  manager: EntityManager,
  entries: readonly DecisionEntryEntity[],
  at: string,
): Promise<number> {
  const hashes = entryHashes(entries);
  const until = entries.reduce((latest, entry) => (entry.at > latest ? entry.at : latest), "");
  const content = contentOf(hashes);
  return addSeal(manager, {
    ...{ word: "written", at, entries: entries.length, until, digests: hashes.map(shortHash), content },
    ...{ days: null, through: null, throughHash: null },
  });
}

/** Says in the chain what retention has deleted. Inside `Database.write`. */
export function sealRetention(
  manager: EntityManager,
  { at, until, days, through }: { at: string; until: string; days: number; through: SealPlace | null },
): Promise<number> {
  const last = { through: through?.sequence ?? null, throughHash: through?.hash ?? null };
  const nothing = { entries: 0, digests: [], content: contentOf([]) };
  return addSeal(manager, { word: "kept_since", at, until, days, ...last, ...nothing });
}

/** Of decisions, in the order of their ids. */
export function entryHashes(entries: readonly DecisionEntryEntity[]): string[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1)).map(entryHash);
}

export function contentOf(hashes: readonly string[]): string {
  return createHash("sha256").update(hashes.join("")).digest("hex");
}

export function shortHash(hash: string): string {
  return hash.slice(0, SHORT);
}

/** SHA-256 over the decision as JSON, its members in this order: a log is written all the time, so nothing is sorted. */
function entryHash(entry: DecisionEntryEntity): string {
  const { id, companyId, at, askerKind, asker, subjectId, subjectReference, action, resource, recordId, facts } = entry;
  const { allowed, code, reasons, grantId, policyRevision, asOf, consistency, traceId, enforced } = entry;
  const question = [
    askerKind,
    asker,
    subjectId,
    subjectReference,
    action,
    resource,
    recordId,
    facts,
    asOf,
    consistency,
  ];
  const answer = [allowed, code, reasons, grantId, policyRevision, enforced, traceId];
  return createHash("sha256")
    .update(JSON.stringify([id, companyId, at, question, answer]))
    .digest("hex");
}
