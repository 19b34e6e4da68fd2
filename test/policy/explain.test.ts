import type { Locale } from "../../src/kernel/locale";
import { decide, type Asked } from "../../src/policy/judgement/decide";
import { explain, type Explanation } from "../../src/policy/explain";
import type { Facts, SubjectFacts } from "../../src/policy/model/facts";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import { REMEDIES, REMEDY_ROLES } from "../../src/policy/model/remedies";
import { EN } from "../../src/policy/texts/en";
import { FR } from "../../src/policy/texts/fr";
import { ACTIONS, GATE_CODES, RESOURCES } from "../../src/policy/model/vocabulary";
import { approver, AT, company, CONDITIONAL, grant, member, waiting } from "./facts-builder";

const nameOf = (id: string) => `Project ${id}`;

function explained(facts: Facts, asked: Asked, locale: Locale = "en"): Explanation {
  return explain(decide(new MemberPolicy(facts), asked), facts, locale, nameOf);
}

const of = (subject: SubjectFacts | null, over: Partial<Facts> = {}): Facts => ({
  company: company(),
  subject,
  at: AT,
  ...over,
});
const send = { action: "send", resource: "commitment" };

describe("the two languages", () => {
  it("do not lend each other sentences", () => {
    const params = new Proxy({} as never, { get: (_target, name) => `<${String(name)}>` });
    for (const code of GATE_CODES) {
      for (const part of ["passed", "missed", "remedy", "limit"] as const) {
        const [english, french] = [EN.gates[code][part](params), FR.gates[code][part](params)];
        expect(english === french).toBe(part === "limit" && !CONDITIONAL.includes(code));
        expect(english === "").toBe(french === "");
      }
    }
    for (const action of ACTIONS) expect(EN.acts[action]("x")).not.toBe(FR.acts[action]("x"));
    for (const resource of RESOURCES) expect(EN.resources[resource]).not.toBe(FR.resources[resource]);
    for (const role of REMEDY_ROLES) expect(EN.roles[role]).not.toBe(FR.roles[role]);
  });

  it("mention the same things in each sentence", () => {
    const mentioned = (sentence: (p: never) => string): string[] => {
      const names = new Set<string>();
      sentence(new Proxy({} as never, { get: (_target, name) => (names.add(String(name)), "x") }));
      return [...names].sort();
    };
    for (const code of GATE_CODES) {
      for (const part of ["missed", "limit"] as const) {
        expect({ code, part, names: mentioned(FR.gates[code][part]) }).toEqual({
          code,
          part,
          names: mentioned(EN.gates[code][part]),
        });
      }
    }
  });
});

describe("an explanation", () => {
  it("says the whole in one sentence", () => {
    const facts = of(approver([grant("commitment", { ceiling: { minor: 100_000, currency: "USD" } })]));
    expect(explained(facts, send).message).toBe(
      "May send commitments to the ERP, within limits: amounts up to $1,000.00; records submitted by other people; " +
        "records that are awaiting acceptance; records whose prerequisites are in the ledger.",
    );
    expect(explained(facts, send, "fr").message).toMatch(
      /^Peut envoyer les engagements à l’ERP, dans ces limites : montants jusqu’à 1.000,00.\$US ; /u,
    );
    expect(explained(facts, { ...send, record: waiting("commitment") }).message).toBe(
      "May send commitments to the ERP.",
    );
    const large = waiting("commitment", { amount: { minor: 100_001, currency: "USD" } });
    expect(explained(facts, { ...send, record: large }).message).toBe(
      "May not send commitments to the ERP: The amount is over the grant's ceiling of $1,000.00.",
    );
  });

  it("asks for the fact that is missing, of the one who asks", () => {
    const facts = of(approver([grant("commitment", { projectIds: ["tower"] })]));
    const { gates } = explained(facts, { ...send, record: waiting("commitment", { project: undefined }) });
    const scope = gates.find(({ code }) => code === "OUT_OF_PROJECT_SCOPE");
    expect(scope).toMatchObject({ passed: false, evaluable: false, wanted: ["project"] });
    expect(scope?.message).toContain("Cannot be judged without knowing the project");
    expect(scope?.remedy).toMatchObject({
      role: "asker",
      who: "whoever asks",
      mutation: null,
      message: "Say the project.",
    });
  });

  it.each([
    ["the last day that counted", "2026-03-01T05:00:00.000Z", "The grant was good until 28 February 2026."],
    [
      "the moment and its zone, within a day",
      "2026-03-01T00:00:00.000Z",
      "The grant was good until 28 February 2026, 19:00 (America/New_York).",
    ],
  ])("says, in the company's zone, %s", (_, validUntil, message) => {
    const over = grant("commitment", { validUntil });
    const facts = of(approver([over]));
    const { gates } = explain(decide(new MemberPolicy(facts), send), facts, "en", nameOf, "America/New_York");
    expect(gates.find(({ code }) => code === "GRANT_EXPIRED")?.message).toBe(message);
  });

  it("never tells the vendor's staff, or a directory administrator, that they hold a level they do not hold", () => {
    const staff = of(member({ kind: "staff", staffRole: "specialist" }));
    for (const asked of [
      { action: "configure", resource: "company" },
      { action: "grant_access", resource: "commitment" },
    ]) {
      const passed = explained(staff, asked).gates.filter(({ passed: yes }) => yes);
      const told = passed.map(({ message }) => message).join(" ");
      expect(told).toContain("The vendor's staff assigned to the company need no level or privilege");
      expect(told).not.toMatch(/Holds|Can push/);
    }
    const admin = of(member({ directoryLevel: "admin" }));
    const review = { action: "review", resource: "company" };
    expect(explained(admin, review).gates.find(({ code }) => code === "TOOL_LEVEL_TOO_LOW")?.message).toBe(
      "A directory administrator needs no level on the ERP Integrations tool for this.",
    );
    const both = of(member({ directoryLevel: "admin", toolLevel: "read_only" }));
    expect(explained(both, review).gates.find(({ code }) => code === "TOOL_LEVEL_TOO_LOW")?.message).toMatch(/^Holds/);
  });

  it("contracts French articles", () => {
    const { message } = explained(of(member()), { action: "grant_access", resource: "commitment" }, "fr");
    expect(message).toContain("donner accès aux engagements");
  });

  it("names who could change it, and with what", () => {
    const { gates } = explained(of(approver([])), send);
    expect(gates.find(({ code }) => code === "FEATURE_NOT_GRANTED")?.remedy).toMatchObject({
      message: "Grant access to commitments.",
      role: "grantor",
      who: "a directory administrator who can push to accounting",
      mutation: "grantFeatureAccess",
    });
    for (const code of GATE_CODES) {
      expect(REMEDY_ROLES).toContain(REMEDIES[code].role);
      expect(REMEDIES[code].mutation ?? "none").toMatch(/^[a-zA-Z]+$/);
    }
  });
});
