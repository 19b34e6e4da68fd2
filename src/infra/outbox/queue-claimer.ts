import type { EntityManager } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../db/database";
import { insertRows, lockRow } from "../db/query/rows";
import { toInstant } from "../../kernel/clock";
import type { Leases } from "../queue/leases";
import { newId } from "../../kernel/ids";
import { batchOf } from "./batch";
import { dueMessages } from "./due";
import type { DeliveryCall, LastLook, OutboxHandler } from "./handler";
import type { MessageState } from "./message-state";
import { OutboxAttemptEntity } from "./outbox-attempt.entity";
import { OutboxLaneEntity } from "./outbox-lane.entity";
import { OutboxMessageEntity } from "./outbox-message.entity";
import { callKeyOf } from "./call-key";
import { landed, nextCallAt, partlyFilledAt, spend } from "./pace";
import type { RelaySettings } from "./relay-settings";
import { settle } from "./settle";
import { GracePeriod } from "./grace-period";

export interface LaneName {
  readonly id: string;
  readonly companyId: string;
}

/** Calls that the allowance was charged with, and when. */
interface Planned {
  readonly plannedAt: number;
  readonly calls: number;
}

/** Until when nothing is tried in a lane, and why; nothing where it is not paused. */
export type Paused = Partial<Pick<OutboxLaneEntity, "pausedUntil" | "pauseReason">>;

/** What a relay does next in a lane: a call, a look-up, or nothing before an instant. */
export type NextStep =
  | (Planned & { readonly kind: "call"; readonly messages: OutboxMessageEntity[]; readonly call: DeliveryCall })
  | (Planned & { readonly kind: "look_up"; readonly messages: OutboxMessageEntity[] })
  | { readonly kind: "settled" }
  | { readonly kind: "nothing"; readonly resumeAt: number | null };

/** More than any call carries, for what may not travel together is left out. */
const DUE_BATCH_SIZE = 100;

/** Claims a lane's messages: tries and the allowance are counted before any call, in the claiming transaction. */
export class QueueClaimer {
  private readonly watch: GracePeriod;
  private readonly steady: () => number;

  constructor(
    private readonly database: Database,
    private readonly handler: OutboxHandler,
    private readonly settings: RelaySettings,
    private readonly leases: Leases<OutboxLaneEntity>,
  ) {
    this.steady = settings.steady ?? (() => performance.now());
    this.watch = new GracePeriod(this.steady);
  }

  /** @param mine messages that this process is at, whatever the clock says of their lease */
  async next(laneId: LaneName, mine: ReadonlySet<string>): Promise<NextStep> {
    const { appPace } = this.settings;
    const appFree = (await appPace?.ready()) ?? 0;
    return this.database.write(async (manager) => {
      const { lane, policyRevision } = await held(manager, laneId);
      const now = this.settings.clock.now().getTime();
      const isPaused = lane.pausedUntil !== null && Date.parse(lane.pausedUntil) > now;
      if (isPaused || !this.leases.isMine(lane)) return { kind: "nothing", resumeAt: null };
      const due = await dueMessages(manager, lane.id, toInstant(new Date(now)), DUE_BATCH_SIZE, mine);
      const [first] = due;
      if (!first) return { kind: "nothing", resumeAt: null };
      const lost = due.filter(({ state }) => state === "in_flight");
      if (lost.length > 0) return this.lose(manager, lost, now);
      const early = due.filter((one) => one.state === "unknown" && this.tooEarly(one));
      if (early.length > 0) return this.postpone(manager, early, now);
      const calls = first.state === "unknown" ? 1 : this.callsOf(first.topic);
      const free = Math.max(
        nextCallAt(lane.pace, this.settings.limits, now, calls),
        appFree,
        this.gathers(lane, due, now),
      );
      if (free > now) return { kind: "nothing", resumeAt: free };
      // Another lane had the last of it: ask again.
      if (appPace?.trySpend(calls) === false) return { kind: "settled" };
      if (first.state === "unknown") return this.lookUp(manager, lane, due, now);
      return this.claim(manager, lane, due, { now, policyRevision });
    });
  }

  /** Until when a call waits for more that it could carry. */
  private gathers({ pace }: OutboxLaneEntity, due: readonly OutboxMessageEntity[], now: number): number {
    const topic = due[0]?.topic ?? "";
    const batch = due[0]?.state === "waiting" ? batchOf(due, topic) : [];
    if (batch.length === 0 || batch.length >= this.handler.batchSize(topic)) return now;
    const since = Math.min(...batch.map(({ nextAt }) => Date.parse(nextAt)));
    return partlyFilledAt(pace, this.settings.limits, now, since);
  }

  private callsOf(topic: string): number {
    return this.handler.callsOf?.(topic) ?? 1;
  }

  private tooEarly(message: OutboxMessageEntity): boolean {
    return this.watch.left(message, this.settings.lookUpAfterMs) > 0;
  }

  /** The clock has jumped, or this process has just begun: a write that is under way must have landed first. */
  private async postpone(
    manager: EntityManager,
    early: readonly OutboxMessageEntity[],
    now: number,
  ): Promise<NextStep> {
    for (const message of early) {
      const nextAt = toInstant(new Date(now + this.watch.left(message, this.settings.lookUpAfterMs)));
      await manager.update(OutboxMessageEntity, { id: message.id }, { nextAt });
    }
    return { kind: "settled" };
  }

