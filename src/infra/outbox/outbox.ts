import { In, type EntityManager, type QueryDeepPartialEntity } from "typeorm";
import type { Database } from "../db/database";
import { insertRows } from "../db/query/rows";
import { newId } from "../../kernel/ids";
import { OutboxLaneEntity, type OutboxQueue } from "./outbox-lane.entity";
import { OutboxMessageEntity } from "./outbox-message.entity";
import { FRESH_PACE } from "./pace";

/** Something to deliver. */
export interface NewMessage {
  readonly companyId: string;
  readonly lane: string;
  /** Whose lane it is, where there is none yet; the ledger's if left out. */
  readonly queue?: OutboxQueue;
  readonly topic: string;
  readonly key: string;
  readonly subjectId: string;
  readonly afterKey?: string | null;
  /** Of messages with the same value one at most is under way. */
  readonly exclusive?: string | null;
  readonly rank: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Where messages to deliver are put down, in the transaction of what they follow from. */
export class Outbox {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly database: Database) {}

  /** Called after a commit that left something to deliver. */
  onWork(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Inside `Database.write`. What was enqueued before, by its key, is left as it is; answers how many are new. */
  async enqueue(manager: EntityManager, messages: readonly NewMessage[], at: string): Promise<number> {
    if (messages.length === 0) return 0;
    const keys = messages.map(({ key }) => key);
    const known = await manager.find(OutboxMessageEntity, {
      where: { key: In(keys) },
      select: { id: true, key: true },
    });
    const there = new Set(known.map(({ key }) => key));
    const fresh = messages.filter(({ key }) => !there.has(key));
    await this.openLanes(manager, fresh, at);
    const rows = fresh.map((message) => ({ ...messageRow(message, at) }));
    await insertRows(manager, OutboxMessageEntity, rows as QueryDeepPartialEntity<OutboxMessageEntity>[]);
    this.database.afterCommit(() => this.wake());
    return rows.length;
  }

  /**
   * Inside `Database.write`: a message that was given up, refused or withheld is tried anew; false: there is none.
   * @param changes what its payload says otherwise from now on
   */
  async release(manager: EntityManager, key: string, at: string, changes: object = {}): Promise<boolean> {
    const found = await manager.findOneBy(OutboxMessageEntity, { key, state: In(["dead", "refused", "withheld"]) });
    if (!found) return false;
    // What was given up may have arrived all the same: it is looked up first.
    const anew = { state: "unknown", failures: 0, nextAt: at, finishedAt: null, leasedUntil: null } as const;
    const payload = { ...found.payload, ...changes };
    await manager.update(OutboxMessageEntity, { id: found.id }, { ...anew, payload: payload as never });
    this.database.afterCommit(() => this.wake());
    return true;
  }

  /** Inside `Database.write`: the lane goes on, after a new consent. */
  async resume(manager: EntityManager, lane: string): Promise<void> {
    await manager.update(OutboxLaneEntity, { id: lane }, { pausedUntil: null, pauseReason: null });
    this.database.afterCommit(() => this.wake());
  }

  private wake(): void {
    for (const listener of this.listeners) listener();
  }

  private async openLanes(manager: EntityManager, messages: readonly NewMessage[], at: string): Promise<void> {
    const lanes = new Map(messages.map((message) => [message.lane, message]));
    const rows = [...lanes].map(([id, { companyId, queue = "ledger" }]) => ({
      id,
      companyId,
      queue,
      servedAt: at,
      pace: FRESH_PACE,
      createdAt: at,
    }));
    await manager
      .createQueryBuilder()
      .insert()
      .into(OutboxLaneEntity)
      .values(rows)
      .orIgnore()
      .updateEntity(false)
      .execute();
  }
}

function messageRow(message: NewMessage, at: string) {
  const { afterKey = null, exclusive = null, queue: _queue, ...rest } = message;
  const none = { refusal: null, leasedUntil: null, lastCode: null, lastText: null, externalId: null, finishedAt: null };
  return {
    id: newId(),
    ...rest,
    afterKey,
    exclusive,
    ...none,
    state: "waiting" as const,
    attempts: 0,
    failures: 0,
    keyGeneration: 0,
    nextAt: at,
    createdAt: at,
  };
}
