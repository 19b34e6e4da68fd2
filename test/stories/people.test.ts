import { MemberEntity } from "../../src/directory/members/member.entity";
import { StakeholderEntity } from "../../src/directory/stakeholders/stakeholder.entity";
import { admin, openAcme, specialist } from "../support/acme";
import { person, refusal, type House } from "../support/house";

let house: House;

beforeAll(async () => {
  house = await openAcme();
});

async function memberOf(email: string): Promise<MemberEntity> {
  return house.database.read().findOneByOrFail(MemberEntity, { email });
}

async function revision(slug = "acme"): Promise<number> {
  return (await house.company(slug)).policyRevision;
}

describe("an outsider", () => {
  const outsider = person("admin@globex.test");

  test("hears the same of a company that is not his and of one that does not exist", async () => {
    const { member, company, staff, stakeholder, project } = house.services;
    const attempts = (slug: string) => [
      member.add(outsider, slug, { email: "x@y.test", name: "X" }),
      member.deactivate(outsider, slug, { member: "clerk@acme.test", reason: "x" }),
      company.update(outsider, slug, { name: "X" }),
      staff.assign(outsider, slug, { email: "point@vendor.test", role: "specialist" }),
      stakeholder.set(outsider, slug, []),
      project.add(outsider, slug, { code: "P", name: "P" }),
    ];
    const hear = (slug: string) =>
      Promise.all(attempts(slug).map((work) => work.then(String, (error: Error) => `${error.name}: ${error.message}`)));
    const heard = await hear("acme");
    expect(heard).toEqual(await hear("no-such-company"));
    expect(new Set(heard)).toEqual(new Set(["Refusal: There is no such company among yours."]));
  });

  test("sees null for both, and only his own in the list", async () => {
    const source = `query Q($slug: String) { company(slug: $slug) { id } companies { totalCount edges { node { slug } } } }`;
    const [one, other] = await Promise.all(["acme", "none"].map((slug) => house.ask(outsider.email, source, { slug })));
    expect(one).toEqual(other);
    expect(one).toMatchObject({
      data: { company: null, companies: { totalCount: 1, edges: [{ node: { slug: "globex" } }] } },
    });
  });
});

describe("stakeholders", () => {
  const contact = {
    role: "erp_implementation_contact",
    email: "ADMIN@acme.test",
    name: "Alma",
    required: true,
  } as const;
  const books = { role: "xero_administrator", email: "books@elsewhere.test", name: "Ivo" } as const;

  test("are set as a whole, linked with members, and keep their ids", async () => {
    const { stakeholder } = house.services;
    const first = await stakeholder.set(admin, "acme", [contact, books]);
    expect(first.stakeholders.map(({ memberId }) => memberId !== null)).toEqual([true, false]);
    const second = await stakeholder.set(admin, "acme", [contact]);
    expect(second.stakeholders[0]?.id).toBe(first.stakeholders[0]?.id);
    expect(second.policyRevision).toBe(first.policyRevision + 1);
    expect((await stakeholder.set(admin, "acme", [contact])).policyRevision).toBe(second.policyRevision);
    expect(await house.database.read().countBy(StakeholderEntity, {})).toBe(1);
  });

  test.each([
    ["no contact", [books]],
    ["two contacts", [contact, { ...contact, email: "b@acme.test" }]],
    ["a part twice", [contact, books, { ...books, email: "Books@elsewhere.test" }]],
    ["a bad e-mail", [{ ...contact, email: "nobody" }]],
  ])("refuses %s", async (_what, list) => {
    expect((await refusal(house.services.stakeholder.set(admin, "acme", list))).code).toBe("BAD_INPUT");
  });
});

describe("projects", () => {
  test("levels are set tool by tool, and none takes one away", async () => {
    const { project } = house.services;
    await project.add(admin, "acme", { code: "P-1", name: "Bridge" });
    const place = { project: "P-1", member: "clerk@acme.test" };
    const commitments = { tool: "commitments", level: "admin" } as const;
    const prime = { tool: "prime_contracts", level: "standard" } as const;
    await project.setLevels(admin, "acme", { ...place, levels: [commitments, prime] });
    await project.setLevels(admin, "acme", { ...place, levels: [{ ...prime, level: "none" }] });
    const source = `{ company(slug: "acme") { members(filter: { search: "CLERK@" }) {
      edges { node { email projectLevels { project { code } tool level } } } } } }`;
    const { data } = await house.ask("admin@acme.test", source);
    const projectLevels = [{ project: { code: "P-1" }, tool: "COMMITMENTS", level: "ADMIN" }];
    expect(data).toEqual({ company: { members: { edges: [{ node: { email: "clerk@acme.test", projectLevels } }] } } });
  });
});

