import { createMongoAbility } from "@casl/ability";
import { unpackRules } from "@casl/ability/extra";
import { isAllowed } from "../../src/policy/judgement/decide";
import { recordView } from "../../src/policy/model/record-view";
import { ACTIONS, FEATURES, RECORD_STATES, RESOURCES } from "../../src/policy/model/vocabulary";
import { seedDemo } from "../../src/dev/demo/demo-seed";
import { MemberEntity } from "../../src/directory/members/member.entity";
import { openTestDatabase } from "../support/database";
import { House, person, SEED } from "../support/house";

const DECISION = `query ($input: DecisionInput!) { decision(input: $input) {
  allowed code message policyRevision evaluatedAt company { slug } subject { email } grant { id }
  limits { code } gates { code passed message remedy { role message people { email } } }
} }`;
const DECISIONS = `query ($inputs: [DecisionInput!]!) { decisions(inputs: $inputs) { allowed code evaluatedAt } }`;
const SEND = { action: "SEND", feature: "COMMITMENT" };
const APPROVER = "commitments-only@demo.test";

interface Decided {
  readonly allowed: boolean;
  readonly code: string;
  readonly gates: { code: string; passed: boolean; remedy: { role: string; people: { email: string }[] } | null }[];
  readonly [field: string]: unknown;
}

let house: House;
beforeAll(async () => {
  house = new House(await openTestDatabase());
  await seedDemo(house.services as never);
});

async function decide(email: string, input: object): Promise<Decided> {
  const { data, errors } = await house.ask(email, DECISION, { input: { ...SEND, company: "demo", ...input } });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as unknown as { decision: Decided }).decision;
}

describe("strangers", () => {
  test("hear the same of a company that is not there and of one that is not theirs", async () => {
    const record = { project: "P-100", submittedBy: APPROVER };
    for (const more of [{}, { subject: APPROVER }, { subject: "nobody@demo.test" }, { record }, { feature: null }]) {
      const foreign = await decide("admin@other.test", { company: "demo", ...more });
      const unknown = await decide("admin@other.test", { company: "nowhere", ...more });
      expect(foreign).toEqual(unknown);
      expect(foreign).toMatchObject({ code: "NOT_A_MEMBER", policyRevision: null, company: null, subject: null });
      expect(foreign.gates.flatMap(({ remedy }) => remedy?.people ?? [])).toEqual([]);
    }
  });

  test("hear the same from the searches", async () => {
    const queries = [
      "query ($c: ID!) { whoCan(company: $c, action: SEND, feature: COMMITMENT) { totalCount } }",
      `query ($c: ID!) { whatCan(company: $c, subject: "${APPROVER}") { action } }`,
      "query ($c: ID!) { abilityRules(company: $c) { rules } }",
    ];
    for (const query of queries) {
      const [foreign, unknown] = [
        await house.ask("admin@other.test", query, { c: "demo" }),
        await house.ask("admin@other.test", query, { c: "nowhere" }),
      ];
      expect(foreign.errors?.[0]?.message).toBeTruthy();
      expect(foreign).toEqual(unknown);
    }
  });

  test("find none of the company's things by id", async () => {
    const { id } = await house.company("demo");
    const query = "query ($id: ID!) { node(id: $id) { id __typename } }";
    expect((await house.ask("admin@demo.test", query, { id })).data).toEqual({ node: { id, __typename: "Company" } });
    expect((await house.ask("admin@other.test", query, { id })).data).toEqual({ node: null });
  });
});

describe("about whom one may ask", () => {
  test("a project user about himself, by no name, e-mail or id", async () => {
    for (const subject of [undefined, "project-manager@demo.test", "Project-Manager@Demo.TEST"])
      expect(await decide("project-manager@demo.test", { subject })).toMatchObject({
        code: "TOOL_LEVEL_TOO_LOW",
        subject: { email: "project-manager@demo.test" },
      });
  });

  test("not about others: he is refused with the decision that he may not review", async () => {
    for (const subject of [APPROVER, "nobody@demo.test"]) {
      const question = { company: "demo", subject, action: "send", resource: "commitment", locale: "en" } as const;
      await expect(house.services.authorizer.decide(person("project-manager@demo.test"), question)).rejects.toThrow(
        expect.objectContaining({
          name: "PolicyRefusal",
          decision: expect.objectContaining({ action: "review", code: "TOOL_LEVEL_TOO_LOW" }) as unknown,
        }) as Error,
      );
    }
  });

  test("whoever may review asks about everybody", async () => {
    for (const asker of ["admin@demo.test", "read-only@demo.test", "specialist@vendor.test"])
      expect(await decide(asker, { subject: APPROVER })).toMatchObject({ allowed: true, subject: { email: APPROVER } });
  });
});

