import { chainHash, CHAIN_START } from "../../kernel/hash-chain";
import type { AuditEntryEntity } from "./audit-entry.entity";

/** An entry before it has its place in the chain. */
export type UnchainedEntry = Omit<AuditEntryEntity, "previousHash" | "hash">;

/** A place in a chain. */
export interface ChainPlace {
  readonly sequence: number;
  readonly hash: string;
}

/** Where every chain starts. */
export const BEFORE_ALL: ChainPlace = { sequence: 0, hash: CHAIN_START };

/** The entries in their order, each with the hash of the one before it and its own. */
export function chainOn(previous: ChainPlace, entries: readonly UnchainedEntry[]): AuditEntryEntity[] {
  let previousHash = previous.hash;
  return entries.map((entry) => {
    const content = asRead({ ...entry, previousHash });
    const hash = hashOf(content);
    previousHash = hash;
    return { ...content, hash };
  });
}

/**
 * The hash that the entry's content and previous hash call for, whatever it carries: of every column but `hash`, and of
 * `seals` only where there are any, as entries were hashed before there were.
 */
export function hashOf(entry: Omit<AuditEntryEntity, "hash">): string {
  const { id, companyId, sequence, at, actorKind, actorId, actorName, action, targetKind, targetId } = entry;
  const { before, after, why, policyRevision, createdAt, previousHash, seals } = entry;
  const who = { actorKind, actorId, actorName };
  const what = { action, targetKind, targetId, before, after, why };
  const sealed = seals ? { seals } : {};
  return chainHash({
    id,
    companyId,
    sequence,
    at,
    ...who,
    ...what,
    policyRevision,
    createdAt,
    ...sealed,
    previousHash,
  });
}

/** As the databases give it back: JSON without what JSON does not hold, text without halves of pairs. */
function asRead<T extends Omit<AuditEntryEntity, "hash">>(entry: T): T {
  const columns = Object.entries(entry).map(([name, value]) => [
    name,
    typeof value === "string" ? Buffer.from(value, "utf8").toString("utf8") : plainJson(value),
  ]);
  return Object.fromEntries(columns) as T;
}

function plainJson(value: unknown): unknown {
  return value === undefined || value === null ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}
