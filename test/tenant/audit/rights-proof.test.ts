import { acceptRights } from "../../../src/authorization/proof/rights-acceptance";
import { openTestDatabase } from "../../support/database";
import { House, SEED } from "../../support/house";
import { ADMIN, opened, sign, started } from "../../authorization/review/review-house";

/* Runs on either database: what somebody with SQL changes behind the trail's back is named. */

const proofOf = ({ services }: House) => services.rightsProof;

async function found(house: House) {
  const { problems, rights } = await proofOf(house).verify(await house.company("acme"));
  expect(problems).toEqual([]);
  return (rights ?? []).map(({ kind, target, message }) => `${kind} ${target.split(" ")[0]}: ${message.en}`);
}

/** A company in which everything that is sealed is there, and somebody has changed each once. */
async function settled(): Promise<House> {
  const { house } = await started();
  const { company, staff, project, stakeholder, featureSwitch, member, apiKey, connection } = house.services;
  await company.addVendorStaff(SEED, { email: "specialist@vendor.test", name: "Sam" });
  await staff.assign(SEED, "acme", { email: "specialist@vendor.test", role: "specialist" });
  await project.add(SEED, "acme", { code: "P-1", name: "Tower" });
  for (const tool of ["commitments", "change_orders"] as const)
    await project.setLevels(SEED, "acme", {
      ...{ project: "P-1", member: "bruno@acme.test" },
      levels: [{ tool, level: "admin" }],
    });
  await featureSwitch.set(SEED, "acme", { feature: "commitment", enabled: true });
  await stakeholder.set(SEED, "acme", [
    { role: "erp_implementation_contact", email: "bruno@acme.test", name: "Bruno" },
  ]);
  await member.update(SEED, "acme", { member: "carla@acme.test", directoryLevel: "standard" });
  await apiKey.create(SEED, { name: "Portal", companyIds: ["acme", "other"], scopes: ["decisions:read"] });
  await connection.configure(SEED, "acme", { edition: "established", country: "US" });
  const { items } = await opened(house);
  const carlas = items.filter(({ holder }) => holder.email === "carla@acme.test");
  await sign(house, carlas.slice(0, 1), "KEEP", "Needed");
  return house;
}

let house: House;
beforeAll(async () => {
  house = await settled();
});

