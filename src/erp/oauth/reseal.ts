import { IsNull, Not } from "typeorm";
import type { Database } from "../../infra/db/database";
import { lockRow } from "../../infra/db/query/rows";
import { LedgerAccessEntity, tokenPlace } from "./ledger-access.entity";
import { keyIdOf, SealBroken, type Sealing } from "./sealing";

export interface Resealed {
  readonly resealed: number;
  /** Under the newest key already. */
  readonly fresh: number;
  /** Under a key that is not there any more. */
  readonly broken: number;
}

const COLUMNS = ["accessToken", "refreshToken"] as const;

/** Brings every stored token under the newest key, so that an older one can be taken away. Doing it again does no harm. */
export async function resealAll(database: Database, sealing: Sealing): Promise<Resealed> {
  const rows = await database.read().find(LedgerAccessEntity, {
    where: COLUMNS.map((column) => ({ [column]: Not(IsNull()) })),
    select: { id: true },
    order: { id: "ASC" },
  });
  const counts = { resealed: 0, fresh: 0, broken: 0 };
  for (const { id } of rows) counts[await resealOne(database, sealing, id)] += 1;
  return counts;
}

/** What there is on the row under an older key is brought under the newest. */
export async function resealOne(database: Database, sealing: Sealing, id: string): Promise<keyof Resealed> {
  return database.write(async (manager) => {
    const row = await lockRow(manager, LedgerAccessEntity, id);
    const changes: Partial<Record<(typeof COLUMNS)[number], string>> = {};
    try {
      for (const column of COLUMNS) {
        const sealed = row?.[column] ?? null;
        const next = sealed === null ? null : sealing.resealed(sealed, tokenPlace(id, column));
        if (next !== null) changes[column] = next;
      }
    } catch (error) {
      if (error instanceof SealBroken) return "broken";
      throw error;
    }
    if (Object.keys(changes).length === 0) return "fresh";
    await manager.update(LedgerAccessEntity, { id }, changes);
    return "resealed";
  });
}

export function isUnderOlderKey(row: LedgerAccessEntity, sealing: Sealing): boolean {
  return COLUMNS.some((column) => row[column] !== null && keyIdOf(row[column]) !== sealing.keyId);
}
