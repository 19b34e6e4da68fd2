import { undisturbed } from "../model/circumstances";
import { evaluate, type Conjunction } from "../model/condition";
import { viewIn } from "../model/connections";
import type { Facts, RecordFacts } from "../model/facts";
import { isResource, type GateCode } from "../model/vocabulary";
import { GATES } from "./gates";
import { routes } from "./judge";

/** What is not about who approves: that a second person must, and how the record and what it builds on stand. */
const NOT_OF_THE_APPROVER: readonly GateCode[] = [
  "SECOND_APPROVAL_NEEDED",
  "RECORD_STATE",
  "PREREQUISITE_NOT_SYNCED",
  "CONTRACT_MISFIT",
];
const OF_THE_APPROVER = GATES.filter(({ code }) => !NOT_OF_THE_APPROVER.includes(code));

/**
 * Whether the approval of whom the facts are about stands: they did not submit the record, on whatever basis, and have
 * the right to send it at that instant. An approval falls with the right it rested on; that the integration is suspended
 * or a feature is off meanwhile takes nobody's right.
 */
export function approvalStands(facts: Facts, record: RecordFacts): boolean {
  const { subject, company } = facts;
  const { feature } = record;
  if (subject === null || !isResource(feature) || record.submittedBy === subject.subjectId) return false;
  const view = viewIn(company, record);
  if (view.companyId !== company.companyId) return false;
  const ways = routes({ ...facts, company: undisturbed(company) }, "send", feature, OF_THE_APPROVER);
  return ways.some(({ conjunctions }) => conjunctions.some((of) => evaluate({ kind: "all", of }, view).truth === true));
}

/** What a record must be for this person's sending to be the first of its two approvals: whoever submitted it is neither. */
export function mayBeFirst(subjectId: string): Conjunction {
  return [
    { kind: "is", fact: "hasFirstApproval", value: false },
    { kind: "equal", fact: "state", value: "awaiting" },
    { kind: "is_not", fact: "submittedBy", value: subjectId },
  ];
}