/** Makes the damage, looks, and takes it back. */
async function damaged(...statements: readonly string[]): Promise<string[]> {
  let seen: string[] = [];
  const undo = new Error("undo");
  await house.database
    .write(async (manager) => {
      for (const statement of statements) await manager.query(statement);
      seen = await found(house);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return seen;
}

test("what was never touched is as the trail says", async () => {
  expect(await found(house)).toEqual([]);
});

test.each([
  [
    "a grant's feature",
    `UPDATE "access_grant" SET "feature" = 'subcontractor_invoice' WHERE "feature" = 'project'`,
    /^right_altered grant: feature is subcontractor_invoice, by the trail project\./,
  ],
  [
    "a revocation that was taken back, or a term that was lengthened",
    `UPDATE "access_grant" SET "validUntil" = NULL WHERE "validUntil" IS NOT NULL`,
    /^right_altered grant: validUntil is null, by the trail 2026-12-01/,
  ],
  [
    "a member raised to Admin",
    `UPDATE "member" SET "directoryLevel" = 'admin', "canPushToAccounting" = true WHERE "email" = 'carla@acme.test'`,
    /^right_altered member: directoryLevel is admin, by the trail standard\./,
  ],
  [
    "a mailbox that took over a member's rights",
    `UPDATE "member" SET "email" = 'thief@evil.test' WHERE "email" = 'admin@acme.test'`,
    /^right_altered member: E-mail or account/,
  ],
  [
    "an account that was tied to an administrator",
    `INSERT INTO "identity_link" ("id", "issuer", "subject", "companyId", "memberId", "linkedAt", "linkedByKind", "linkedBy")
     SELECT '0192f3a0-0000-7000-8000-000000000003', 'https://issuer.test', 'thief', "companyId", "id", "createdAt", 'sign_in', "id"
     FROM "member" WHERE "email" = 'admin@acme.test'`,
    /^right_altered member: E-mail or account/,
  ],
  [
    "a project level",
    `UPDATE "project_level" SET "level" = 'standard' WHERE "tool" = 'commitments'`,
    /^right_altered member: projectLevels is /,
  ],
  ["a feature that was switched off", `UPDATE "feature_switch" SET "enabled" = false`, /features\.commitment\.enabled/],
  [
    "the amount above which two agree",
    `UPDATE "company" SET "twoPersonAboveMinor" = 1, "twoPersonAboveCurrency" = 'USD' WHERE "slug" = 'acme'`,
    /^right_altered company: facts\.twoPersonAbove/,
  ],
  [
    "the phase",
    `UPDATE "implementation_plan" SET "phase" = 'in_use'`,
    /^right_altered company: facts\.phase is in_use/,
  ],
  [
    "the end of an assignment",
    `UPDATE "staff_assignment" SET "assignedUntil" = '2030-01-01T00:00:00.000Z'`,
    /^right_altered company: assignments/,
  ],
  ["vendor staff's mailbox", `UPDATE "vendor_staff" SET "email" = 'thief@evil.test'`, /^right_altered staff/],
  ["vendor staff's power", `UPDATE "vendor_staff" SET "superUser" = true`, /^right_altered staff/],
  ["an API key", `UPDATE "api_key" SET "hash" = 'another'`, /^right_altered api_key/],
  [
    "a part in the implementation",
    `DELETE FROM "stakeholder"`,
    /^right_altered member: stakeholderRoles is \[\], by the trail \["erp_implementation_contact"\]\./,
  ],
  ["a state that is gone", `DELETE FROM "member_version" WHERE "until" IS NOT NULL`, /^version_removed member_version/],
  [
    "the last state of the company",
    `DELETE FROM "company_version" WHERE "until" IS NULL`,
    /^version_removed company_v/,
  ],
  [
    "a state that was lengthened",
    `UPDATE "member_version" SET "until" = '2030-01-01T00:00:00.000Z' WHERE "until" IS NOT NULL`,
    /^version_altered member_version: It ends at 2030/,
  ],
  [
    "a verdict that was flipped",
    `UPDATE "review_item" SET "verdict" = 'revoke' WHERE "verdict" = 'keep'`,
    /It says revoke; signed was keep/,
  ],
  [
    "a signer who was exchanged",
    `UPDATE "review_item" SET "signedBy" = 'somebody' WHERE "verdict" = 'keep'`,
    /Who signed/,
  ],
  [
    "a verdict that nobody signed",
    `UPDATE "review_item" SET "verdict" = 'keep' WHERE "verdict" IS NULL`,
    /It says keep, and nobody signed that/,
  ],
  [
    "a review that was closed by nobody",
    `UPDATE "review_campaign" SET "closedAt" = '2026-12-01T00:00:00.000Z'`,
    /No audit entry closed it/,
  ],
  ["what was signed", `DELETE FROM "review_item" WHERE "verdict" = 'keep'`, /^review_removed review_item/],
])("finds %s", async (_, statement, expected) => {
  expect(await damaged(statement)).toContainEqual(expect.stringMatching(expected));
});

test("finds a review that is gone, and rows that no entry made", async () => {
  expect(await damaged(`DELETE FROM "review_item"`, `DELETE FROM "review_campaign"`)).toContainEqual(
    expect.stringMatching(/^review_removed access_review/),
  );
  const grant = `INSERT INTO "access_grant" ("id", "companyId", "memberId", "feature", "direction", "givenBy", "givenAt", "createdAt")
    SELECT '0192f3a0-0000-7000-8000-000000000001', "companyId", "memberId", 'job_cost', 'import', 'x', "givenAt", "createdAt"
    FROM "access_grant" WHERE "feature" = 'project'`;
  expect(await damaged(grant)).toContainEqual(expect.stringMatching(/^right_added grant: No audit entry gave it/));
  const level = `INSERT INTO "member_version" ("id", "companyId", "memberId", "at", "until", "active", "state", "createdAt")
    SELECT '0192f3a0-0000-7000-8000-000000000002', "companyId", "memberId", "at", "at", "active", "state", "createdAt"
    FROM "member_version" WHERE "until" IS NULL LIMIT 1`;
  expect(await damaged(level)).toContainEqual(expect.stringMatching(/^version_added member_version/));
});

test("finds a right that was changed together with its newest version", async () => {
  const seen = await damaged(
    `UPDATE "member" SET "directoryLevel" = 'admin' WHERE "email" = 'carla@acme.test'`,
    `UPDATE "member_version" SET "state" = REPLACE("state", '"directoryLevel":"standard"', '"directoryLevel":"admin"') WHERE "until" IS NULL`,
  );
  expect(seen).toContainEqual(expect.stringMatching(/^version_altered member_version/));
  expect(seen).toContainEqual(expect.stringMatching(/^right_altered member: Levels, privilege or parts/));
});

test("is told over GraphQL to who may review, and nothing of it for a part of the trail", async () => {
  const query = `query($after: Int!) { verifyAudit(company: "acme", after: $after) { intact complete problems { kind } rights { kind target message } } }`;
  const whole = await house.ask(ADMIN, query, { after: 0 });
  expect(whole.data).toMatchObject({ verifyAudit: { intact: true, complete: true, problems: [], rights: [] } });
  const part = await house.ask(ADMIN, query, { after: 3 });
  expect(part.data).toMatchObject({ verifyAudit: { intact: true, rights: null } });
});

test("what was looked into is accepted as it stands, with a reason, and proven from then on", async () => {
  const { house: mended } = await started();
  const broken = [
    `UPDATE "access_grant" SET "feature" = 'job_cost' WHERE "feature" = 'project'`,
    `UPDATE "member" SET "directoryLevel" = 'standard' WHERE "email" = 'carla@acme.test'`,
    `DELETE FROM "member_version" WHERE "memberId" = (SELECT "id" FROM "member" WHERE "email" = 'bruno@acme.test')`,
  ];
  for (const statement of broken) await mended.database.write((manager) => manager.query(statement));
  const company = await mended.company("acme");
  const { rights } = await proofOf(mended).verify(company);
  expect(rights?.length).toBeGreaterThanOrEqual(3);
  const accept = (reason: string) =>
    acceptRights(mended.services.changes, company, { reason, differences: rights ?? [] });
  await expect(accept(" ")).rejects.toMatchObject({ code: "BAD_INPUT" });
  await accept("Restored from the backup of 23 November, see incident 7");
  expect(await found(mended)).toEqual([]);
  const last = (await mended.trail("acme")).at(-1);
  expect(last).toMatchObject({ action: "rights.accepted", why: expect.stringContaining("incident 7") as string });
  await mended.services.member.update(SEED, "acme", { member: "bruno@acme.test", toolLevel: "standard" });
  expect(await found(mended)).toEqual([]);
  await mended.database.write((manager) => manager.query(`UPDATE "member" SET "directoryLevel" = 'admin'`));
  expect(await found(mended)).not.toEqual([]);
});

test("a trail of another company proves nothing here", async () => {
  const other = new House(await openTestDatabase());
  await other.register("acme");
  expect(await found(other)).toEqual([]);
});
