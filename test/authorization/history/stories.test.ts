import { CompanyVersionEntity } from "../../../src/authorization/history/company-version.entity";
import { MemberVersionEntity } from "../../../src/authorization/history/member-version.entity";
import { wasHeld } from "../../../src/authorization/history/past-facts";
import { openAcme } from "../../support/acme";
import { SEED, type House } from "../../support/house";

const DAY = 86_400_000;
let house: House;
beforeEach(async () => {
  house = await openAcme();
});

const now = () => house.clock.now().toISOString();
const approve = (name: string) =>
  house.services.approver.designate(SEED, "acme", { member: `${name}@acme.test`, features: [], reason: "Test" });

/** Whether a grant is the reason against; all else is set up or not, the same at any time. */
async function lacksGrant(at?: string, knownAt?: string): Promise<boolean> {
  const question = { company: "acme", subject: "clerk@acme.test", action: "send", resource: "commitment", at, knownAt };
  const { gates } = await house.services.authorizer.decide(SEED, { ...question, locale: "en" });
  return gates.some(({ code, passed }) => code === "FEATURE_NOT_GRANTED" && !passed);
}

async function codeAt(subject: string, at: string, action = "view"): Promise<string> {
  const question = { company: "acme", subject, action, resource: "commitment", at, locale: "en" } as const;
  return (await house.services.authorizer.decide(SEED, question)).code;
}

test("a right that is recorded later counts from its beginning for who knows of it", async () => {
  await approve("clerk");
  house.clock.advance(DAY);
  const [begins, between] = [now(), new Date(house.clock.now().getTime() + DAY).toISOString()];
  house.clock.advance(2 * DAY);
  const before = now();
  house.clock.advance(DAY);
  const { grant } = await house.services.grant.give(SEED, "acme", {
    member: "clerk@acme.test",
    feature: "commitment",
    validFrom: begins,
  });
  expect(await lacksGrant(between)).toBe(false);
  expect(await lacksGrant(between, before)).toBe(true);
  expect(await lacksGrant(between, between)).toBe(true);
  expect(await lacksGrant(new Date(Date.parse(begins) - 1).toISOString())).toBe(true);
  const held = now();
  house.clock.advance(DAY);
  await house.services.grant.revoke(SEED, "acme", grant.id, "Test");
  expect(await lacksGrant(held)).toBe(false);
  expect(await lacksGrant(now())).toBe(true);
  // By what was known before the revocation, the right would still be held today.
  expect(await lacksGrant(now(), held)).toBe(false);
});

test.each([
  // at, knownAt, held: given at 5, valid from 2, revoked at 8.
  [1, null, false],
  [2, null, true],
  [7, null, true],
  [8, null, false],
  [3, 4, false],
  [3, 5, true],
  [9, 7, true],
  [9, 8, false],
])("a grant at %s, known at %s, is held: %s", (at, knownAt, held) => {
  const day = (number: number) => `2026-01-0${number}T00:00:00.000Z`;
  const grant = { givenAt: day(5), validFrom: day(2), revokedAt: day(8) };
  expect(wasHeld(grant, { at: day(at), knownAt: knownAt === null ? null : day(knownAt) })).toBe(held);
});

test("nobody is a member before he came, and the first administrator is one from the start", async () => {
  const founded = now();
  const earlier = new Date(Date.parse(founded) - 1).toISOString();
  expect(await codeAt("admin@acme.test", earlier)).toBe("NOT_A_MEMBER");
  expect(await codeAt("admin@acme.test", founded)).toBe("ALLOWED");
  house.clock.advance(DAY);
  await house.services.member.add(SEED, "acme", { email: "new@acme.test", name: "New", toolLevel: "read_only" });
  expect(await codeAt("new@acme.test", founded)).toBe("NOT_A_MEMBER");
  expect(await codeAt("new@acme.test", now())).toBe("ALLOWED");
});

