import { createHash } from "node:crypto";
import { Between, In, type EntityManager } from "typeorm";
import type { Database } from "../../infra/db/database";
import { NamedSql } from "../../infra/db/query/named-sql";
import { OutboxLaneEntity } from "../../infra/outbox/outbox-lane.entity";
import { AuditEntryEntity } from "../../tenant/audit/audit-entry.entity";
import { RecordRevisionEntity } from "../record/record-revision.entity";
import { areaOf, EVENT_AREAS, type CompanyEvent, type EventArea } from "./company-event";
import type { EventCursor } from "./event-cursor";

/** Of more changes than these it is told only that everything is to be read anew. */
export const MAX_CHANGES_TOLD = 200;

/** Reads what happened in companies from what is stored: nothing is kept to be told later. */
export class EventReading {
  constructor(private readonly database: Database) {}

  /** How far each of the companies is; in a constant number of SELECTs. */
  async heads(companyIds: readonly string[]): Promise<ReadonlyMap<string, EventCursor>> {
    if (companyIds.length === 0) return new Map();
    const manager = this.database.read();
    const lanes = await laneDigests(manager, companyIds);
    const sql = new NamedSql();
    const ids = companyIds.map((id) => sql.bind(id)).join();
    const last =
      'SELECT "sequence" FROM "record_revision" "r" WHERE "r"."companyId" = "c"."id" ORDER BY "sequence" DESC LIMIT 1';
    const rows = await sql.rows<{ id: string; revision: number; records: number | null }>(
      manager,
      `SELECT "id", "policyRevision" AS "revision", (${last}) AS "records" FROM "company" "c" WHERE "id" IN (${ids})`,
    );
    return new Map(
      rows.map(({ id, revision, records }) => [id, { revision, records: records ?? 0, lanes: lanes.get(id) ?? NONE }]),
    );
  }

  /** Null: there is no such company any more. */
  async since(companyId: string, after: EventCursor): Promise<CompanyEvent | null> {
    const cursor = (await this.heads([companyId])).get(companyId);
    if (!cursor) return null;
    const changes = cursor.revision - after.revision;
    const moves = cursor.records - after.records;
    const nothing = { companyId, cursor, areas: [], recordIds: [], readAnew: false };
    // A cursor from ahead is one of a database that was restored since.
    if (changes < 0 || moves < 0 || changes > MAX_CHANGES_TOLD || moves > MAX_CHANGES_TOLD)
      return { ...nothing, areas: EVENT_AREAS, readAnew: true };
    const areas = changes === 0 ? new Set<EventArea>() : await this.areas(companyId, after.revision, cursor.revision);
    const recordIds = moves === 0 ? [] : await this.records(companyId, after.records, cursor.records);
    if (moves > 0) areas.add("records");
    if (cursor.lanes !== after.lanes) areas.add("deliveries");
    return { ...nothing, areas: EVENT_AREAS.filter((area) => areas.has(area)), recordIds };
  }

  private async areas(companyId: string, after: number, until: number): Promise<Set<EventArea>> {
    const where = { companyId, sequence: Between(after + 1, until) };
    const found = await this.database.read().find(AuditEntryEntity, { where, select: { id: true, action: true } });
    return new Set(found.map(({ action }) => areaOf(action)));
  }

  private async records(companyId: string, after: number, until: number): Promise<string[]> {
    const where = { companyId, sequence: Between(after + 1, until) };
    const select = { id: true, recordId: true } as const;
    const found = await this.database.read().find(RecordRevisionEntity, { where, select, order: { sequence: "ASC" } });
    return [...new Set(found.map(({ recordId }) => recordId))];
  }
}

/** Of no lane at all. */
const NONE = "00000000";

/** Why each company's lanes wait; the pace that a lane keeps by itself is no news. */
async function laneDigests(manager: EntityManager, companyIds: readonly string[]): Promise<Map<string, string>> {
  const lanes = await manager.find(OutboxLaneEntity, {
    where: { companyId: In([...companyIds]) },
    select: { id: true, companyId: true, pauseReason: true },
    order: { id: "ASC" },
  });
  const texts = new Map<string, string>();
  for (const { id, companyId, pauseReason } of lanes) {
    const reason = pauseReason === "pace" ? null : pauseReason;
    texts.set(companyId, `${texts.get(companyId) ?? ""}${id}:${reason ?? ""};`);
  }
  return new Map([...texts].map(([id, text]) => [id, createHash("sha256").update(text).digest("hex").slice(0, 8)]));
}
