import { LRUCache } from "lru-cache";
import type { Database } from "../../infra/db/database";
import type { ApiKeys, StoredKey } from "./api-key-format";
import { ApiKeyEntity } from "./api-key.entity";
import { instantAfter } from "../../kernel/clock";

const TOUCH_EVERY_MS = 60_000;

/** Keys kept at most. */
const MAX_KEYS = 1_000;

/**
 * The keys in the database, as authentication looks them up, so that a revoked key is out at once: on PostgreSQL read
 * afresh each time; SQLite tells of every commit, whoever made it, so a key is read again after any.
 */
export class StoredApiKeys implements ApiKeys {
  private readonly kept = new LRUCache<string, { readonly dataVersion: number; readonly key: StoredKey }>({
    max: MAX_KEYS,
  });

  constructor(private readonly database: Database) {}

  async findByPrefix(prefix: string): Promise<StoredKey | null> {
    const exact = this.database.kind === "sqlite" && !this.database.inWrite();
    const dataVersion = exact ? this.database.feed.dataVersion() : null;
    const kept = this.kept.get(prefix);
    if (kept && kept.dataVersion === dataVersion) return kept.key;
    const key = await this.database.read().findOneBy(ApiKeyEntity, { prefix });
    if (key && dataVersion !== null) this.kept.set(prefix, { dataVersion, key });
    return key;
  }

  /** Writes at most once a minute and key, whichever process was asked. */
  async touch(id: string, at: string): Promise<void> {
    const before = instantAfter(at, -TOUCH_EVERY_MS);
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
