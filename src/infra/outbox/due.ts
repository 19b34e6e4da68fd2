import { Brackets, type EntityManager, type SelectQueryBuilder } from "typeorm";
import { OutboxLaneEntity, type OutboxQueue } from "./outbox-lane.entity";
import { OutboxMessageEntity } from "./outbox-message.entity";

/** Not held back by a message that must be delivered first. */
const PARENT_DELIVERED = `(message.afterKey IS NULL OR NOT EXISTS (
  SELECT 1 FROM outbox_message parent WHERE parent."key" = message.afterKey AND parent.state <> 'delivered'))`;

/** Nothing with which it may not be under way is. */
const UNHINDERED = `(message.exclusive IS NULL OR NOT EXISTS (
  SELECT 1 FROM outbox_message other WHERE other.exclusive = message.exclusive AND other.id <> message.id
    AND other.state IN ('in_flight', 'unknown')))`;

/** Messages that a relay can do something about now. */
function due(query: SelectQueryBuilder<OutboxMessageEntity>, now: string): SelectQueryBuilder<OutboxMessageEntity> {
  return query
    .andWhere(
      new Brackets((either) =>
        either
          .where(`message.state = 'waiting' AND message.nextAt <= :now AND ${UNHINDERED}`)
          .orWhere("message.state = 'unknown' AND message.nextAt <= :now")
          .orWhere("message.state = 'in_flight' AND message.leasedUntil <= :now"),
      ),
    )
    .andWhere(PARENT_DELIVERED)
    .setParameters({ now });
}

/**
 * A lane's due messages by rank and age; where something was lost or is to be looked up, that alone. Each of the two
 * questions is answered in the order of an index, however many wait.
 * @param mine messages that this process is at, whatever the clock says of their lease
 */
export async function dueMessages(
  manager: EntityManager,
  lane: string,
  now: string,
  most: number,
  mine: ReadonlySet<string>,
): Promise<OutboxMessageEntity[]> {
  const ofLane = (states: string) =>
    due(manager.createQueryBuilder(OutboxMessageEntity, "message").where("message.lane = :lane", { lane }), now)
      .andWhere(`message.state ${states}`)
      .orderBy("message.rank")
      .addOrderBy("message.id")
      .limit(most)
      .getMany();
  const open = (await ofLane("IN ('in_flight', 'unknown')")).filter(({ id }) => !mine.has(id));
  return open.length > 0 ? open : ofLane("= 'waiting'");
}

/** Lanes of the queue that have something due, those that waited longest first. */
export function dueLanes(
  manager: EntityManager,
  queue: OutboxQueue,
  now: string,
): SelectQueryBuilder<OutboxLaneEntity> {
  const work = due(
    manager.createQueryBuilder(OutboxMessageEntity, "message").select("1").where("message.lane = lane.id"),
    now,
  );
  return manager
    .createQueryBuilder(OutboxLaneEntity, "lane")
    .where("lane.queue = :queue", { queue })
    .andWhere("(lane.pausedUntil IS NULL OR lane.pausedUntil <= :now)")
    .andWhere(`EXISTS (${work.getQuery()})`)
    .setParameters(work.getParameters())
    .orderBy("lane.servedAt")
    .addOrderBy("lane.id");
}

/** When something of the queue will be due next, as far as it is known now; null: nothing waits for a time. */
export async function nextDueAt(manager: EntityManager, queue: OutboxQueue): Promise<string | null> {
  const query = manager
    .createQueryBuilder(OutboxMessageEntity, "message")
    .innerJoin(OutboxLaneEntity, "lane", "lane.id = message.lane AND lane.queue = :queue", { queue })
    .select(
      `MIN(CASE WHEN lane.pausedUntil IS NOT NULL AND lane.pausedUntil > COALESCE(message.leasedUntil, message.nextAt)
         THEN lane.pausedUntil ELSE COALESCE(message.leasedUntil, message.nextAt) END)`,
      "at",
    )
    .where("message.state IN ('waiting', 'unknown', 'in_flight')")
    .andWhere(PARENT_DELIVERED)
    .andWhere(`(message.state <> 'waiting' OR ${UNHINDERED})`);
  const row = await query.getRawOne<{ at: string | null }>();
  return row?.at ?? null;
}
