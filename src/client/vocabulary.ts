/*
 * The words of the policy, for editors and compilers. A server may know more of them than this client: what it says is taken
 * whatever it is, so the types that read stay open (`Known`). test/client/vocabulary.test.ts holds the lists to the policy's own.
 */

/** One of the words, or one that a newer server knows. */
export type Known<Word extends string> = Word | (string & Record<never, never>);

/** Types of subjects: a person by e-mail or id, a service by the id of its API key. */
export const SUBJECT_TYPES = ["user", "service"] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** Kinds of records: types of resources, and ids of the type "feature". */
export const FEATURES = [
  "cost_code",
  "project",
  "vendor",
  "commitment",
  "commitment_change_order",
  "subcontractor_invoice",
  "commitment_payment",
  "job_cost",
  "prime_contract",
  "prime_contract_change_order",
  "owner_invoice",
  "owner_payment",
  "budget",
  "timecard",
  "sub_job",
] as const;
export type Feature = (typeof FEATURES)[number];

/** What a question can be about: a feature, or the company as a whole. */
export const RESOURCES = [...FEATURES, "company"] as const;
export type Resource = (typeof RESOURCES)[number];

/** Names of actions. */
export const ACTIONS = [
  "view",
  "submit",
  "retrieve",
  "send",
  "reject",
  "resubmit",
  "unlink",
  "link",
  "archive",
  "import",
  "configure",
  "grant_access",
  "administer",
  "review",
  "propose_slots",
  "confirm_slot",
  "answer_availability",
  "run_call",
  "carry_out_item",
  "lead_item",
  "waive",
  "go_live",
  "suspend",
  "extend_help",
  "ask_question",
  "answer_question",
] as const;
export type Action = (typeof ACTIONS)[number];

/** States of a record. */
export const RECORD_STATES = [
  "draft",
  "awaiting",
  "rejected",
  "exporting",
  "synced",
  "failed",
  "stale",
  "unlinked",
  "staged",
  "archived",
] as const;
export type RecordState = (typeof RECORD_STATES)[number];

/** Codes of reasons and of limits, in the order of judgement. */
export const GATE_CODES = [
  "NOT_A_MEMBER",
  "MEMBER_INACTIVE",
  "ASSIGNMENT_ENDED",
  "API_KEY_NOT_IN_FORCE",
  "API_KEY_LACKS_SCOPE",
  "FEATURE_NOT_SUPPORTED_BY_CONNECTOR",
  "ACTION_NOT_APPLICABLE",
  "NOT_VENDOR_STAFF",
  "NOT_A_STAKEHOLDER",
  "TOOL_LEVEL_TOO_LOW",
  "DIRECTORY_LEVEL_TOO_LOW",
  "NOT_AN_APPROVER",
  "FEATURE_NOT_GRANTED",
  "GRANT_NOT_YET_VALID",
  "GRANT_EXPIRED",
  "EDITION_NOT_SUPPORTED",
  "CONNECTION_NOT_AUTHORISED",
  "FEATURE_DISABLED",
  "INTEGRATION_NOT_LIVE",
  "PROJECT_NOT_IN_USE",
  "PROJECT_LEVEL_TOO_LOW",
  "OUT_OF_PROJECT_SCOPE",
  "OVER_AMOUNT_CEILING",
  "SELF_GRANT",
  "OWN_RECORD",
  "NOT_THE_SUBMITTER",
  "SECOND_APPROVAL_NEEDED",
  "RECORD_STATE",
  "PREREQUISITE_NOT_SYNCED",
  "CONTRACT_MISFIT",
  "WORKFLOW_NOT_COMPLETED",
] as const;
export type GateCode = (typeof GATE_CODES)[number];

/** Codes of decisions. `NO_ANSWER` is this client's own; UNKNOWN_SUBJECT_TYPE is AuthZEN's door's. */
export const DECISION_CODES = [
  "ALLOWED",
  ...GATE_CODES,
  "NOT_EVALUABLE",
  "UNKNOWN_ACTION",
  "UNKNOWN_RESOURCE",
  "WRONG_RECORD",
  "UNKNOWN_SUBJECT_TYPE",
  "NO_ANSWER",
] as const;
export type DecisionCode = (typeof DECISION_CODES)[number];

/** Why something that was stated of a record could not be taken. */
export const FACT_PROBLEM_CODES = [
  "UNKNOWN_FACT",
  "NOT_READABLE",
  "NOT_FOUND",
  "COULD_NOT_APPROVE",
  "NOT_EXACT",
  "AMBIGUOUS",
  "NOT_ASKED",
] as const;
export type FactProblemCode = (typeof FACT_PROBLEM_CODES)[number];

/** What a question can state of a record that the server does not hold, beside `company`. What is not stated is unknown. */
export interface RecordProperties {
  /** Id or code. */
  readonly project?: string | null;
  /** Of several connections, the id of the one whose books it belongs to, where it has no project. */
  readonly connection?: string | null;
  readonly amount?: { readonly value: string | number; readonly currency: string } | null;
  /** Who offered it: id or e-mail. */
  readonly submittedBy?: string | null;
  readonly state?: RecordState | null;
  /** ISO-8601 date or instant. */
  readonly documentDate?: string | null;
  /** Who has agreed already, under the two-person rule: id or e-mail. */
  readonly firstApprover?: string | null;
  readonly prerequisitesBlocked?: boolean | null;
  readonly workflowCompleted?: boolean | null;
  /** How it does not fit its contract; an empty list: it fits. */
  readonly misfits?: readonly string[] | null;
  /** Of a right that would be given: who would receive it, by id or e-mail. */
  readonly grantee?: string | null;
}

/** Names of what can be stated, as RecordProperties has them. */
export const RECORD_FACTS = [
  "project",
  "connection",
  "amount",
  "submittedBy",
  "state",
  "documentDate",
  "firstApprover",
  "prerequisitesBlocked",
  "workflowCompleted",
  "misfits",
  "grantee",
] as const satisfies readonly (keyof RecordProperties)[];

/** A person, by e-mail or id. */
export function person(id: string) {
  return { type: "user", id } as const;
}

/** A service, by the id of its API key. */
export function service(id: string) {
  return { type: "service", id } as const;
}

/** An action. */
export function action<Name extends Action>(name: Name) {
  return { name } as const;
}

/** Is there any record of the feature, or may they do it in the company as a whole? */
export function feature(company: string, id: Resource) {
  return { type: "feature", id, properties: { company } } as const;
}

/** A record: by its id, number or id in the ERP; what is stated counts where the server does not hold it. */
export function record(company: string, type: Feature, id: string, stated: RecordProperties = {}) {
  return { type, id, properties: { company, ...stated } } as const;
}
