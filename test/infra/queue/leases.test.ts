import { In } from "typeorm";
import { JobEntity } from "../../../src/infra/jobs/job.entity";
import { LeaseQueue, type Served } from "../../../src/infra/queue/lease-queue";
import { Leases } from "../../../src/infra/queue/leases";
import type { Database } from "../../../src/infra/db/database";
import { instantAfter, toInstant } from "../../../src/kernel/clock";
import { openTestDatabase } from "../../support/database";

const START = "2026-03-10T12:00:00.000Z";
const LEASE_MS = 60_000;

let database: Database;
let now: string;
const clock = { now: () => new Date(now) };

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  now = START;
  await database.write(async (manager) => {
    await manager.clear(JobEntity);
    for (const id of ["a", "b", "c"]) await manager.insert(JobEntity, { id, nextAt: START, createdAt: START });
  });
});

const leasesOf = (name: string) => new Leases(JobEntity, { name, clock, leaseMs: LEASE_MS });
const rows = () => database.read().find(JobEntity, { order: { id: "ASC" } });

function claim(leases: Leases<JobEntity>, most: number): Promise<string[]> {
  return database.write(async (manager) => {
    const query = manager.createQueryBuilder(JobEntity, "job").orderBy("job.id");
    const found = await leases.find(query, most);
    await leases.take(manager, found, { doneAt: toInstant(clock.now()) });
    return found.map(({ id }) => id);
  });
}

it("a row is one process's, until it gives it back or its lease is over", async () => {
  const [one, other] = [leasesOf("one"), leasesOf("other")];
  expect(await claim(one, 2)).toEqual(["a", "b"]);
  expect(await claim(other, 5)).toEqual(["c"]);
  expect(await claim(other, 5)).toEqual([]);
  expect(await database.write((manager) => one.giveBack(manager, "a", { lastError: "none" }))).toBe(true);
  expect(await claim(other, 5)).toEqual(["a"]);
  now = instantAfter(START, LEASE_MS);
  expect(await claim(other, 5)).toEqual(["a", "b", "c"]);
});

it("who has lost a lease writes nothing more", async () => {
  const [slow, other] = [leasesOf("slow"), leasesOf("other")];
  await claim(slow, 1);
  now = instantAfter(START, LEASE_MS);
  await claim(other, 1);
  expect(await database.write((manager) => slow.giveBack(manager, "a", { lastError: "late" }))).toBe(false);
  expect((await rows())[0]).toMatchObject({ id: "a", leasedBy: "other", lastError: null });
});

it("of many who take at once, each row is one's", async () => {
  const taken = await Promise.all(Array.from({ length: 6 }, (_, index) => claim(leasesOf(`p${index}`), 1)));
  expect(taken.flat().sort()).toEqual(["a", "b", "c"]);
});

function queue(serve: (row: JobEntity) => Promise<Served<JobEntity>>): LeaseQueue<JobEntity> {
  return new LeaseQueue({
    ...{ database, clock, leases: leasesOf("queue"), most: 2, serve },
    due: (manager, at) =>
      manager.createQueryBuilder(JobEntity, "job").where("job.nextAt <= :at", { at }).orderBy("job.id"),
    taken: (doneAt) => ({ doneAt }),
    nextAt: async () => (await rows())[0]?.nextAt ?? null,
  });
}

it("a turn serves all that is due, writes what came of it, and says when there is more", async () => {
  const later = instantAfter(START, 3_600_000);
  const served: string[] = [];
  const turns = queue(async ({ id, leasedBy }) => {
    served.push(`${id} ${leasedBy}`);
    return { besides: { nextAt: later } };
  });
  expect(await turns.turn()).toEqual(new Date(later));
  expect(served.sort()).toEqual(["a queue", "b queue", "c queue"]);
  expect(await rows()).toMatchObject(
    ["a", "b", "c"].map((id) => ({ id, nextAt: later, doneAt: START, leasedBy: null, leasedUntil: null })),
  );
});

it("what fails is given back all the same, and so is what was served beside it", async () => {
  const turns = queue(async ({ id }) => {
    if (id === "a") throw new Error("out of order");
    return { besides: { nextAt: "9" } };
  });
  await expect(turns.turn()).rejects.toThrow("out of order");
  expect(await rows()).toMatchObject([
    { id: "a", nextAt: START, leasedBy: null },
    { id: "b", nextAt: "9", leasedBy: null },
    // Taken or not, as "b" was done before or after "a" had failed.
    { id: "c", leasedBy: null },
  ]);
});

it("what takes long keeps nothing waiting that becomes due meanwhile", async () => {
  const later = instantAfter(START, 3_600_000);
  await database.write((manager) => manager.update(JobEntity, { id: In(["b", "c"]) }, { nextAt: later }));
  const done: string[] = [];
  let end: () => void = () => undefined;
  const long = new Promise<void>((resolve) => (end = resolve));
  const turns = queue(async ({ id }) => {
    if (id === "a") {
      // Its lease is over, and it is not taken a second time.
      now = instantAfter(START, LEASE_MS);
      await database.write((manager) => manager.update(JobEntity, { id: "b" }, { nextAt: START }));
      await long;
    } else end();
    done.push(id);
    return { besides: { nextAt: later } };
  });
  await turns.turn();
  expect(done).toEqual(["b", "a"]);
});

it("once it is stopped, nothing more is taken", async () => {
  const turns = queue(async () => {
    turns.stop();
    return {};
  });
  expect(await turns.turn()).toBeNull();
  turns.stop();
  expect(await turns.turn()).toBeNull();
  expect((await rows()).map(({ doneAt }) => doneAt)).toEqual([START, START, null]);
});
