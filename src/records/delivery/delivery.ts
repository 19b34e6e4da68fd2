import type { EntityManager } from "typeorm";
import type { AnsweredDecision } from "../../policy/ports";
import type { RecordEntity } from "../record/record.entity";

/** On what right a record was sent; delivered with it, as evidence. */
export interface SentBy {
  readonly actorId: string;
  readonly grantId: string | null;
  /** What the decision rested on; null: the system sent it, whose rights are not asked. */
  readonly basis: AnsweredDecision["basis"];
  readonly policyRevision: number;
}

/** The port to what carries records to the ERP. */
export interface Delivery {
  /** In the transaction that moves the record to exporting: what is to be delivered is named by id and revision. */
  enqueue(manager: EntityManager, record: RecordEntity, sent: SentBy): Promise<void>;
}

/** Where nothing carries records: they stay exporting until RecordOutcomes is told what came of them. */
export const NO_DELIVERY: Delivery = { enqueue: () => Promise.resolve() };

/** The port that looks into the ERP before a record is unlinked. Asked outside of transactions. */
export interface Counterparts {
  /**
   * Whether the ERP still holds what the record became; unknown where it cannot be looked up. Not ours: it was in the ERP
   * before and was linked or imported, so that its tie can be taken off while it stays.
   */
  look(record: RecordEntity): Promise<"there" | "gone" | "unknown" | "not_ours">;
}
