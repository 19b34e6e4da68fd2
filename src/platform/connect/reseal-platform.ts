import type { Database } from "../../infra/db/database";
import { lockRow } from "../../infra/db/query/rows";
import { SealBroken } from "../../erp/oauth/sealing";
import type { ConnectionSecrets } from "./connection-secrets";
import { PlatformConnectionEntity, SECRET_COLUMNS, type SecretColumn } from "./platform-connection.entity";

/** Brings every secret of the platform's connections under the newest key. Doing it again does no harm. */
export async function resealPlatform(database: Database, secrets: ConnectionSecrets): Promise<void> {
  const rows = await database.read().find(PlatformConnectionEntity, { select: { id: true } });
  for (const { id } of rows)
    await database.write(async (manager) => {
      const row = await lockRow(manager, PlatformConnectionEntity, id);
      const changes = row ? resealed(secrets, row) : {};
      if (Object.keys(changes).length > 0) await manager.update(PlatformConnectionEntity, { id }, changes);
    });
}

function resealed(secrets: ConnectionSecrets, row: PlatformConnectionEntity): Partial<Record<SecretColumn, string>> {
  const changes: Partial<Record<SecretColumn, string>> = {};
  for (const column of SECRET_COLUMNS)
    try {
      const next = secrets.resealed(row, column);
      if (next !== null) changes[column] = next;
    } catch (error) {
      // Its key is gone: whoever needs it is told so.
      if (!(error instanceof SealBroken)) throw error;
    }
  return changes;
}
