import { createHash } from "node:crypto";
import { In, IsNull, type EntityManager } from "typeorm";
import type { Database } from "../../../infra/db/database";
import { toInstant, type Clock } from "../../../kernel/clock";
import { newId } from "../../../kernel/ids";
import { LedgerNoticeEntity, type NoticedResource } from "./ledger-notice.entity";

export interface LedgerNotice {
  readonly companyId: string;
  readonly connectionId: string;
  readonly resource: NoticedResource;
  /** The ledger's id. */
  readonly externalId: string;
  /** ISO-8601 instant; null: the ledger did not say, so it counts as of now. */
  readonly happenedAt: string | null;
}

/** The port to whoever wants to know what changed in a ledger. */
export interface LedgerChanges {
  /** The same notice again changes nothing. */
  noticed(notices: readonly LedgerNotice[]): Promise<void>;
}

/** Keeps notices until whoever compares the books has looked. */
export class KeptLedgerChanges implements LedgerChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async noticed(notices: readonly LedgerNotice[]): Promise<void> {
    if (notices.length === 0) return;
    const createdAt = toInstant(this.clock.now());
    const dated = notices.map((notice) => ({ ...notice, happenedAt: notice.happenedAt ?? createdAt }));
    const rows = dated.map((notice) => ({
      id: newId(),
      ...notice,
      eventKey: keyOf(notice),
      takenAt: null,
      createdAt,
    }));
    await this.database.write(async (manager) => {
      const insert = manager.createQueryBuilder().insert().into(LedgerNoticeEntity).values(rows);
      await insert.orIgnore().updateEntity(false).execute();
    });
  }

  /** What nobody has looked at yet, oldest first. */
  async waiting(connectionId: string, most: number): Promise<LedgerNoticeEntity[]> {
    const where = { connectionId, takenAt: IsNull() };
    return this.database.read().find(LedgerNoticeEntity, { where, order: { id: "ASC" }, take: most });
  }

  /** Connections of which something waits. */
  async connections(): Promise<string[]> {
    const query = this.database.read().createQueryBuilder(LedgerNoticeEntity, "notice");
    const rows = await query
      .select("DISTINCT notice.connectionId", "id")
      .where("notice.takenAt IS NULL")
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  /** Inside `Database.write`, with what came of them: they have been looked at. */
  async taken(manager: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await manager.update(LedgerNoticeEntity, { id: In([...ids]) }, { takenAt: toInstant(this.clock.now()) });
  }
}

function keyOf({ connectionId, resource, externalId, happenedAt }: LedgerNotice): string {
  return createHash("sha256").update([connectionId, resource, externalId, happenedAt].join("\n")).digest("hex");
}
