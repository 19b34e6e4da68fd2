import { DecisionEntryEntity } from "../../../src/authorization/log/decision-entry.entity";
import { DecisionRetention } from "../../../src/authorization/log/decision-retention";
import { DecisionStore } from "../../../src/authorization/log/decision-store";
import { openTestDatabase } from "../../support/database";
import { SEED } from "../../support/house";
import { decision } from "./logged-decision";
import { proofHouse, register, verified, type ProofHouse } from "./proof-house";

/* Runs on either database: the log of decisions is held by a chain, and the trail by its end. */

async function logged(days: readonly string[] = ["2026-11-24", "2026-11-24", "2026-11-24"], env = {}) {
  const house = proofHouse(await openTestDatabase(), env);
  await register(house);
  const { id } = (await house.services.companies.find("acme"))!;
  const store = new DecisionStore(house.database, house.clock);
  for (const day of days) {
    const batch = [8, 9].map((hour) => decision(id, `${day}T0${hour}:00:00.000Z`));
    await store.write(batch, new Map());
  }
  await house.services.project.add(SEED, "acme", { code: "P-9", name: "P-9" });
  return { house, store, id };
}

const damage = ({ database }: ProofHouse, ...statements: readonly string[]) =>
  database.write(async (manager) => {
    for (const statement of statements) await manager.query(statement);
  });

test("a log as it was written is intact", async () => {
  const { house } = await logged();
  expect(await verified(house)).toEqual([]);
});

test.each([
  ["emptied", [`DELETE FROM "decision_entry"`], /^log_removed seal 1: 2 of 2 decisions/],
  [
    "emptied with its seals",
    [`DELETE FROM "decision_entry"`, `DELETE FROM "decision_seal"`],
    /^log_removed decision_log: Decisions until 2026-11-24T09:00:00.000Z were sealed, and are gone/,
  ],
  ["altered", [`UPDATE "decision_entry" SET "allowed" = true WHERE "seal" = 2`], /^log_altered decision .*seal 2/],
  ["cut in the middle", [`DELETE FROM "decision_seal" WHERE "sequence" = 2`], /^log_removed seal 2: It is not there/],
  ["cut at the start", [`DELETE FROM "decision_seal" WHERE "sequence" = 1`], /no retention deleted them/],
  [
    "added to",
    [`UPDATE "decision_entry" SET "seal" = NULL, "createdAt" = '2026-12-01T00:00:00.000Z' WHERE "seal" = 3`],
    /^log_added decision .*No seal was written with it/,
  ],
])("finds a log that was %s", async (_, statements, expected) => {
  const { house } = await logged();
  await damage(house, ...statements);
  expect(await verified(house)).toContainEqual(expect.stringMatching(expected));
});

test("what retention deletes is said in the chain, and no more than that may be gone", async () => {
  const { house, store } = await logged(["2026-08-01", "2026-08-02", "2026-11-20"]);
  const retention = new DecisionRetention(store, 90, house.clock);
  expect(await retention.run()).toBe(4);
  expect(await retention.run()).toBe(0);
  expect(await house.database.read().count(DecisionEntryEntity)).toBe(2);
  expect(await verified(house)).toEqual([]);
  await damage(house, `DELETE FROM "decision_entry"`);
  expect(await verified(house)).toEqual([expect.stringMatching(/^log_removed seal 3: 2 of 2/)]);
});

test("a retention that is not the configured one is told, until it is said in the chain", async () => {
  const { house, store } = await logged(["2026-11-01", "2026-11-20"]);
  await new DecisionRetention(store, 7, house.clock).run();
  expect(await verified(house)).toEqual([expect.stringMatching(/kept for 7 days; configured are 90/)]);
  await new DecisionRetention(store, 90, house.clock).run();
  expect(await verified(house)).toEqual([]);
  const forged = `UPDATE "decision_seal" SET "until" = '2026-11-24T08:59:00.000Z' WHERE "word" = 'kept_since'`;
  await damage(house, forged);
  expect(await verified(house)).toContainEqual(expect.stringMatching(/deleted too early/));
});

test("decisions that are kept for ever are said to be", async () => {
  const { house, store } = await logged(["2026-11-20"], { DECISION_LOG_RETENTION_DAYS: "0" });
  await new DecisionRetention(store, 0, house.clock).run();
  expect(await verified(house)).toEqual([]);
});
