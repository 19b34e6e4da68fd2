import { decide, isAllowed } from "../../policy/judgement/decide";
import { routes } from "../../policy/judgement/judge";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import { undisturbed } from "../../policy/model/circumstances";
import type { RecordFacts } from "../../policy/model/facts";
import { prerequisitesOf, type RemedyRight } from "../../policy/model/remedies";
import type { Action, GateCode, Resource } from "../../policy/model/vocabulary";

/** What somebody wants to do, and what would have to be allowed to whoever helps them. */
export interface CarriedOut {
  readonly subjectId: string | null;
  readonly action: Action;
  readonly resource: Resource;
  readonly record: RecordFacts | null;
  /** Gates that were missed: each has a remedy of its own. */
  readonly missed: readonly GateCode[];
  readonly right: RemedyRight;
}

/** How the company and the record stand, for whomever: these gates are not about who acts. */
const CIRCUMSTANCES: readonly GateCode[] = [
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
/** Stands for whoever agrees as the other one of two people. */
const SOMEBODY_ELSE = "somebody-else";

/** Whether the policy lets them make the change. */
export function canCarryOut(policy: MemberPolicy, wish: CarriedOut): boolean {
  const { right, resource } = wish;
  switch (right.on) {
    case "company":
    case "feature": {
      const on = right.on === "company" ? "company" : resource;
      const record = right.action === "grant_access" ? forSubject(policy, wish, on) : null;
      return isAllowed(policy, { action: right.action, resource: on, record });
    }
    case "asked":
      return mayInTheirPlace(policy, wish, wish.record);
    case "first_approval":
      return mayInTheirPlace(policy, wish, wish.record && agreedByAnother(wish.record));
    case "contract_control":
      return isAllowed(policy, { action: "configure", resource: "company" }) && !maySendAny(policy, resource);
    case "prerequisites":
      return prerequisites(resource).some((feature) => isAllowed(policy, { action: "send", resource: feature }));
  }
}

/** Whether they have a right to send records of the feature, whatever keeps everybody from it now. */
function maySendAny({ facts }: MemberPolicy, resource: Resource): boolean {
  return routes({ ...facts, company: undisturbed(facts.company) }, "send", resource).length > 0;
}

function prerequisites(resource: Resource): readonly Resource[] {
  return resource === "company" ? [] : prerequisitesOf(resource);
}

/** A right that would be given to the one who is to be helped. */
function forSubject({ facts }: MemberPolicy, { subjectId }: CarriedOut, on: Resource): RecordFacts {
  return { companyId: facts.company.companyId, feature: on, grantee: subjectId ?? SOMEBODY_ELSE };
}

/** Allowed what was asked, but for circumstances that are listed as missing already. */
function mayInTheirPlace(policy: MemberPolicy, wish: CarriedOut, record: RecordFacts | null): boolean {
  const { action, resource, missed } = wish;
  const decision = decide(policy, { action, resource, record });
  if (decision.gates.length === 0) return false;
  const left = decision.gates.filter(({ passed }) => !passed);
  const isListed = (code: GateCode) =>
    missed.includes(code) && (CIRCUMSTANCES.includes(code) || isListedToo(wish, code));
  return left.every(({ code, evaluable }) => isListed(code) || (!evaluable && missed.includes(code)));
}

/** Whoever sends another's record in their place may need a second person as well, which is listed then. */
function isListedToo({ right }: CarriedOut, code: GateCode): boolean {
  return right.on === "asked" && code === "SECOND_APPROVAL_NEEDED";
}

/** Whoever agrees next is the first or the second of two: as the second they would have to be able to send it. */
function agreedByAnother(record: RecordFacts): RecordFacts {
  const { firstApprover, submittedBy } = record;
  const agreed = typeof firstApprover === "string" && firstApprover !== submittedBy;
  return agreed ? record : { ...record, firstApprover: SOMEBODY_ELSE };
}
