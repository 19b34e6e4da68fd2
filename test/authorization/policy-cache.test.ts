import { seedDemo } from "../../src/dev/demo/demo-seed";
import { openTestDatabase, TEST_KIND } from "../support/database";
import { House, SEED } from "../support/house";

const APPROVER = "commitments-only@demo.test";
const QUESTION = { company: "demo", subject: APPROVER, action: "send", resource: "commitment", locale: "en" } as const;

let house: House;
beforeEach(async () => {
  house = new House(await openTestDatabase());
  await seedDemo(house.services as never);
});

const decide = () => house.services.authorizer.decide(SEED, QUESTION);

test("what is asked again is not read again", async () => {
  await decide();
  const window = house.database.countStatements();
  await decide();
  // SQLite tells of every commit. PostgreSQL is not listened to here, so the company, for its policy revision, and the
  // subject are read.
  expect(window.stop()).toBe(TEST_KIND === "sqlite" ? 0 : 2);
});

test("a right that is taken is gone at the next question", async () => {
  const { allowed, grantId } = await decide();
  expect(allowed).toBe(true);
  await house.services.grant.revoke(SEED, "demo", grantId!, "Left the team");
  expect(await decide()).toMatchObject({ allowed: false, code: "FEATURE_NOT_GRANTED" });
});

test("a right that ends is gone at that instant, without a change", async () => {
  const until = new Date(house.clock.now().getTime() + 60_000).toISOString();
  await house.services.grant.revoke(SEED, "demo", (await decide()).grantId!, "Replaced");
  const grant = { member: APPROVER, feature: "commitment", direction: "export", validUntil: until } as const;
  await house.services.grant.give(SEED, "demo", { ...grant, reason: "For a minute" });
  expect(await decide()).toMatchObject({ allowed: true });
  house.clock.set(until);
  expect(await decide()).toMatchObject({ allowed: false, code: "GRANT_EXPIRED" });
});

test("what was seen inside a change that is rolled back never enters the cache", async () => {
  const { grantId } = await decide();
  const undone = house.database.write(async () => {
    await house.services.grant.revoke(SEED, "demo", grantId!, "Test");
    expect(await decide()).toMatchObject({ allowed: false });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  // The next change has the same policy revision as the one undone.
  await house.services.project.add(SEED, "demo", { code: "P-900", name: "Quay" });
  expect(await decide()).toMatchObject({ allowed: true });
});
