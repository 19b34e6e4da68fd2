import { CompanyEntity } from "../../src/company/company.entity";
import { VendorStaffEntity } from "../../src/company/vendor-staff.entity";
import { FeatureSwitchEntity } from "../../src/feature/feature-switch.entity";
import { ImplementationPlanEntity } from "../../src/implementation/implementation-plan.entity";
import { MemberEntity } from "../../src/member/member.entity";
import { StakeholderEntity } from "../../src/stakeholder/stakeholder.entity";
import { openTestDatabase } from "../support/database";
import { House, person, refusal, SEED } from "../support/house";

let house: House;
const admin = person("admin@acme.test");
const specialist = person("specialist@vendor.test");

beforeAll(async () => {
  house = new House(await openTestDatabase());
  const { company, staff, member } = house.services;
  await company.addVendorStaff(SEED, { email: specialist.email!, name: "Farid" });
  await company.addVendorStaff(SEED, { email: "point@vendor.test", name: "Hana" });
  await house.register("acme");
  await house.register("globex");
  await staff.assign(SEED, "acme", { email: specialist.email!, role: "specialist" });
  for (const name of ["clerk", "buyer"]) await member.add(admin, "acme", { email: `${name}@acme.test`, name });
});

async function memberOf(email: string): Promise<MemberEntity> {
  return house.database.read().findOneByOrFail(MemberEntity, { email });
}

async function revision(slug = "acme"): Promise<number> {
  return (await house.company(slug)).policyRevision;
}

describe("registering a company", () => {
  test("lays down its administrator, its plan and its switches, and is the first entry of the trail", async () => {
    const company = await house.register("initech", specialist);
    const where = { companyId: company.id };
    const manager = house.database.read();
    expect(await manager.findBy(MemberEntity, where)).toMatchObject([
      { email: "admin@initech.test", directoryLevel: "admin", toolLevel: "admin", canPushToAccounting: true },
    ]);
    expect(await manager.findBy(ImplementationPlanEntity, where)).toMatchObject([{ phase: "preparation" }]);
    const switches = await manager.findBy(FeatureSwitchEntity, where);
    expect(switches).toHaveLength(15);
    const enabled = new Map(switches.map((one) => [one.feature, one.enabled]));
    expect([enabled.get("commitment"), enabled.get("budget")]).toEqual([true, false]);
    const trail = await house.trail("initech");
    expect(trail).toMatchObject([{ sequence: 1, action: "company.registered", actorKind: "staff", policyRevision: 1 }]);
    expect(company.policyRevision).toBe(1);
  });

  test("makes the registering staff its specialist, who may then administer it", async () => {
    const added = await house.services.member.add(specialist, "initech", { email: "new@initech.test", name: "New" });
    expect(added.policyRevision).toBe(2);
  });

  test("is not for members, and a failed one leaves nothing", async () => {
    expect(await refusal(house.register("umbrella", admin))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(house.register("acme"))).toEqual({ code: "ALREADY_EXISTS", field: ["input", "slug"] });
    const failing = new House(house.database);
    const parts = (failing.services.company as unknown as { parts: { founding: unknown[] } }).parts;
    parts.founding.push(() => Promise.reject(new Error("late")));
    await expect(failing.register("umbrella")).rejects.toThrow("late");
    expect(await house.services.companies.find("umbrella")).toBeNull();
    expect(await house.database.read().existsBy(MemberEntity, { email: "admin@umbrella.test" })).toBe(false);
  });

  test.each([
    ["slug", { slug: "a" }],
    ["slug", { slug: "-ab" }],
    ["country", { country: "USA" }],
    ["currency", { currency: "$" }],
    ["name", { name: " " }],
  ])("refuses a wrong %s", async (field, wrong) => {
    const administrator = { email: "a@b.test", name: "A" };
    const right = {
      slug: "hooli",
      name: "Hooli",
      country: "US",
      locale: "en",
      currency: "USD",
      administrator,
    } as const;
    const work = house.services.company.register(SEED, { ...right, ...wrong });
    expect(await refusal(work)).toEqual({ code: "BAD_INPUT", field: ["input", field] });
  });
});

