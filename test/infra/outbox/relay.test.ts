import fc from "fast-check";
import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import { FixedClock, toInstant } from "../../../src/kernel/clock";
import type { PaceLimits } from "../../../src/infra/outbox/pace";
import { Outbox, type NewMessage } from "../../../src/infra/outbox/outbox";
import { OutboxAttemptEntity } from "../../../src/infra/outbox/outbox-attempt.entity";
import { OutboxLaneEntity } from "../../../src/infra/outbox/outbox-lane.entity";
import { OutboxMessageEntity } from "../../../src/infra/outbox/outbox-message.entity";
import { Relay } from "../../../src/infra/outbox/relay";
import { RELAY_DEFAULTS } from "../../../src/infra/outbox/relay-settings";
import { runs } from "../../policy/runs";
import { openAcme } from "../../support/acme";
import type { House } from "../../support/house";
import { Recipient } from "./recipient";

const LIMITS: PaceLimits = { concurrent: 5, perMinute: 60, perDay: 5000 };
let house: House;
let companyId: string;
let clock: FixedClock;
let outbox: Outbox;
let to: Recipient;

beforeAll(async () => {
  house = await openAcme();
  companyId = (await house.database.read().findOneByOrFail(CompanyEntity, { slug: "acme" })).id;
});
beforeEach(async () => {
  clock = new FixedClock("2026-11-24T09:00:00.000Z");
  to = new Recipient();
  outbox = new Outbox(house.database);
  await house.database.write(async (manager) => {
    for (const entity of [OutboxAttemptEntity, OutboxMessageEntity, OutboxLaneEntity]) await manager.deleteAll(entity);
  });
});

function relay(name = "relay", limits = LIMITS): Relay {
  return new Relay(house.database, to, {
    ...RELAY_DEFAULTS,
    name,
    clock,
    limits,
    random: () => 0.5,
    steady: () => clock.now().getTime(),
  });
}

function message(key: string, more: Partial<NewMessage> = {}): NewMessage {
  return { companyId, lane: "lane", topic: "bill", key, subjectId: `s-${key}`, rank: 5, payload: { key }, ...more };
}

async function enqueue(...messages: NewMessage[]): Promise<void> {
  await house.database.write((manager) => outbox.enqueue(manager, messages, toInstant(clock.now())));
}

/** Lets time pass until nothing is left to do, or too much of it has passed. */
async function drain(...relays: Relay[]): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    const next = (await Promise.all(relays.map((one) => one.turn()))).find((date) => date !== null);
    if (!next) return;
    clock.set(new Date(Math.max(next.getTime(), clock.now().getTime() + 1)));
  }
}

async function stateOf(key: string): Promise<OutboxMessageEntity> {
  return house.database.read().findOneByOrFail(OutboxMessageEntity, { key });
}

