import type { GateCode } from "./vocabulary";

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

export interface Remedy {
  readonly role: RemedyRole;
  /** The GraphQL mutation that does it; null where nothing in Ledgergate does. */
  readonly mutation: string | null;
}

const remedy = (role: RemedyRole, mutation: string | null = null): Remedy => ({ role, mutation });

/** The nearest change that opens each gate, and who may make it. `grantor`: a directory administrator who can push to accounting. */
export const REMEDIES: Readonly<Record<GateCode, Remedy>> = {
  NOT_A_MEMBER: remedy("directory_administrator", "addMember"),
  MEMBER_INACTIVE: remedy("directory_administrator", "updateMember"),
  ASSIGNMENT_ENDED: remedy("vendor", "assignVendorStaff"),
  FEATURE_NOT_SUPPORTED_BY_CONNECTOR: remedy("nobody"),
  ACTION_NOT_APPLICABLE: remedy("nobody"),
  NOT_VENDOR_STAFF: remedy("specialist"),
  NOT_A_STAKEHOLDER: remedy("directory_administrator", "setStakeholders"),
  TOOL_LEVEL_TOO_LOW: remedy("directory_administrator", "updateMember"),
  DIRECTORY_LEVEL_TOO_LOW: remedy("directory_administrator", "updateMember"),
  NOT_AN_APPROVER: remedy("grantor", "designateApprover"),
  FEATURE_NOT_GRANTED: remedy("grantor", "grantFeatureAccess"),
  GRANT_NOT_YET_VALID: remedy("grantor", "grantFeatureAccess"),
  GRANT_EXPIRED: remedy("grantor", "grantFeatureAccess"),
  EDITION_NOT_SUPPORTED: remedy("tool_administrator", "configureConnection"),
  CONNECTION_NOT_AUTHORISED: remedy("tool_administrator", "configureConnection"),
  FEATURE_DISABLED: remedy("tool_administrator", "setFeatureSwitch"),
  INTEGRATION_NOT_LIVE: remedy("specialist", "goLive"),
  PROJECT_NOT_IN_USE: remedy("directory_administrator", "updateProject"),
  PROJECT_LEVEL_TOO_LOW: remedy("directory_administrator", "setProjectLevels"),
  OUT_OF_PROJECT_SCOPE: remedy("grantor", "grantFeatureAccess"),
  OVER_AMOUNT_CEILING: remedy("grantor", "grantFeatureAccess"),
  SELF_GRANT: remedy("grantor", "grantFeatureAccess"),
  OWN_RECORD: remedy("another_approver"),
  NOT_THE_SUBMITTER: remedy("submitter"),
  SECOND_APPROVAL_NEEDED: remedy("another_approver"),
  RECORD_STATE: remedy("nobody"),
  PREREQUISITE_NOT_SYNCED: remedy("another_approver"),
  WORKFLOW_NOT_COMPLETED: remedy("project_administrator"),
};
