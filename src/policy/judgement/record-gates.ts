import type { Condition } from "../model/condition";
import { misfitsAnswered } from "../model/contract-misfits";
import type { CompanyFacts, SubjectFacts } from "../model/facts";
import { hasFact, isOfContract } from "../model/record-facts";
import { submitRight } from "../model/requirements";
import type { ProjectTool, Resource } from "../model/vocabulary";
import type { Judge } from "./gate";

/* The gates that look at the record: they answer with a condition over its facts. */

/** From a project that is out of use nothing new is offered or sent; what went before stays as it is. */
export const projectInUse: Judge = ({ requirement, resource, facts: { company } }) => {
  const values = company.projectsOutOfUse ?? [];
  if (!requirement?.newWork || values.length === 0 || !hasFact(resource, "project")) return undefined;
  return { kind: "not_in", fact: "project", values };
};

export const projectLevel: Judge = ({ requirement, resource, basis, facts: { subject } }) => {
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
export const inScope: Judge = ({ basis, resource }) => {
  if (basis.kind !== "grant" || basis.grant.projectIds === null) return undefined;
  if (basis.grant.projectIds.length === 0 || !hasFact(resource, "project")) return false;
  return { kind: "in", fact: "project", values: basis.grant.projectIds };
};

export const underCeiling: Judge = ({ basis, resource }) => {
  if (basis.kind !== "grant" || basis.grant.ceiling === null) return undefined;
  if (!hasFact(resource, "amount")) return false;
  return { kind: "at_most", fact: "amount", amount: basis.grant.ceiling };
};

export const selfGrant: Judge = ({ requirement, facts: { subject } }) => {
  if (requirement?.selfGrant !== "never" || subject === null) return undefined;
  return { kind: "is_not", fact: "grantee", value: subject.subjectId };
};

export const ownRecord: Judge = ({ requirement, basis, facts: { subject } }) => {
  // Whom the company does not know has submitted nothing.
  if (requirement?.own !== "never" || basis.kind === "direct_export" || subject === null) return undefined;
  return { kind: "is_not", fact: "submittedBy", value: subject.subjectId };
};

export const submitterOnly: Judge = ({ requirement, facts: { subject } }) => {
  if (requirement?.own !== "only") return undefined;
  return subject === null ? false : { kind: "equal", fact: "submittedBy", value: subject.subjectId };
};

/** Whom the company does not know has approved nothing and submitted nothing. */
const NOBODY = "";

/**
 * Above the company's amount two people must agree, and where the record does not fit its contract in a way for which the
 * company wants it. Neither of them submitted it, also where records skip the approver (two-person rule); what has no amount
 * is never above.
 */
export const secondApproval: Judge = ({ requirement, resource, facts: { subject, company } }) => {
  if (!requirement?.delivers) return undefined;
  const self = subject?.subjectId ?? NOBODY;
  const alone = enoughForOne(company, resource);
  if (alone.length === 0) return undefined;
  const agreed: Condition = { kind: "is", fact: "hasFirstApproval", value: true };
  const byAnother: Condition = { kind: "is_not", fact: "firstApprover", value: self };
  const notMine: Condition = { kind: "is_not", fact: "submittedBy", value: self };
  const one: Condition = alone.length === 1 && alone[0] ? alone[0] : { kind: "all", of: alone };
  return { kind: "any", of: [one, { kind: "all", of: [agreed, byAnother, notMine] }] };
};

/** Whether the company asks for two people at all. */
export function mayAskForTwo({ twoPersonAbove, contractControl }: CompanyFacts): boolean {
  return twoPersonAbove !== null || misfitsAnswered(contractControl, "second_approval").length > 0;
}

/** What a record must be for one person to be enough; empty: nobody asks for two. */
function enoughForOne({ twoPersonAbove, contractControl }: CompanyFacts, resource: Resource): Condition[] {
  const misfits = isOfContract(resource) ? misfitsAnswered(contractControl, "second_approval") : [];
  return [
    ...(twoPersonAbove !== null && hasFact(resource, "amount")
      ? [{ kind: "at_most", fact: "amount", amount: twoPersonAbove } as const]
      : []),
    ...(misfits.length > 0 ? [{ kind: "none_of", fact: "misfits", values: misfits } as const] : []),
  ];
}

/** What the company refuses of that which does not fit its contract. */
export const fitsContract: Judge = ({ requirement, resource, facts: { company } }) => {
  const values = misfitsAnswered(company.contractControl, "refuse");
  if (!requirement?.delivers || values.length === 0 || !isOfContract(resource)) return undefined;
  return { kind: "none_of", fact: "misfits", values };
};

export const recordState: Judge = ({ requirement, basis }) => {
  if (!requirement?.states) return undefined;
  const direct = basis.kind === "direct_export" ? ["draft", "unlinked"] : [];
  return { kind: "in", fact: "state", values: [...requirement.states, ...direct] };
};
