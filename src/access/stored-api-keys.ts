import type { Database } from "../db/database";
import type { ApiKeys, StoredKey } from "./api-key-format";
import { ApiKeyEntity } from "./api-key.entity";

const TOUCH_EVERY_MS = 60_000;

/** The keys in the database, as authentication looks them up: read afresh each time, so that a revoked key is out at once. */
export class StoredApiKeys implements ApiKeys {
  constructor(private readonly database: Database) {}

  findByPrefix(prefix: string): Promise<StoredKey | null> {
    return this.database.read().findOneBy(ApiKeyEntity, { prefix });
  }

  /** Writes at most once a minute and key, whichever process was asked. */
  async touch(id: string, at: string): Promise<void> {
    const before = new Date(Date.parse(at) - TOUCH_EVERY_MS).toISOString();
    await this.database.write(async (manager) => {
      await manager
        .createQueryBuilder()
        .update(ApiKeyEntity)
        .set({ lastUsedAt: at })
        .where("id = :id", { id })
        .andWhere(`("lastUsedAt" IS NULL OR "lastUsedAt" <= :before)`, { before })
        .execute();
    });
  }
}
