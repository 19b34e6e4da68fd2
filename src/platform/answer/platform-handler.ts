import { In, IsNull, type EntityManager } from "typeorm";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import type { DeliveryOutcome, LastLook, NotThere, OutboxHandler, Settlement } from "../../infra/outbox/handler";
import type { OutboxMessageEntity } from "../../infra/outbox/outbox-message.entity";
import { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import type { PlatformLoss } from "../connect/platform-loss";
import { PlatformDetailEntity } from "../link/platform-detail.entity";
import { PlatformRequestEntity } from "../link/platform-request.entity";
import { MAX_SYNC_ROWS, type ConstructionPlatform, type SyncOutcome } from "../port/construction-platform";
import { isEnd } from "../port/item-types";
import { isPassing, PlatformTrouble } from "../port/platform-trouble";
import type { PlatformTarget } from "../port/target";
import { ANSWER_TOPIC, type AnswerPayload, type RowsPayload } from "./answer-payloads";

export interface PlatformHandlerParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly platform: ConstructionPlatform;
  readonly loss: PlatformLoss;
}

/** Answers that travel together: their ties are one sync action, their details one call each. */
const BATCH = 40;

/** What the outbox's messages to the platform are about. All of it can be said twice without another effect. */
export class PlatformHandler implements OutboxHandler {
  constructor(private readonly parts: PlatformHandlerParts) {}

  batchSize(topic: string): number {
    return topic === ANSWER_TOPIC ? BATCH : 1;
  }

  /** What was overtaken by the detail's end is not said any more. */
  async lastLook(manager: EntityManager, messages: readonly OutboxMessageEntity[]): Promise<Map<string, LastLook>> {
    const details = await manager.findBy(PlatformDetailEntity, { id: In(messages.map(({ subjectId }) => subjectId)) });
    const byId = new Map(details.map((detail) => [detail.id, detail]));
    return new Map(
      messages.map((message): [string, LastLook] => {
        const detail = byId.get(message.subjectId);
        const said = message.topic === ANSWER_TOPIC ? answerOf(message).detail?.status : undefined;
        const overtaken = detail !== undefined && said !== undefined && said !== detail.status;
        const withheld = { code: "OVERTAKEN", text: "Something later was said of it" };
        return [message.id, overtaken ? { withheld } : { withheld: null, grantId: null }];
      }),
    );
  }

  async deliver(messages: readonly OutboxMessageEntity[]): Promise<readonly DeliveryOutcome[]> {
    const [first] = messages;
    const at = first && (await this.target(first.lane));
    if (!at) return messages.map(() => ({ kind: "unauthorised" }));
    try {
      if (first.topic !== ANSWER_TOPIC) return [await this.rows(at, first.payload as unknown as RowsPayload)];
      return await this.answers(at, messages.map(answerOf));
    } catch (error) {
      const outcome = await this.trouble(first.lane, error);
      return messages.map(() => outcome);
    }
  }

  /** A try that was lost is simply made again. */
  async find(messages: readonly OutboxMessageEntity[]): Promise<readonly NotThere[]> {
    return messages.map(() => ({ kind: "not_there" }));
  }

  lookUpSize(): number {
    return BATCH;
  }

  async settled(manager: EntityManager, message: OutboxMessageEntity, settlement: Settlement): Promise<void> {
    const said = message.topic === ANSWER_TOPIC ? answerOf(message).detail : null;
    if (!said || !isEnd(said.status)) return;
    if (settlement.kind !== "delivered" && settlement.kind !== "refused") return;
    const at = toInstant(this.parts.clock.now());
    // What the platform does not take has ended all the same: saying it again would change nothing.
    const refused = settlement.kind === "refused" ? settlement.faults.map(({ text }) => text) : null;
    const end = refused ? { status: "failed" as const, messages: refused } : {};
    await manager.update(PlatformDetailEntity, { id: message.subjectId }, { ...end, toldAt: at });
    await closeRequest(manager, message.subjectId, at);
  }

