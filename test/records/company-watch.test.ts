import { Database } from "../../src/infra/db/database";
import { seedDemo } from "../../src/dev/demo/demo-seed";
import type { CompanyEvent } from "../../src/records/events/company-event";
import { migratedOptions, track } from "../support/database";
import { House, SEED } from "../support/house";

/** Two instances over one database: what one commits, who listens at the other hears. */
let here: House;
let there: House;

beforeAll(async () => {
  const options = await migratedOptions();
  here = new House(track(await Database.open(options)));
  await seedDemo(here.services as never);
  there = new House(track(await Database.open(options)));
  await here.database.watch();
  await there.database.watch();
}, 60_000);

const grant = { member: "read-only@demo.test", feature: "commitment", direction: "export", reason: "Test" } as const;

test("who listens at another instance hears of a grant, once, and of nothing twice", async () => {
  const company = await here.services.companies.find("demo");
  const stop = new AbortController();
  const events = there.services.companyWatch.events(company!.id, null, stop.signal);
  const first = (await events.next()).value as CompanyEvent;
  expect(first.areas).toEqual([]);
  await here.services.grant.give(SEED, "demo", grant).catch(() => undefined);
  await here.services.company.update(SEED, "demo", { expectedVersion: company!.version, name: "Renamed" });
  let { cursor } = first;
  const areas = new Set<string>();
  while (!areas.has("settings")) {
    const event = (await events.next()).value as CompanyEvent;
    expect(event.cursor.revision).toBeGreaterThan(cursor.revision);
    for (const area of event.areas) areas.add(area);
    cursor = event.cursor;
  }
  const now = await here.services.companies.find("demo");
  expect(cursor.revision).toBe(now!.policyRevision);
  const last = events.next();
  stop.abort();
  expect((await last).done).toBe(true);
  expect(there.services.companyWatch.listeners).toBe(0);
});
