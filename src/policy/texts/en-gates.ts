import type { TextParams, Texts } from "./texts";

const NO_CONDITION = () => "";

/** English sentences of the gates. */
export const EN_GATES: Texts["gates"] = {
  NOT_A_MEMBER: {
    passed: () => "Belongs to the company, or is vendor staff assigned to it for this.",
    missed: () => "Not a member of this company, or not for this action.",
    limit: NO_CONDITION,
    remedy: () => "Add the person to the company's directory.",
  },
  MEMBER_INACTIVE: {
    passed: () => "The directory record is active.",
    missed: () => "The directory record is deactivated.",
    limit: NO_CONDITION,
    remedy: () => "Reactivate the directory record.",
  },
  ASSIGNMENT_ENDED: {
    passed: () => "The assignment to the company is running.",
    missed: (p) => `The assignment to the company was good until ${p.assignedUntil}.`,
    limit: NO_CONDITION,
    remedy: () => "Assign the person anew; until then ask the point of contact.",
  },
  API_KEY_NOT_IN_FORCE: {
    passed: () => "The API key is in force, and whoever made it administers the company.",
    missed: () =>
      "The API key is not in force: it was revoked, has expired, or whoever made it does not administer the company.",
    limit: NO_CONDITION,
    remedy: () => "Make a new API key for the service.",
  },
  API_KEY_LACKS_SCOPE: {
    passed: (p) => `The API key has the scope ${p.scope}.`,
    missed: (p) =>
      p.scope === null ? `No service may ${p.act}: people do that.` : `The API key lacks the scope ${p.scope}.`,
    limit: NO_CONDITION,
    remedy: (p) =>
      p.scope === null
        ? "No scope of an API key changes this; have a person do it."
        : `Make an API key with the scope ${p.scope}.`,
  },
  FEATURE_NOT_SUPPORTED_BY_CONNECTOR: {
    passed: (p) => `The connector carries ${p.resource}.`,
    missed: (p) => `The connector does not carry ${p.resource} this way: nobody may ${p.act}.`,
    limit: NO_CONDITION,
    remedy: () => "No right changes this; see the feature map for what the connector carries.",
  },
  ACTION_NOT_APPLICABLE: {
    passed: () => "The action exists here.",
    missed: (p) => `Nobody can ${p.act}: the action does not exist there.`,
    limit: NO_CONDITION,
    remedy: () => "No right changes this.",
  },
  NOT_VENDOR_STAFF: {
    passed: () => "Is vendor staff whose role includes this.",
    missed: () => "Only the vendor's staff assigned to the company do this.",
    limit: NO_CONDITION,
    remedy: () => "Ask the integration implementation specialist to do it.",
  },
  NOT_A_STAKEHOLDER: {
    passed: (p) => `Has a part in the implementation that includes this (${p.parts}).`,
    missed: (p) => `Has no part in the implementation that includes this; it is for: ${p.parts}.`,
    limit: NO_CONDITION,
    remedy: (p) => `Ask whoever has the part, or have the person named as ${p.parts}.`,
  },
  TOOL_LEVEL_TOO_LOW: {
    passed: (p) => `Holds ${p.toolHeld} on the ERP Integrations tool; ${p.toolNeeded} is enough.`,
    missed: (p) => `Holds ${p.toolHeld} on the ERP Integrations tool; at least ${p.toolNeeded} is needed.`,
    limit: NO_CONDITION,
    remedy: (p) => `Raise the level on the ERP Integrations tool to ${p.toolNeeded}.`,
  },
  DIRECTORY_LEVEL_TOO_LOW: {
    passed: (p) => `Holds ${p.directoryHeld} on the company directory.`,
    missed: (p) => `Holds ${p.directoryHeld} on the company directory; Admin is needed.`,
    limit: NO_CONDITION,
    remedy: () => "Raise the level on the company directory to Admin.",
  },
  NOT_AN_APPROVER: {
    passed: () => "Can push to accounting.",
    missed: () => "Lacks the privilege to push to accounting, so is no accounting approver.",
    limit: NO_CONDITION,
    remedy: (p) =>
      p.lacksGrant
        ? `Designate the person as an accounting approver, with access to ${p.resource}.`
        : "Designate the person as an accounting approver.",
  },
  FEATURE_NOT_GRANTED: {
    passed: (p) => `Access to ${p.resource} is granted, or not needed by a directory administrator.`,
    missed: (p) => `No grant lets this person ${p.act}.`,
    limit: NO_CONDITION,
    remedy: (p) => `Grant access to ${p.resource}.`,
  },
  GRANT_NOT_YET_VALID: {
    passed: () => "The grant's validity has begun.",
    missed: (p) => `The grant is valid only from ${p.validFrom}.`,
    limit: NO_CONDITION,
    remedy: () => "Wait, or give a grant that begins earlier.",
  },
  GRANT_EXPIRED: {
    passed: () => "The grant has not expired.",
    missed: (p) => `The grant was good until ${p.validUntil}.`,
    limit: NO_CONDITION,
    remedy: () => "Give a new grant.",
  },
  EDITION_NOT_SUPPORTED: {
    passed: () => "The connector supports the ledger's edition.",
    missed: (p) =>
      p.isOneOfSeveral
        ? `The connector does not support the edition of the ledger concerned; supported: ${p.ledgersServed}.`
        : `The connector does not support the ledger's edition (${p.edition}).`,
    limit: (p) => `what belongs to the books of ${p.ledgersServed}`,
    remedy: (p) =>
      p.hasConnection
        ? "Upgrade the ledger's edition and update the connection."
        : "Set the connection to the ledger up.",
  },
  CONNECTION_NOT_AUTHORISED: {
    passed: () => "The connection to the ledger is authorised.",
    missed: (p) =>
      p.isOneOfSeveral
        ? `The connection to the ledger concerned is not authorised; authorised: ${p.ledgersAuthorised}.`
        : "The connection to the ledger is not authorised.",
    limit: (p) => `what belongs to the authorised books of ${p.ledgersAuthorised}`,
    remedy: (p) =>
      p.hasConnection
        ? "Have one user of the ledger authorise the connection."
        : "Set the connection to the ledger up; then one user of the ledger authorises it.",
  },
  FEATURE_DISABLED: {
    passed: (p) => `The company has ${p.resource} switched on.`,
    missed: (p) => `The company has ${p.resource} switched off.`,
    limit: NO_CONDITION,
    remedy: (p) => `Switch ${p.resource} on.`,
  },
  INTEGRATION_NOT_LIVE: {
    passed: () => "The integration is live.",
    missed: (p) => `The integration is not live (phase: ${p.phase}).`,
    limit: NO_CONDITION,
    remedy: (p) => (p.isSuspended ? "Resume the integration." : "Complete the implementation and go live."),
  },
  PROJECT_NOT_IN_USE: {
    passed: () => "The project is in use.",
    missed: () => "The project is out of use: nothing new is sent from it.",
    limit: () => "projects that are in use",
    remedy: () => "Take the project into use again, or correct the record's project.",
  },
  PROJECT_LEVEL_TOO_LOW: {
    passed: (p) => `Is Admin on ${p.projectTools} in the project.`,
    missed: (p) => `Is not Admin on ${p.projectTools} in the project.`,
    limit: (p) => `projects where the person is Admin on ${p.projectTools}: ${p.projects}`,
    remedy: (p) => `Raise the project level on ${p.projectTools} to Admin.`,
  },
  OUT_OF_PROJECT_SCOPE: {
    passed: () => "The project is within the grant's scope.",
    missed: (p) =>
      p.hasProject
        ? `The grant covers only these projects: ${p.projects}.`
        : `The grant is limited to projects, and ${p.resource} do not belong to any: nothing is within it.`,
    limit: (p) => `projects ${p.projects}`,
    remedy: (p) => (p.hasProject ? "Grant access for this project." : "Give a grant that is not limited to projects."),
  },
  OVER_AMOUNT_CEILING: {
    passed: (p) => `The amount is within the grant's ceiling of ${p.ceiling}.`,
    missed: (p) =>
      p.hasAmount
        ? `The amount is over the grant's ceiling of ${p.ceiling}.`
        : `The grant is limited to amounts up to ${p.ceiling}, and ${p.resource} have no amount: nothing is within it.`,
    limit: (p) => `amounts up to ${p.ceiling}`,
    remedy: (p) =>
      p.hasAmount
        ? "Have an approver with a higher ceiling send it, or raise the ceiling."
        : "Give a grant without a ceiling.",
  },
  SELF_GRANT: {
    passed: () => "The right is for somebody else.",
    missed: () => "Nobody may grant themselves a right.",
    limit: () => "for other people only",
    remedy: () => "Ask another person who may grant access.",
  },
  OWN_RECORD: {
    passed: () => "Somebody else submitted the record.",
    missed: () => "Nobody may send a record they submitted themselves.",
    limit: () => "records submitted by other people",
    remedy: () => "Let another approver send it.",
  },
  NOT_THE_SUBMITTER: {
    passed: () => "Submitted the record.",
    missed: () => "Only the person who submitted the record may take it back.",
    limit: () => "records the person submitted",
    remedy: () => "Ask the person who submitted it, or have it rejected.",
  },
  SECOND_APPROVAL_NEEDED: {
    passed: (p) =>
      p.misfitsForTwo === ""
        ? `The amount needs no second approval, or another person approved it first (above ${p.threshold}).`
        : `It needs no second approval, or another person approved it first (of what ${forTwo(p)}).`,
    missed: (p) =>
      p.misfitsForTwo === ""
        ? `Above ${p.threshold} two people must approve; another person's approval is missing.`
        : `Two people must approve what ${forTwo(p)}; another person's approval is missing.`,
    limit: (p) =>
      p.misfitsForTwo === ""
        ? `above ${p.threshold} only after another approver's approval`
        : `what ${forTwo(p)} only after another approver's approval`,
    remedy: () => "Have another approver, who did not submit it, approve it first.",
  },
  RECORD_STATE: {
    passed: () => "The record's state allows it.",
    missed: (p) => `The record must be in one of these states: ${p.states}.`,
    limit: (p) => `records that are ${p.states}`,
    remedy: () => "Bring the record into that state first.",
  },
  PREREQUISITE_NOT_SYNCED: {
    passed: () => "Nothing that the record needs is known to be missing in the ledger.",
    missed: () => "Something that the record needs is not in the ledger yet.",
    limit: () => "records whose prerequisites are in the ledger",
    remedy: (p) => `Send first what it builds on: ${p.prerequisites}.`,
  },
  CONTRACT_MISFIT: {
    passed: () => "It fits its contract in all that the company insists on.",
    missed: (p) => `The company refuses what ${p.misfitsRefused}.`,
    limit: (p) => `nothing that ${p.misfitsRefused}`,
    remedy: () =>
      "Correct it on the platform and have it submitted again, or have the company's choice changed (contractControl).",
  },
  WORKFLOW_NOT_COMPLETED: {
    passed: () => "The workflow is completed.",
    missed: () => "Direct export waits for the record's workflow to be completed.",
    limit: () => "records whose workflow is completed",
    remedy: () => "Complete the workflow on the platform.",
  },
};

/** What two people must agree to. */
function forTwo({ hasThreshold, threshold, misfitsForTwo }: TextParams): string {
  return hasThreshold ? `is above ${threshold} or ${misfitsForTwo}` : misfitsForTwo;
}
