import type { Feature, Resource } from "./vocabulary";

/** How a fact is written by whoever states it, and what it then is. */
export type FactKind =
  /** Id or code of a project of the company. */
  | "project"
  /** Id or e-mail of somebody whom the company knows. */
  | "person"
  /** Id of a connection. */
  | "connection"
  /** `{ value, currency }`: a decimal and an ISO 4217 code. */
  | "money"
  /** A state of the record machine. */
  | "state"
  /** ISO-8601 instant, or a date, which is its first moment in UTC. */
  | "instant"
  | "flag"
  /** A list of misfits with its contract; none: it fits. */
  | "misfits";

export interface RecordFact {
  readonly kind: FactKind;
  /** For the schemas of the doors. */
  readonly about: string;
}

/**
 * Every fact of a record that can be stated from outside. GraphQL's input, AuthZEN's properties, the cases of `check` and the
 * client's types are made from this list, so that no door knows fewer facts than another.
 */
export const RECORD_FACTS = {
  project: { kind: "project", about: "Id or code." },
  connection: {
    kind: "connection",
    about:
      "Of several connections, the id of the one whose books it belongs to, where it has no project: a project says itself.",
  },
  amount: { kind: "money", about: "Of either sign: its size counts." },
  submittedBy: { kind: "person", about: "Who offered it: id or e-mail." },
  state: { kind: "state", about: "State of the record." },
  documentDate: { kind: "instant", about: "ISO-8601 date or instant." },
  firstApprover: { kind: "person", about: "Who has agreed already, under the two-person rule: id or e-mail." },
  prerequisitesBlocked: { kind: "flag", about: "Whether something it builds on is not in the ledger yet." },
  workflowCompleted: { kind: "flag", about: "Whether its workflow on the platform is at its end." },
  misfits: { kind: "misfits", about: "How it does not fit its contract, as readiness tells; an empty list: it fits." },
  grantee: { kind: "person", about: "Of a right that would be given: who would receive it, by id or e-mail." },
} as const satisfies Readonly<Record<string, RecordFact>>;

export type RecordFactName = keyof typeof RECORD_FACTS;
export const RECORD_FACT_NAMES = Object.keys(RECORD_FACTS) as readonly RecordFactName[];

export function isRecordFact(name: string): name is RecordFactName {
  return Object.hasOwn(RECORD_FACTS, name);
}

/** Whose facts counted: those that Ledgergate holds of the record, or those that the asker stated. */
export const FACTS_SOURCES = ["stored", "described"] as const;
export type FactsSource = (typeof FACTS_SOURCES)[number];

/** Why something that was stated of a record could not be taken. Codes are API. */
export const FACT_PROBLEM_CODES = [
  /** There is no fact of that name. */
  "UNKNOWN_FACT",
  /** It is of another type or form than the fact. */
  "NOT_READABLE",
  /** It names nobody, no project or no connection of the company. */
  "NOT_FOUND",
  /** The first approver could not have approved the record. */
  "COULD_NOT_APPROVE",
  /** The id is almost that of a stored record: with blanks, or in other letters. */
  "NOT_EXACT",
  /** Several stored records have this number. */
  "AMBIGUOUS",
  /** What is asked is not about one record, so its facts count for nothing. */
  "NOT_ASKED",
] as const;
export type FactProblemCode = (typeof FACT_PROBLEM_CODES)[number];

export interface FactProblem {
  /** As it was named; "id" for the record's own name. */
  readonly fact: string;
  readonly code: FactProblemCode;
}

/** Features whose records belong to no project: the whole company has one list of them. */
const WITHOUT_PROJECT: readonly Feature[] = ["cost_code", "vendor"];
/** Features whose records move no money of their own. */
const WITHOUT_AMOUNT: readonly Feature[] = ["cost_code", "project", "vendor", "timecard", "sub_job"];
/** Features whose records belong to a contract, which they may not fit. */
const OF_A_CONTRACT: readonly Resource[] = ["commitment_change_order", "subcontractor_invoice"];

/**
 * Whether records of the feature have an amount or a project at all (feature map). What a record cannot have is not unknown:
 * nobody is asked for it, and no right to such records can be bounded by it.
 */
export function hasFact(resource: Resource, fact: "amount" | "project"): boolean {
  if (resource === "company") return false;
  return !(fact === "amount" ? WITHOUT_AMOUNT : WITHOUT_PROJECT).includes(resource);
}

/** Whether records of the feature belong to a contract that they may not fit. */
export function isOfContract(resource: Resource): boolean {
  return OF_A_CONTRACT.includes(resource);
}
