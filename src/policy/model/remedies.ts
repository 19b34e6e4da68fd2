import type { Facts } from "./facts";
import type { Requirement } from "./requirements";
import type { Action, Feature, GateCode } from "./vocabulary";

/** Who can open a missed gate. */
export const REMEDY_ROLES = [
  "grantor",
  "directory_administrator",
  "tool_administrator",
  "project_administrator",
  "another_approver",
  "submitter",
  "specialist",
  "vendor",
  "asker",
  "nobody",
] as const;
export type RemedyRole = (typeof REMEDY_ROLES)[number];

/**
 * What whoever makes the change must be allowed: an action on the company; on the feature, for the subject; or what was
 * asked, with its record. `first_approval`: to agree to the record first. `prerequisites`: to send what it builds on.
 * `contract_control`: to ease the company's choice, which nobody may who could then send more themselves.
 */
export type RemedyRight =
  | { readonly on: "company" | "feature"; readonly action: Action }
  | { readonly on: "asked" | "first_approval" | "prerequisites" | "contract_control" };

export interface Remedy {
  readonly role: RemedyRole;
  /** The GraphQL mutation that does it; null where nothing in Ledgergate does. */
  readonly mutation: string | null;
  /** By which the people are found who can; null: nobody of the company. */
  readonly right: RemedyRight | null;
}

function remedy(role: RemedyRole, mutation: string | null = null, right: RemedyRight | null = null): Remedy {
  return { role, mutation, right };
}

const ADMINISTER: RemedyRight = { on: "company", action: "administer" };
const GIVE: RemedyRight = { on: "company", action: "grant_access" };
const GRANT: RemedyRight = { on: "feature", action: "grant_access" };
const CONFIGURE: RemedyRight = { on: "company", action: "configure" };
const ASKED: RemedyRight = { on: "asked" };

/** The nearest change that opens each gate, and who may make it. `grantor`: a directory administrator who can push to accounting. */
export const REMEDIES: Readonly<Record<GateCode, Remedy>> = {
  NOT_A_MEMBER: remedy("directory_administrator", "addMember", ADMINISTER),
  MEMBER_INACTIVE: remedy("directory_administrator", "updateMember", ADMINISTER),
  ASSIGNMENT_ENDED: remedy("grantor", "assignVendorStaff", GIVE),
  API_KEY_NOT_IN_FORCE: remedy("directory_administrator", "createApiKey", ADMINISTER),
  API_KEY_LACKS_SCOPE: remedy("directory_administrator", "createApiKey", ADMINISTER),
  FEATURE_NOT_SUPPORTED_BY_CONNECTOR: remedy("nobody"),
  ACTION_NOT_APPLICABLE: remedy("nobody"),
  NOT_VENDOR_STAFF: remedy("specialist", null, ASKED),
  NOT_A_STAKEHOLDER: remedy("directory_administrator", "setStakeholders", ADMINISTER),
  TOOL_LEVEL_TOO_LOW: remedy("grantor", "updateMember", GIVE),
  DIRECTORY_LEVEL_TOO_LOW: remedy("grantor", "updateMember", GIVE),
  NOT_AN_APPROVER: remedy("grantor", "designateApprover", GIVE),
  FEATURE_NOT_GRANTED: remedy("grantor", "grantFeatureAccess", GRANT),
  GRANT_NOT_YET_VALID: remedy("grantor", "grantFeatureAccess", GRANT),
  GRANT_EXPIRED: remedy("grantor", "grantFeatureAccess", GRANT),
  EDITION_NOT_SUPPORTED: remedy("tool_administrator", "configureConnection", CONFIGURE),
  CONNECTION_NOT_AUTHORISED: remedy("tool_administrator", "authorizeConnection", CONFIGURE),
  FEATURE_DISABLED: remedy("tool_administrator", "setFeatureSwitch", { on: "feature", action: "configure" }),
  INTEGRATION_NOT_LIVE: remedy("specialist", "goLive", { on: "company", action: "go_live" }),
  PROJECT_NOT_IN_USE: remedy("directory_administrator", "updateProject", ADMINISTER),
  PROJECT_LEVEL_TOO_LOW: remedy("directory_administrator", "setProjectLevels", ADMINISTER),
  OUT_OF_PROJECT_SCOPE: remedy("grantor", "grantFeatureAccess", GRANT),
  OVER_AMOUNT_CEILING: remedy("grantor", "grantFeatureAccess", GRANT),
  SELF_GRANT: remedy("grantor", "grantFeatureAccess", ASKED),
  OWN_RECORD: remedy("another_approver", null, ASKED),
  NOT_THE_SUBMITTER: remedy("submitter", null, ASKED),
  SECOND_APPROVAL_NEEDED: remedy("another_approver", null, { on: "first_approval" }),
  RECORD_STATE: remedy("nobody"),
  PREREQUISITE_NOT_SYNCED: remedy("another_approver", null, { on: "prerequisites" }),
  CONTRACT_MISFIT: remedy("tool_administrator", "updateCompany", { on: "contract_control" }),
  WORKFLOW_NOT_COMPLETED: remedy("project_administrator"),
};

