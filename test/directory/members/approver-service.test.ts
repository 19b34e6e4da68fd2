import { AuditEntryEntity } from "../../../src/tenant/audit/audit-entry.entity";
import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import { GrantEntity } from "../../../src/directory/grants/grant.entity";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { PolicyRefusal } from "../../../src/policy/ports";
import { openTestDatabase } from "../../support/database";
import { person, RightsHouse, SEED } from "../../support/rights-house";

const ADMIN = person("admin@acme.test");
const ALINE = "aline@acme.test";
const reason = "List of approvers";

let h: RightsHouse;
beforeEach(async () => {
  h = new RightsHouse(await openTestDatabase());
  await h.addCompany("acme");
  await h.addMember("acme", ALINE);
  await h.goLive("acme");
});

/** All that the changes of rights may touch. */
async function everything() {
  const manager = h.database.read();
  const order = { id: "ASC" } as const;
  return {
    companies: await manager.find(CompanyEntity, { order }),
    members: await manager.find(MemberEntity, { order }),
    grants: await manager.find(GrantEntity, { order }),
    entries: await manager.find(AuditEntryEntity, { order }),
  };
}

describe("designating an approver", () => {
  test("gives both conditions and the features, each with its audit entry", async () => {
    const before = (await h.company("acme")).policyRevision;
    const features = [{ feature: "commitment" }, { feature: "subcontractor_invoice" }] as const;
    const done = await h.approver.designate(ADMIN, "acme", { member: ALINE, features, reason });
    expect(done.member).toMatchObject({ toolLevel: "standard", canPushToAccounting: true, version: 2 });
    expect(done.grants.map(({ feature }) => feature)).toEqual(["commitment", "subcontractor_invoice"]);
    expect(done.policyRevision).toBe(before + 3);
    expect(await h.decide("acme", ALINE, "subcontractor_invoice")).toMatchObject({ allowed: true });
    const { entries } = await everything();
    const told = entries.slice(-3);
    expect(told.map(({ action }) => action)).toEqual(["approver.designated", "grant.given", "grant.given"]);
    expect(told[0]).toMatchObject({
      why: reason,
      before: { toolLevel: "none", canPushToAccounting: false },
      after: { toolLevel: "standard", canPushToAccounting: true },
    });
  });

  test("leaves what is there: a higher level, and rights held already", async () => {
    await h.addMember("acme", "boss@acme.test", { toolLevel: "admin" });
    const designation = { member: "BOSS@acme.test", features: [{ feature: "commitment" }], reason } as const;
    const first = await h.approver.designate(ADMIN, "acme", designation);
    expect(first.member).toMatchObject({ toolLevel: "admin", canPushToAccounting: true });
    const again = await h.approver.designate(ADMIN, "acme", designation);
    expect(again).toMatchObject({ grants: [], policyRevision: first.policyRevision });
    expect(await h.database.read().countBy(GrantEntity, {})).toBe(1);
  });

  test.each([
    ["a feature that is not exported", { feature: "job_cost" }, "BAD_INPUT", "direction"],
    ["an unknown project", { feature: "subcontractor_invoice", projects: ["P-9"] }, "NOT_FOUND", "projects"],
  ] as const)("is all or nothing: %s", async (_, bad, code, field) => {
    const before = await everything();
    const designation = { member: ALINE, features: [{ feature: "commitment" } as const, bad], reason };
    const work = h.approver.designate(ADMIN, "acme", designation);
    await expect(work).rejects.toMatchObject({ code, field: ["input", "features", "1", field] });
    expect(await everything()).toEqual(before);
  });

  test("nobody designates himself, and a blank reason is none", async () => {
    const self = h.approver.designate(ADMIN, "acme", { member: "admin@acme.test", reason });
    await expect(self).rejects.toMatchObject({ decision: { code: "SELF_GRANT" } });
    const blank = h.approver.designate(ADMIN, "acme", { member: ALINE, reason: " " });
    await expect(blank).rejects.toMatchObject({ code: "BAD_INPUT", field: ["input", "reason"] });
  });
});

describe("making a member read-only", () => {
  const features = [{ feature: "commitment" }, { feature: "subcontractor_invoice" }] as const;

  test("leaves the right to look, and revokes every open grant", async () => {
    await h.approver.designate(ADMIN, "acme", { member: ALINE, features, reason });
    const done = await h.approver.makeReadOnly(ADMIN, "acme", { member: ALINE, reason: "Left the office" });
    expect(done.member).toMatchObject({ toolLevel: "read_only", canPushToAccounting: false });
    expect(done.grants).toHaveLength(2);
    const { grants, entries } = await everything();
    expect(grants.map(({ revokeReason }) => revokeReason)).toEqual(["Left the office", "Left the office"]);
    expect(entries.slice(-3).map(({ action }) => action)).toEqual([
      "member.made_read_only",
      "grant.revoked",
      "grant.revoked",
    ]);
    expect(await h.decide("acme", ALINE, "commitment")).toMatchObject({ allowed: false });
  });

  test("is all or nothing: the second revocation fails, and nothing has happened", async () => {
    await h.approver.designate(ADMIN, "acme", { member: ALINE, features, reason });
    const before = await everything();
    // A number that the trail has given out already.
    const planted = before.companies[0]!.policyRevision + 3;
    const entry = { ...before.entries[0]!, id: "planted", sequence: planted };
    await h.database.write((manager) => manager.insert(AuditEntryEntity, entry as never));
    const work = h.approver.makeReadOnly(ADMIN, "acme", { member: ALINE, reason });
    await expect(work).rejects.toThrow(/unique/i);
    const { companies, members, grants } = await everything();
    expect({ companies, members, grants }).toEqual({
      companies: before.companies,
      members: before.members,
      grants: before.grants,
    });
  });

  test("the last directory administrator with the privilege stays one", async () => {
    const last = () => h.approver.makeReadOnly(SEED, "acme", { member: "admin@acme.test", reason });
    await h.addMember("acme", "gone@acme.test", { directoryLevel: "admin", canPushToAccounting: true, active: false });
    await h.addMember("acme", "without@acme.test", { directoryLevel: "admin" });
    await expect(last()).rejects.toMatchObject({ code: "CONFLICT", field: ["input", "member"] });
    await h.addMember("acme", "second@acme.test", { directoryLevel: "admin", canPushToAccounting: true });
    await last();
  });

  test("is the business of who may grant", async () => {
    await h.addMember("acme", "tool@acme.test", { toolLevel: "admin", canPushToAccounting: true });
    const work = h.approver.makeReadOnly(person("tool@acme.test"), "acme", { member: ALINE, reason });
    await expect(work).rejects.toThrow(PolicyRefusal);
  });
});
