import { Database } from "../../../src/infra/db/database";
import { ReminderEntity } from "../../../src/onboarding/reminders/reminder.entity";
import type { Letter } from "../../../src/infra/mail/mail";
import { specialist } from "../../support/acme";
import { migratedOptions, TEST_KIND, track } from "../../support/database";
import { House, person, SEED } from "../../support/house";
import { instance } from "./instance";

let h: House;
let other: House;
let post: Letter[];

beforeEach(async () => {
  post = [];
  const options = await migratedOptions();
  h = new House(track(await Database.open(options)));
  // SQLite has one process per file: there two instances share one database object.
  other = new House(TEST_KIND === "postgres" ? track(await Database.open(options)) : h.database);
  const { company, staff, item, member } = h.services;
  await company.addVendorStaff(SEED, { email: "specialist@vendor.test", name: "Farid" });
  for (const slug of ["acme", "globex", "initech"]) {
    await h.register(slug);
    await staff.assign(SEED, slug, { email: "specialist@vendor.test", role: "specialist" });
    await member.add(SEED, slug, { email: `clerk@${slug}.test`, name: "Clerk", toolLevel: "standard" });
    const clerk = { dueOn: "2026-11-25", ownerEmail: `clerk@${slug}.test` };
    await item.agree(person(`admin@${slug}.test`), slug, { item: "clean_vendors", ...clerk });
    await item.agree(specialist, slug, { item: "switch_tool_on", dueOn: "2026-11-25" });
  }
  for (const house of [h, other]) house.clock.set("2026-11-27T12:00:00.000Z");
});

/** What people were told of their rights and of vendor staff is another matter. */
const isReminder = ({ subject }: Letter) => !/rights|vendor staff/.test(subject);
const tally = () =>
  post
    .filter(isReminder)
    .map(({ to, subject }) => `${to.email} ${subject}`)
    .sort();

test("two instances at once, with leases: each letter is sent once", async () => {
  const [one, two] = [instance(h, post), instance(other, post)];
  await Promise.all([one.schedule.turn(), two.schedule.turn(), one.schedule.turn()]);
  for (const house of [h, other]) house.clock.advance(600_000);
  await Promise.all([two.schedule.turn(), one.schedule.turn()]);
  expect(tally()).toHaveLength(6);
  expect(new Set(tally()).size).toBe(6);
});

test("two instances at once, and without them too: a lease that is lost sends nothing twice", async () => {
  await Promise.all([h, other, h, other].map((house) => house.services.reminder.run()));
  await Promise.all([h, other].map((house) => instance(house, post).postOffice.run()));
  expect(new Set(tally()).size).toBe(6);
  expect(tally()).toHaveLength(6);
  expect(await h.database.read().count(ReminderEntity)).toBe(6);
  // A new process knows what the old one did.
  const heir = new House(h.database);
  heir.clock.set("2026-12-05T12:00:00.000Z");
  expect(await heir.services.reminder.run()).toBe(0);
});