describe("a company's own settings", () => {
  test("a stale edit is refused, not lost", async () => {
    const { company } = house.services;
    const { version } = await house.company("acme");
    await company.update(admin, "acme", { name: "Acme One", expectedVersion: version });
    const late = company.update(admin, "acme", { name: "Acme Two", expectedVersion: version });
    expect((await refusal(late)).code).toBe("STALE_EDIT");
    expect((await house.company("acme")).name).toBe("Acme One");
  });

  test("the trail holds what changed and nothing else; an edit that changes nothing is none", async () => {
    const before = await revision();
    const twoPersonAbove = { minor: 500_000, currency: "USD" };
    await house.services.company.update(admin, "acme", { name: "Acme One", twoPersonAbove });
    await house.services.company.update(admin, "acme", { name: "Acme One", twoPersonAbove });
    const entry = (await house.trail("acme")).at(-1);
    expect(entry).toMatchObject({ action: "company.updated", policyRevision: before + 1 });
    expect(entry?.before).toEqual({ twoPersonAboveMinor: null, twoPersonAboveCurrency: null });
    expect(entry?.after).toEqual({ twoPersonAboveMinor: 500_000, twoPersonAboveCurrency: "USD" });
    expect(await revision()).toBe(before + 1);
  });

  test("the two-person amount is in the company's currency", async () => {
    const work = house.services.company.update(admin, "acme", { twoPersonAbove: { minor: 1, currency: "EUR" } });
    expect(await refusal(work)).toEqual({ code: "BAD_INPUT", field: ["input", "twoPersonAbove"] });
  });
});

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

describe("the directory", () => {
  test("each change is one entry and one revision, in the same transaction", async () => {
    const before = await revision();
    const { member } = await house.services.member.add(admin, "acme", { email: " New@Acme.test ", name: "New" });
    expect(member.email).toBe("new@acme.test");
    expect((await house.trail("acme")).at(-1)).toMatchObject({ sequence: before + 1, targetId: member.id });
    expect(await revision()).toBe(before + 1);
    const again = house.services.member.add(admin, "acme", { email: "new@acme.test", name: "New" });
    expect(await refusal(again)).toEqual({ code: "ALREADY_EXISTS", field: ["input", "email"] });
    expect([await revision(), (await house.trail("acme")).length]).toEqual([before + 1, before + 1]);
  });

  test("an edit keeps to what it names, and a stale one is refused", async () => {
    const { version } = await memberOf("clerk@acme.test");
    const edit = { member: "clerk@acme.test", expectedVersion: version };
    const { member } = await house.services.member.update(admin, "acme", {
      ...edit,
      name: "Clara",
      toolLevel: "standard",
    });
    expect(member).toMatchObject({
      name: "Clara",
      toolLevel: "standard",
      directoryLevel: "none",
      version: version + 1,
    });
    expect((await house.trail("acme")).at(-1)?.after).toEqual({ name: "Clara", toolLevel: "standard" });
    expect(await memberOf("clerk@acme.test")).toEqual(member);
    const late = house.services.member.update(admin, "acme", { ...edit, digest: true });
    expect((await refusal(late)).code).toBe("STALE_EDIT");
  });

  test.each([
    ["levels", { toolLevel: "read_only" }],
    ["levels", { directoryLevel: "none" }],
    ["the privilege", { canPushToAccounting: false }],
    ["the e-mail, which carries them", { email: "else@acme.test" }],
  ] as const)("nobody changes his own rights: %s", async (_what, edit) => {
    const work = house.services.member.update(admin, "acme", { member: "admin@acme.test", ...edit });
    expect((await refusal(work)).code).toBe("SELF_GRANT");
  });

  test("an administrator of the directory alone gives no rights, neither to others nor to newcomers", async () => {
    const { member } = house.services;
    await member.update(admin, "acme", { member: "buyer@acme.test", directoryLevel: "admin" });
    const buyer = person("buyer@acme.test");
    await member.update(buyer, "acme", { member: "clerk@acme.test", name: "Clara C." });
    const raise = member.update(buyer, "acme", { member: "clerk@acme.test", canPushToAccounting: true });
    expect((await refusal(raise)).code).toBe("NOT_AN_APPROVER");
    const takeOver = member.update(buyer, "acme", { member: "admin@acme.test", email: "mine@acme.test" });
    expect((await refusal(takeOver)).code).toBe("NOT_AN_APPROVER");
    const accomplice = member.add(buyer, "acme", { email: "accomplice@acme.test", name: "A", toolLevel: "admin" });
    expect((await refusal(accomplice)).code).toBe("NOT_AN_APPROVER");
    await member.add(buyer, "acme", { email: "harmless@acme.test", name: "H" });
  });

  test("who may not administer learns nothing of who is a member", async () => {
    const clerk = person("clerk@acme.test");
    const codes = ["admin@acme.test", "nobody@acme.test"].map(async (member) =>
      refusal(house.services.member.update(clerk, "acme", { member, name: "X" })),
    );
    expect((await Promise.all(codes)).map(({ code }) => code)).toEqual(Array(2).fill("DIRECTORY_LEVEL_TOO_LOW"));
  });

  test("the last who can give rights stays until there is another", async () => {
    const { member } = house.services;
    const asked = { member: "admin@acme.test", reason: "Left" };
    expect((await refusal(member.deactivate(specialist, "acme", asked))).code).toBe("CONFLICT");
    for (const edit of [{ directoryLevel: "standard" }, { canPushToAccounting: false }, { active: false }] as const) {
      const work = member.update(specialist, "acme", { member: asked.member, ...edit });
      expect((await refusal(work)).code).toBe("CONFLICT");
    }
    await member.update(specialist, "acme", { member: "buyer@acme.test", canPushToAccounting: true });
    await member.deactivate(specialist, "acme", asked);
    expect((await house.trail("acme")).at(-1)).toMatchObject({ action: "member.deactivated", why: "Left" });
    expect((await refusal(member.add(admin, "acme", { email: "z@acme.test", name: "Z" }))).code).toBe(
      "MEMBER_INACTIVE",
    );
    await member.update(specialist, "acme", { member: asked.member, active: true });
  });
});

