import { AuditEntryEntity } from "../../../src/tenant/audit/audit-entry.entity";
import { SEED } from "../../support/house";
import { IdentityServer, ISSUER_A, type TestAccount } from "../../support/identity-server";

let identity: IdentityServer;
beforeAll(async () => {
  identity = await IdentityServer.start();
});
afterAll(() => identity.stop());

const admin: TestAccount = { sub: "admin", email: "admin@demo.test" };
const approver = "commitments-only@demo.test";
const RELINK = `mutation ($input: RelinkMemberInput!) {
  relinkMember(input: $input) { member { email accounts { issuer subject bySigningIn } } userErrors { code field } decision { code } }
}`;
const RELINK_STAFF = `mutation ($input: RelinkVendorStaffInput!) {
  relinkVendorStaff(input: $input) { email userErrors { code field } }
}`;

async function relink(by: TestAccount, member: string, sub: string | null, more: object = {}) {
  const account = sub === null ? null : { issuer: ISSUER_A, subject: sub };
  const input = { company: "demo", member, account, reason: "new sign-in", ...more };
  const { data, errors } = await identity.ask(by, RELINK, { input });
  if (!data) throw new Error(JSON.stringify(errors));
  const answer = data.relinkMember as unknown as { userErrors: { code: string }[]; member: object | null };
  return answer.userErrors[0]?.code ?? answer.member;
}

async function relinkStaff(by: TestAccount, email: string, sub: string | null) {
  const account = sub === null ? null : { issuer: ISSUER_A, subject: sub };
  const { data } = await identity.ask(by, RELINK_STAFF, { input: { email, account, reason: "new sign-in" } });
  const answer = data!.relinkVendorStaff as unknown as { userErrors: { code: string }[]; email: string | null };
  return answer.userErrors[0]?.code ?? answer.email;
}

describe("relinkMember", () => {
  it("hands the record from one account to another, and says so in the trail", async () => {
    await identity.who({ sub: "old", email: approver });
    expect(await relink(admin, approver, "new")).toEqual({
      email: approver,
      accounts: [{ issuer: ISSUER_A, subject: "new", bySigningIn: false }],
    });
    expect((await identity.who({ sub: "new" })).members).toEqual([`${approver} of demo`]);
    expect((await identity.who({ sub: "old", email: approver })).why).toBe("EMAIL_OF_ANOTHER_ACCOUNT");
    const where = { action: "identity.relinked" };
    const [entry] = await identity.server.app.database.read().find(AuditEntryEntity, { where });
    expect(entry).toMatchObject({ actorName: expect.any(String) as string, why: "new sign-in", targetKind: "member" });
    expect(entry!.before).not.toEqual(entry!.after);
  });

  it("without an account leaves the record to whoever next signs in with its address", async () => {
    expect(await relink(admin, approver, null)).toMatchObject({ accounts: [] });
    expect((await identity.who({ sub: "new" })).members).toEqual([]);
    expect((await identity.who({ sub: "third", email: approver })).members).toEqual([`${approver} of demo`]);
  });

  it("is refused of oneself, to oneself, and to those who may not give rights", async () => {
    expect(await relink(admin, "admin@demo.test", "other")).toBe("SELF_GRANT");
    expect(await relink(admin, "read-only@demo.test", "admin")).toBe("FORBIDDEN");
    const specialist = { sub: "spec", email: "specialist@vendor.test" };
    expect(await relink(specialist, "read-only@demo.test", "spec")).toBe("FORBIDDEN");
    for (const by of [{ sub: "third" }, { sub: "ro", email: "read-only@demo.test" }])
      expect(await relink(by, "admin@demo.test", "other")).toBe("DIRECTORY_LEVEL_TOO_LOW");
    expect((await identity.who(admin)).members).toContain("admin@demo.test of demo");
  });

  it("is refused to an account that is somebody's, and to what is none", async () => {
    expect(await relink(admin, "read-only@demo.test", "third")).toBe("CONFLICT");
    expect(await relink(admin, "read-only@demo.test", " ")).toBe("BAD_INPUT");
    expect(await relink(admin, "read-only@demo.test", "x\u200by")).toBe("BAD_INPUT");
    const nowhere = { account: { issuer: "https://nobody.example", subject: "x" } };
    expect(await relink(admin, "read-only@demo.test", "x", nowhere)).toBe("BAD_INPUT");
    expect(await relink(admin, "read-only@demo.test", "x", { reason: " " })).toBe("BAD_INPUT");
    expect(await relink({ sub: "o", email: "admin@other.test" }, "read-only@demo.test", "x")).toBe("NOT_FOUND");
  });

  it("shows accounts to administrators only", async () => {
    const query = `{ company(slug: "demo") { members(first: 1) { edges { node { accounts { subject } } } } } }`;
    expect((await identity.ask(admin, query)).errors).toBeUndefined();
    expect((await identity.ask({ sub: "third" }, query)).errors).toBeDefined();
  });
});

describe("relinkVendorStaff", () => {
  const superUser: TestAccount = { sub: "super", email: "super@vendor.test" };
  beforeAll(async () => {
    const { company } = identity.server.app;
    for (const [email, name] of [
      ["super@vendor.test", "Sue"],
      ["second@vendor.test", "Sam"],
    ] as const)
      await company.addVendorStaff(SEED, { email, name, superUser: true });
  });

  it("is for super-users, and never of or to oneself", async () => {
    const specialist = { sub: "spec", email: "specialist@vendor.test" };
    await identity.who(specialist);
    expect(await relinkStaff(superUser, "specialist@vendor.test", "spec-2")).toBe("specialist@vendor.test");
    expect((await identity.who({ sub: "spec-2" })).members).toContain("SPECIALIST of demo");
    expect((await identity.who(specialist)).members).toEqual([]);
    expect(await relinkStaff({ sub: "spec-2" }, "super@vendor.test", "x")).toBe("FORBIDDEN");
    expect(await relinkStaff(superUser, "super@vendor.test", "x")).toBe("FORBIDDEN");
    expect(await relinkStaff(superUser, "second@vendor.test", "super")).toBe("FORBIDDEN");
    expect(await relinkStaff(superUser, "nobody@vendor.test", "x")).toBe("NOT_FOUND");
    expect(await relinkStaff(superUser, "second@vendor.test", "spec-2")).toBe("CONFLICT");
  });

  it("of a super-user is done by another one, or by who has the machine", async () => {
    expect(await relinkStaff({ sub: "sam", email: "second@vendor.test" }, "super@vendor.test", "sue-2")).toBe(
      "super@vendor.test",
    );
    expect(await relinkStaff(superUser, "specialist@vendor.test", "x")).toBe("FORBIDDEN");
    const { relink: service } = identity.server.app;
    await service.relinkStaff(SEED, { email: "super@vendor.test", account: null, reason: "lost" });
    expect(await relinkStaff(superUser, "specialist@vendor.test", null)).toBe("specialist@vendor.test");
  });
});

describe("each issuer of its own", () => {
  it("links a second account where the configuration says so", async () => {
    const both = await IdentityServer.start({ linking: "each-issuer" });
    const first = { sub: "a", email: approver };
    const second = { issuer: "https://b.example.test", sub: "b", email: approver };
    for (const account of [first, second]) expect((await both.who(account)).members).toEqual([`${approver} of demo`]);
    expect((await both.who({ ...second, sub: "c" })).why).toBe("EMAIL_OF_ANOTHER_ACCOUNT");
    await both.stop();
  });
});
