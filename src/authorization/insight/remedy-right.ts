import { mayBeFirst } from "../../policy/judgement/first-approval";
import { decide, isAllowed } from "../../policy/judgement/decide";
import { routes } from "../../policy/judgement/judge";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import { undisturbed } from "../../policy/model/circumstances";
import { evaluate, type Condition } from "../../policy/model/condition";
import { viewIn } from "../../policy/model/connections";
import type { RecordFacts } from "../../policy/model/facts";
import { isOfContract } from "../../policy/model/record-facts";
import { CIRCUMSTANCES, prerequisitesOf, type RemedyRight } from "../../policy/model/remedies";
import { FEATURES, type Action, type GateCode, type Resource } from "../../policy/model/vocabulary";

/** Records that have to be in the ledger first. */
export type Missing = readonly RecordFacts[];

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

/** Whose help is wanted: of those who may make a change, for somebody who wants to do something. */
export interface Wanted extends CarriedOut {
  readonly companyId: string;
  readonly mutation: string | null;
  /** As the question named whom the company does not know. */
  readonly stranger: string | null;
  readonly at: string;
}

/** Stands for whoever agrees as the other one of two people. */
const SOMEBODY_ELSE = "somebody-else";

/**
 * Whether the policy lets them make the change.
 * @param missing what the record builds on and the ledger does not have; null: that is not known
 */
export function canCarryOut(policy: MemberPolicy, wish: CarriedOut, missing: Missing | null): boolean {
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
      return mayAgree(policy, wish);
    case "contract_control":
      return isAllowed(policy, { action: "configure", resource: "company" }) && !maySendOfContracts(policy);
    case "prerequisites":
      if (missing !== null) return missing.length > 0 && missing.every((record) => maySend(policy, wish, record));
      return prerequisites(resource).some((feature) => isAllowed(policy, { action: "send", resource: feature }));
  }
}

/** Whether they can send something of what is missing, or begin to, where nobody can send all of it. */
export function canCarryOutSome(policy: MemberPolicy, wish: CarriedOut, missing: Missing): boolean {
  return missing.some((record) => maySend(policy, wish, record, ["SECOND_APPROVAL_NEEDED"]));
}

/** Whether they can send the record once what it builds on itself is there. */
function maySend(
  policy: MemberPolicy,
  { missed }: CarriedOut,
  record: RecordFacts,
  but: readonly GateCode[] = [],
): boolean {
  const listed = CIRCUMSTANCES.filter((code) => missed.includes(code) && code !== "RECORD_STATE");
  const { gates } = decide(policy, { action: "send", resource: record.feature, record });
  return gates.every(({ code, passed }) => passed || listed.includes(code) || but.includes(code));
}

/**
 * Whether they have a right to send what the company's choice is about, whatever keeps everybody from it now: easing it would
 * let them send more.
 */
function maySendOfContracts({ facts }: MemberPolicy): boolean {
  const company = undisturbed(facts.company);
  return FEATURES.some((feature) => isOfContract(feature) && routes({ ...facts, company }, "send", feature).length > 0);
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
  // What the asker has not said they can say yet; of what is stored, what is not known stays so.
  const canBeSaid = record?.source !== "stored";
  return left.every(({ code, evaluable }) => isListed(code) || (canBeSaid && !evaluable && missed.includes(code)));
}

/** Whoever sends another's record in their place may need a second person as well, which is listed then. */
function isListedToo({ right }: CarriedOut, code: GateCode): boolean {
  return right.on === "asked" && code === "SECOND_APPROVAL_NEEDED";
}

/** Whoever agrees next is the first of two, or the second, who has to be able to send it as it is. */
function mayAgree(policy: MemberPolicy, wish: CarriedOut): boolean {
  const { record } = wish;
  const { company, subject } = policy.facts;
  if (record === null || subject === null) return false;
  const { firstApprover, submittedBy } = record;
  if (typeof firstApprover === "string" && firstApprover !== submittedBy) return mayInTheirPlace(policy, wish, record);
  const asFirst: Condition = { kind: "all", of: mayBeFirst(subject.subjectId) };
  if (evaluate(asFirst, viewIn(company, { ...record, firstApprover: null })).truth === false) return false;
  return mayInTheirPlace(policy, wish, { ...record, firstApprover: SOMEBODY_ELSE });
}
