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

describe("a misfit with the contract", () => {
  const invoices = new MemberPolicy({
    company: company({ contractControl: { VENDOR_DIFFERS: "second_approval", ZERO_INVOICE: "refuse" } }),
    subject: approver([grant("subcontractor_invoice"), grant("commitment")]),
    at: AT,
  });
  const ask = (
    over: Partial<RecordFacts>,
    feature: "subcontractor_invoice" | "commitment" = "subcontractor_invoice",
  ) => {
    const { allowed, code, obligations, gates } = decide(invoices, {
      action: "send",
      resource: feature,
      record: waiting(feature, over),
    });
    return { allowed, code, obligations, found: gates.flatMap(({ found }) => found) };
  };

  test("asks for a second person, refuses, or is told only, as the company has chosen", () => {
    expect(ask({ misfits: [] })).toMatchObject({ allowed: true, obligations: [], found: [] });
    expect(ask({ misfits: ["OVER_ORDER"] })).toMatchObject({ allowed: true, found: [] });
    expect(ask({ misfits: ["VENDOR_DIFFERS"] })).toEqual({
      allowed: false,
      code: "SECOND_APPROVAL_NEEDED",
      obligations: ["second_approval"],
      found: ["VENDOR_DIFFERS"],
    });
    expect(ask({ misfits: ["VENDOR_DIFFERS"], firstApprover: "carla" })).toMatchObject({ allowed: true });
    expect(ask({ misfits: ["ZERO_INVOICE"], firstApprover: "carla" })).toMatchObject({ code: "CONTRACT_MISFIT" });
    expect(ask({ misfits: ["ZERO_INVOICE", "VENDOR_DIFFERS"] })).toMatchObject({ obligations: [] });
  });

  test("is in doubt where nobody says, and of what has no contract there is none", () => {
    for (const misfits of [undefined, null, "VENDOR_DIFFERS", ["SOMETHING"]])
      expect(ask({ misfits })).toMatchObject({ allowed: false, code: "NOT_EVALUABLE" });
    expect(ask({}, "commitment")).toMatchObject({ allowed: true });
  });
});
