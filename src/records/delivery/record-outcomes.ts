import { fill } from "../../kernel/catalogue";
import type { CompanyChangePort } from "../../tenant/companies/company-change";
import type { Database } from "../../infra/db/database";
import { BilingualRefusal } from "../../kernel/errors";
import type { AnsweredDecision, KnownActor } from "../../policy/ports";
import { asItCounts } from "../record/first-approval";
import { applyEvent, recordIn } from "../transaction/record-keeping";
import type { RecordEvent } from "../record/record-event";
import type { RecordRights } from "../record/record-rights";
import { RecordEntity } from "../record/record.entity";
import { RECORD_TEXTS } from "../texts/record-texts";

/** What was sent: the record as it was then. */
export interface Delivered {
  readonly companyId: string;
  readonly recordId: string;
  readonly revision: number;
}

/** A refusal of the ERP: a stable code, and its own words. */
export interface Failure {
  readonly code: string;
  readonly text: string;
}

/**
 * What the ERP answered, written by whoever carries records to it. Each call joins the caller's transaction, if any.
 * Throws Refusal NOT_FOUND, CONFLICT for another revision than the one that was sent, ILLEGAL_MOVE.
 */
export class RecordOutcomes {
  constructor(
    private readonly database: Database,
    private readonly changes: CompanyChangePort,
    private readonly rights: RecordRights,
  ) {}

  /** The ERP took it under that id. */
  accepted(
    by: KnownActor,
    sent: Delivered,
    externalId: string,
    externalGroupId: string | null = null,
  ): Promise<RecordEntity> {
    const group = externalGroupId === null ? {} : { externalGroupId };
    return this.write(by, sent, "accepted", {
      externalId,
      ...group,
      failureCode: null,
      failureText: null,
      clashExternalId: null,
    });
  }

  /** The ERP refused it for good; or nobody may send it any more. */
  refused(
    by: KnownActor,
    sent: Delivered,
    { code, text, clashExternalId = null }: Failure & { readonly clashExternalId?: string | null },
  ): Promise<RecordEntity> {
    return this.write(by, sent, "refused", { failureCode: code, failureText: text, clashExternalId });
  }

  /** No answer: it is not known whether the ERP has it. */
  unanswered(by: KnownActor, sent: Delivered, { code, text }: Failure): Promise<RecordEntity> {
    return this.write(by, sent, "unanswered", { failureCode: code, failureText: text });
  }

  /** It is tried again: the ERP was asked and has it not, or the cause has passed. */
  retried(by: KnownActor, sent: Delivered): Promise<RecordEntity> {
    return this.write(by, sent, "retry", { failureCode: null, failureText: null });
  }

  /**
   * Whether the one who sent it may still do so: a grant may be gone since. Judged on the record as it waited for them.
   * Null: the system sent it, whose rights are not asked.
   */
  async recheck({ companyId, recordId }: Omit<Delivered, "revision">): Promise<AnsweredDecision | null> {
    const record = await this.database.read().findOneBy(RecordEntity, { companyId, id: recordId });
    if (!record) throw new BilingualRefusal("NOT_FOUND", RECORD_TEXTS.noSuchRecord, ["record"]);
    if (record.sentById === null) return null;
    const counts = await asItCounts(this.rights, record);
    const asItWaited = Object.assign(new RecordEntity(), counts, { state: "awaiting" });
    return this.rights.decideFor(record.sentById, asItWaited, "send");
  }

  private write(
    by: KnownActor,
    sent: Delivered,
    event: RecordEvent,
    set: Partial<RecordEntity>,
  ): Promise<RecordEntity> {
    return this.changes.runAs(by, sent.companyId, async (scope) => {
      const record = await recordIn(scope.manager, sent.companyId, sent.recordId);
      if (!record) throw new BilingualRefusal("NOT_FOUND", RECORD_TEXTS.noSuchRecord, ["record"]);
      if (record.revision !== sent.revision)
        throw new BilingualRefusal(
          "CONFLICT",
          fill(RECORD_TEXTS.otherRevision, { revision: record.revision, sent: sent.revision }),
          ["revision"],
        );
      return applyEvent(scope, record, event, { set });
    });
  }
}
