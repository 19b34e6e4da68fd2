import type { RecordDescription } from "../../policy/ports";
import { misfitsIn } from "./misfits";
import type { RecordEntity } from "./record.entity";

/** What a stored record says of itself to the policy. Only this counts, whatever a caller says of the record. */
export type StoredFacts = Pick<
  RecordEntity,
  | "id"
  | "projectId"
  | "connectionId"
  | "amountMinor"
  | "amountCurrency"
  | "submittedById"
  | "state"
  | "documentDate"
  | "firstApproverId"
  | "prerequisitesBlocked"
  | "workflowCompleted"
  | "misfits"
>;

/** The facts of the record, for a question to the policy; what is null is left out, and so unknown. */
export function factsOf(record: StoredFacts): RecordDescription {
  const { amountMinor: minor, amountCurrency: currency } = record;
  const misfits = misfitsIn(record.misfits);
  return {
    source: "stored",
    id: record.id,
    state: record.state,
    prerequisitesBlocked: record.prerequisitesBlocked,
    workflowCompleted: record.workflowCompleted,
    ...(record.projectId === null ? {} : { project: record.projectId }),
    ...(record.connectionId === null ? {} : { connection: record.connectionId }),
    ...(minor === null || currency === null ? {} : { amount: { minor, currency } }),
    ...(record.submittedById === null ? {} : { submittedBy: record.submittedById }),
    ...(record.documentDate === null ? {} : { documentDate: record.documentDate }),
    ...(misfits === null ? {} : { misfits }),
    ...(record.firstApproverId === null ? {} : { firstApprover: record.firstApproverId }),
  };
}
