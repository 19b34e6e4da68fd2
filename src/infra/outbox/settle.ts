import type { EntityManager } from "typeorm";
import { In } from "typeorm";
import { lockRow } from "../db/query/rows";
import { toInstant } from "../../kernel/clock";
import { consequence, finished, type TryOutcome } from "./consequence";
import type { Arrived, DeliveryOutcome, OutboxHandler } from "./handler";
import { OutboxAttemptEntity } from "./outbox-attempt.entity";
import { OutboxMessageEntity } from "./outbox-message.entity";
import type { RelaySettings } from "./relay-settings";

/**
 * Writes down what became of a try, and tells the owner, in one transaction. An outcome that comes late, after the
 * message went on without it, counts only if it says that the message was delivered.
 */
export async function settle(
  manager: EntityManager,
  handler: OutboxHandler,
  settings: RelaySettings,
  seen: OutboxMessageEntity,
  outcome: TryOutcome,
  now: number,
): Promise<void> {
  // Two relays may know something of it, where a lease ran out: one after the other.
  const message = await lockRow(manager, OutboxMessageEntity, seen.id);
  if (!message || message.state === "delivered") return;
  if (message.attempts !== seen.attempts && outcome.kind !== "delivered") return;
  const { changes, settlement } = consequence(message, outcome, settings, now);
  await manager.update(OutboxMessageEntity, { id: message.id }, changes as never);
  await endAttempt(manager, seen, outcome, toInstant(new Date(now)));
  if (settlement) await handler.settled(manager, Object.assign(message, changes), settlement);
}

/** The same for all messages of a call: those that were delivered are written down together. */
export async function settleAll(
  manager: EntityManager,
  handler: OutboxHandler,
  settings: RelaySettings,
  seen: readonly OutboxMessageEntity[],
  outcomes: readonly TryOutcome[],
  now: number,
): Promise<void> {
  const delivered = new Map<OutboxMessageEntity, Arrived>();
  for (const [index, message] of seen.entries()) {
    const outcome = outcomes[index] ?? SILENT;
    if (outcome.kind === "delivered") delivered.set(message, outcome);
    else await settle(manager, handler, settings, message, outcome, now);
  }
  const at = toInstant(new Date(now));
  const open = await openAmong(manager, [...delivered.keys()]);
  const kept = [...delivered].filter(([{ id }]) => open.has(id));
  await writeDelivered(
    manager,
    kept.map(([message, { externalId }]) => ({ id: message.id, externalId })),
    at,
  );
  await writeAttempts(manager, kept, at);
  for (const [{ id }, arrived] of kept) {
    const changes = { ...finished("delivered", at, null), externalId: arrived.externalId };
    const message = Object.assign(open.get(id) as OutboxMessageEntity, changes);
    await handler.settled(manager, message, arrived);
  }
}

const SILENT: DeliveryOutcome = { kind: "unknown", reason: "Nothing was said of this message" };

/** The rows as they are, held; without those that somebody else has settled as delivered. */
async function openAmong(manager: EntityManager, seen: readonly OutboxMessageEntity[]) {
  const locks = manager.dataSource.options.type === "postgres";
  const rows = await manager.find(OutboxMessageEntity, {
    where: { id: In(seen.map(({ id }) => id)) },
    order: { id: "ASC" },
    ...(locks && { lock: { mode: "pessimistic_write" as const } }),
  });
  return new Map(rows.filter(({ state }) => state !== "delivered").map((row) => [row.id, row]));
}

async function writeDelivered(
  manager: EntityManager,
  rows: readonly { readonly id: string; readonly externalId: string }[],
  at: string,
): Promise<void> {
  if (rows.length === 0) return;
  const cases = rows.map((_, index) => `WHEN :id${index} THEN :external${index}`).join(" ");
  const named = rows.flatMap(({ id, externalId }, index) => [
    [`id${index}`, id],
    [`external${index}`, externalId],
  ]);
  await manager
    .createQueryBuilder()
    .update(OutboxMessageEntity)
    .set({ ...finished("delivered", at, null), externalId: () => `CASE "id" ${cases} END` } as never)
    .where({ id: In(rows.map(({ id }) => id)) })
    .setParameters(Object.fromEntries(named) as Record<string, string>)
    .execute();
}

async function writeAttempts(
  manager: EntityManager,
  kept: readonly (readonly [OutboxMessageEntity, Arrived])[],
  endedAt: string,
): Promise<void> {
  if (kept.length === 0) return;
  const open = await manager.find(OutboxAttemptEntity, {
    where: { messageId: In(kept.map(([{ id }]) => id)) },
    select: { id: true, messageId: true, number: true },
  });
  const rows = kept.flatMap(([{ id, attempts }, outcome]) => {
    const attempt = open.find(({ messageId, number }) => messageId === id && number === attempts);
    return attempt ? [{ id: attempt.id, detail: detailOf(outcome) ?? "" }] : [];
  });
  if (rows.length === 0) return;
  const cases = rows.map((_, index) => `WHEN :id${index} THEN :detail${index}`).join(" ");
  const named = rows.flatMap(({ id, detail }, index) => [
    [`id${index}`, id],
    [`detail${index}`, detail],
  ]);
  await manager
    .createQueryBuilder()
    .update(OutboxAttemptEntity)
    .set({ endedAt, outcome: "delivered", detail: () => `CASE "id" ${cases} END` })
    .where({ id: In(rows.map(({ id }) => id)) })
    .setParameters(Object.fromEntries(named) as Record<string, string>)
    .execute();
}

async function endAttempt(
  manager: EntityManager,
  seen: OutboxMessageEntity,
  outcome: TryOutcome,
  endedAt: string,
): Promise<void> {
  const detail = detailOf(outcome);
  const where = { messageId: seen.id, number: seen.attempts };
  await manager.update(OutboxAttemptEntity, where, { endedAt, outcome: outcome.kind, detail });
}

function detailOf(outcome: TryOutcome): string | null {
  switch (outcome.kind) {
    case "delivered":
      return `${outcome.found ? "found" : "kept"} as ${outcome.externalId}`;
    case "refused":
      return outcome.faults
        .map(({ code, text }) => `${code}: ${text}`)
        .join("; ")
        .slice(0, 1000);
    case "withheld":
      return `${outcome.reason.code}: ${outcome.reason.text}`;
    case "deferred":
    case "unknown":
      return outcome.reason;
    case "not_there":
      return outcome.clash ? `${outcome.clash.externalId} stands there: ${outcome.clash.text}` : null;
    case "unauthorised":
      return null;
  }
}
