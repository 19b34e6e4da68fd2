import type { EntityManager } from "typeorm";
import type {
  DeliveryCall,
  DeliveryOutcome,
  NotThere,
  LastLook,
  OutboxHandler,
  Settlement,
} from "../../../src/infra/outbox/handler";
import type { Reason } from "../../../src/infra/outbox/message-state";
import type { OutboxMessageEntity } from "../../../src/infra/outbox/outbox-message.entity";

/** Stands for the ledger and for the owner of the messages. What it does with a call is drawn from `script`. */
export class Recipient implements OutboxHandler {
  /** How often each key arrived. */
  readonly arrived = new Map<string, number>();
  readonly settlements: (Settlement & { key: string })[] = [];
  readonly calls: string[][] = [];
  readonly lookedUp: string[][] = [];
  readonly vetoes = new Map<string, Reason>();
  /** For each call in turn; "kept" once it is used up. */
  script: ("kept" | "lost_after" | "lost_before" | "limited" | "down" | "refused" | "unauthorised" | "crash")[] = [];
  size = 50;
  lookUps = 20;
  /** Runs inside each call, before anything leaves. */
  during: () => Promise<void> = async () => undefined;

  batchSize(): number {
    return this.size;
  }

  async lastLook(_manager: EntityManager, messages: readonly OutboxMessageEntity[]): Promise<Map<string, LastLook>> {
    return new Map(
      messages.map(({ id, key }) => {
        const withheld = this.vetoes.get(key);
        return [id, withheld ? { withheld } : { withheld: null, grantId: `grant of ${key}` }];
      }),
    );
  }

  async deliver(messages: readonly OutboxMessageEntity[], call: DeliveryCall): Promise<readonly DeliveryOutcome[]> {
    const turn = this.script.shift() ?? "kept";
    this.calls.push(messages.map(({ key }) => key));
    await this.during();
    if (!call.inTime()) return messages.map(() => ({ kind: "deferred", reason: "late", retryAfterMs: null }));
    if (turn === "crash") throw new Error("the process is gone");
    if (turn === "kept" || turn === "lost_after") for (const { key } of messages) this.keep(key);
    return messages.map(({ key }) => outcome(turn, key));
  }

  lookUpSize(): number {
    return this.lookUps;
  }

  async find(messages: readonly OutboxMessageEntity[]): Promise<readonly (DeliveryOutcome | NotThere)[]> {
    this.lookedUp.push(messages.map(({ key }) => key));
    return messages.map(({ key }) =>
      this.arrived.has(key) ? { kind: "delivered", externalId: `L-${key}`, found: true } : { kind: "not_there" },
    );
  }

  async settled(_manager: EntityManager, { key }: OutboxMessageEntity, settlement: Settlement): Promise<void> {
    this.settlements.push({ ...settlement, key });
  }

  private keep(key: string): void {
    this.arrived.set(key, (this.arrived.get(key) ?? 0) + 1);
  }
}

function outcome(turn: Recipient["script"][number], key: string): DeliveryOutcome {
  switch (turn) {
    case "lost_after":
    case "lost_before":
      return { kind: "unknown", reason: "No answer" };
    case "limited":
      return { kind: "deferred", reason: "rate_limited", retryAfterMs: 60_000 };
    case "down":
      return { kind: "deferred", reason: "unavailable", retryAfterMs: null };
    case "refused":
      return { kind: "refused", faults: [{ code: "LINES_MISSING", text: "No lines" }] };
    case "unauthorised":
      return { kind: "unauthorised" };
    case "kept":
    case "crash":
      return { kind: "delivered", externalId: `L-${key}`, found: false };
  }
}
