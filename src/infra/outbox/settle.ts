import type { EntityManager } from "typeorm";
import { In } from "typeorm";
import { lockRow } from "../db/query/rows";
import { toInstant } from "../../kernel/clock";
import { backOffMs, MOST_FAILURES } from "./back-off";
import type { DeliveryOutcome, OutboxHandler, Reason, Settlement } from "./handler";
import { OutboxAttemptEntity } from "./outbox-attempt.entity";
import { OutboxMessageEntity } from "./outbox-message.entity";
import type { RelaySettings } from "./relay-settings";

/** What ends a try: the handler's outcome, a veto of the policy, or a look-up that found nothing. */
export type TryOutcome =
  DeliveryOutcome | { readonly kind: "withheld"; readonly reason: Reason } | { readonly kind: "not_there" };

type Changes = Partial<OutboxMessageEntity>;

/** The ledger's limits and a machine that was too slow to begin are no failures; they only move the next try. */
const NO_FAILURE = new Set(["rate_limited", "late"]);

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
  const delivered = new Map<OutboxMessageEntity, Extract<TryOutcome, { kind: "delivered" }>>();
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
  for (const [{ id }, { externalId, found }] of kept) {
    const changes = { ...finished("delivered", at, null), externalId };
    const message = Object.assign(open.get(id) as OutboxMessageEntity, changes);
    await handler.settled(manager, message, { kind: "delivered", externalId, found });
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
  kept: readonly (readonly [OutboxMessageEntity, Extract<TryOutcome, { kind: "delivered" }>])[],
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

function consequence(
  message: OutboxMessageEntity,
  outcome: TryOutcome,
  settings: RelaySettings,
  now: number,
): { changes: Changes; settlement: Settlement | null } {
  const at = toInstant(new Date(now));
  switch (outcome.kind) {
    case "delivered":
      return {
        changes: { ...finished("delivered", at, null), externalId: outcome.externalId },
        settlement: { kind: "delivered", externalId: outcome.externalId, found: outcome.found },
      };
    case "refused": {
      const first = outcome.faults[0] ?? { code: "UNKNOWN_FAULT", text: "The ledger gave no reason" };
      return { changes: finished("refused", at, first), settlement: { kind: "refused", faults: outcome.faults } };
    }
    case "withheld":
      return { changes: finished("withheld", at, outcome.reason), settlement: outcome };
    case "not_there":
      return { changes: again("waiting", now, message.failures, null), settlement: null };
    case "unauthorised":
      return {
        changes: again(open(message), now, message.failures, { code: "UNAUTHORISED", text: UNAUTHORISED }),
        settlement: null,
      };
    case "deferred":
    case "unknown":
      return failed(message, outcome, settings, now);
  }
}

const UNAUTHORISED = "The ledger does not accept the connection any more; its administrator must authorise it anew";

function failed(
  message: OutboxMessageEntity,
  outcome: Extract<DeliveryOutcome, { kind: "deferred" | "unknown" }>,
  settings: RelaySettings,
  now: number,
): { changes: Changes; settlement: Settlement | null } {
  const failures = NO_FAILURE.has(outcome.reason) ? message.failures : message.failures + 1;
  const reason = {
    code: outcome.kind === "unknown" ? "OUTCOME_UNKNOWN" : outcome.reason.toUpperCase(),
    text: outcome.reason,
  };
  // What may be there is never given up: it is looked up until somebody knows.
  if (failures > MOST_FAILURES && outcome.kind === "deferred" && open(message) === "waiting") {
    return {
      changes: { ...finished("dead", toInstant(new Date(now)), reason), failures },
      settlement: { kind: "dead", reason },
    };
  }
  const backOff = backOffMs(failures, settings.random);
  if (outcome.kind === "unknown") {
    const wait = Math.max(settings.lookUpAfterMs, failures > 1 ? backOff : 0);
    return { changes: again("unknown", now + wait, failures, reason), settlement: { kind: "unknown" } };
  }
  return {
    changes: again(open(message), now + Math.max(outcome.retryAfterMs ?? backOff, 0), failures, reason),
    settlement: null,
  };
}

/** A look-up that came to nothing leaves the outcome as unknown as it was. */
function open({ state }: OutboxMessageEntity): "unknown" | "waiting" {
  return state === "unknown" ? "unknown" : "waiting";
}

function finished(state: OutboxMessageEntity["state"], at: string, reason: Reason | null): Changes {
  return { state, finishedAt: at, leasedUntil: null, lastCode: reason?.code ?? null, lastText: reason?.text ?? null };
}

function again(state: OutboxMessageEntity["state"], at: number, failures: number, reason: Reason | null): Changes {
  const said = reason ? { lastCode: reason.code, lastText: reason.text } : {};
  return { state, nextAt: toInstant(new Date(at)), leasedUntil: null, failures, ...said };
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
    case "unauthorised":
      return null;
  }
}