const RESUME: Remedy = remedy("directory_administrator", "resumeIntegration", { on: "company", action: "suspend" });
/** There is nothing yet that a user of the ledger could consent to. */
const SET_UP_CONNECTION: Remedy = remedy("tool_administrator", "configureConnection", CONFIGURE);

/** What is left for vendor staff, who have no directory record, and are given none. */
export const OF_STAFF = {
  leftVendor: remedy("vendor"),
  asSpecialist: remedy("grantor", "assignVendorStaff", GIVE),
  notForStaff: remedy("nobody"),
} as const;

/** Changes of a directory record. */
const OF_MEMBERS: readonly (string | null)[] = [
  ...["addMember", "updateMember", "setStakeholders", "designateApprover", "grantFeatureAccess", "setProjectLevels"],
];

/** The change that opens the gate for this subject, as the company stands. */
export function remedyOf(code: GateCode, { subject, company }: Facts, requirement: Requirement | null): Remedy {
  const usual = REMEDIES[code];
  if (code === "API_KEY_LACKS_SCOPE" && requirement?.scope === undefined) return remedy("nobody");
  if (code === "INTEGRATION_NOT_LIVE" && company.phase === "suspended") return RESUME;
  if (code === "CONNECTION_NOT_AUTHORISED" && company.edition === null) return SET_UP_CONNECTION;
  if (subject?.kind === "staff" && code === "MEMBER_INACTIVE") return OF_STAFF.leftVendor;
  if (subject?.kind !== "staff" || !OF_MEMBERS.includes(usual.mutation)) return usual;
  return subject.staffRole !== "specialist" && requirement?.staff?.includes("specialist")
    ? OF_STAFF.asSpecialist
    : OF_STAFF.notForStaff;
}

/** What designating an approver opens at once: it raises their level, gives the privilege and, named with it, the right. */
const BY_DESIGNATION: readonly GateCode[] = ["TOOL_LEVEL_TOO_LOW", "NOT_AN_APPROVER", "FEATURE_NOT_GRANTED"];

/** Of the gates that were missed, in their order, the one whose remedy to begin with: the first, or what opens it with others. */
export function nearestOf(missed: readonly GateCode[]): GateCode | null {
  const [first = null] = missed;
  const isDesignated = first !== null && BY_DESIGNATION.includes(first) && missed.includes("NOT_AN_APPROVER");
  return isDesignated ? "NOT_AN_APPROVER" : first;
}

/** Whether no right opens the gate: whatever else is missing, nothing is gained by giving it. */
export function isNeverOpened(code: GateCode, requirement: Requirement | null): boolean {
  if (code === "API_KEY_LACKS_SCOPE") return requirement?.scope === undefined;
  return code === "FEATURE_NOT_SUPPORTED_BY_CONNECTOR" || code === "ACTION_NOT_APPLICABLE";
}

/** How the company and the record stand, for whomever: these gates are not about who acts. */
export const CIRCUMSTANCES: readonly GateCode[] = [
  "EDITION_NOT_SUPPORTED",
  "CONNECTION_NOT_AUTHORISED",
  "FEATURE_DISABLED",
  "INTEGRATION_NOT_LIVE",
  "PROJECT_NOT_IN_USE",
  "RECORD_STATE",
  "PREREQUISITE_NOT_SYNCED",
  "CONTRACT_MISFIT",
  "WORKFLOW_NOT_COMPLETED",
];

/** Gates by which one approver's right is narrower than another's; the rest hold for everybody. */
const NARROWING: readonly GateCode[] = [
  "PROJECT_LEVEL_TOO_LOW",
  "OUT_OF_PROJECT_SCOPE",
  "OVER_AMOUNT_CEILING",
  "SECOND_APPROVAL_NEEDED",
  "WORKFLOW_NOT_COMPLETED",
];

/** Whether a right is bounded to projects, an amount, a second approval or a workflow. */
export function isNarrowed(limits: readonly { readonly code: GateCode }[]): boolean {
  return limits.some(({ code }) => NARROWING.includes(code));
}

const FOUNDATIONS: readonly Feature[] = ["cost_code", "project", "vendor"];
const PREREQUISITES: Readonly<Partial<Record<Feature, readonly Feature[]>>> = {
  cost_code: [],
  vendor: [],
  project: ["cost_code"],
  commitment: FOUNDATIONS,
  commitment_change_order: [...FOUNDATIONS, "commitment"],
  subcontractor_invoice: [...FOUNDATIONS, "commitment", "commitment_change_order"],
  prime_contract: ["cost_code", "project"],
  prime_contract_change_order: ["cost_code", "project", "prime_contract"],
  owner_invoice: ["cost_code", "project", "prime_contract"],
};

/** What a record of the feature may build on, in the order in which it goes to the ledger. */
export function prerequisitesOf(feature: Feature): readonly Feature[] {
  return PREREQUISITES[feature] ?? FOUNDATIONS;
}
