import { isInstant } from "../../kernel/clock";
import { isMoney, type Money } from "../../kernel/money";
import { isContractMisfit, type ContractMisfit } from "./contract-misfits";
import type { RecordFacts } from "./facts";

export type TextFact = "companyId" | "project" | "connection" | "submittedBy" | "state" | "firstApprover" | "grantee";
export type FlagFact = "hasFirstApproval" | "prerequisitesBlocked" | "workflowCompleted";
export type MoneyFact = "amount";
export type InstantFact = "documentDate";
export type ListFact = "misfits";
export type FactName = TextFact | FlagFact | MoneyFact | InstantFact | ListFact;

/**
 * A record as conditions see it: only facts of the right type are in it, so that CASL's loose comparisons
 * (a missing, null, NaN or text amount passes `$lte`) never meet anything else.
 */
export interface RecordView {
  readonly __caslSubjectType__: string;
  readonly companyId: string;
  readonly project?: string;
  readonly connection?: string;
  readonly amountMinor?: number;
  readonly amountCurrency?: string;
  readonly submittedBy?: string;
  readonly state?: string;
  readonly documentDate?: string;
  readonly firstApprover?: string;
  readonly grantee?: string;
  /** How it does not fit its contract; empty: it fits. */
  readonly misfits?: readonly ContractMisfit[];
  readonly hasFirstApproval: boolean;
  readonly prerequisitesBlocked: boolean;
  readonly workflowCompleted: boolean;
}

/** A view that is being filled. */
type Draft = { -readonly [K in keyof RecordView]: RecordView[K] };

const TEXT_FACTS = ["project", "connection", "submittedBy", "state", "firstApprover", "grantee"] as const;

/**
 * Reads a record's facts into a view. What is missing or ill-typed is left out and makes its conditions not evaluable.
 * The three flags are closed-world: absent means "not so" for a first approval and a workflow, and "nothing known
 * to block" for prerequisites, because only stored records have prerequisites to look at.
 */
export function recordView(facts: RecordFacts): RecordView {
  const blocked = read(facts, "prerequisitesBlocked");
  const view: Draft = {
    __caslSubjectType__: read(facts, "feature") as string,
    companyId: read(facts, "companyId") as string,
    hasFirstApproval: false,
    prerequisitesBlocked: blocked !== undefined && blocked !== false,
    workflowCompleted: read(facts, "workflowCompleted") === true,
  };
  for (const name of TEXT_FACTS) {
    const value = read(facts, name);
    if (isText(value)) view[name] = value;
  }
  // Who submitted it has not approved it, whatever is stored or said.
  view.hasFirstApproval = view.firstApprover !== undefined && view.firstApprover !== view.submittedBy;
  const amount = moneyOf(read(facts, "amount"));
  if (amount) {
    view.amountMinor = amount.minor;
    view.amountCurrency = amount.currency;
  }
  const documentDate = read(facts, "documentDate");
  if (isInstant(documentDate)) view.documentDate = documentDate;
  const misfits = misfitsOf(read(facts, "misfits"));
  if (misfits) view.misfits = misfits;
  return view;
}

/** Stands for a fact whose reading throws: of no type that any condition accepts. */
const UNREADABLE = Symbol("unreadable");

/** Reads a fact once, so that what was checked is what is used, also where a getter answers or throws at will. */
function read(facts: object, name: string): unknown {
  try {
    return (facts as Record<string, unknown>)[name];
  } catch {
    return UNREADABLE;
  }
}

function moneyOf(value: unknown): Money | null {
  if (typeof value !== "object" || value === null) return null;
  const copy = { minor: read(value, "minor"), currency: read(value, "currency") };
  return isMoney(copy) ? copy : null;
}

/** A copy, so that what was checked is what is used; undefined: no list of misfits. */
function misfitsOf(value: unknown): readonly ContractMisfit[] | undefined {
  try {
    if (!Array.isArray(value)) return undefined;
    const copy: unknown[] = Array.from(value);
    return copy.every(isContractMisfit) ? copy : undefined;
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