  private async answers(at: PlatformTarget, answers: readonly AnswerPayload[]): Promise<DeliveryOutcome[]> {
    const refused = await this.tie(at, answers);
    for (const { assignments } of answers)
      for (const { projectId, rows } of assignments)
        for (let from = 0; from < rows.length; from += MAX_SYNC_ROWS)
          await this.parts.platform.syncStraightIn(
            at,
            { kind: "cost_code_assignments", projectId },
            rows.slice(from, from + MAX_SYNC_ROWS),
          );
    const details = answers.flatMap(({ detail }, index) => {
      const fault = refused[index];
      // What could not be tied has not come through, whatever the ledger holds.
      if (!detail) return [];
      return [
        fault && detail.status === "success" ? { ...detail, status: "failed" as const, messages: [fault] } : detail,
      ];
    });
    const ended = details.length === 0 ? [] : await this.parts.platform.updateDetails(at, details);
    let next = 0;
    return answers.map(({ detail }, index): DeliveryOutcome => {
      const fault = refused[index] ?? (detail ? ended[next++] : null);
      if (fault) return { kind: "refused", faults: [{ code: "PLATFORM_REFUSED", text: fault }] };
      return { kind: "delivered", externalId: detail?.id ?? "", found: false };
    });
  }

  /** For each answer why one of its ties was refused; null: none was. */
  private async tie(at: PlatformTarget, answers: readonly AnswerPayload[]): Promise<(string | null)[]> {
    const rows = answers.flatMap(({ ties }, answer) => ties.map((tie) => ({ tie, answer })));
    const faults: (string | null)[] = answers.map(() => null);
    for (let from = 0; from < rows.length; from += MAX_SYNC_ROWS) {
      const chunk = rows.slice(from, from + MAX_SYNC_ROWS);
      const outcome: SyncOutcome = await this.parts.platform.syncExternalData(
        at,
        chunk.map(({ tie }) => tie),
      );
      chunk.forEach(({ answer }, index) => (faults[answer] ??= outcome[index] ?? null));
    }
    return faults;
  }

  private async rows(at: PlatformTarget, payload: RowsPayload): Promise<DeliveryOutcome> {
    const outcome =
      payload.kind === "staged"
        ? await this.parts.platform.syncStagedRecords(at, payload.rows)
        : await this.parts.platform.syncStraightIn(at, payload.to, payload.rows);
    const fault = outcome.find((one) => one !== null);
    if (fault) return { kind: "refused", faults: [{ code: "PLATFORM_REFUSED", text: fault }] };
    return { kind: "delivered", externalId: "", found: false };
  }

  private async trouble(connectionId: string, error: unknown): Promise<DeliveryOutcome> {
    if (!(error instanceof PlatformTrouble)) throw error;
    if (isPassing(error))
      return { kind: "deferred", reason: error.kind, retryAfterMs: error.details.retryAfterMs ?? null };
    if (error.kind === "refused")
      return { kind: "refused", faults: [{ code: "PLATFORM_REFUSED", text: error.message }] };
    await this.parts.loss.lost(connectionId, error);
    return { kind: "unauthorised" };
  }

  private async target(connectionId: string): Promise<PlatformTarget | null> {
    const row = await this.parts.database.read().findOneBy(PlatformConnectionEntity, { id: connectionId });
    return row && row.state !== "lost" ? { connectionId, platformCompanyId: row.platformCompanyId } : null;
  }
}

/** Nothing more is owed for a request whose details were all told how they ended. */
async function closeRequest(manager: EntityManager, detailId: string, at: string): Promise<void> {
  const detail = await manager.findOneBy(PlatformDetailEntity, { id: detailId });
  if (!detail) return;
  const { requestId } = detail;
  if (await manager.existsBy(PlatformDetailEntity, { requestId, toldAt: IsNull() })) return;
  await manager.update(PlatformRequestEntity, { id: requestId, state: "open" }, { state: "closed", closedAt: at });
}

function answerOf({ payload }: OutboxMessageEntity): AnswerPayload {
  return payload as unknown as AnswerPayload;
}
