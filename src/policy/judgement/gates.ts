import { onConnections } from "../model/connections";
import type { SubjectFacts } from "../model/facts";
import type { Requirement } from "../model/requirements";
import { atLeast, LIVE_PHASES, type Feature, type Level, type Resource } from "../model/vocabulary";
import type { Gate, Judge } from "./gate";
import {
  fitsContract,
  inScope,
  ownRecord,
  projectInUse,
  projectLevel,
  recordState,
  secondApproval,
  selfGrant,
  submitterOnly,
  underCeiling,
} from "./record-gates";

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
  return subject.kind !== "staff" || isEntitledStaff(subject, requirement);
};

const keyInForce: Judge = ({ facts: { subject } }) => (subject?.kind === "service" ? subject.active : undefined);

/** The one gate that lets a service pass: whatever no scope names is no service's to do. */
const keyHasScope: Judge = ({ requirement, facts: { subject } }) => {
  if (subject?.kind !== "service" || requirement === null) return undefined;
  return requirement.scope !== undefined && (subject.key?.scopes.includes(requirement.scope) ?? false);
};

/** Levels, parts and grants are people's: a service is judged by its key instead. */
function ofPeople(judge: Judge): Judge {
  return (asked) => (asked.facts.subject?.kind === "service" ? undefined : judge(asked));
}

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

/**
 * The one list of gates, in the order of GATE_CODES. A decision is the conjunction of the gates that concern it.
 * Adding a gate here adds it to the ability, the explanation, the SQL filter and the packed rules alike.
 */
export const GATES: readonly Gate[] = [
  { code: "NOT_A_MEMBER", judge: notAMember },
  {
    code: "MEMBER_INACTIVE",
    judge: ofPeople(({ facts: { subject } }) => (subject === null ? undefined : subject.active)),
  },
  { code: "ASSIGNMENT_ENDED", judge: assignmentEnded },
  { code: "API_KEY_NOT_IN_FORCE", judge: keyInForce },
  { code: "API_KEY_LACKS_SCOPE", judge: keyHasScope },
  { code: "FEATURE_NOT_SUPPORTED_BY_CONNECTOR", judge: supported },
  { code: "ACTION_NOT_APPLICABLE", judge: ({ requirement }) => (requirement === null ? false : undefined) },
  { code: "NOT_VENDOR_STAFF", judge: ofPeople(vendorStaff) },
  { code: "NOT_A_STAKEHOLDER", judge: ofPeople(stakeholder) },
  { code: "TOOL_LEVEL_TOO_LOW", judge: ofPeople(toolLevelGate) },
  { code: "DIRECTORY_LEVEL_TOO_LOW", judge: ofPeople(directoryLevel) },
  { code: "NOT_AN_APPROVER", judge: ofPeople(approver) },
  { code: "FEATURE_NOT_GRANTED", judge: ofPeople(granted) },
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
  { code: "PROJECT_NOT_IN_USE", judge: projectInUse },
  { code: "PROJECT_LEVEL_TOO_LOW", judge: ofPeople(projectLevel) },
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
  { code: "CONTRACT_MISFIT", judge: fitsContract },
  {
    code: "WORKFLOW_NOT_COMPLETED",
    judge: ({ basis }) =>
      basis.kind === "direct_export" && basis.workflow
        ? { kind: "is", fact: "workflowCompleted", value: true }
        : undefined,
  },
];
