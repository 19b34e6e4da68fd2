import { AuditEntryEntity } from "../../../src/tenant/audit/audit-entry.entity";
import { auditFile, checkAuditFile } from "../../../src/tenant/audit/audit-file";
import { AuditProof } from "../../../src/tenant/audit/audit-proof";
import { IdentityLinkEntity } from "../../../src/tenant/identity/identity-link.entity";
import { PERSONAL_TABLES } from "../../../src/directory/privacy/personal-columns";
import { NAMED_TABLES } from "../../../src/directory/privacy/personal-names";
import type { Database } from "../../../src/infra/db/database";
import { openTestDatabase } from "../../support/database";
import { House, person, refusal, SEED } from "../../support/house";

const EMAIL = "aline.dubois@acme.test";
const NAME = "Aline Dubois";
const admin = person("admin@acme.test");

let database: Database;
let house: House;
beforeEach(async () => {
  database = await openTestDatabase();
  house = new House(database);
  await house.register("acme");
  const { member, grant, signIns } = house.services;
  await member.add(SEED, "acme", { email: EMAIL, name: NAME, toolLevel: "standard", directoryLevel: "admin" });
  await grant.give(admin, "acme", { member: EMAIL, feature: "commitment", reason: `Asked by ${EMAIL}` });
  await signIns.recognise({ issuer: "https://id.example.test", subject: "aline", email: EMAIL, linking: "unlinked" });
  await member.add(person(EMAIL), "acme", { email: "clerk@acme.test", name: "Clerk" }).catch(() => undefined);
});

async function leave(): Promise<void> {
  await house.services.member.deactivate(admin, "acme", { member: EMAIL, reason: "Left" });
}

const erase = (by = admin, member = EMAIL) =>
  house.services.erase.erase(by, { company: "acme", member, reason: "Asked for it" });
const proof = async () => new AuditProof(database).verify(await house.company("acme"));

/** Tables that hold the text. */
async function where(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const { tableName, target } of database.read().dataSource.entityMetadatas)
    if (JSON.stringify(await database.read().find(target)).includes(text)) found.push(tableName);
  return found;
}

describe("erasing a person", () => {
  it("leaves name and address nowhere, and the trail's proof whole", async () => {
    await leave();
    expect(await where(EMAIL)).not.toEqual([]);
    const told = (await house.trail("acme")).filter((entry) => JSON.stringify(entry).match(`${EMAIL}|${NAME}`));
    expect(told.map(({ action }) => action)).toEqual([
      "member.added",
      "grant.given",
      "identity.linked",
      "grant.revoked",
    ]);
    const { member, auditEntries } = await erase();
    expect(member.name).toMatch(/^Erased person [0-9a-f]{6}$/);
    expect(auditEntries).toBe(told.length);
    expect([...(await where(EMAIL)), ...(await where(NAME))]).toEqual([]);
    expect(await proof()).toMatchObject({ complete: true, problems: [] });
    const { rightsProof } = house.services;
    expect(await rightsProof.verify(await house.company("acme"))).toMatchObject({ problems: [], rights: [] });
    expect(await database.read().find(IdentityLinkEntity, { where: { memberId: member.id } })).toEqual([]);
  });

  it("reaches what the person asked and said, and a review that is still open", async () => {
    const { question, accessReview, rightsProof } = house.services;
    const asked = await question.ask({ ...person(EMAIL), subject: "https://id.example.test|aline" }, "acme", {
      text: "What now?",
    });
    await accessReview.open(admin, "acme", { name: "Spring", dueAt: "2027-03-01T00:00:00.000Z" });
    expect(asked.question.askedBy).toBe(NAME);
    expect(await where(NAME)).toEqual(expect.arrayContaining(["implementation_question", "review_item"]));
    await leave();
    await erase();
    expect([...(await where(EMAIL)), ...(await where(NAME))]).toEqual([]);
    expect(await rightsProof.verify(await house.company("acme"))).toMatchObject({ problems: [], rights: [] });
  });

  it("is seen in the trail: by whom and why, and not who it was", async () => {
    await leave();
    await erase();
    const last = (await house.trail("acme")).at(-1)!;
    expect(last).toMatchObject({ action: "person.erased", actorName: "Admin of acme", why: "Asked for it" });
    const given = (await house.trail("acme")).find(({ action }) => action === "grant.given")!;
    expect(given.why).toMatch(/^Asked by erased-[0-9a-f]{12}@erased\.invalid$/);
  });

  it("hides no other change: an entry that is not what the erasure left is told", async () => {
    await leave();
    await erase();
    const { id, sequence } = (await house.trail("acme")).find(({ action }) => action === "grant.given")!;
    await database.write((manager) => manager.update(AuditEntryEntity, { id }, { why: "Nothing of the kind" }));
    expect((await proof()).problems).toMatchObject([{ kind: "altered", sequence }]);
  });

  it("hides no entry that was put in the place of another", async () => {
    await leave();
    await erase();
    const { id, sequence } = (await house.trail("acme")).find(({ action }) => action === "grant.given")!;
    await database.write((manager) => manager.update(AuditEntryEntity, { id }, { hash: "0".repeat(64) }));
    expect((await proof()).problems.map((one) => one.sequence)).toContain(sequence);
  });

  it("holds in parts, and in an exported file", async () => {
    await leave();
    await erase();
    const company = await house.company("acme");
    for (let after = 0; after < company.policyRevision; after += 2)
      expect((await new AuditProof(database).verify(company, { after, most: 2 })).problems).toEqual([]);
    const report = await checkAuditFile(auditFile(new AuditProof(database), company, "2026-11-24T09:00:00.000Z"));
    expect(report.problems).toEqual([]);
  });

  it("also takes out who erased somebody, later", async () => {
    const { member, erase: service } = house.services;
    const second = { email: "second@acme.test", name: "Second Admin" };
    await member.add(SEED, "acme", {
      ...second,
      toolLevel: "admin",
      directoryLevel: "admin",
      canPushToAccounting: true,
    });
    await leave();
    await service.erase(person(second.email), { company: "acme", member: EMAIL, reason: "Asked for it" });
    await member.deactivate(admin, "acme", { member: second.email, reason: "Left" });
    await erase(admin, second.email);
    for (const gone of [EMAIL, NAME, second.email, second.name]) expect(await where(gone)).toEqual([]);
    expect((await proof()).problems).toEqual([]);
  });

  it("is for deactivated people, once, by somebody else who may give rights", async () => {
    expect(await refusal(erase())).toMatchObject({ code: "CONFLICT" });
    await leave();
    expect(await refusal(erase(person("clerk@acme.test")))).not.toMatchObject({ code: "CONFLICT" });
    const { member } = await erase();
    expect(await refusal(erase(admin, member.id))).toMatchObject({ code: "CONFLICT" });
    expect(await refusal(erase(admin, "admin@acme.test"))).toMatchObject({ code: "SELF_GRANT" });
  });

  it("is for ever: nobody brings the record back, renames it or links an account to it", async () => {
    await leave();
    const { member } = await erase();
    const { member: members, relink } = house.services;
    const back = members.update(admin, "acme", { member: member.id, active: true, name: NAME });
    expect(await refusal(back)).toMatchObject({ code: "CONFLICT" });
    const account = { issuer: "https://id.example.test", subject: "aline" };
    const linking = relink.relinkMember(admin, { company: "acme", member: member.id, account, reason: "Back" });
    expect(await refusal(linking)).toMatchObject({ code: "CONFLICT" });
  });
});