test("what was enqueued arrives once, in batches, and the owner is told", async () => {
  await enqueue(...Array.from({ length: 120 }, (_, n) => message(`m${n}`)));
  await enqueue(message("m0"));
  await drain(relay());
  expect(to.calls.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect([...to.arrived.values()].every((count) => count === 1)).toBe(true);
  expect(to.settlements).toHaveLength(120);
  expect(await stateOf("m7")).toMatchObject({ state: "delivered", externalId: "L-m7", attempts: 1 });
});

test("a message that is rolled back with its transaction was never there", async () => {
  const failing = house.database.write(async (manager) => {
    await outbox.enqueue(manager, [message("never")], toInstant(clock.now()));
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  await drain(relay());
  expect(to.calls).toEqual([]);
});

test("an unknown outcome is looked up before anything is sent again", async () => {
  to.script = ["lost_after"];
  await enqueue(message("arrived"));
  await relay().turn();
  expect(await stateOf("arrived")).toMatchObject({ state: "unknown" });
  await drain(relay());
  expect(await stateOf("arrived")).toMatchObject({ state: "delivered" });
  to.script = ["lost_before"];
  await enqueue(message("lost"));
  await drain(relay());
  expect(to.arrived).toEqual(
    new Map([
      ["arrived", 1],
      ["lost", 1],
    ]),
  );
  expect(to.settlements.map(({ kind }) => kind)).toEqual(["unknown", "delivered", "unknown", "delivered"]);
});

test("what is unknown of one kind is looked up together, and only what is not there is sent again", async () => {
  to.script = ["lost_after", "lost_before"];
  to.size = 2;
  await enqueue(...["a", "b", "c", "d"].map((key) => message(key)), message("other", { topic: "order", rank: 6 }));
  to.script.push("lost_before");
  await drain(relay("one", { ...LIMITS, concurrent: 1 }));
  expect(to.lookedUp).toEqual([["a", "b", "c", "d"], ["other"]]);
  expect(to.calls).toEqual([["a", "b"], ["c", "d"], ["other"], ["c", "d"], ["other"]]);
  expect([...to.arrived.values()]).toEqual([1, 1, 1, 1, 1]);
  expect(await stateOf("a")).toMatchObject({ state: "delivered", attempts: 2 });
});

test("a try that was lost with its process is taken up after its lease, by a look-up", async () => {
  to.script = ["crash"];
  await enqueue(message("m"));
  await expect(relay("one").turn()).rejects.toThrow("the process is gone");
  expect(await stateOf("m")).toMatchObject({ state: "in_flight", attempts: 1 });
  await drain(relay("two"));
  expect(to.arrived.get("m")).toBe(1);
});

test("a child waits for its parent, and for ever if the parent is refused", async () => {
  await enqueue(message("child", { afterKey: "parent", rank: 1 }), message("parent", { topic: "order" }));
  to.script = ["refused"];
  await drain(relay());
  expect(await stateOf("parent")).toMatchObject({ state: "refused", lastCode: "LINES_MISSING" });
  expect(await stateOf("child")).toMatchObject({ state: "waiting", attempts: 0 });
  await house.database.write((manager) => outbox.release(manager, "parent", toInstant(clock.now())));
  await drain(relay());
  expect(to.calls).toEqual([["parent"], ["parent"], ["child"]]);
});

test("what the policy vetoes at the last moment is withheld, and the rest of its batch goes", async () => {
  await enqueue(message("a"), message("b"), message("c"));
  to.vetoes.set("b", { code: "FEATURE_NOT_GRANTED", text: "The grant is gone" });
  await drain(relay());
  expect(to.calls).toEqual([["a", "c"]]);
  expect(await stateOf("b")).toMatchObject({ state: "withheld", lastCode: "FEATURE_NOT_GRANTED" });
});

test("a limit stops the whole lane for as long as the ledger says, and counts as no failure", async () => {
  to.size = 1;
  to.script = ["limited"];
  await enqueue(message("a"), message("b"));
  const next = await relay("one", { ...LIMITS, concurrent: 1 }).turn();
  expect(to.calls).toHaveLength(1);
  expect(next).toEqual(new Date("2026-11-24T09:01:00.000Z"));
  await drain(relay());
  expect(await stateOf("a")).toMatchObject({ state: "delivered", failures: 0, attempts: 2 });
});

test("a ledger that stays away is given up in the end, and a person can let the message go again", async () => {
  to.script = Array<"down">(40).fill("down");
  await enqueue(message("m"));
  await drain(relay());
  expect(await stateOf("m")).toMatchObject({ state: "dead", lastCode: "UNAVAILABLE" });
  to.script = [];
  await house.database.write((manager) => outbox.release(manager, "m", toInstant(clock.now())));
  await drain(relay());
  expect(await stateOf("m")).toMatchObject({ state: "delivered" });
});

test("a refused authorisation pauses its lane and nobody else's, until a new consent", async () => {
  to.script = ["unauthorised"];
  await enqueue(message("a", { lane: "one" }));
  await relay().turn();
  await enqueue(message("b", { lane: "two" }));
  await relay().turn();
  expect([...to.arrived.keys()]).toEqual(["b"]);
  await house.database.write((manager) => outbox.resume(manager, "one"));
  await relay().turn();
  expect([...to.arrived.keys()]).toEqual(["b", "a"]);
});

test("the pace is kept over a restart", async () => {
  to.size = 1;
  const slow = { ...LIMITS, perMinute: 3 };
  await enqueue(...["a", "b", "c", "d"].map((key) => message(key)));
  expect(await relay("one", slow).turn()).toEqual(new Date("2026-11-24T09:01:00.000Z"));
  clock.advance(30_000);
  await relay("after a restart", slow).turn();
  expect(to.calls).toHaveLength(3);
  clock.advance(30_000);
  await relay("again", slow).turn();
  expect(to.calls).toHaveLength(4);
});

const fates = fc.constantFrom("kept", "lost_after", "lost_before", "limited", "down", "unauthorised", "crash");

test("what comes one by one is not kept waiting for a minute's allowance that single calls have used up", async () => {
  const waits: number[] = [];
  const seen = new Set<string>();
  const begun = clock.now().getTime();
  const own = relay();
  let next: Date | null = null;
  for (let step = 0; step < 450; step += 1) {
    clock.set(new Date(begun + step * 200));
    await enqueue(message(String(step)));
    if (next === null || next <= clock.now()) next = await own.turn();
    for (const key of to.arrived.keys()) {
      if (!seen.has(key)) waits.push(clock.now().getTime() - begun - Number(key) * 200);
      seen.add(key);
    }
  }
  expect(Math.max(...waits)).toBeLessThanOrEqual(3_000);
  expect(seen.size).toBeGreaterThan(430);
});

test("whatever happens on the way, with two relays, each message arrives exactly once", async () => {
  const law = fc.asyncProperty(
    fc.array(fates, { maxLength: 25 }),
    fc.integer({ min: 1, max: 4 }),
    async (script, size) => {
      await house.database.write(async (manager) => {
        for (const entity of [OutboxAttemptEntity, OutboxMessageEntity, OutboxLaneEntity])
          await manager.deleteAll(entity);
      });
      to = new Recipient();
      to.script = [...script];
      to.size = size;
      const keys = ["a", "b", "c", "d", "e", "f"];
      await enqueue(...keys.map((key, n) => message(key, { lane: `lane ${n % 2}`, afterKey: n > 3 ? "a" : null })));
      for (let restart = 0; restart < 30; restart += 1) {
        const all = await Promise.allSettled([drain(relay(`x${restart}`)), drain(relay(`y${restart}`))]);
        if (all.every(({ status }) => status === "fulfilled")) break;
      }
      expect([...to.arrived].sort()).toEqual(keys.map((key) => [key, 1]));
      const told = to.settlements.filter(({ kind }) => kind === "delivered").map(({ key }) => key);
      expect(told.sort()).toEqual(keys);
    },
  );
  await fc.assert(law, runs(15));
}, 90_000);
