import type { TextParams, Texts } from "./texts";

/** English sentences of the gates that are about a record. */
export const EN_RECORD_GATES = {
  PROJECT_LEVEL_TOO_LOW: {
    short: "Your level on the project is too low",
    passed: (p) => `Is Admin on ${p.projectTools} in the project.`,
    missed: (p) => `Is not Admin on ${p.projectTools} in the project.`,
    limit: (p) => `projects where the person is Admin on ${p.projectTools}: ${p.projects}`,
    remedy: (p) => `Raise the project level on ${p.projectTools} to Admin.`,
  },
  OUT_OF_PROJECT_SCOPE: {
    short: "Not in your projects",
    passed: () => "The project is within the grant's scope.",
    missed: (p) =>
      p.hasProject
        ? `The grant covers only these projects: ${p.projects}.`
        : `The grant is limited to projects, and ${p.resource} do not belong to any: nothing is within it.`,
    limit: (p) => `projects ${p.projects}`,
    remedy: (p) => (p.hasProject ? "Grant access for this project." : "Give a grant that is not limited to projects."),
  },
  OVER_AMOUNT_CEILING: {
    short: "Above your ceiling",
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
    short: "Not for oneself",
    passed: () => "The right is for somebody else.",
    missed: () => "Nobody may grant themselves a right.",
    limit: () => "for other people only",
    remedy: () => "Ask another person who may grant access.",
  },
  OWN_RECORD: {
    short: "You submitted it yourself",
    passed: () => "Somebody else submitted the record.",
    missed: () => "Nobody may send a record they submitted themselves.",
    limit: () => "records submitted by other people",
    remedy: () => "Let another approver send it.",
  },
  NOT_THE_SUBMITTER: {
    short: "Somebody else submitted it",
    passed: () => "Submitted the record.",
    missed: () => "Only the person who submitted the record may take it back.",
    limit: () => "records the person submitted",
    remedy: () => "Ask the person who submitted it, or have it rejected.",
  },
  SECOND_APPROVAL_NEEDED: {
    short: "Somebody else must agree too",
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
    short: "Not in this state",
    passed: () => "The record's state allows it.",
    missed: (p) => `The record must be in one of these states: ${p.states}.`,
    limit: (p) => `records that are ${p.states}`,
    remedy: () => "Bring the record into that state first.",
  },
  PREREQUISITE_NOT_SYNCED: {
    short: "Something it needs is missing",
    passed: () => "Nothing that the record needs is known to be missing in the ledger.",
    missed: () => "Something that the record needs is not in the ledger yet.",
    limit: () => "records whose prerequisites are in the ledger",
    remedy: (p) => `Send first what it builds on: ${p.prerequisites}.`,
  },
  CONTRACT_MISFIT: {
    short: "It does not fit its contract",
    passed: () => "It fits its contract in all that the company insists on.",
    missed: (p) => `The company refuses what ${p.misfitsRefused}.`,
    limit: (p) => `nothing that ${p.misfitsRefused}`,
    remedy: () =>
      "Correct it on the platform and have it submitted again, or have the company's choice changed (contractControl).",
  },
  WORKFLOW_NOT_COMPLETED: {
    short: "Its workflow is not completed",
    passed: () => "The workflow is completed.",
    missed: () => "Direct export waits for the record's workflow to be completed.",
    limit: () => "records whose workflow is completed",
    remedy: () => "Complete the workflow on the platform.",
  },
} satisfies Partial<Texts["gates"]>;

/** What two people must agree to. */
function forTwo({ hasThreshold, threshold, misfitsForTwo }: TextParams): string {
  return hasThreshold ? `is above ${threshold} or ${misfitsForTwo}` : misfitsForTwo;
}
