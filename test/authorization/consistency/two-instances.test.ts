import { setTimeout as pause } from "node:timers/promises";
import { RequestReading } from "../../../src/authorization/decision-point/request-reading";
import { seedDemo } from "../../../src/dev/demo/demo-seed";
import { Database } from "../../../src/infra/db/database";
import type { DatabaseOptions } from "../../../src/infra/db/options";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import type { Question } from "../../../src/policy/ports";
import { migratedOptions, TEST_KIND, track } from "../../support/database";
import { House, SEED } from "../../support/house";
import { Valve } from "./valve";

/** Two instances over one database: what one commits, the other must not overlook. */

const STALE_MS = 400;
const APPROVER = "commitments-only@demo.test";
const QUESTION: Question = {
  company: "demo",
  subject: APPROVER,
  action: "send",
  resource: "commitment",
  locale: "en",
};

let valve: Valve | null = null;
let here: House;
let there: House;

beforeAll(async () => {
  const options = await migratedOptions();
  const staleMilliseconds = STALE_MS;
  here = new House(track(await Database.open({ ...options, staleMilliseconds })));
  await seedDemo(here.services as never);
  there = new House(track(await Database.open({ ...options, ...(await throughValve(options)), staleMilliseconds })));
  await here.database.watch();
  await there.database.watch();
}, 60_000);
afterAll(() => valve?.close());

async function throughValve(options: DatabaseOptions) {
  if (options.kind === "sqlite") return {};
  const url = new URL(options.url);
  valve = await Valve.before(url.hostname, Number(url.port || 5432));
  url.port = String(valve.port);
  return { listenUrl: url.href };
}

const ask = (house: House, more: Partial<Question> = {}) =>
  house.services.authorizer.decide(SEED, { ...QUESTION, ...more });

/** Of a busy machine: it is a stop for what never comes, and no measure. */
const PATIENCE_MS = 60_000;

/** Makes sure that the approver has the right, and that `there` answers so without reading. */
async function grantedAndRemembered(): Promise<string> {
  const { allowed, grantId } = await ask(here, { fullyConsistent: true });
  let id = grantId;
  if (!allowed) {
    const grant = { member: APPROVER, feature: "commitment", direction: "export", reason: "Test" } as const;
    id = (await here.services.grant.give(SEED, "demo", grant)).grant.id;
  }
  for (const patience = performance.now() + PATIENCE_MS; performance.now() < patience;) {
    await ask(there);
    const window = there.database.countStatements();
    const answer = await ask(there);
    if (window.stop() === 0 && answer.allowed) return id!;
    await pause(20);
  }
  throw new Error("The other instance never answers from memory");
}

async function revoke(id: string): Promise<number> {
  await here.services.grant.revoke(SEED, "demo", id, "Left the team");
  return (await here.company("demo")).policyRevision;
}

/** How long after now a plain question was asked that was still answered yes, in milliseconds. */
async function outdatedFor(): Promise<number> {
  const since = performance.now();
  for (let last = 0; ;) {
    const begun = performance.now() - since;
    if (!(await ask(there)).allowed) return last;
    if (begun > 20 * STALE_MS) throw new Error("It is never forgotten");
    last = begun;
    await pause(1);
  }
}

test("the instance that made the change knows it when the change is made", async () => {
  const id = await grantedAndRemembered();
  expect(await ask(here)).toMatchObject({ allowed: true });
  await revoke(id);
  expect(await verdict(here)).toBe(false);
  expect(await ask(here)).toMatchObject({ allowed: false, code: "FEATURE_NOT_GRANTED" });
});

/** A verdict by ids at once, from the cache; null: not from there. */
async function bareVerdicts(): Promise<(house: House) => boolean | null> {
  const company = await here.company("demo");
  const member = await here.database.read().findOneByOrFail(MemberEntity, { companyId: company.id, email: APPROVER });
  const question = { ...QUESTION, company: company.id, subject: member.id };
  return (house) => {
    const decided = house.services.authorizer.decide(SEED, question, new RequestReading());
    return decided instanceof Promise ? null : decided.allowed;
  };
}

