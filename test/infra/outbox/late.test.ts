import { TIMINGS } from "../../../src/records/delivery/delivery-loop";
import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import { FixedClock, toInstant } from "../../../src/kernel/clock";
import { Outbox } from "../../../src/infra/outbox/outbox";
import { OutboxAttemptEntity } from "../../../src/infra/outbox/outbox-attempt.entity";
import { OutboxLaneEntity } from "../../../src/infra/outbox/outbox-lane.entity";
import { OutboxMessageEntity } from "../../../src/infra/outbox/outbox-message.entity";
import { XERO_LIMITS } from "../../../src/infra/outbox/pace";
import { Relay } from "../../../src/infra/outbox/relay";
import { RELAY_DEFAULTS } from "../../../src/infra/outbox/relay-settings";
import { openAcme } from "../../support/acme";
import type { House } from "../../support/house";
import { Recipient } from "./recipient";

let house: House;
let clock: FixedClock;
let to: Recipient;

beforeAll(async () => {
  house = await openAcme();
});
beforeEach(async () => {
  clock = new FixedClock("2026-11-24T09:00:00.000Z");
  to = new Recipient();
  const { id: companyId } = await house.database.read().findOneByOrFail(CompanyEntity, { slug: "acme" });
  const bill = { companyId, lane: "lane", topic: "bill", key: "m", subjectId: "s", rank: 5, payload: {} };
  await house.database.write(async (manager) => {
    for (const entity of [OutboxAttemptEntity, OutboxMessageEntity, OutboxLaneEntity]) await manager.deleteAll(entity);
    await new Outbox(house.database).enqueue(manager, [bill], toInstant(clock.now()));
  });
});

function relay(name: string, steady = () => clock.now().getTime()): Relay {
  const settings = { ...RELAY_DEFAULTS, name, clock, limits: XERO_LIMITS, random: () => 0.5, steady };
  return new Relay(house.database, to, settings);
}

async function drain(one: Relay): Promise<void> {
  for (let next = await one.turn(); next !== null; next = await one.turn())
    clock.set(new Date(Math.max(next.getTime(), clock.now().getTime() + 1)));
}

/** Happens to the first call before anything leaves. */
function before(work: () => Promise<void>): void {
  to.during = () => {
    to.during = async () => undefined;
    return work();
  };
}

function message(): Promise<OutboxMessageEntity> {
  return house.database.read().findOneByOrFail(OutboxMessageEntity, { key: "m" });
}

test.each([
  ["was slow for longer than a lease", undefined],
  ["slept with its machine, whose steady clock stood still,", () => 0],
])("a relay that %s before its call leaves it alone: another has looked and sent", async (_what, steady) => {
  before(async () => {
    clock.advance(RELAY_DEFAULTS.leaseMs + 1);
    await drain(relay("another"));
  });
  await relay("slow", steady).turn();
  expect(to.calls).toEqual([["m"], ["m"]]);
  expect(to.arrived.get("m")).toBe(1);
  expect(await message()).toMatchObject({ state: "delivered", failures: 1, attempts: 3 });
});

test("a call that could not begin in time is made anew, and counts as no failure", async () => {
  before(async () => clock.advance(RELAY_DEFAULTS.writeWithinMs));
  await drain(relay("slow"));
  expect(to.arrived.get("m")).toBe(1);
  expect(to.lookedUp).toEqual([]);
  expect(await message()).toMatchObject({ state: "delivered", failures: 0, attempts: 2 });
});

test("what leaves at all has left before anybody looks", () => {
  const { leaseMs, lookUpAfterMs, writeWithinMs, timeoutMs } = TIMINGS;
  expect(writeWithinMs + timeoutMs).toBeLessThan(lookUpAfterMs);
  expect(lookUpAfterMs).toBeLessThan(leaseMs);
});