describe("the vendor's staff", () => {
  test("are assigned by those who look after the company, not by its administrators", async () => {
    const { staff } = house.services;
    const request = { email: "point@vendor.test", role: "point_of_contact" } as const;
    expect((await refusal(staff.assign(admin, "acme", request))).code).toBe("FORBIDDEN");
    expect((await refusal(staff.assign(specialist, "globex", request))).code).toBe("NOT_FOUND");
    const { assignment } = await staff.assign(specialist, "acme", request);
    expect((await refusal(staff.assign(specialist, "acme", request))).code).toBe("ALREADY_EXISTS");
    house.clock.advance(1000);
    await staff.end(specialist, "acme", { assignment: assignment.id });
    expect((await refusal(staff.end(specialist, "acme", { assignment: assignment.id }))).code).toBe("CONFLICT");
    const contact = person("point@vendor.test");
    expect((await refusal(staff.assign(contact, "acme", request))).code).toBe("FORBIDDEN");
  });

  test("super-users act in every company and are made by super-users only", async () => {
    const { company, staff } = house.services;
    const chief = { email: "chief@vendor.test", name: "Chief", superUser: true };
    expect((await refusal(company.addVendorStaff(specialist, chief))).code).toBe("FORBIDDEN");
    await company.addVendorStaff(SEED, chief);
    await staff.assign(person(chief.email), "globex", { email: "point@vendor.test", role: "specialist" });
    await company.addVendorStaff(person(chief.email), { email: "junior@vendor.test", name: "Junior" });
    await house.database.write((manager) =>
      manager.update(VendorStaffEntity, { email: chief.email }, { active: false }),
    );
    expect((await refusal(house.register("late", person(chief.email)))).code).toBe("FORBIDDEN");
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
    const source = `{ company(slug: "acme") { members(filter: { search: "CLAR" }) {
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
      member: null,
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
      "harmless@acme.test",
      `{ company(slug: "acme") { name members { totalCount } } }`,
    );
    expect([data, errors?.[0]?.path]).toEqual([{ company: null }, ["company", "members"]]);
    expect(
      (await house.ask("harmless@acme.test", `{ company(slug: "acme") { slug stakeholders { name } } }`)).errors,
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
    expect(all.edges.map(({ node }) => node.name)).toEqual(all.edges.map(({ node }) => node.name).sort());
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
    expect(await house.database.read().countBy(CompanyEntity, {})).toBeGreaterThanOrEqual(53);
  });
});
