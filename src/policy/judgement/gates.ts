import type { Basis } from "../model/bases";
import type { Condition } from "../model/condition";
import { onConnections } from "../model/connections";
import type { Facts, SubjectFacts } from "../model/facts";
import { hasFact } from "../model/record-facts";
import { submitRight, type Requirement } from "../model/requirements";
import {
  atLeast,
  LIVE_PHASES,
  type Action,
  type Feature,
  type GateCode,
  type Level,
  type ProjectTool,
  type Resource,
} from "../model/vocabulary";

/** Everything a gate may look at. Only records are missing: for them it answers with a condition. */
export interface Case {
  readonly facts: Facts;
  readonly action: Action;
  readonly resource: Resource;
  /** Null: the action does not exist on the resource. */
  readonly requirement: Requirement | null;
  readonly basis: Basis;
}

/** Open, shut, or open for the records that meet the condition. */
export type Verdict = true | false | Condition;

/** One named condition with its reason code. `judge` answers undefined where the gate does not concern the case. */
export interface Gate {
  readonly code: GateCode;
  readonly judge: (asked: Case) => Verdict | undefined;
}

type Judge = Gate["judge"];

/** Levels bind members; vendor staff pass where the action names their role. */
function level(read: (requirement: Requirement) => Level | undefined, has: (subject: SubjectFacts) => Level): Judge {
  return ({ requirement, facts: { subject } }) => {
    const needed = requirement ? read(requirement) : undefined;
    if (needed === undefined) return undefined;
    if (subject === null) return false;
    return isEntitledStaff(subject, requirement) || atLeast(has(subject), needed);
  };
}

function isEntitledStaff(subject: SubjectFacts, requirement: Requirement | null): boolean {
  return (
    subject.kind === "staff" && subject.staffRole !== null && (requirement?.staff ?? []).includes(subject.staffRole)
  );
}

function isFeature(resource: Resource): resource is Feature {
  return resource !== "company";
}

const notAMember: Judge = ({ requirement, facts: { subject, company } }) => {
  if (subject === null || subject.companyId !== company.companyId) return false;
  return subject.kind === "member" || isEntitledStaff(subject, requirement);
};

const assignmentEnded: Judge = ({ facts: { subject, at } }) =>
  subject?.kind === "staff" ? subject.assignedUntil === null || at < subject.assignedUntil : undefined;

const supported: Judge = ({ requirement, resource, facts: { company } }) => {
  if (!isFeature(resource)) return undefined;
  const { exports, imports } = company.features[resource];
  const wanted = requirement?.carried ?? "either";
  if (wanted === "export") return exports;
  if (wanted === "import") return imports;
  return exports || imports;
};

const toolLevel = level(
  ({ tool }) => tool,
  ({ toolLevel }) => toolLevel,
);
const directoryLevel = level(
  ({ directory }) => directory,
  ({ directoryLevel }) => directoryLevel,
);

const toolLevelGate: Judge = (asked) => {
  if (asked.basis.kind === "direct_export") return undefined;
  const { subject } = asked.facts;
  if (asked.requirement?.orDirectoryAdmin && subject?.directoryLevel === "admin") return true;
  if (asked.requirement?.orStakeholder && (subject?.stakeholderRoles.length ?? 0) > 0) return true;
  return toolLevel(asked);
};

const vendorStaff: Judge = ({ requirement, facts: { subject } }) => {
  if (!requirement?.vendorOnly) return undefined;
  return subject !== null && isEntitledStaff(subject, requirement);
};

const stakeholder: Judge = ({ requirement, facts: { subject } }) => {
  const parts = requirement?.part;
  if (!parts) return undefined;
  return (subject?.stakeholderRoles ?? []).some((role) => parts.includes(role));
};

const approver: Judge = ({ requirement, basis, facts: { subject } }) => {
  if (!requirement?.approver || basis.kind === "direct_export") return undefined;
  return subject !== null && (isEntitledStaff(subject, requirement) || subject.canPushToAccounting);
};

const granted: Judge = ({ requirement, basis }) => {
  if (!requirement?.grant || basis.kind === "direct_export") return undefined;
  return basis.kind !== "no_grant";
};

const started: Judge = ({ basis, facts: { at } }) => {
  if (basis.kind !== "grant") return undefined;
  return basis.grant.validFrom === null || basis.grant.validFrom <= at;
};

const notExpired: Judge = ({ basis, facts: { at } }) => {
  if (basis.kind !== "grant") return undefined;
  return basis.grant.validUntil === null || at < basis.grant.validUntil;
};

const editionServed: Judge = ({ requirement, facts: { company } }) =>
  requirement?.switchedOn ? onConnections(company, ({ editionSupported }) => editionSupported) : undefined;

const authorised: Judge = ({ requirement, facts: { company } }) =>
  requirement?.connected ? onConnections(company, ({ status }) => status === "authorised") : undefined;

const projectLevel: Judge = ({ requirement, resource, basis, facts: { subject } }) => {
  const source = basis.kind === "direct_export" ? submitRight(resource) : requirement;
  const tools = source?.projectAdminOn;
  if (!tools) return undefined;
  const projects = (subject?.projectLevels ?? [])
    .filter(({ tool }) => tool === tools[0])
    .map(({ projectId }) => projectId);
  const values = [...new Set(projects)]
    .filter((project) => tools.every((tool) => isAdminOn(subject, project, tool)))
    .sort();
  return values.length === 0 ? false : { kind: "in", fact: "project", values };
};

function isAdminOn(subject: SubjectFacts | null, project: string, tool: ProjectTool): boolean {
  return (subject?.projectLevels ?? []).some(
    (held) => held.projectId === project && held.tool === tool && held.level === "admin",
  );
}