describe("what is kept of a person", () => {
  const query = `query ($email: String!) { company(slug: "acme") { members(first: 10) { edges { node { email personalData } } } } }`;

  it("is shown to administrators, from every place", async () => {
    const { data, errors } = await house.ask("admin@acme.test", query.replace("($email: String!)", ""), {});
    expect(errors).toBeUndefined();
    const people = (
      data!.company as unknown as { members: { edges: { node: { email: string; personalData: object } }[] } }
    ).members.edges;
    expect(people.find(({ node }) => node.email === EMAIL)!.node.personalData).toMatchObject({
      directory: { email: EMAIL, name: NAME },
      accounts: [{ issuer: "https://id.example.test", subject: "aline" }],
      grants: [{ feature: "commitment" }],
    });
  });
});

test("every column for an address is in the list of what is exported and erased, or told why not", () => {
  /** Members and letters have code of their own; the rest is not a company's, is signed, or forgets by itself. */
  const ELSEWHERE = [
    "member",
    "mail_message",
    "vendor_staff",
    "mail_reader",
    "mail_opt_out",
    "console_session",
    "review_item",
  ];
  const listed = new Set(PERSONAL_TABLES.map(({ table, email }) => `${table}.${email}`));
  const found = database
    .read()
    .dataSource.entityMetadatas.filter(({ tableName }) => !ELSEWHERE.includes(tableName))
    .flatMap(({ tableName, columns }) =>
      columns
        .filter(({ propertyName }) => /email$/i.test(propertyName))
        .map((one) => `${tableName}.${one.propertyName}`),
    );
  expect(found.filter((column) => !/withoutEmail/.test(column)).sort()).toEqual([...listed].sort());
});

test("every column that says by name who did something is in the list of what is erased, or told why not", () => {
  /** Ids of people and of calls, names of leases and texts, and what the erasure has code of its own for. */
  const OTHERS =
    /\.(leasedBy|givenBy|revokedBy|createdBy|assignedBy|openedBy|closedBy|signedBy|linkedBy|takenBy|causedBy)$|^(identity_link|access_request)\./;
  const OWN = /^(audit_entry|review_item|review_campaign|ledger_access|platform_connection)\./;
  const found = database
    .read()
    .dataSource.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns
        .map((one) => `${tableName}.${one.propertyName}`)
        .filter((column) => /(By|ByName|actorName)$/.test(column) && !OTHERS.test(column) && !OWN.test(column)),
    );
  expect(found.sort()).toEqual(NAMED_TABLES.map(({ table, name }) => `${table}.${name}`).sort());
});
