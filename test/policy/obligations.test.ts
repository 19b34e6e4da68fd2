import { decide } from "../../src/policy/judgement/decide";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import type { RecordFacts } from "../../src/policy/model/facts";
import { approver, AT, company, grant, waiting } from "./facts-builder";

const LIMIT = { minor: 9_999, currency: "USD" };
const policy = new MemberPolicy({
  company: company({ twoPersonAbove: LIMIT }),
  subject: approver([grant("commitment")]),
  at: AT,
});
const sending = (over: Partial<RecordFacts> = {}, action = "send") =>
  decide(policy, { action, resource: "commitment", record: waiting("commitment", over) }).obligations;

describe("a second approval", () => {
  test("is the obligation of whoever may give the first one", () => {
    expect(sending()).toEqual(["second_approval"]);
  });

  test.each([
    ["below the company's amount", { amount: LIMIT }],
    ["of a record that somebody has approved", { firstApprover: "carla" }],
    ["of the submitter", { submittedBy: "aline" }],
    ["of a record that does not wait", { state: "draft" }],
    ["where something else is missing as well", { prerequisitesBlocked: true }],
    ["where a stated fact was not understood", { problems: [{ fact: "amount", code: "NOT_READABLE" as const }] }],
  ])("is none %s", (_, over: Partial<RecordFacts>) => {
    expect(sending(over)).toEqual([]);
  });

  test("is none of other actions, nor of a question without a record", () => {
    expect(sending({}, "reject")).toEqual([]);
    expect(decide(policy, { action: "send", resource: "commitment" }).obligations).toEqual([]);
  });
});
