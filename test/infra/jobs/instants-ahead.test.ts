import { TABLES, PRODUCT } from "../../../src/app";
import { JobEntity } from "../../../src/infra/jobs/job.entity";
import { endInstantsAhead } from "../../../src/infra/jobs/instants-ahead";
import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { enqueueMail } from "../../../src/infra/mail/mail-outbox";
import { MAIL_WAITS, PostOffice } from "../../../src/infra/mail/post-office";
import { Outbox } from "../../../src/infra/outbox/outbox";
import { OutboxLaneEntity } from "../../../src/infra/outbox/outbox-lane.entity";
import { OutboxMessageEntity } from "../../../src/infra/outbox/outbox-message.entity";
import { OUTBOX_WAITS } from "../../../src/infra/outbox/outbox-tables";
import { Relay } from "../../../src/infra/outbox/relay";
import { RELAY_DEFAULTS } from "../../../src/infra/outbox/relay-settings";
import { DAY_MS, FixedClock, instantAfter, toInstant } from "../../../src/kernel/clock";
import { openAcme } from "../../support/acme";
import type { House } from "../../support/house";
import { Recipient } from "../outbox/recipient";

/* A clock that ran ahead for a while, and is right again: what was written meanwhile silences nobody. */

const RIGHT = "2026-11-24T09:00:00.000Z";
const AHEAD = instantAfter(RIGHT, 5 * DAY_MS);
const clock = new FixedClock(RIGHT);
let house: House;
let companyId: string;

beforeAll(async () => {
  house = await openAcme();
  companyId = (await house.company("acme")).id;
});
beforeEach(() => clock.set(RIGHT));

test("every lease and wait of every table has its longest length", async () => {
  const ruled = PRODUCT.waits.map(({ entity, column }) => {
    return `${entity.name}.${column}`;
  });
  const { dataSource } = house.database.read();
  const there = TABLES.entities.flatMap((entity) =>
    dataSource
      .getMetadata(entity)
      .columns.filter(({ propertyName }) => ["leasedUntil", "nextAt", "pausedUntil"].includes(propertyName))
      .map(({ propertyName }) => `${(entity as { name: string }).name}.${propertyName}`),
  );
  // The schedule, which ends the others', looks at its own by itself.
  const own = [`${JobEntity.name}.leasedUntil`, `${JobEntity.name}.nextAt`];
  expect([...new Set([...ruled, ...own])].sort()).toEqual(there.sort());
});

describe("the outbox", () => {
  const to = new Recipient();
  const relay = () =>
    new Relay(house.database, to, {
      ...RELAY_DEFAULTS,
      ...{ name: "relay", clock, limits: { concurrent: 5, perMinute: 2, perDay: 5000 } },
      ...{ random: () => 0.5, steady: () => clock.now().getTime() },
    });
  const enqueue = (...keys: string[]) =>
    house.database.write((manager) => {
      const messages = keys.map((key) => ({ companyId, lane: "lane", topic: "bill", key, subjectId: key, rank: 5 }));
      const whole = messages.map((message) => ({ ...message, payload: {} }));
      return new Outbox(house.database).enqueue(manager, whole, toInstant(clock.now()));
    });
  const stateOf = async (key: string) =>
    (await house.database.read().findOneByOrFail(OutboxMessageEntity, { key })).state;
  const mend = () => endInstantsAhead(house.database, clock, OUTBOX_WAITS);

  test("what waits, a lane that is leased or paused, and the allowance", async () => {
    clock.set(AHEAD);
    // The allowance of a minute is spent by that clock.
    await enqueue("early-1");
    await relay().turn();
    await enqueue("early-2");
    await relay().turn();
    await enqueue("waits");
    const leasedUntil = instantAfter(AHEAD, RELAY_DEFAULTS.leaseMs);
    await house.database.write(async (manager) => {
      await manager.update(OutboxLaneEntity, { id: "lane" }, { leasedBy: "gone", leasedUntil, pausedUntil: AHEAD });
    });
    clock.set(RIGHT);
    await relay().turn();
    expect(await stateOf("waits")).toBe("waiting");
    expect(await mend()).toBeGreaterThan(0);
    await relay().turn();
    expect(await stateOf("waits")).toBe("delivered");
    expect(await mend()).toBe(0);
  });

  test("what is under way, and pauses that another clock may have written, are left alone", async () => {
    await enqueue("soon");
    const leasedUntil = instantAfter(RIGHT, RELAY_DEFAULTS.leaseMs + 30_000);
    await house.database.write((manager) => manager.update(OutboxLaneEntity, { id: "lane" }, { leasedUntil }));
    expect(await mend()).toBe(0);
  });
});

test("letters: what waits is sent, and what a process that is gone had taken is told as unclear", async () => {
  clock.set(AHEAD);
  const letter = (key: string) => ({
    ...{ companyId, key, kind: "call", to: { email: "clerk@acme.test", name: "Clerk" } },
    ...{ locale: "en" as const, subject: "When", text: "Now\n" },
  });
  const sent: string[] = [];
  const office = new PostOffice(
    house.database,
    { send: ({ id }) => Promise.resolve(void sent.push(id)) },
    clock,
    "https://ledgergate.test",
  );
  await house.database.write(async (manager) => {
    await manager.deleteAll(MailMessageEntity);
    await enqueueMail(manager, [letter("waits"), letter("taken")], { at: AHEAD, by: { kind: "system", id: "test" } });
    const taken = { state: "sending" as const, leasedUntil: instantAfter(AHEAD, 300_000) };
    await manager.update(MailMessageEntity, { key: "taken" }, taken);
  });
  clock.set(RIGHT);
  expect(await office.run()).toBe(0);
  expect(await endInstantsAhead(house.database, clock, MAIL_WAITS)).toBe(2);
  expect(await office.run()).toBe(1);
  const states = await house.database.read().find(MailMessageEntity, { order: { key: "ASC" } });
  expect(states.map(({ key, state }) => [key, state])).toEqual([
    ["taken", "unclear"],
    ["waits", "sent"],
  ]);
});