describe("remedies name people", () => {
  test("who may grant", async () => {
    const { gates } = await decide(APPROVER, { feature: "SUBCONTRACTOR_INVOICE" });
    const { remedy } = gates.find(({ passed }) => !passed)!;
    expect(remedy).toMatchObject({ role: "GRANTOR", people: [{ email: "admin@demo.test" }] });
  });

  test("another approver: one who may send this, and not the subject", async () => {
    const record = { submittedBy: APPROVER, state: "AWAITING" };
    const { code, gates } = await decide(APPROVER, { record });
    expect(code).toBe("OWN_RECORD");
    const people = gates.find((gate) => gate.code === "OWN_RECORD")!.remedy!.people.map(({ email }) => email);
    expect(people).toContain("commitments-and-invoices@demo.test");
    expect(people).not.toContain(APPROVER);
    expect(people).not.toContain("read-only@demo.test");
  });
});

describe("many questions at once", () => {
  const inputs = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      company: "demo",
      subject: APPROVER,
      action: "SEND",
      feature: FEATURES[index % FEATURES.length]!.toUpperCase(),
      record: { project: "P-100", submittedBy: "project-manager@demo.test", state: "AWAITING" },
      // Or all of it would come from memory.
      fullyConsistent: true,
    }));

  async function selects(count: number): Promise<number> {
    const window = house.database.countStatements();
    const { data, errors } = await house.ask("admin@demo.test", DECISIONS, { inputs: inputs(count) });
    expect(errors).toBeUndefined();
    expect((data as unknown as { decisions: Decided[] }).decisions).toHaveLength(count);
    return window.stop();
  }

  test("cost no more SELECTs than one, and answer in order", async () => {
    await selects(1);
    const one = await selects(1);
    expect(one).toBeGreaterThan(0);
    expect(await selects(50)).toBe(one);
    const { data } = await house.ask("admin@demo.test", DECISIONS, { inputs: inputs(15) });
    const { decisions } = data as unknown as { decisions: Decided[] };
    const commitment = FEATURES.indexOf("commitment");
    expect(decisions.map(({ allowed }) => allowed)).toEqual(FEATURES.map((_, index) => index === commitment));
  });
});

describe("the question turned round", () => {
  const WHO = `query ($company: ID!, $first: Int, $after: String) {
    whoCan(company: $company, action: SEND, feature: COMMITMENT, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { subject { email kind } decision { allowed } } } } }`;

  test("who can: exactly those of whom the decision says so, page by page", async () => {
    const emails: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const { data } = await house.ask("admin@demo.test", WHO, { company: "demo", first: 1, after });
      const page = (data as unknown as { whoCan: WhoPage }).whoCan;
      expect(page.totalCount).toBe(3);
      emails.push(...page.edges.map(({ node }) => node.subject.email));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    const all = await house.database.read().find(MemberEntity, { order: { id: "ASC" } });
    const may = ["admin@demo.test", "commitments-and-invoices@demo.test", APPROVER];
    // In the order in which they were added.
    expect(emails).toEqual(all.map(({ email }) => email).filter((email) => may.includes(email)));
  });

  test("costs the same SELECTs however many members there are", async () => {
    const ask = async () => {
      const window = house.database.countStatements();
      await house.ask("admin@demo.test", WHO, { company: "demo", first: 50 });
      return window.stop();
    };
    await ask();
    const before = await ask();
    for (let index = 0; index < 5; index++) {
      const member = {
        email: `m${index}@demo.test`,
        name: `M${index}`,
        toolLevel: "none",
        directoryLevel: "none",
      } as const;
      await house.services.member.add(SEED, "demo", member);
    }
    await ask();
    expect(await ask()).toBe(before);
  });

  test("packed rules, unpacked in a CASL of one's own, decide the same", async () => {
    for (const email of ["admin@demo.test", APPROVER, "project-manager@demo.test", "read-only@demo.test"]) {
      const query = 'query { abilityRules(company: "demo") { rules policyRevision } }';
      const { data } = await house.ask(email, query);
      const { rules } = (data as unknown as { abilityRules: { rules: never } }).abilityRules;
      const ability = createMongoAbility(unpackRules<never>(JSON.parse(JSON.stringify(rules)) as never), {
        detectSubjectType: (view) => (view as { __caslSubjectType__: string }).__caslSubjectType__,
      });
      const company = await house.company("demo");
      const subject = await house.services.subjects.findPerson(company.id, person(email));
      const policy = await house.services.policies.policyOf(company, subject, house.clock.now().toISOString());
      const project = [...(await house.services.policies.projects(company)).names.keys()][0];
      let allowed = 0;
      for (const action of ACTIONS)
        for (const resource of RESOURCES)
          for (const state of RECORD_STATES) {
            const record = { companyId: company.id, feature: resource, project, submittedBy: "x", state, grantee: "x" };
            const expected = isAllowed(policy, { action, resource, record });
            if (expected) allowed++;
            expect(ability.can(action, recordView(record) as never)).toBe(expected);
          }
      expect(allowed).toBeGreaterThan(0);
    }
  });
});

interface WhoPage {
  readonly totalCount: number;
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  readonly edges: { node: { subject: { email: string } } }[];
}
