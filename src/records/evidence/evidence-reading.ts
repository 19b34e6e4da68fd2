import { In, type EntityManager } from "typeorm";
import type { Database } from "../../infra/db/database";
import { OutboxAttemptEntity } from "../../infra/outbox/outbox-attempt.entity";
import { OutboxMessageEntity } from "../../infra/outbox/outbox-message.entity";
import { RecordRevisionEntity } from "../record/record-revision.entity";
import { RecordEntity } from "../record/record.entity";
import { evidenceOf, type Evidence } from "./evidence";

/** The time in which something was sent. */
export interface EvidencePeriod {
  /** Inclusive; null: from the beginning. */
  readonly from: string | null;
  /** Exclusive; null: until now. */
  readonly until: string | null;
}

/** Reads what shows how records were sent. Whoever may, that is for the caller to ask. */
export class EvidenceReading {
  constructor(
    private readonly database: Database,
    /** Sendings read at once. */
    private readonly page = 200,
  ) {}

  /** Of each of the records, its sendings, the first one first; four SELECTs, however many records. */
  async ofRecords(records: readonly RecordEntity[]): Promise<ReadonlyMap<string, readonly Evidence[]>> {
    const manager = this.database.read();
    const subjectId = In(records.map(({ id }) => id));
    const companyId = In([...new Set(records.map((record) => record.companyId))]);
    const messages = await manager.find(OutboxMessageEntity, { where: { companyId, subjectId }, order: { id: "ASC" } });
    const found = await evidenceFor(manager, messages);
    return new Map(records.map(({ id }) => [id, found.filter(({ recordId }) => recordId === id)]));
  }

  /** What a company sent in the period, the first sending first, read page by page as it is taken. */
  async *each(companyId: string, { from, until }: EvidencePeriod): AsyncGenerator<Evidence> {
    let after: string | null = null;
    for (;;) {
      const query = this.database
        .read()
        .createQueryBuilder(OutboxMessageEntity, "message")
        .where("message.companyId = :companyId", { companyId })
        .orderBy("message.id")
        .limit(this.page);
      if (from !== null) query.andWhere("message.createdAt >= :from", { from });
      if (until !== null) query.andWhere("message.createdAt < :until", { until });
      if (after !== null) query.andWhere("message.id > :after", { after });
      const messages: OutboxMessageEntity[] = await query.getMany();
      yield* await evidenceFor(this.database.read(), messages);
      after = messages.at(-1)?.id ?? null;
      if (messages.length < this.page) return;
    }
  }
}

async function evidenceFor(manager: EntityManager, messages: readonly OutboxMessageEntity[]): Promise<Evidence[]> {
  if (messages.length === 0) return [];
  const recordIds = [...new Set(messages.map(({ subjectId }) => subjectId))];
  const records = await manager.findBy(RecordEntity, { id: In(recordIds) });
  const byId = new Map(records.map((record) => [record.id, record]));
  const history = await manager.find(RecordRevisionEntity, {
    where: { recordId: In(recordIds) },
    order: { version: "ASC" },
  });
  const attempts = await manager.find(OutboxAttemptEntity, {
    where: { messageId: In(messages.map(({ id }) => id)) },
    order: { number: "ASC" },
  });
  const historyOf = grouped(history, ({ recordId }) => recordId);
  const attemptsOf = grouped(attempts, ({ messageId }) => messageId);
  return messages.flatMap((message) => {
    const record = byId.get(message.subjectId);
    if (!record) return [];
    const own = { attempts: attemptsOf.get(message.id) ?? [], history: historyOf.get(record.id) ?? [] };
    return [evidenceOf({ message, record, ...own })];
  });
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