test("who is deactivated now was active then, in lists too", async () => {
  await approve("clerk");
  const then = now();
  house.clock.advance(DAY);
  await house.services.member.deactivate(SEED, "acme", { member: "clerk@acme.test", reason: "Test" });
  expect(await codeAt("clerk@acme.test", now())).toBe("MEMBER_INACTIVE");
  expect(await codeAt("clerk@acme.test", then)).toBe("ALLOWED");
  const query = `query ($at: DateTime) {
    whoCan(company: "acme", action: VIEW, feature: COMMITMENT, at: $at) { edges { node { subject { email } } } }
    whatCan(company: "acme", subject: "clerk@acme.test", at: $at) { action }
    company(slug: "acme") { accessMatrix(at: $at) { edges { node { member { email } approver } } } } }`;
  const ask = async (at?: string) => JSON.stringify((await house.ask("admin@acme.test", query, { at })).data);
  expect(await ask()).not.toContain("clerk@acme.test");
  expect(await ask()).toContain('"whatCan":[]');
  expect(await ask(then)).toContain('"subject":{"email":"clerk@acme.test"}');
  expect(await ask(then)).toContain('{"member":{"email":"clerk@acme.test"},"approver":true}');
});

test("a part in the implementation is taken with the list, also where the list did not know the member", async () => {
  const contact = (email: string) => [
    { role: "erp_implementation_contact" as const, email, name: "Contact", required: true },
  ];
  await house.services.stakeholder.set(SEED, "acme", contact("late@acme.test"));
  house.clock.advance(DAY);
  await house.services.member.add(SEED, "acme", { email: "late@acme.test", name: "Late" });
  const held = now();
  house.clock.advance(DAY);
  await house.services.stakeholder.set(SEED, "acme", contact("clerk@acme.test"));
  const company = await house.company("acme");
  const partsAt = async (email: string, at: string) => {
    const subject = (await house.services.subjects.find(company.id, email))!;
    const past = { at, knownAt: null };
    return (await house.services.past.policyOf(company, subject, past)).facts.subject!.stakeholderRoles;
  };
  expect(await partsAt("late@acme.test", held)).toEqual(["erp_implementation_contact"]);
  expect(await partsAt("late@acme.test", now())).toEqual([]);
  expect(await partsAt("clerk@acme.test", held)).toEqual([]);
  expect(await partsAt("clerk@acme.test", now())).toEqual(["erp_implementation_contact"]);
});

test("a refused change leaves no trace, and a change that changes no right no version", async () => {
  const count = async () => [
    await house.database.read().count(CompanyVersionEntity),
    await house.database.read().count(MemberVersionEntity),
  ];
  const before = await count();
  const stale = { member: "clerk@acme.test", toolLevel: "admin", expectedVersion: 9 } as const;
  await expect(house.services.member.update(SEED, "acme", stale)).rejects.toThrow();
  await house.services.project.add(SEED, "acme", { code: "P-9", name: "Nine" });
  await house.services.connection.configure(SEED, "globex", { edition: "established", country: "US" });
  const [companies, members] = await count();
  expect([companies, members]).toEqual([before[0]! + 1, before[1]]);
  await house.services.connection.configure(SEED, "globex", { edition: "established", country: "US" });
  expect(await count()).toEqual([companies, members]);
});

test("a company without a history has always been as it is, until its first change is kept", async () => {
  await approve("clerk");
  await house.database.write(async (manager) => {
    for (const entity of [MemberVersionEntity, CompanyVersionEntity]) await manager.deleteAll(entity);
  });
  const then = now();
  house.clock.advance(DAY);
  expect(await codeAt("clerk@acme.test", then)).toBe("ALLOWED");
  await house.services.member.update(SEED, "acme", { member: "clerk@acme.test", toolLevel: "none" });
  expect(await codeAt("clerk@acme.test", then)).toBe("ALLOWED");
  expect(await codeAt("clerk@acme.test", now())).toBe("TOOL_LEVEL_TOO_LOW");
  expect(await codeAt("buyer@acme.test", then)).toBe("TOOL_LEVEL_TOO_LOW");
});

test("an answer costs the same after many changes", async () => {
  const then = now();
  const cost = async () => {
    const window = house.database.countStatements();
    await codeAt("clerk@acme.test", then);
    return window.stop();
  };
  house.clock.advance(DAY);
  await approve("clerk");
  const few = await cost();
  for (let index = 0; index < 20; index++) {
    house.clock.advance(DAY);
    const toolLevel = index % 2 === 0 ? "admin" : "standard";
    await house.services.member.update(SEED, "acme", { member: "clerk@acme.test", toolLevel });
  }
  expect(await cost()).toEqual(few);
});