/** A right that is bounded by what its records do not have reaches none of them. */
const inScope: Judge = ({ basis, resource }) => {
  if (basis.kind !== "grant" || basis.grant.projectIds === null) return undefined;
  if (basis.grant.projectIds.length === 0 || !hasFact(resource, "project")) return false;
  return { kind: "in", fact: "project", values: basis.grant.projectIds };
};

const underCeiling: Judge = ({ basis, resource }) => {
  if (basis.kind !== "grant" || basis.grant.ceiling === null) return undefined;
  if (!hasFact(resource, "amount")) return false;
  return { kind: "at_most", fact: "amount", amount: basis.grant.ceiling };
};

const selfGrant: Judge = ({ requirement, facts: { subject } }) => {
  if (requirement?.selfGrant !== "never" || subject === null) return undefined;
  return { kind: "is_not", fact: "grantee", value: subject.subjectId };
};

const ownRecord: Judge = ({ requirement, basis, facts: { subject } }) => {
  if (requirement?.own !== "never" || basis.kind === "direct_export") return undefined;
  return subject === null ? false : { kind: "is_not", fact: "submittedBy", value: subject.subjectId };
};

const submitterOnly: Judge = ({ requirement, facts: { subject } }) => {
  if (requirement?.own !== "only") return undefined;
  return subject === null ? false : { kind: "equal", fact: "submittedBy", value: subject.subjectId };
};

/**
 * Above the company's amount two people must agree, and neither of them submitted it, also where records skip the approver
 * (two-person rule); what has no amount is never above.
 */
const secondApproval: Judge = ({ requirement, resource, facts: { subject, company } }) => {
  if (!requirement?.delivers || company.twoPersonAbove === null || subject === null) return undefined;
  if (!hasFact(resource, "amount")) return undefined;
  const agreed: Condition = { kind: "is", fact: "hasFirstApproval", value: true };
  const byAnother: Condition = { kind: "is_not", fact: "firstApprover", value: subject.subjectId };
  const small: Condition = { kind: "at_most", fact: "amount", amount: company.twoPersonAbove };
  const notMine: Condition = { kind: "is_not", fact: "submittedBy", value: subject.subjectId };
  return { kind: "any", of: [small, { kind: "all", of: [agreed, byAnother, notMine] }] };
};

const recordState: Judge = ({ requirement, basis }) => {
  if (!requirement?.states) return undefined;
  const direct = basis.kind === "direct_export" ? ["draft", "unlinked"] : [];
  return { kind: "in", fact: "state", values: [...requirement.states, ...direct] };
};

/**
 * The one list of gates, in the order of GATE_CODES. A decision is the conjunction of the gates that concern it.
 * Adding a gate here adds it to the ability, the explanation, the SQL filter and the packed rules alike.
 */
export const GATES: readonly Gate[] = [
  { code: "NOT_A_MEMBER", judge: notAMember },
  { code: "MEMBER_INACTIVE", judge: ({ facts: { subject } }) => (subject === null ? undefined : subject.active) },
  { code: "ASSIGNMENT_ENDED", judge: assignmentEnded },
  { code: "FEATURE_NOT_SUPPORTED_BY_CONNECTOR", judge: supported },
  { code: "ACTION_NOT_APPLICABLE", judge: ({ requirement }) => (requirement === null ? false : undefined) },
  { code: "NOT_VENDOR_STAFF", judge: vendorStaff },
  { code: "NOT_A_STAKEHOLDER", judge: stakeholder },
  { code: "TOOL_LEVEL_TOO_LOW", judge: toolLevelGate },
  { code: "DIRECTORY_LEVEL_TOO_LOW", judge: directoryLevel },
  { code: "NOT_AN_APPROVER", judge: approver },
  { code: "FEATURE_NOT_GRANTED", judge: granted },
  { code: "GRANT_NOT_YET_VALID", judge: started },
  { code: "GRANT_EXPIRED", judge: notExpired },
  { code: "EDITION_NOT_SUPPORTED", judge: editionServed },
  { code: "CONNECTION_NOT_AUTHORISED", judge: authorised },
  {
    code: "FEATURE_DISABLED",
    judge: ({ requirement, resource, facts }) =>
      requirement?.switchedOn && isFeature(resource) ? facts.company.features[resource].enabled : undefined,
  },
  {
    code: "INTEGRATION_NOT_LIVE",
    judge: ({ requirement, facts }) => (requirement?.live ? LIVE_PHASES.includes(facts.company.phase) : undefined),
  },
  { code: "PROJECT_LEVEL_TOO_LOW", judge: projectLevel },
  { code: "OUT_OF_PROJECT_SCOPE", judge: inScope },
  { code: "OVER_AMOUNT_CEILING", judge: underCeiling },
  { code: "SELF_GRANT", judge: selfGrant },
  { code: "OWN_RECORD", judge: ownRecord },
  { code: "NOT_THE_SUBMITTER", judge: submitterOnly },
  { code: "SECOND_APPROVAL_NEEDED", judge: secondApproval },
  { code: "RECORD_STATE", judge: recordState },
  {
    code: "PREREQUISITE_NOT_SYNCED",
    judge: ({ requirement }) =>
      requirement?.delivers ? { kind: "is", fact: "prerequisitesBlocked", value: false } : undefined,
  },
  {
    code: "WORKFLOW_NOT_COMPLETED",
    judge: ({ basis }) =>
      basis.kind === "direct_export" && basis.workflow
        ? { kind: "is", fact: "workflowCompleted", value: true }
        : undefined,
  },
];
