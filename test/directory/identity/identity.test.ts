import { AuditEntryEntity } from "../../../src/tenant/audit/audit-entry.entity";
import { SEED } from "../../support/house";
import { IdentityServer, ISSUER_A, ISSUER_B } from "../../support/identity-server";

let identity: IdentityServer;
beforeEach(async () => {
  identity = await IdentityServer.start();
});
afterEach(() => identity.stop());

const approver = "commitments-only@demo.test";
const COMPANIES = "{ companies { edges { node { slug } } } }";
const MAY = `query ($subject: ID) {
  decision(input: {company: "demo", subject: $subject, action: SEND, feature: COMMITMENT}) { allowed code }
}`;

async function trail(action: string) {
  const where = { action };
  return identity.server.app.database.read().find(AuditEntryEntity, { where, order: { sequence: "ASC" } });
}

async function change(work: () => Promise<unknown>): Promise<void> {
  await work();
}

describe("a person is more than an address", () => {
  it("is linked with the account that first signs in with the address, which is in the audit trail", async () => {
    const aline = { sub: "aline", email: approver };
    expect(await identity.who(aline)).toEqual({ members: [`${approver} of demo`], why: null });
    await identity.who(aline);
    const entries = await trail("identity.linked");
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ actorKind: "member", targetKind: "member", before: null });
    expect(entries[0]!.actorId).toBe(entries[0]!.targetId);
    expect(JSON.stringify(entries[0])).not.toContain('"aline"');
    expect(JSON.stringify(entries[0]!.after)).toContain(ISSUER_A);
  });

  it("does not hand rights to whoever gets the address next", async () => {
    await identity.who({ sub: "aline", email: approver });
    const successor = { sub: "successor", email: approver };
    expect(await identity.who(successor)).toEqual({ members: [], why: "EMAIL_OF_ANOTHER_ACCOUNT" });
    const { data, errors } = await identity.ask(successor, MAY);
    expect([data?.decision, errors?.[0]?.extensions.code]).not.toContainEqual({ allowed: true, code: "ALLOWED" });
    expect((await identity.ask(successor, COMPANIES)).data).toEqual({
      companies: { edges: [] },
    });
    // Nor does the same account name at another issuer, which vouches for the same address.
    const elsewhere = { issuer: ISSUER_B, sub: "aline", email: approver };
    expect((await identity.who(elsewhere)).why).toBe("EMAIL_OF_ANOTHER_ACCOUNT");
  });

  it("stays who they are where the address changes at the issuer, or is not told any more", async () => {
    await identity.who({ sub: "aline", email: approver });
    for (const email of ["aline@married.test", undefined]) {
      const later = { sub: "aline", ...(email ? { email } : {}) };
      expect(await identity.who(later)).toEqual({ members: [`${approver} of demo`], why: null });
      expect((await identity.ask(later, MAY)).data).toMatchObject({ decision: { allowed: true } });
      expect((await identity.ask(later, COMPANIES)).data).toMatchObject({
        companies: { edges: [{ node: { slug: "demo" } }] },
      });
    }
  });

  it("keeps the account where the directory's address changes; whoever reads the new mailbox gets nothing", async () => {
    await identity.who({ sub: "aline", email: approver });
    const { member } = identity.server.app;
    await change(() => member.update(SEED, "demo", { member: approver, email: "other@demo.test" }));
    expect((await identity.who({ sub: "aline", email: approver })).members).toEqual(["other@demo.test of demo"]);
    expect((await identity.who({ sub: "other", email: "other@demo.test" })).why).toBe("EMAIL_OF_ANOTHER_ACCOUNT");
  });

  it("is linked in a company that adds them later, by the address that is theirs then", async () => {
    const aline = { sub: "aline", email: approver };
    await identity.who(aline);
    const { member } = identity.server.app;
    await change(() => member.add(SEED, "other", { email: approver, name: "Aline", toolLevel: "standard" }));
    expect((await identity.who({ sub: "stranger", email: approver })).members).toEqual([`${approver} of other`]);
    expect((await identity.who(aline)).members).toEqual([`${approver} of demo`]);
  });

  it("is not linked with who is deactivated, until they are back", async () => {
    const { member } = identity.server.app;
    await change(() => member.deactivate(SEED, "demo", { member: approver, reason: "left" }));
    await identity.who({ sub: "new", email: approver });
    expect(await trail("identity.linked")).toEqual([]);
  });

  it("is the same for staff: by the account, not by the address", async () => {
    const specialist = { sub: "spec", email: "specialist@vendor.test" };
    const before = await identity.who(specialist);
    expect(before.members).toContain("SPECIALIST of demo");
    expect(await identity.who({ sub: "spec", email: "new@vendor.test" })).toEqual(before);
    expect(await identity.who({ ...specialist, sub: "next" })).toEqual({
      members: [],
      why: "EMAIL_OF_ANOTHER_ACCOUNT",
    });
    const register = `mutation { registerCompany(input: {slug: "x", name: "X", country: "US", locale: EN, currency: "USD",
      administrator: {email: "a@x.test", name: "A"}}) { userErrors { code } } }`;
    const next = await identity.ask({ ...specialist, sub: "next" }, register);
    expect(next.data).toEqual({ registerCompany: { userErrors: [{ code: "FORBIDDEN" }] } });
    const entries = await trail("identity.linked");
    expect(entries).toMatchObject([{ actorKind: "staff", targetKind: "vendor_staff" }]);
  });

  it("is linked once, however many requests come first", async () => {
    const first = { sub: "aline", email: approver };
    const answers = await Promise.all(Array.from({ length: 8 }, () => identity.who(first)));
    for (const answer of answers) expect(answer.members).toEqual([`${approver} of demo`]);
    const rivals = ["one", "two", "three"].map((sub) => identity.who({ sub, email: "read-only@demo.test" }));
    const known = (await Promise.all(rivals)).filter(({ members }) => members.length > 0);
    expect(known).toHaveLength(1);
    expect(await trail("identity.linked")).toHaveLength(2);
  });
});
