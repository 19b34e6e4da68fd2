import type { Meter } from "@opentelemetry/api";
import type { ObjectLiteral } from "typeorm";
import type { Database } from "../db/database";
import type { Clock } from "../../kernel/clock";
import { MailMessageEntity } from "../mail/mail-message.entity";
import { OutboxMessageEntity } from "../outbox/outbox-message.entity";

interface Waiting {
  readonly state: string;
  readonly messages: number;
  /** When the one that waits longest was to go. */
  readonly since: string;
}

/** What is not at its end, by queue: read when somebody collects, through the index of state and time. */
const QUEUES: Readonly<Record<string, { readonly entity: new () => ObjectLiteral; readonly open: readonly string[] }>> =
  {
    outbox: { entity: OutboxMessageEntity, open: ["waiting", "in_flight", "unknown"] },
    mail: { entity: MailMessageEntity, open: ["queued", "sending"] },
  };

/** Shows how much waits to be delivered, and how late the latest of it is. */
export function watchQueues(meter: Meter, database: Database, clock: Clock): void {
  const depth = meter.createObservableGauge("ledgergate_queue_messages", {
    description: "Messages that are not at their end, by queue and state.",
  });
  const late = meter.createObservableGauge("ledgergate_queue_late_seconds", {
    description: "How long ago the message that waits longest was to go; 0: none is late.",
  });
  meter.addBatchObservableCallback(
    async (result) => {
      for (const [queue, { entity, open }] of Object.entries(QUEUES)) {
        const waiting = new Map((await waitingIn(database, entity, open)).map((one) => [one.state, one]));
        for (const state of open) {
          const found = waiting.get(state);
          const seconds = found ? (clock.now().getTime() - Date.parse(found.since)) / 1000 : 0;
          result.observe(depth, found?.messages ?? 0, { queue, state });
          result.observe(late, Math.max(0, seconds), { queue, state });
        }
      }
    },
    [depth, late],
  );
}

async function waitingIn(
  database: Database,
  entity: new () => ObjectLiteral,
  open: readonly string[],
): Promise<Waiting[]> {
  const query = database.read().createQueryBuilder(entity, "message").select("message.state", "state");
  const rows = await query
    .addSelect("COUNT(*)", "messages")
    .addSelect("MIN(message.nextAt)", "since")
    .where("message.state IN (:...open)", { open })
    .groupBy("message.state")
    .getRawMany<{ state: string; messages: string | number; since: string }>();
  return rows.map(({ state, messages, since }) => ({ state, messages: Number(messages), since }));
}
