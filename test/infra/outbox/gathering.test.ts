import { FixedClock, toInstant } from "../../../src/kernel/clock";
import { LaneCalls } from "../../../src/infra/outbox/lane-call";
import { Outbox } from "../../../src/infra/outbox/outbox";
import { XERO_LIMITS as limits } from "../../../src/infra/outbox/pace";
import { Relay } from "../../../src/infra/outbox/relay";
import { RELAY_DEFAULTS } from "../../../src/infra/outbox/relay-settings";
import { openAcme } from "../../support/acme";
import { Recipient } from "./recipient";

test("readings that spend the allowance all the time keep nothing waiting that could carry more", async () => {
  const house = await openAcme();
  const { database } = house;
  const { id: companyId } = await house.company("acme");
  const clock = new FixedClock("2026-11-24T09:00:00.000Z");
  const to = new Recipient();
  const steady = () => clock.now().getTime();
  const relay = new Relay(database, to, { ...RELAY_DEFAULTS, name: "relay", clock, limits, random: () => 0.5, steady });
  const calls = new LaneCalls({ database, clock, limits, leaseMs: RELAY_DEFAULTS.leaseMs });
  const read = () =>
    calls.call({ id: "lane", companyId }, () => {
      clock.advance(1_500);
      return Promise.resolve();
    });
  for (let made = 0; made < 30; made += 1) await read();
  const begun = steady();
  const message = {
    companyId,
    lane: "lane",
    topic: "bill",
    key: "one",
    subjectId: "s",
    rank: 5,
    payload: { key: "one" },
  };
  await database.write((manager) => new Outbox(database).enqueue(manager, [message], toInstant(clock.now())));
  for (let made = 0; made < 30 && to.arrived.size === 0; made += 1) {
    await relay.turn();
    await read();
  }
  expect(to.arrived.size).toBe(1);
  expect(steady() - begun).toBeLessThanOrEqual(6_000);
});
