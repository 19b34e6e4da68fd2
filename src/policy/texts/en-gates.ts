import { EN_RECORD_GATES } from "./en-record-gates";
import type { Texts } from "./texts";

const NO_CONDITION = () => "";

/** English sentences of the gates. */
export const EN_GATES: Texts["gates"] = {
  NOT_A_MEMBER: {
    short: "You do not belong to the company",
    passed: () => "Belongs to the company, or is vendor staff assigned to it for this.",
    missed: () => "Not a member of this company, or not for this action.",
    limit: NO_CONDITION,
    remedy: () => "Add the person to the company's directory.",
  },
  MEMBER_INACTIVE: {
    short: "Your record is inactive",
    passed: () => "The directory record is active.",
    missed: () => "The directory record is deactivated.",
    limit: NO_CONDITION,
    remedy: () => "Reactivate the directory record.",
  },
  ASSIGNMENT_ENDED: {
    short: "Your assignment has ended",
    passed: () => "The assignment to the company is running.",
    missed: (p) => `The assignment to the company was good until ${p.assignedUntil}.`,
    limit: NO_CONDITION,
    remedy: () => "Assign the person anew; until then ask the point of contact.",
  },
  API_KEY_NOT_IN_FORCE: {
    short: "The API key is not in force",
    passed: () => "The API key is in force, and whoever made it administers the company.",
    missed: () =>
      "The API key is not in force: it was revoked, has expired, or whoever made it does not administer the company.",
    limit: NO_CONDITION,
    remedy: () => "Make a new API key for the service.",
  },
  API_KEY_LACKS_SCOPE: {
    short: "The API key lacks a scope",
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
    short: "The connector does not carry it",
    passed: (p) => `The connector carries ${p.resource}.`,
    missed: (p) => `The connector does not carry ${p.resource} this way: nobody may ${p.act}.`,
    limit: NO_CONDITION,
    remedy: () => "No right changes this; see the feature map for what the connector carries.",
  },
  ACTION_NOT_APPLICABLE: {
    short: "Not for this kind",
    passed: () => "The action exists here.",
    missed: (p) => `Nobody can ${p.act}: the action does not exist there.`,
    limit: NO_CONDITION,
    remedy: () => "No right changes this.",
  },
  NOT_VENDOR_STAFF: {
    short: "For the vendor’s staff",
    passed: () => "Is vendor staff whose role includes this.",
    missed: () => "Only the vendor's staff assigned to the company do this.",
    limit: NO_CONDITION,
    remedy: () => "Ask the integration implementation specialist to do it.",
  },
  NOT_A_STAKEHOLDER: {
    short: "You are no stakeholder",
    passed: (p) => `Has a part in the implementation that includes this (${p.parts}).`,
    missed: (p) => `Has no part in the implementation that includes this; it is for: ${p.parts}.`,
    limit: NO_CONDITION,
    remedy: (p) => `Ask whoever has the part, or have the person named as ${p.parts}.`,
  },
  TOOL_LEVEL_TOO_LOW: {
    short: "Your level on the tool is too low",
    passed: (p) => `Holds ${p.toolHeld} on the ERP Integrations tool; ${p.toolNeeded} is enough.`,
    missed: (p) => `Holds ${p.toolHeld} on the ERP Integrations tool; at least ${p.toolNeeded} is needed.`,
    limit: NO_CONDITION,
    remedy: (p) => `Raise the level on the ERP Integrations tool to ${p.toolNeeded}.`,
  },
  DIRECTORY_LEVEL_TOO_LOW: {
    short: "Your level on the directory is too low",
    passed: (p) => `Holds ${p.directoryHeld} on the company directory.`,
    missed: (p) => `Holds ${p.directoryHeld} on the company directory; Admin is needed.`,
    limit: NO_CONDITION,
    remedy: () => "Raise the level on the company directory to Admin.",
  },
  NOT_AN_APPROVER: {
    short: "You are no accounting approver",
    passed: () => "Can push to accounting.",
    missed: () => "Lacks the privilege to push to accounting, so is no accounting approver.",
    limit: NO_CONDITION,
    remedy: (p) =>
      p.lacksGrant
        ? `Designate the person as an accounting approver, with access to ${p.resource}.`
        : "Designate the person as an accounting approver.",
  },
  FEATURE_NOT_GRANTED: {
    short: "This kind is not granted to you",
    passed: (p) => `Access to ${p.resource} is granted, or not needed by a directory administrator.`,
    missed: (p) => `No grant lets this person ${p.act}.`,
    limit: NO_CONDITION,
    remedy: (p) => `Grant access to ${p.resource}.`,
  },
  GRANT_NOT_YET_VALID: {
    short: "Your right has not begun",
    passed: () => "The grant's validity has begun.",
    missed: (p) => `The grant is valid only from ${p.validFrom}.`,
    limit: NO_CONDITION,
    remedy: () => "Wait, or give a grant that begins earlier.",
  },
  GRANT_EXPIRED: {
    short: "Your right has ended",
    passed: () => "The grant has not expired.",
    missed: (p) => `The grant was good until ${p.validUntil}.`,
    limit: NO_CONDITION,
    remedy: () => "Give a new grant.",
  },
  EDITION_NOT_SUPPORTED: {
    short: "The ledger’s edition is not supported",
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
    short: "The ledger is not connected",
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
    short: "Switched off for the company",
    passed: (p) => `The company has ${p.resource} switched on.`,
    missed: (p) => `The company has ${p.resource} switched off.`,
    limit: NO_CONDITION,
    remedy: (p) => `Switch ${p.resource} on.`,
  },
  INTEGRATION_NOT_LIVE: {
    short: "The integration is not live",
    passed: () => "The integration is live.",
    missed: (p) => `The integration is not live (phase: ${p.phase}).`,
    limit: NO_CONDITION,
    remedy: (p) => (p.isSuspended ? "Resume the integration." : "Complete the implementation and go live."),
  },
  PROJECT_NOT_IN_USE: {
    short: "Its project is out of use",
    passed: () => "The project is in use.",
    missed: () => "The project is out of use: nothing new is sent from it.",
    limit: () => "projects that are in use",
    remedy: () => "Take the project into use again, or correct the record's project.",
  },
  ...EN_RECORD_GATES,
};
