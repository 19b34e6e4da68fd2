import { AuditEntryEntity } from "../../../src/tenant/audit/audit-entry.entity";
import { PolicyRefusal } from "../../../src/policy/ports";
import { openTestDatabase } from "../../support/database";
import { refusal } from "../../support/house";
import { person, RightsHouse, SEED } from "../../support/rights-house";

const ADMIN = person("admin@acme.test");
const ALINE = "aline@acme.test";
const GIVE = { member: ALINE, feature: "commitment" } as const;

async function house(): Promise<RightsHouse> {
  const made = new RightsHouse(await openTestDatabase());
  await made.addCompany("acme");
  await made.addCompany("other");
  await made.addMember("acme", ALINE, { toolLevel: "standard", canPushToAccounting: true });
  await made.addProject("acme", "P-1");
  await made.goLive("acme");
  return made;
}

async function refused(work: Promise<unknown>): Promise<PolicyRefusal> {
  return work.then(
    () => Promise.reject(new Error("not refused")),
    (error: unknown) => error as PolicyRefusal,
  );
}

describe("giving and taking a right", () => {
  let h: RightsHouse;
  beforeEach(async () => void (h = await house()));

  test("a grant turns the decision, a revocation turns it back, each with the next revision", async () => {
    const before = await h.decide("acme", ALINE, "commitment");
    expect(before).toMatchObject({ allowed: false, code: "FEATURE_NOT_GRANTED" });

    const given = await h.grant.give(ADMIN, "acme", { ...GIVE, reason: "List of approvers" });
    expect(given.policyRevision).toBe(before.policyRevision! + 1);
    const allowed = await h.decide("acme", ALINE, "commitment");
    expect(allowed).toMatchObject({ allowed: true, grantId: given.grant.id, policyRevision: given.policyRevision });

    h.clock.advance(1000);
    const revoked = await h.grant.revoke(ADMIN, "acme", given.grant.id, "Left the office");
    expect(revoked.policyRevision).toBe(given.policyRevision + 1);
    expect(revoked.grant).toMatchObject({ revokedAt: "2026-11-24T09:00:01.000Z", revokeReason: "Left the office" });
    expect(await h.decide("acme", ALINE, "commitment")).toMatchObject({ allowed: false, code: "FEATURE_NOT_GRANTED" });
  });

  test("both leave an audit entry with the whole state and why", async () => {
    const { grant } = await h.grant.give(ADMIN, "acme", { ...GIVE, reason: "List", projects: ["P-1"] });
    await h.grant.revoke(ADMIN, "acme", grant.id, "Left");
    const entries = await h.database
      .read()
      .find(AuditEntryEntity, { where: { targetId: grant.id }, order: { sequence: "ASC" } });
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      action: "grant.given",
      actorKind: "member",
      actorName: "admin",
      before: null,
      why: "List",
    });
    expect(entries[0]!.after).toMatchObject({
      member: ALINE,
      feature: "commitment",
      projectIds: [expect.any(String) as string],
      revokedAt: null,
    });
    expect(entries[1]).toMatchObject({ action: "grant.revoked", why: "Left", before: entries[0]!.after });
    expect(entries[1]!.after).toMatchObject({ revokeReason: "Left", revokedBy: entries[1]!.actorId });
  });

  test("nobody gives himself a right; the refusal carries the decision", async () => {
    const refusal = await refused(h.grant.give(ADMIN, "acme", { member: "admin@acme.test", feature: "commitment" }));
    expect(refusal).toBeInstanceOf(PolicyRefusal);
    expect(refusal.decision).toMatchObject({ allowed: false, code: "SELF_GRANT" });
  });

  test("an outsider finds no such company, whether it is there or not", async () => {
    const outsider = person("admin@other.test");
    const there = await refused(h.grant.give(outsider, "acme", GIVE));
    const nowhere = await refused(h.grant.give(outsider, "nowhere", GIVE));
    expect(there).toMatchObject({ code: "NOT_FOUND", field: ["company"] });
    expect({ ...there }).toEqual({ ...nowhere });
  });

  test("who may not grant does not learn who is a member", async () => {
    const asked = (member: string) => refused(h.grant.give(person(ALINE), "acme", { member, feature: "commitment" }));
    expect((await asked("admin@acme.test")).decision.code).toBe("DIRECTORY_LEVEL_TOO_LOW");
    expect((await asked("nobody@acme.test")).decision.code).toBe("DIRECTORY_LEVEL_TOO_LOW");
  });

  test("a grant of another company is none of this one's", async () => {
    const { grant } = await h.grant.give(ADMIN, "acme", GIVE);
    const foreign = h.grant.revoke(person("admin@other.test"), "other", grant.id, "Mine");
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND", field: ["input", "grant"] });
  });

  test("a second revocation is a conflict, a blank reason no reason", async () => {
    const { grant } = await h.grant.give(ADMIN, "acme", GIVE);
    await expect(h.grant.revoke(ADMIN, "acme", grant.id, " ")).rejects.toMatchObject({ code: "BAD_INPUT" });
    await h.grant.revoke(ADMIN, "acme", grant.id, "Left");
    await expect(h.grant.revoke(ADMIN, "acme", grant.id, "Left")).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("the same right is not given twice; another scope, or after revocation, is another right", async () => {
    const { grant } = await h.grant.give(ADMIN, "acme", GIVE);
    const again = await refused(h.grant.give(ADMIN, "acme", { ...GIVE, reason: "Otherwise worded" }));
    expect(again).toMatchObject({ code: "ALREADY_EXISTS" });
    expect(again.message).toContain(grant.id);
    await h.grant.give(ADMIN, "acme", { ...GIVE, projects: ["P-1"] });
    await h.grant.revoke(ADMIN, "acme", grant.id, "Again");
    await h.grant.give(ADMIN, "acme", GIVE);
  });

  test("a feature that the connector does not carry at all is refused by the policy", async () => {
    const refusal = await refused(h.grant.give(ADMIN, "acme", { member: ALINE, feature: "prime_contract" }));
    expect(refusal.decision.code).toBe("FEATURE_NOT_SUPPORTED_BY_CONNECTOR");
  });
});

