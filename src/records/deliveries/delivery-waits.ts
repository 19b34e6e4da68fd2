import { Brackets, In, type EntityManager } from "typeorm";
import { OutboxLaneEntity } from "../../infra/outbox/outbox-lane.entity";
import { OutboxMessageEntity } from "../../infra/outbox/outbox-message.entity";

/**
 * Why a message does not leave now. `parent`: what must be delivered first; `shared`: what may not travel with it;
 * `unknown_outcome`: whether it arrived is looked up first.
 */
export const WAIT_REASONS = ["lane_paused", "parent", "shared", "unknown_outcome", "not_before"] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

export interface Wait {
  readonly reason: WaitReason;
  /** ISO-8601 instant; null: it is not known when it ends. */
  readonly until: string | null;
  /** The record that it waits for. */
  readonly recordId: string | null;
  /** Code of what holds that one up, or the lane. */
  readonly code: string | null;
}

/** Everything that each message waits for, in two SELECTs. */
export async function waitsOf(
  manager: EntityManager,
  messages: readonly OutboxMessageEntity[],
  now: string,
): Promise<Wait[][]> {
  const waiting = messages.filter(isHeld);
  if (waiting.length === 0) return messages.map(() => []);
  const lanes = await manager.findBy(OutboxLaneEntity, { id: In([...new Set(waiting.map(({ lane }) => lane))]) });
  const others = await othersOf(manager, waiting);
  return messages.map((message) => (isHeld(message) ? waits(message, lanes, others, now) : []));
}

function isHeld({ state }: OutboxMessageEntity): boolean {
  return state === "waiting" || state === "unknown";
}

async function othersOf(manager: EntityManager, waiting: readonly OutboxMessageEntity[]) {
  const parents = waiting.flatMap(({ afterKey }) => afterKey ?? []);
  const shared = waiting.flatMap(({ exclusive }) => exclusive ?? []);
  if (parents.length + shared.length === 0) return [];
  return manager
    .createQueryBuilder(OutboxMessageEntity, "other")
    .where(
      new Brackets((either) =>
        either
          .where('other."key" IN (:...parents)', { parents: [...parents, ""] })
          .orWhere("other.exclusive IN (:...shared) AND other.state IN ('in_flight', 'unknown')", {
            shared: [...shared, ""],
          }),
      ),
    )
    .getMany();
}

function waits(
  { id, lane, state, afterKey, exclusive, nextAt, lastCode }: OutboxMessageEntity,
  lanes: readonly OutboxLaneEntity[],
  others: readonly OutboxMessageEntity[],
  now: string,
): Wait[] {
  const found: Wait[] = [];
  const own = lanes.find((one) => one.id === lane);
  if (own?.pausedUntil && own.pausedUntil > now)
    found.push({ reason: "lane_paused", until: own.pausedUntil, recordId: null, code: codeOf(own.pauseReason) });
  if (state === "unknown") {
    const until = nextAt > now ? nextAt : null;
    return [...found, { reason: "unknown_outcome", until, recordId: null, code: lastCode }];
  }
  for (const other of others) {
    const named = { until: null, recordId: other.subjectId, code: other.lastCode };
    if (other.key === afterKey && other.state !== "delivered") found.push({ reason: "parent", ...named });
    if (other.id !== id && exclusive !== null && other.exclusive === exclusive && other.key !== afterKey)
      found.push({ reason: "shared", ...named });
  }
  if (nextAt > now) found.push({ reason: "not_before", until: nextAt, recordId: null, code: lastCode });
  return found;
}

/** A pause within the allowance is no fault. */
export function codeOf(pauseReason: string | null): string | null {
  return pauseReason === null || pauseReason === "pace" ? null : pauseReason.toUpperCase();
}
