import { Schedule, type Job } from "../../../src/infra/jobs/schedule";
import { JobEntity } from "../../../src/infra/jobs/job.entity";
import { FixedClock } from "../../../src/kernel/clock";
import { openTestDatabase } from "../../support/database";
import type { Database } from "../../../src/infra/db/database";

let database: Database;
const clock = new FixedClock("2026-11-24T09:00:00.000Z");
const warnings: string[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
});

function schedule(name: string, ...duties: Job[]): Schedule {
  return new Schedule({ database, clock, duties, name, warn: (_error, duty) => void warnings.push(duty) });
}

/** Something that happens, and what makes it happen. */
function signal(): [happened: Promise<void>, happen: () => void] {
  let happen: () => void = () => undefined;
  const happened = new Promise<void>((resolve) => (happen = resolve));
  return [happened, happen];
}

test("a duty is done once when it is due, by whichever instance comes first", async () => {
  let times = 0;
  const duty: Job = {
    name: "count",
    everyMs: 60_000,
    work: async () => {
      times += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
  const [one, two] = [schedule("one", duty), schedule("two", duty)];
  await Promise.all([one.turn(), two.turn(), one.turn()]);
  expect(times).toBe(1);
  clock.advance(59_000);
  await two.turn();
  expect(times).toBe(1);
  clock.advance(1_000);
  await Promise.all([one.turn(), two.turn()]);
  expect(times).toBe(2);
  // A restart remembers: the new process waits as the old one would have.
  await schedule("after a restart", duty).turn();
  expect(times).toBe(2);
});

test("a clock that ran ahead silences no duty once it is right again", async () => {
  let times = 0;
  const duty: Job = { name: "ahead", everyMs: 60_000, work: async () => void (times += 1) };
  const ahead = new FixedClock(clock.now().toISOString());
  ahead.advance(5 * 24 * 3_600_000);
  const wrong = new Schedule({ database, clock: ahead, duties: [duty], name: "wrong", warn: () => undefined });
  await wrong.turn();
  await schedule("right", duty).turn();
  expect(times).toBe(2);
  // Another's clock may be some seconds off.
  await schedule("right", duty).turn();
  expect(times).toBe(2);
  // A lease of such a clock holds nothing either.
  const leasedUntil = ahead.now().toISOString();
  await database.write((manager) => manager.update(JobEntity, { id: "ahead" }, { leasedBy: "dead", leasedUntil }));
  clock.advance(60_000);
  await schedule("right", duty).turn();
  expect(times).toBe(3);
});

test("a duty that fails is told of and done again at its next time, and the others go on", async () => {
  let done = 0;
  const broken: Job = { name: "broken", everyMs: 1_000, work: () => Promise.reject(new Error("no")) };
  const sound: Job = { name: "sound", everyMs: 1_000, work: async () => void (done += 1) };
  const one = schedule("one", broken, sound);
  await one.turn();
  clock.advance(1_000);
  await one.turn();
  expect([warnings, done]).toEqual([["broken", "broken"], 2]);
});

test("a duty whose process died is taken over once its lease has run out", async () => {
  let taken = 0;
  const [begun, began] = signal();
  const work = () => {
    began();
    return new Promise<void>(() => undefined);
  };
  const stuck: Job = { name: "stuck", everyMs: 1_000, work };
  void schedule("dead", stuck).turn();
  await begun;
  const heir = schedule("heir", { ...stuck, work: async () => void (taken += 1) });
  await heir.turn();
  expect(taken).toBe(0);
  clock.advance(10 * 60_000);
  await heir.turn();
  expect(taken).toBe(1);
});

test("stopping waits for what is under way, and begins nothing more", async () => {
  const [begun, began] = signal();
  const [over, end] = signal();
  let times = 0;
  const slow: Job = {
    name: "slow",
    everyMs: 1,
    work: () => {
      times += 1;
      began();
      return over;
    },
  };
  const one = schedule("one", slow);
  one.start();
  await begun;
  let stopped = false;
  const stopping = one.stop().then(() => (stopped = true));
  await database.ping();
  expect(stopped).toBe(false);
  end();
  await stopping;
  clock.advance(60_000);
  await database.ping();
  expect(times).toBe(1);
});