describe("a right must fit the company", () => {
  let h: RightsHouse;
  beforeAll(async () => void (h = await house()));

  test.each([
    ["an unknown member", { member: "nobody@acme.test" }, "NOT_FOUND", "member"],
    ["a member of another company", { member: "admin@other.test" }, "NOT_FOUND", "member"],
    ["the wrong direction", { feature: "job_cost", direction: "export" }, "BAD_INPUT", "direction"],
    ["no project", { projects: [] }, "BAD_INPUT", "projects"],
    ["an unknown project", { projects: ["P-1", "P-9"] }, "NOT_FOUND", "projects"],
    ["a blank project", { projects: [""] }, "NOT_FOUND", "projects"],
    ["a ceiling below zero", { ceiling: { minor: -1, currency: "USD" } }, "BAD_INPUT", "ceiling"],
    ["a ceiling of no amount", { ceiling: { minor: 1.5, currency: "USD" } }, "BAD_INPUT", "ceiling"],
    ["words for a day", { validFrom: "next Tuesday" }, "BAD_INPUT", "validFrom"],
    ["a day that there is not", { validFrom: "2027-02-30T00:00:00Z" }, "BAD_INPUT", "validFrom"],
    [
      "an end before the start",
      { validFrom: "2027-01-02T00:00:00Z", validUntil: "2027-01-01T00:00:00Z" },
      "BAD_INPUT",
      "validUntil",
    ],
    ["an end in the past", { validUntil: "2026-11-24T09:00:00Z" }, "BAD_INPUT", "validUntil"],
  ] as const)("%s", async (_, change, code, field) => {
    const given = h.grant.give(SEED, "acme", { ...GIVE, ...change });
    await expect(given).rejects.toMatchObject({ name: "Refusal", code, field: ["input", field] });
  });

  test("no right is bounded by what its records do not have, in the reader's language", async () => {
    const ceiling = { minor: 100, currency: "USD" };
    for (const feature of ["vendor", "cost_code", "project"] as const)
      expect(await refusal(h.grant.give(ADMIN, "acme", { member: ALINE, feature, ceiling }))).toEqual({
        ...{ code: "BAD_INPUT", field: ["input", "ceiling"] },
      });
    for (const feature of ["vendor", "cost_code"] as const)
      expect(await refusal(h.grant.give(ADMIN, "acme", { member: ALINE, feature, projects: ["P-1"] }))).toEqual({
        ...{ code: "BAD_INPUT", field: ["input", "projects"] },
      });
    const french = { ...ADMIN, locale: "fr" } as const;
    await expect(h.grant.give(french, "acme", { member: ALINE, feature: "vendor", ceiling })).rejects.toThrow(
      "Un droit sur les fournisseurs n’a pas de plafond",
    );
    await h.grant.give(ADMIN, "acme", { member: ALINE, feature: "project", projects: ["P-1"] });
  });

  test("a deactivated member receives none", async () => {
    await h.addMember("acme", "gone@acme.test", { active: false });
    const given = h.grant.give(ADMIN, "acme", { member: "gone@acme.test", feature: "commitment" });
    await expect(given).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("projects by code, instants with a zone and amounts are kept in their stored form", async () => {
    const scope = { projects: ["P-1"], ceiling: { minor: 0, currency: "USD" }, validFrom: "2026-12-01T01:00:00+01:00" };
    const { grant } = await h.grant.give(ADMIN, "acme", { ...GIVE, ...scope });
    expect(grant).toMatchObject({ direction: "export", ceilingMinor: 0, ceilingCurrency: "USD", validUntil: null });
    expect(grant.validFrom).toBe("2026-12-01T00:00:00.000Z");
    expect(grant.projectIds).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/) as string]);
  });
});
