import { isInstant } from "../kernel/clock";
import { isMoney } from "../kernel/money";
import type { RecordFacts } from "./facts";

export type TextFact = "companyId" | "project" | "submittedBy" | "state" | "firstApprover" | "grantee";
export type FlagFact = "hasFirstApproval" | "prerequisitesBlocked" | "workflowCompleted";
export type MoneyFact = "amount";
export type InstantFact = "documentDate";
export type FactName = TextFact | FlagFact | MoneyFact | InstantFact;

/**
 * A record as conditions see it: only facts of the right type are in it, so that CASL's loose comparisons
 * (a missing, null, NaN or text amount passes `$lte`) never meet anything else.
 */
export interface RecordView {
  readonly __caslSubjectType__: string;
  readonly companyId: string;
  readonly project?: string;
  readonly amountMinor?: number;
  readonly amountCurrency?: string;
  readonly submittedBy?: string;
  readonly state?: string;
  readonly documentDate?: string;
  readonly firstApprover?: string;
  readonly grantee?: string;
  readonly hasFirstApproval: boolean;
  readonly prerequisitesBlocked: boolean;
  readonly workflowCompleted: boolean;
}

/** A view that is being filled. */
type Draft = { -readonly [K in keyof RecordView]: RecordView[K] };

const TEXT_FACTS = ["project", "submittedBy", "state", "firstApprover", "grantee"] as const;

/**
 * Reads a record's facts into a view. What is missing or ill-typed is left out and makes its conditions not evaluable.
 * The three flags are closed-world: absent means "not so" for a first approval and a workflow, and "nothing known
 * to block" for prerequisites, because only stored records have prerequisites to look at.
 */
export function recordView(facts: RecordFacts): RecordView {
  const view: Draft = {
    __caslSubjectType__: facts.feature,
    companyId: facts.companyId,
    hasFirstApproval: isText(facts.firstApprover),
    prerequisitesBlocked: facts.prerequisitesBlocked !== undefined && facts.prerequisitesBlocked !== false,
    workflowCompleted: facts.workflowCompleted === true,
  };
  for (const name of TEXT_FACTS) {
    const value = facts[name];
    if (isText(value)) view[name] = value;
  }
  if (isMoney(facts.amount)) {
    view.amountMinor = facts.amount.minor;
    view.amountCurrency = facts.amount.currency;
  }
  if (isInstant(facts.documentDate)) view.documentDate = facts.documentDate;
  return view;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
