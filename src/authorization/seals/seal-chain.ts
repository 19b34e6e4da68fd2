import type { EntityManager, QueryDeepPartialEntity } from "typeorm";
import { insertRows } from "../../infra/db/query/rows";
import { chainHash, CHAIN_START } from "../../kernel/hash-chain";
import { newId } from "../../kernel/ids";
import { DecisionSealEntity } from "./decision-seal.entity";

/** Any number, the same for every Ledgergate: who holds it on PostgreSQL adds to the chain. */
const SEAL_LOCK = 7_340_034;

/** A place in the chain of seals. */
export interface SealPlace {
  readonly sequence: number;
  readonly hash: string;
}

/** A link before it has its place. */
export type NewSeal = Omit<DecisionSealEntity, "id" | "sequence" | "previousHash" | "hash">;

/** Adds a link to the end of the chain and answers its number. Inside `Database.write`. */
export async function addSeal(manager: EntityManager, seal: NewSeal): Promise<number> {
  // Several instances write; on SQLite the transaction holds the whole database already.
  if (manager.dataSource.options.type === "postgres")
    await manager.query("SELECT pg_advisory_xact_lock($1)", [SEAL_LOCK]);
  const last = await lastSeal(manager);
  const place = { sequence: (last?.sequence ?? 0) + 1, previousHash: last?.hash ?? CHAIN_START };
  const row = { id: newId(), ...seal, ...place, hash: sealHash({ ...seal, ...place }) };
  await insertRows(manager, DecisionSealEntity, [row as QueryDeepPartialEntity<DecisionSealEntity>]);
  return place.sequence;
}

/** The end of the chain; null: nothing was sealed yet. */
export async function lastSeal(manager: EntityManager): Promise<DecisionSealEntity | null> {
  const [last] = await manager.find(DecisionSealEntity, { order: { sequence: "DESC" }, take: 1 });
  return last ?? null;
}

/** The hash that the seal's content calls for: of every column but `id`, `digests` and `hash`. */
export function sealHash(seal: Omit<DecisionSealEntity, "id" | "digests" | "hash">): string {
  const { sequence, word, at, entries, until, days, through, throughHash, content, previousHash } = seal;
  return chainHash({ sequence, word, at, entries, until, days, through, throughHash, content, previousHash });
}