test("a verdict by ids from the cache is as fresh, here at once and there by a notice", async () => {
  const bare = await bareVerdicts();
  for (let round = 0; round < 3; round++) {
    const id = await grantedAndRemembered();
    for (const house of [here, there])
      expect([await ask(house), bare(house), bare(house)].slice(1)).toEqual([true, true]);
    await revoke(id);
    expect(bare(here)).not.toBe(true);
    const since = performance.now();
    while (bare(there) === true) {
      expect(performance.now() - since).toBeLessThan(PATIENCE_MS);
      await pause(1);
    }
    expect(await ask(there)).toMatchObject({ allowed: false });
    expect(bare(there)).not.toBe(true);
  }
});

test("the other instance knows it at once when the caller says what he knows", async () => {
  for (const terms of ["atLeast", "fullyConsistent"]) {
    const revision = await revoke(await grantedAndRemembered());
    const more = terms === "atLeast" ? { atLeast: revision } : { fullyConsistent: true };
    expect(await ask(there, more)).toMatchObject({ allowed: false, policyRevision: revision });
  }
});

test("the other instance hears of it by itself", async () => {
  await revoke(await grantedAndRemembered());
  // SQLite tells of each commit, whoever made it; a notice of PostgreSQL takes milliseconds.
  if (TEST_KIND === "sqlite") expect(await ask(there)).toMatchObject({ allowed: false });
  else {
    const late = await outdatedFor();
    process.stdout.write(`postgres: notices heard: outdated for ${late.toFixed(1)} ms\n`);
    expect(late).toBeLessThan(STALE_MS);
  }
});

test("a revision that was never reached is refused", async () => {
  const { policyRevision } = await ask(here, { fullyConsistent: true });
  await expect(ask(there, { atLeast: policyRevision! + 1 })).rejects.toMatchObject({ code: "BAD_INPUT" });
});

test("what a transaction saw and rolled back is not remembered", async () => {
  const id = await grantedAndRemembered();
  const undone = there.database.write(async () => {
    await there.services.grant.revoke(SEED, "demo", id, "Test");
    expect(await ask(there)).toMatchObject({ allowed: false });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await ask(there)).toMatchObject({ allowed: true });
});

const onPostgres = TEST_KIND === "postgres" ? describe : describe.skip;

onPostgres("with notices cut, under load", () => {
  test.each(["swallowed", "disconnected"])(
    "%s: who names the revision is never let through",
    async (how) => {
      let worst = 0;
      const bare = await bareVerdicts();
      for (let round = 0; round < 4; round++) {
        const id = await grantedAndRemembered();
        let asking = true;
        let answered = 0;
        const load = Promise.all(
          Array.from({ length: 8 }, async () => {
            for (; asking; answered++) {
              await ask(there);
              await new Promise(setImmediate);
            }
          }),
        );
        if (how === "swallowed") valve!.swallow();
        else valve!.open();
        const revision = await revoke(id);
        // Whoever names the revision makes the instance read it, so the two are looked at in turn.
        if (round % 2 === 1) worst = Math.max(worst, await outdatedFor());
        for (let times = 0; times < 50; times++) {
          expect(await ask(there, { atLeast: revision })).toMatchObject({ allowed: false });
          expect(await ask(there, { fullyConsistent: true })).toMatchObject({ allowed: false });
          expect(await verdict(there, { atLeast: revision })).toBe(false);
          expect(bare(there)).not.toBe(true);
        }
        worst = Math.max(worst, await outdatedFor());
        asking = false;
        await load;
        expect(answered).toBeGreaterThan(100);
        valve!.open();
      }
      process.stdout.write(`postgres: notices ${how}: outdated for ${worst.toFixed(0)} ms, bound ${STALE_MS} ms\n`);
      // A busy machine may be late to ask again, but no trust outlives the bound.
      expect(worst).toBeLessThan(STALE_MS + 100);
    },
    4 * PATIENCE_MS,
  );
});

async function verdict(house: House, more: Partial<Question> = {}): Promise<boolean> {
  return (await house.services.authorizer.decide(SEED, { ...QUESTION, ...more }, new RequestReading())).allowed;
}
