import { fill } from "../../kernel/catalogue";
import type { CompanyChangePort } from "../../tenant/companies/company-change";
import { FAULT_KINDS, isFaultCode } from "../../erp/connector/fault/fault-codes";
import { faultFix } from "../../erp/connector/fault/fault";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import type { Outbox } from "../../infra/outbox/outbox";
import { OutboxLaneEntity } from "../../infra/outbox/outbox-lane.entity";
import type { AnsweredDecision, RecordDescription } from "../../policy/ports";
import type { RecordAddress, RecordTransaction } from "../transaction/record-transaction";
import { applyEvent } from "../transaction/record-keeping";
import { asItCounts } from "../record/first-approval";
import { deliveryKey } from "../delivery/outbox-delivery";
import { requireFitsOrder } from "../readiness/order-bills";
import { factsOf } from "../record/record-facts";
import { nextState } from "../record/record-machine";
import type { RecordRights } from "../record/record-rights";
import { RecordEntity } from "../record/record.entity";
import { RECORD_TEXTS } from "../texts/record-texts";

export interface RetryParts {
  readonly desk: RecordTransaction;
  readonly changes: CompanyChangePort;
  readonly rights: RecordRights;
  readonly outbox: Outbox;
}

/** What people do about deliveries that stand still. */
export class RetryService {
  constructor(private readonly parts: RetryParts) {}

  /**
   * Tries what failed once more as it is; from now on it rests on the right of who does so. It is looked up before it is
   * sent again. Throws what sending throws, and Refusal RETRY_CANNOT_HELP where the item must change first.
   */
  async retry(actor: Actor, address: RecordAddress): Promise<RecordEntity> {
    const { desk, outbox } = this.parts;
    return desk.open(actor, address, "view", async ({ company, record }) => {
      // Judged as it waited: what failed is sent anew.
      const counts = await asItCounts(this.parts.rights, record);
      const waiting = Object.assign(new RecordEntity(), counts, { state: "awaiting" });
      const decision = await this.decisionOf(actor, waiting);
      const facts: RecordDescription = factsOf(waiting);
      return desk.permitted(actor, company, { action: "send", record, facts }, async (scope) => {
        nextState(record, "retry");
        requireHelp(record);
        await requireFitsOrder(scope.manager, record);
        const { id: actorId, kind } = scope.by;
        const grantId = decision?.grantId ?? null;
        const sentById = kind === "system" ? null : actorId;
        const set = { sentById, sentAt: scope.at, failureCode: null, failureText: null };
        const retried = await applyEvent(scope, record, "retry", { set, grantId });
        const { policyRevision } = scope.company;
        const sent = { actorId, grantId, basis: decision?.basis ?? null, policyRevision };
        if (!(await outbox.release(scope.manager, deliveryKey(record), scope.at, sent)))
          throw new BilingualRefusal("NOTHING_TO_RETRY", RECORD_TEXTS.neverOnItsWay, ["input", "record"]);
        return retried;
      });
    });
  }

  /** Lets a lane that is paused go on at once. Throws PolicyRefusal, Refusal NOT_FOUND, or CONFLICT where it is free. */
  async resume(actor: Actor, company: string, laneId: string): Promise<OutboxLaneEntity> {
    return this.parts.changes.run({ actor, company, action: "configure" }, async (scope) => {
      const id = laneId.trim().toLowerCase();
      const lane = isId(id)
        ? await scope.manager.findOneBy(OutboxLaneEntity, { id, companyId: scope.company.id })
        : null;
      if (!lane) throw new BilingualRefusal("NOT_FOUND", RECORD_TEXTS.noSuchLane, ["input", "lane"]);
      const { pausedUntil, pauseReason } = lane;
      if (pausedUntil === null) throw new BilingualRefusal("CONFLICT", RECORD_TEXTS.laneNotPaused, ["input", "lane"]);
      if (pauseReason === "pace" || pauseReason === "rate_limited")
        throw new BilingualRefusal("CONFLICT", RECORD_TEXTS.pausedByLimits, ["input", "lane"]);
      await this.parts.outbox.resume(scope.manager, id);
      await scope.record({
        action: "delivery_lane.resumed",
        targetKind: "delivery_lane",
        targetId: id,
        before: { pausedUntil, pauseReason },
        after: { pausedUntil: null, pauseReason: null },
      });
      return Object.assign(lane, { pausedUntil: null, pauseReason: null });
    });
  }

  private async decisionOf(actor: Actor, record: RecordEntity): Promise<AnsweredDecision | null> {
    if (actor.kind !== "person") return null;
    const deciders = await this.parts.rights.deciders(actor, [record.companyId]);
    return deciders.get(record.companyId)?.decide(record, "send", actor.locale ?? "en") ?? null;
  }
}

/** A code that is none of the ledger's is the policy's: whoever has the right may retry. */
function requireHelp({ failureCode }: RecordEntity): void {
  if (failureCode === null || !isFaultCode(failureCode)) return;
  if (FAULT_KINDS[failureCode].retryHelps) return;
  const texts = fill(RECORD_TEXTS.wouldFailAgain, { fix: faultFix(failureCode) });
  throw new BilingualRefusal("RETRY_CANNOT_HELP", texts, ["input", "record"]);
}
