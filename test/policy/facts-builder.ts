import type { CompanyFacts, FeatureFacts, GrantFacts, RecordFacts, SubjectFacts } from "../../src/policy/model/facts";
import { FEATURES, type Feature, type GateCode } from "../../src/policy/model/vocabulary";

/** The instant that the examples are asked as of. */
export const AT = "2026-03-10T12:00:00.000Z";
export const COMPANY = "company-1";

/** What the ledger's connector carries, as its feature map says (domain notes 2.1). */
const EXPORTED: readonly Feature[] = [
  "cost_code",
  "project",
  "vendor",
  "commitment",
  "commitment_change_order",
  "subcontractor_invoice",
];
const IMPORTED: readonly Feature[] = ["project", "vendor", "commitment_payment", "job_cost"];

type Switches = Partial<Record<Feature, Partial<FeatureFacts>>>;

/** A live company with everything switched on. */
export function company(over: Partial<CompanyFacts> = {}, switches: Switches = {}): CompanyFacts {
  const one = (feature: Feature): FeatureFacts => ({
    exports: EXPORTED.includes(feature),
    imports: IMPORTED.includes(feature),
    enabled: true,
    directExport: "off",
    ...switches[feature],
  });
  return {
    companyId: COMPANY,
    phase: "in_use",
    connector: "xero",
    connection: "authorised",
    edition: "ESTABLISHED",
    editionSupported: true,
    twoPersonAbove: null,
    features: Object.fromEntries(FEATURES.map((feature) => [feature, one(feature)])) as CompanyFacts["features"],
    ...over,
  };
}

/** An active member with no rights at all. */
export function member(over: Partial<SubjectFacts> = {}): SubjectFacts {
  return {
    subjectId: "aline",
    companyId: COMPANY,
    kind: "member",
    active: true,
    toolLevel: "none",
    directoryLevel: "none",
    canPushToAccounting: false,
    projectLevels: [],
    grants: [],
    staffRole: null,
    stakeholderRoles: [],
    assignedUntil: null,
    ...over,
  };
}

/** Both conditions of an accounting approver, and the given grants. */
export function approver(grants: readonly GrantFacts[], over: Partial<SubjectFacts> = {}): SubjectFacts {
  return member({ toolLevel: "standard", canPushToAccounting: true, grants, ...over });
}

/** Unlimited, unless said otherwise. */
export function grant(feature: Feature, over: Partial<GrantFacts> = {}): GrantFacts {
  return {
    grantId: `grant-${feature}`,
    feature,
    direction: "export",
    projectIds: null,
    ceiling: null,
    validFrom: null,
    validUntil: null,
    ...over,
  };
}

/** A record that waits for an approver, with all its facts. */
export function waiting(feature: string, over: Partial<RecordFacts> = {}): RecordFacts {
  return {
    companyId: COMPANY,
    feature,
    project: "tower",
    amount: { minor: 10_000, currency: "USD" },
    submittedBy: "bruno",
    state: "awaiting",
    ...over,
  };
}

/** The gates that ask something of the record. */
export const CONDITIONAL: readonly GateCode[] = [
  "EDITION_NOT_SUPPORTED",
  "CONNECTION_NOT_AUTHORISED",
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
];
