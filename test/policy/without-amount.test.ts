import { decide } from "../../src/policy/judgement/decide";
import { explain } from "../../src/policy/explain";
import type { CompanyFacts, RecordFacts, SubjectFacts } from "../../src/policy/model/facts";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import type { Feature } from "../../src/policy/model/vocabulary";
import { approver, AT, company, grant, waiting } from "./facts-builder";

/* Vendors, cost codes and projects move no money of their own; the first two belong to the whole company. */

const usd = (minor: number) => ({ minor, currency: "USD" });
const policyOf = (subject: SubjectFacts | null, of: CompanyFacts = company()) =>
  new MemberPolicy({ company: of, subject, at: AT });
const answer = (policy: MemberPolicy, action: string, resource: Feature, over: Partial<RecordFacts> = {}) => {
  const { allowed, code } = decide(policy, { action, resource, record: waiting(resource, over) });
  return allowed ? "yes" : code;
};

describe("what has no amount, or no project", () => {
  const settings = company({ twoPersonAbove: usd(0) });
  const bare = { amount: undefined, project: undefined };

  it.each(["vendor", "cost_code", "project"] as const)("%s needs no second person and no amount", (feature) => {
    const policy = policyOf(approver([grant(feature)]), settings);
    expect(answer(policy, "send", feature, bare)).toBe("yes");
    const { limits, gates } = decide(policy, { action: "send", resource: feature });
    expect([...limits, ...gates].map(({ code }) => code)).not.toContain("SECOND_APPROVAL_NEEDED");
  });

  it("is reached by no grant that is bounded by it: such a grant is no right", () => {
    const cases = [
      ["vendor", { ceiling: usd(1_000_000) }, "OVER_AMOUNT_CEILING"],
      ["project", { ceiling: usd(1_000_000) }, "OVER_AMOUNT_CEILING"],
      ["vendor", { projectIds: ["tower"] }, "OUT_OF_PROJECT_SCOPE"],
      ["cost_code", { projectIds: ["tower"] }, "OUT_OF_PROJECT_SCOPE"],
    ] as const;
    for (const [feature, bounds, code] of cases) {
      const policy = policyOf(approver([grant(feature, bounds)]));
      expect(answer(policy, "send", feature)).toBe(code);
      expect(decide(policy, { action: "send", resource: feature })).toMatchObject({ allowed: false, code });
      expect([policy.verdict("send", feature), policy.rules().filter(({ action }) => action === "send")]).toEqual([
        ...["never", []],
      ]);
      const { gates } = explain(decide(policy, { action: "send", resource: feature }), policy.facts, "en", String);
      const missed = gates.find(({ passed }) => !passed);
      expect(missed?.remedy?.message).toMatch(/^Give a grant (without a ceiling|that is not limited to projects)\.$/);
    }
    const scoped = policyOf(approver([grant("project", { projectIds: ["tower"] })]));
    expect(answer(scoped, "send", "project", { project: "tower" })).toBe("yes");
  });
});
