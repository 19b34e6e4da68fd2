/** The closed lists of the policy. What is not in them is denied, never guessed. */

/** Kinds of data a connector can carry (feature map: docs/domain notes in docs/policy.md). */
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

/** What a question is about: one feature, or the company as a whole (its people, settings and rights). */
export const RESOURCES = [...FEATURES, "company"] as const;
export type Resource = (typeof RESOURCES)[number];

/**
 * What a subject may want to do. `submit` offers a record; `send` accepts it, and it goes to the ERP. From
 * `propose_slots` on: the steps of the implementation, on the company.
 */
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

/** Permission levels of a tool, ascending. */
export const LEVELS = ["none", "read_only", "standard", "admin"] as const;
export type Level = (typeof LEVELS)[number];

export const PROJECT_TOOLS = ["commitments", "change_orders", "prime_contracts", "project_admin"] as const;
export type ProjectTool = (typeof PROJECT_TOOLS)[number];

export const DIRECTIONS = ["import", "export"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Phases of the implementation; records move only in the live ones. */
export const PHASES = ["preparation", "implementation", "getting_started", "in_use", "suspended"] as const;
export type Phase = (typeof PHASES)[number];
export const LIVE_PHASES: readonly Phase[] = ["getting_started", "in_use"];

/** Whether records of a feature may skip the approver: never, always, or after a workflow on the platform. */
export const DIRECT_EXPORT_MODES = ["off", "without_workflow", "with_workflow"] as const;
export type DirectExportMode = (typeof DIRECT_EXPORT_MODES)[number];

export const STAFF_ROLES = ["specialist", "point_of_contact"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** The customer's parts in the implementation (setup guide, kick-off call); the vendor's are the staff roles. */
export const STAKEHOLDER_ROLES = [
  "erp_implementation_contact",
  "platform_administrator",
  "xero_administrator",
  "it_administrator",
] as const;
export type StakeholderRole = (typeof STAKEHOLDER_ROLES)[number];

/**
 * What an API key can be made for: to ask for decisions about others, which is no action of the policy; and to read who may do
 * what, as somebody who reviews the company's rights does.
 */
export const SCOPES = ["decisions:read", "rights:review"] as const;
export type Scope = (typeof SCOPES)[number];

export const CONNECTION_STATUSES = ["none", "pending", "authorised", "revoked"] as const;
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

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

/** Reason codes of the gates, in the order they are judged and shown. Codes are API. */
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

/** The one code of a decision: allowed, the first missed gate, or why nothing could be judged. */
export const DECISION_CODES = [
  "ALLOWED",
  ...GATE_CODES,
  "NOT_EVALUABLE",
  "UNKNOWN_ACTION",
  "UNKNOWN_RESOURCE",
  "WRONG_RECORD",
] as const;
export type DecisionCode = (typeof DECISION_CODES)[number];

/** Whether `has` is at least `needed`. */
export function atLeast(has: Level, needed: Level): boolean {
  return LEVELS.indexOf(has) >= LEVELS.indexOf(needed);
}

export function isAction(value: unknown): value is Action {
  return (ACTIONS as readonly unknown[]).includes(value);
}

export function isResource(value: unknown): value is Resource {
  return (RESOURCES as readonly unknown[]).includes(value);
}
