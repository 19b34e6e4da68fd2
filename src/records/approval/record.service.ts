import { fill } from "../../kernel/catalogue";
import { RECORD_TEXTS } from "../texts/record-texts";
import { faultCause } from "../../erp/connector/fault/fault";
import { localeOf, type Actor } from "../../kernel/actor";
import { BilingualRefusal, type Refusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import { PolicyRefusal, type RecordDescription } from "../../policy/ports";
import { applyEvent } from "../transaction/record-keeping";
import type { OpenRecord, RecordAddress, RecordTransaction } from "../transaction/record-transaction";
import type { Counterparts, Delivery } from "../delivery/delivery";
import { unstageCounterpart } from "../transaction/counterpart";
import { factsOf } from "../record/record-facts";
import { toldOfRejection, type RecordMail } from "../record/record-mail";
import { NO_APPROVAL } from "../record/first-approval";
import type { RecordEntity } from "../record/record.entity";
import { requireBookable } from "../readiness/bookable";
import { requireFitsOrder } from "../readiness/order-bills";
import { limitInTheWay } from "../record/erp-limits";
import { optionalReason } from "../../kernel/labels";

/** Stands for whoever will agree after this one: asked with it, the policy says whether this one may begin. */
const SOMEBODY_ELSE = "somebody-else";
/** Restoring has no right of its own. */
const RESTORING: Readonly<Record<Locale, string>> = {
  en: "Restoring rests on the right to archive.",
  fr: "Restaurer repose sur le droit d’archiver.",
};
/** What the ERP said of it was of a thing that it is not tied to any more. */
const NOT_IN_LEDGER = {
  externalId: null,
  externalGroupId: null,
  paidMinor: null,
  payableMinor: null,
  dueMinor: null,
  closedAt: null,
} as const;

/** What came of a sending: it is on its way, or a second person must agree. */
export interface Sending {
  readonly record: RecordEntity;
  readonly outcome: "sent" | "first_approval";
}

export interface RecordPorts {
  readonly delivery: Delivery;
  readonly counterparts: Counterparts;
  readonly mail: RecordMail;
}

/**
 * What people do with a stored record. Each throws Refusal NOT_FOUND, STALE_EDIT, ILLEGAL_MOVE or BAD_INPUT, and
 * PolicyRefusal with the decision; nothing is kept then.
 */
export class RecordService {
  constructor(
    private readonly desk: RecordTransaction,
    private readonly ports: RecordPorts,
  ) {}

  /**
   * Accepts a record, and it goes to the ERP. Above the company's amount two people must agree, neither of them the
   * submitter: the first one's sending is kept as the first approval, and the record goes on waiting.
   */
  send(actor: Actor, address: RecordAddress): Promise<Sending> {
    return this.desk.open(actor, address, "send", (opened) => {
      const first = opened.decision?.obligations.includes("second_approval");
      return first ? this.agree(actor, opened) : this.deliver(actor, opened);
    });
  }

  /** Pulls one's own record back before anybody has answered. */
  retrieve(actor: Actor, address: RecordAddress): Promise<RecordEntity> {
    return this.desk.act(actor, address, "retrieve", (scope, record) =>
      applyEvent(scope, record, "retrieve", { set: NO_APPROVAL }),
    );
  }

  /** Gives the record back to be corrected, and tells the one it belongs to (FAQ on rejections). */
  reject(actor: Actor, address: RecordAddress, reason: string | null): Promise<RecordEntity> {
    const why = optionalReason(reason);
    return this.desk.act(actor, address, "reject", async (scope, record, grantId) => {
      const set = { ...NO_APPROVAL, rejectReason: why };
      const rejected = await applyEvent(scope, record, "reject", { set, reason: why, grantId });
      const to = toldOfRejection(rejected);
      if (to !== null)
        await this.ports.mail.rejected(scope.manager, { record: rejected, to, by: scope.by, reason: why });
      return rejected;
    });
  }

  /**
   * Takes the tie to the ERP off. Refused with COUNTERPART_STILL_THERE while the ERP holds the counterpart, or where
   * that cannot be looked up and the person does not vouch for it.
   * @param vouched the person has seen that the counterpart is gone
   */
  async unlink(actor: Actor, address: RecordAddress, vouched: boolean, reason: string | null): Promise<RecordEntity> {
    const why = optionalReason(reason);
    const seen = await this.desk.act(actor, address, "unlink", (_, record) => Promise.resolve(record));
    // Outside of the transaction: the ERP may take its time.
    const there = seen.externalId === null ? "gone" : await this.ports.counterparts.look(seen);
    return this.desk.act(actor, address, "unlink", async (scope, record) => {
      if (there === "there" || (there === "unknown" && !vouched)) throw stillThere(there, record);
      const unlinked = await applyEvent(scope, record, "unlink", {
        set: record.direction === "export" ? { ...NOT_IN_LEDGER, ...NO_APPROVAL } : {},
        reason: why ?? (there === "unknown" ? "Vouched for: the counterpart is gone." : null),
      });
      if (record.direction === "export" && record.externalId !== null) await unstageCounterpart(scope, record);
      return unlinked;
    });
  }

  /** Puts aside what is not to travel. */
  archive(actor: Actor, address: RecordAddress, reason: string | null): Promise<RecordEntity> {
    const why = optionalReason(reason);
    return this.desk.act(actor, address, "archive", (scope, record) =>
      applyEvent(scope, record, "archive", { reason: why }),
    );
  }

  /** Brings back what was put aside; by the right to put aside, judged as before that was done. */
  restore(actor: Actor, address: RecordAddress): Promise<RecordEntity> {
    return this.desk.open(actor, address, "archive", ({ company, record }) => {
      const state = record.direction === "export" ? "draft" : "staged";
      const facts: RecordDescription = { ...factsOf(record), state };
      const restored = this.desk.permitted(actor, company, { action: "archive", record, facts }, (scope) =>
        applyEvent(scope, record, "restore"),
      );
      return restored.catch((error: unknown) => {
        throw error instanceof PolicyRefusal ? error.saying(`${RESTORING[localeOf(actor)]} ${error.message}`) : error;
      });
    });
  }

  private agree(actor: Actor, { company, record, decision }: OpenRecord): Promise<Sending> {
    const facts: RecordDescription = { ...factsOf(record), firstApprover: SOMEBODY_ELSE };
    return this.desk.permitted(actor, company, { action: "send", record, facts }, async (scope) => {
      await requireFitsOrder(scope.manager, record);
      await requireBookable(scope.manager, record);
      const set = { firstApproverId: scope.by.id, hasFirstApproval: true };
      const agreed = await applyEvent(scope, record, "approve_first", { set, grantId: decision?.grantId ?? null });
      return { record: agreed, outcome: "first_approval" };
    });
  }

  private deliver(actor: Actor, { company, record, decision }: OpenRecord): Promise<Sending> {
    return this.desk.permitted(actor, company, { action: "send", record }, async (scope) => {
      const { id: actorId, kind } = scope.by;
      const limit = await limitInTheWay(scope.manager, record);
      if (limit) throw new BilingualRefusal("ITEM_LIMIT_REACHED", faultCause(limit.code), ["input", "record"]);
      await requireFitsOrder(scope.manager, record);
      await requireBookable(scope.manager, record);
      // The system's rights are not asked again when it is delivered.
      const sentById = kind === "system" ? null : actorId;
      const grantId = decision?.grantId ?? null;
      // What is sent straight from a draft may have been delivered before: it is another sending, with a name of its own.
      const revision = record.state === "awaiting" ? record.revision : record.revision + 1;
      const set = { revision, sentById, sentAt: scope.at, failureCode: null, failureText: null };
      const sent = await applyEvent(scope, record, "send", { set, grantId });
      const { policyRevision } = scope.company;
      const basis = decision?.basis ?? null;
      await this.ports.delivery.enqueue(scope.manager, sent, { actorId, grantId, basis, policyRevision });
      return { record: sent, outcome: "sent" };
    });
  }
}

function stillThere(there: "there" | "unknown", { externalId }: RecordEntity): Refusal {
  const text = there === "there" ? RECORD_TEXTS.stillInErp : RECORD_TEXTS.perhapsInErp;
  return new BilingualRefusal("COUNTERPART_STILL_THERE", fill(text, { id: externalId ?? "" }), [
    "input",
    "counterpartGone",
  ]);
}
