import fc from "fast-check";
import { FixedClock } from "../../../src/kernel/clock";
import { AppPace } from "../../../src/infra/outbox/app-pace";
import { OutboxAppPaceEntity } from "../../../src/infra/outbox/outbox-app-pace.entity";
import type { Database } from "../../../src/infra/db/database";
import { runs } from "../../policy/runs";
import { openTestDatabase } from "../../support/database";

const START = "2026-11-24T09:00:00.000Z";
const MINUTE = 60_000;
let database: Database;
let clock: FixedClock;

beforeAll(async () => (database = await openTestDatabase()));
beforeEach(async () => {
  clock = new FixedClock(START);
  await database.write((manager) => manager.clear(OutboxAppPaceEntity));
});

/** Makes a call as soon as it may; answers when. */
async function spend(pace: AppPace): Promise<number> {
  for (;;) {
    const at = await pace.ready();
    if (at > clock.now().getTime()) clock.set(new Date(at));
    else if (pace.trySpend()) return at;
  }
}

test("however many processes there are, and whenever they call: never more than the allowance in a minute", async () => {
  const process = fc.record({ which: fc.nat(2), pause: fc.integer({ min: 0, max: 3_000 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(process, { minLength: 40, maxLength: 60 }), async (calls) => {
      await database.write((manager) => manager.clear(OutboxAppPaceEntity));
      clock.set(START);
      const processes = [0, 1, 2].map(() => new AppPace(database, clock, 20));
      const at: number[] = [];
      for (const { which, pause } of calls) {
        clock.advance(pause);
        at.push(await spend(processes[which]!));
      }
      for (const [index, instant] of at.entries()) {
        const before = at[index - 20];
        if (before !== undefined) expect(instant - before).toBeGreaterThanOrEqual(MINUTE);
      }
    }),
    runs(8),
  );
}, 60_000);

test("all of it is used: a full window at once, the next a minute and a block later", async () => {
  const pace = new AppPace(database, clock, 100);
  const at: number[] = [];
  for (let call = 0; call < 250; call += 1) at.push((await spend(pace)) - Date.parse(START));
  expect([at[99], at[100], at[199], at[200]]).toEqual([0, 61_000, 61_000, 122_000]);
});

test("what a process takes and does not use comes back when it asks again", async () => {
  const [one, other] = [new AppPace(database, clock, 100), new AppPace(database, clock, 100)];
  for (let second = 0; second < 90; second += 1) {
    await spend(one);
    clock.advance(1_000);
  }
  let left = 0;
  while ((await other.ready()) <= clock.now().getTime() && other.trySpend()) left += 1;
  expect(left).toBeGreaterThanOrEqual(100 - 61 - 2);
});

test("several at once share one block", async () => {
  const pace = new AppPace(database, clock, 100);
  await Promise.all(Array.from({ length: 20 }, () => pace.ready()));
  const row = await database.read().findOneByOrFail(OutboxAppPaceEntity, {});
  expect(row.slots).toEqual([[Date.parse(START) + 1_000, 2]]);
});
