import { decide } from "../../src/policy/judgement/decide";
import { explain } from "../../src/policy/explain";
import type { CompanyFacts, ConnectionFacts } from "../../src/policy/model/facts";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import { approver, AT, company, grant, waiting } from "./facts-builder";

const INC: ConnectionFacts = { id: "x1", name: "Rocky Inc", status: "authorised", editionSupported: true };
const PTY: ConnectionFacts = { id: "x2", name: "Rocky Pty", status: "authorised", editionSupported: true };

function policyOf(connections: readonly ConnectionFacts[], over: Partial<CompanyFacts> = {}): MemberPolicy {
  const several = { connections, defaultId: "x1", ofProject: { sydney: "x2" } };
  return new MemberPolicy({ company: company({ several, ...over }), subject: approver([grant("commitment")]), at: AT });
}

const send = (policy: MemberPolicy, record: Parameters<typeof decide>[1]["record"] = null) =>
  decide(policy, { action: "send", resource: "commitment", record });
const inTower = waiting("commitment");
const inSydney = waiting("commitment", { project: "sydney" });

describe("a company with several connections", () => {
  it("is like one with one as long as all of them stand alike", () => {
    const policy = policyOf([INC, PTY]);
    for (const record of [inTower, inSydney, waiting("commitment", { project: undefined })])
      expect(send(policy, record).code).toBe("ALLOWED");
    expect(send(policy).limits.map(({ code }) => code)).not.toContain("CONNECTION_NOT_AUTHORISED");
  });

  it("sends what belongs to a connection that is authorised, and only that", () => {
    const policy = policyOf([INC, { ...PTY, status: "revoked" }]);
    expect(send(policy, inTower).code).toBe("ALLOWED");
    expect(send(policy, inSydney).code).toBe("CONNECTION_NOT_AUTHORISED");
    expect(send(policy, { ...inTower, project: undefined, connection: "x2" }).code).toBe("CONNECTION_NOT_AUTHORISED");
    expect(send(policy, { ...inTower, project: undefined })).toMatchObject({ allowed: false, code: "NOT_EVALUABLE" });
    const words = (locale: "en" | "fr") => explain(send(policy, inSydney), policy.facts, locale, (id) => id).message;
    expect(words("en")).toContain("concerned is not authorised; authorised: Rocky Inc.");
    expect(words("fr")).toContain("autorisé : Rocky Inc.");
    const limits = explain(send(policy), policy.facts, "en", (id) => id).limits.map(({ message }) => message);
    expect(limits).toContain("what belongs to the authorised books of Rocky Inc");
  });

  it("judges edition and authorisation of one connection, not of two halves", () => {
    const policy = policyOf([
      { ...INC, editionSupported: false },
      { ...PTY, status: "revoked" },
    ]);
    expect(policy.verdict("send", "commitment")).toBe("never");
    expect(send(policy)).toMatchObject({ allowed: false, code: "CONNECTION_NOT_AUTHORISED" });
    expect(send(policy, inTower).code).toBe("EDITION_NOT_SUPPORTED");
    expect(send(policy, inSydney).code).toBe("CONNECTION_NOT_AUTHORISED");
    // To offer a record nobody has to be authorised yet.
    const alone = policyOf([
      { ...INC, editionSupported: false },
      { ...PTY, editionSupported: false },
    ]);
    expect(send(alone).code).toBe("EDITION_NOT_SUPPORTED");
  });

  it("knows a record's books by its project, whatever else is said of it", () => {
    const policy = policyOf([INC, { ...PTY, status: "revoked" }]);
    expect(send(policy, { ...inTower, connection: "x2" }).code).toBe("ALLOWED");
    expect(send(policy, { ...inSydney, connection: "x1" }).code).toBe("CONNECTION_NOT_AUTHORISED");
  });

  it("says no without a record where all projects of a grant lie in a ledger that is shut", () => {
    const inProjects = (...projectIds: string[]) =>
      new MemberPolicy({
        company: company({
          several: { connections: [INC, { ...PTY, status: "revoked" }], defaultId: "x1", ofProject: { sydney: "x2" } },
        }),
        subject: approver([grant("commitment", { projectIds })]),
        at: AT,
      });
    const shut = inProjects("sydney");
    expect(send(shut)).toMatchObject({ allowed: false, code: "CONNECTION_NOT_AUTHORISED", limits: [] });
    expect(shut.verdict("send", "commitment")).toBe("never");
    expect(explain(send(shut), shut.facts, "en", (id) => id).message).toContain("authorised: Rocky Inc.");
    // Reject asks for no authorisation, so the ledger does not matter.
    expect(decide(shut, { action: "reject", resource: "commitment" }).code).toBe("ALLOWED");
    const open = inProjects("sydney", "tower");
    expect(send(open).code).toBe("ALLOWED");
    expect(send(open).limits.map(({ code }) => code)).toContain("CONNECTION_NOT_AUTHORISED");
  });

  it("is not led astray by projects that are named like parts of objects", () => {
    const policy = policyOf([INC, { ...PTY, status: "revoked" }]);
    for (const project of ["constructor", "__proto__", "toString"])
      expect(send(policy, waiting("commitment", { project })).code).toBe("ALLOWED");
  });
});
