import type { EntityManager } from "typeorm";
import { dependencyOrder } from "../../erp/catalogue/catalogue";
import { toInstant, type Clock } from "../../kernel/clock";
import type { Outbox } from "../../infra/outbox/outbox";
import type { Delivery, SentBy } from "./delivery";
import { itemDigest } from "../record/item-digest";
import { laneOf } from "../record/record-lane";
import type { RecordEntity } from "../record/record.entity";

/** Names what is delivered, for ever: the record as it was offered. */
export function deliveryKey({ id, revision }: Pick<RecordEntity, "id" | "revision">): string {
  return `record:${id}:${revision}`;
}

/**
 * A commitment and its change orders are one purchase order, whose lines are read, added to and written back: two at
 * once would lose each other's.
 */
function exclusiveOf({ companyId, feature, sourceKey }: RecordEntity): string | null {
  if (feature === "commitment") return `order:${companyId}:${sourceKey}`;
  if (feature !== "commitment_change_order") return null;
  return `order:${companyId}:${sourceKey.slice(0, sourceKey.lastIndexOf("/"))}`;
}

/** Sent records are put into the outbox, in the transaction that sends them. */
export class OutboxDelivery implements Delivery {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async enqueue(manager: EntityManager, record: RecordEntity, sent: SentBy): Promise<void> {
    const { id: subjectId, companyId, feature, revision } = record;
    const message = {
      companyId,
      lane: await laneOf(manager, record),
      topic: feature,
      key: deliveryKey(record),
      subjectId,
      exclusive: exclusiveOf(record),
      // What it builds on is in the ERP already: the policy's gate asks for it.
      rank: dependencyOrder().indexOf(feature),
      payload: { revision, itemDigest: itemDigest(record), ...sent },
    };
    await this.outbox.enqueue(manager, [message], toInstant(this.clock.now()));
  }
}