  /** The answer has come: from now on the call counts against the allowance, and the lane rests where it asks for that. */
  async landed(manager: EntityManager, laneId: LaneName, { plannedAt, calls }: Planned, paused: Paused): Promise<void> {
    const { lane } = await held(manager, laneId);
    const pace = landed(lane.pace, plannedAt, this.settings.clock.now().getTime(), calls);
    await manager.update(OutboxLaneEntity, { id: lane.id }, { pace, ...paused });
  }

  /** A try that was never completed, because its process is gone: nobody knows what came of it. */
  private async lose(manager: EntityManager, lost: readonly OutboxMessageEntity[], now: number): Promise<NextStep> {
    for (const message of lost) {
      this.tooEarly(message);
      await settle(manager, this.handler, this.settings, message, { kind: "unknown", reason: "The try was lost" }, now);
    }
    return { kind: "settled" };
  }

  private async lookUp(
    manager: EntityManager,
    lane: OutboxLaneEntity,
    due: readonly OutboxMessageEntity[],
    now: number,
  ): Promise<NextStep> {
    const topic = due[0]?.topic ?? "";
    const open = due.filter((message) => message.topic === topic && message.state === "unknown");
    const messages = open.slice(0, this.handler.lookUpSize?.(topic) ?? 1);
    await this.count(manager, lane, now, 1);
    await this.begin(manager, messages, { callKey: null, policyRevision: null, looks: new Map() }, now);
    for (const { id, attempts } of messages) this.watch.lookedUp(id, attempts);
    return { kind: "look_up", messages, plannedAt: now, calls: 1 };
  }

  private async claim(
    manager: EntityManager,
    lane: OutboxLaneEntity,
    due: readonly OutboxMessageEntity[],
    { now, policyRevision }: { readonly now: number; readonly policyRevision: number },
  ): Promise<NextStep> {
    const topic = due[0]?.topic ?? "";
    const batch = batchOf(due, topic).slice(0, this.handler.batchSize(topic));
    const looks = await this.handler.lastLook(manager, batch);
    for (const message of batch) {
      const reason = looks.get(message.id)?.withheld;
      if (!reason) continue;
      // A try of its own: what became of an earlier one stays as it was written down.
      await this.begin(manager, [message], { callKey: null, policyRevision, looks }, now);
      await settle(manager, this.handler, this.settings, message, { kind: "withheld", reason }, now);
    }
    const messages = batch.filter(({ id }) => !looks.get(id)?.withheld);
    if (messages.length === 0) return { kind: "settled" };
    const calls = this.callsOf(topic);
    await this.count(manager, lane, now, calls);
    const callKey = callKeyOf(messages);
    for (const { id } of messages) this.watch.forget(id);
    await this.begin(manager, messages, { callKey, policyRevision, looks }, now);
    return { kind: "call", messages, call: { key: callKey, inTime: this.deadline(now) }, plannedAt: now, calls };
  }

  /**
   * Where the lease is over or may be, another relay looks for the messages, and sends what it does not find. The steady
   * clock sees a process that was slow, the other one a machine that slept.
   */
  private deadline(now: number): () => boolean {
    const { clock, leaseMs, writeWithinMs } = this.settings;
    const since = this.steady();
    return () => this.steady() - since < writeWithinMs && clock.now().getTime() < now + leaseMs;
  }

  private async count(manager: EntityManager, lane: OutboxLaneEntity, now: number, calls: number): Promise<void> {
    await this.leases.take(manager, [lane], { pace: spend(lane.pace, now, calls) });
  }

  private async begin(
    manager: EntityManager,
    messages: readonly OutboxMessageEntity[],
    { callKey, policyRevision, looks }: Beginning,
    now: number,
  ): Promise<void> {
    const state: MessageState = callKey === null ? "unknown" : "in_flight";
    const startedAt = toInstant(new Date(now));
    const leasedUntil = toInstant(new Date(now + this.settings.leaseMs));
    const ids = messages.map(({ id }) => id);
    const next = { state, leasedUntil, nextAt: leasedUntil, attempts: () => "attempts + 1" };
    await manager.createQueryBuilder().update(OutboxMessageEntity).set(next).whereInIds(ids).execute();
    for (const message of messages) Object.assign(message, { state, leasedUntil, attempts: message.attempts + 1 });
    const attempts = messages.map((message) => ({
      id: newId(),
      messageId: message.id,
      number: message.attempts,
      callKey,
      grantId: grantOf(looks.get(message.id)),
      policyRevision,
      startedAt,
      endedAt: null,
      outcome: null,
      detail: null,
      createdAt: startedAt,
    }));
    await insertRows(manager, OutboxAttemptEntity, attempts);
  }
}

interface Beginning {
  /** Null: a look-up. */
  readonly callKey: string | null;
  readonly policyRevision: number | null;
  readonly looks: ReadonlyMap<string, LastLook>;
}

interface Held {
  readonly lane: OutboxLaneEntity;
  /** In force until the transaction ends: whoever changes a right holds the company too. */
  readonly policyRevision: number;
}

/** Company, lane, message: everybody who holds rows takes them in this order. */
async function held(manager: EntityManager, { id, companyId }: LaneName): Promise<Held> {
  const company = await lockRow(manager, CompanyEntity, companyId);
  const lane = await lockRow(manager, OutboxLaneEntity, id);
  if (!lane || !company) throw new Error("A lane that is not there");
  return { lane, policyRevision: company.policyRevision };
}

function grantOf(look: LastLook | undefined): string | null {
  return look?.withheld === null ? look.grantId : null;
}