describe("over GraphQL", () => {
  test("a refusal by policy carries the decision; a typed error names the field", async () => {
    const source = `mutation M($input: UpdateMemberInput!) { updateMember(input: $input) {
      member { version } policyRevision decision { code } userErrors { code field } } }`;
    const { version } = await memberOf("clerk@acme.test");
    const input = { company: "acme", member: "clerk@acme.test", name: "Clara D.", expectedVersion: version };
    const refused = await house.ask("clerk@acme.test", source, { input });
    expect(refused.data?.["updateMember"]).toMatchObject({
      member: null,
      decision: { code: "DIRECTORY_LEVEL_TOO_LOW" },
    });
    const stale = await house.ask("admin@acme.test", source, { input: { ...input, expectedVersion: version + 1 } });
    expect(stale.data?.["updateMember"]).toMatchObject({
      member: { version },
      decision: null,
      userErrors: [{ code: "STALE_EDIT", field: ["input", "expectedVersion"] }],
    });
    const done = await house.ask("admin@acme.test", source, { input });
    const policyRevision = await revision();
    expect(done.data?.["updateMember"]).toMatchObject({
      member: { version: version + 1 },
      policyRevision,
      userErrors: [],
    });
  });

  test("a stranger without a token is told so", async () => {
    expect((await house.ask(null, "{ companies { totalCount } }")).errors?.[0]?.message).toMatch(/Say who you are/);
  });

  test("the directory is for those who may review; the company itself for all its people", async () => {
    const { data, errors } = await house.ask(
      "buyer@acme.test",
      `{ company(slug: "acme") { name members { totalCount } } }`,
    );
    expect([data, errors?.[0]?.path]).toMatchObject([{ company: { members: null } }, ["company", "members"]]);
    expect(
      (await house.ask("buyer@acme.test", `{ company(slug: "acme") { slug stakeholders { name } } }`)).errors,
    ).toBe(undefined);
  });

  test("pages run forward and backward, and filters narrow them", async () => {
    const source = `query Q($first: Int, $last: Int, $after: String, $before: String) { company(slug: "acme") {
      members(first: $first, last: $last, after: $after, before: $before) {
        totalCount pageInfo { endCursor startCursor hasNextPage hasPreviousPage } edges { node { name } } } } }`;
    const page = async (variables: Record<string, unknown>) => {
      const { data, errors } = await house.ask("admin@acme.test", source, variables);
      expect(errors).toBeUndefined();
      return (data as never as { company: { members: MembersPage } }).company.members;
    };
    const all = await page({});
    const [first, rest] = [
      await page({ first: 2 }),
      await page({ after: (await page({ first: 2 })).pageInfo.endCursor }),
    ];
    expect([...first.edges, ...rest.edges]).toEqual(all.edges);
    expect(first).toMatchObject({
      totalCount: all.edges.length,
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    const last = await page({ last: 2 });
    expect(last.edges).toEqual(all.edges.slice(-2));
    expect((await page({ last: 1, before: last.pageInfo.startCursor })).edges).toEqual(all.edges.slice(-3, -2));
    const names = all.edges.map(({ node }) => node.name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "en")));
  });
});

interface MembersPage {
  totalCount: number;
  pageInfo: { endCursor: string; startCursor: string };
  edges: { node: { name: string } }[];
}

describe("lists under companies", () => {
  const source = `query Q($first: Int) { companies(first: $first) { totalCount edges { node { slug
    members { totalCount edges { node { email projectLevels { tool project { code } } } } }
    projects { totalCount edges { node { code levels { memberId } } } }
    stakeholders { name } vendorStaff { email role } } } } }`;

  test("cost the same number of SELECTs for 1 company and for 50", async () => {
    for (let index = 0; index < 50; index++) {
      const slug = `many-${index}`;
      await house.register(slug, specialist);
      await house.services.project.add(specialist, slug, { code: "P", name: "P" });
      const levels = [{ tool: "commitments", level: "admin" }] as const;
      await house.services.project.setLevels(specialist, slug, { project: "P", member: `admin@${slug}.test`, levels });
    }
    const count = async (first: number) => {
      const counter = house.database.countStatements();
      const { data, errors } = await house.ask(specialist.email, source, { first });
      expect(errors).toBeUndefined();
      const { edges } = (data as never as { companies: { edges: { node: { members: MembersPage } }[] } }).companies;
      expect(edges).toHaveLength(first);
      expect(edges.every(({ node }) => node.members.edges.length > 0)).toBe(true);
      return counter.stop();
    };
    await count(1);
    const one = await count(1);
    expect(await count(50)).toBe(one);
  });
});
