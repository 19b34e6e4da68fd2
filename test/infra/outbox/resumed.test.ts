import { setTimeout as sleep } from "node:timers/promises";
import { FixedClock, toInstant } from "../../../src/kernel/clock";
import { Outbox } from "../../../src/infra/outbox/outbox";
import { OutboxLaneEntity } from "../../../src/infra/outbox/outbox-lane.entity";
import { XERO_LIMITS as limits } from "../../../src/infra/outbox/pace";
import { Relay } from "../../../src/infra/outbox/relay";
import { RELAY_DEFAULTS } from "../../../src/infra/outbox/relay-settings";
import { openAcme } from "../../support/acme";
import { Recipient } from "./recipient";

test("a consent counts that comes while other calls of a refused lane are under way", async () => {
  const house = await openAcme();
  const { database } = house;
  const { id: companyId } = await house.company("acme");
  const clock = new FixedClock("2026-11-24T09:00:00.000Z");
  const outbox = new Outbox(database);
  const lane = () => database.read().findOneByOrFail(OutboxLaneEntity, { id: "lane" });
  const to = new Recipient();
  to.size = 1;
  to.script = ["unauthorised", "kept"];
  let calls = 0;
  to.during = async () => {
    calls += 1;
    if (calls !== 2) return;
    while ((await lane()).pauseReason !== "unauthorised") await sleep(5);
    await database.write((manager) => outbox.resume(manager, "lane"));
  };
  const messages = ["a", "b"].map((key) => ({
    ...{ companyId, lane: "lane", topic: "bill", key, subjectId: key, rank: 5, payload: { key } },
  }));
  await database.write((manager) => outbox.enqueue(manager, messages, toInstant(clock.now())));
  const steady = () => clock.now().getTime();
  const relay = new Relay(database, to, { ...RELAY_DEFAULTS, name: "relay", clock, limits, random: () => 0.5, steady });
  await relay.turn();
  expect(calls).toBeGreaterThanOrEqual(2);
  expect((await lane()).pauseReason).not.toBe("unauthorised");
  expect([...to.arrived.keys()].sort()).toEqual(["a", "b"]);
});
