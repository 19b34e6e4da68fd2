import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import type { Letter } from "../../../src/infra/mail/mail";
import { specialist } from "../../support/acme";
import { SEED, type House } from "../../support/house";
import { contact, CallHouse } from "../call/call-house";
import { instance } from "./instance";

let h: House;
let post: Letter[];

/** What people are told of their rights and of vendor staff is another matter. */
const isReminder = ({ unsubscribeUrl }: Letter) => /kind=(item|call)_reminder/.test(unsubscribeUrl ?? "");

/** What came of the duties at the instant: subject and receiver of each letter. */
async function sent(now?: string): Promise<string[]> {
  if (now) h.clock.set(now);
  await h.services.reminder.run();
  await instance(h, post).postOffice.run();
  const letters = post.splice(0).filter(isReminder);
  return letters.map(({ to, subject }) => `${to.email}: ${subject.split(" ")[0]}`).sort();
}

beforeEach(() => (post = []));

describe("what is late", () => {
  beforeEach(async () => {
    h = await CallHouse.open();
    const { id } = await h.company("acme");
    await h.database.write((manager) => manager.update(CompanyEntity, { id }, { timezone: "America/New_York" }));
  });

  const agree = (item: string, dueOn: string, ownerEmail?: string, actor = contact) =>
    h.services.item.agree(actor, "acme", { item, dueOn, ...(ownerEmail ? { ownerEmail } : {}) });

  test("is told to its owners once its day is over on the company's calendar, once, however often it is looked", async () => {
    await agree("clean_vendors", "2026-11-26", "clerk@acme.test");
    await agree("read_feature_map", "2026-11-26");
    await agree("switch_tool_on", "2026-11-26", undefined, specialist);
    // 27 November has begun in Paris, not yet in New York.
    expect(await sent("2026-11-27T04:59:00.000Z")).toEqual([]);
    const owners = ["admin@acme.test: Late", "clerk@acme.test: Late", "specialist@vendor.test: Late"];
    expect(await sent("2026-11-27T05:00:00.000Z")).toEqual(owners);
    expect(await sent()).toEqual([]);
    expect(await sent("2026-12-15T12:00:00.000Z")).toEqual([]);
  });

  test("what comes due together is one letter, in the reader's language, with where to go", async () => {
    await agree("clean_vendors", "2026-11-26", "clerk@acme.test");
    await agree("read_feature_map", "2026-11-25", "clerk@acme.test");
    const source = `mutation { setMailPreferences(input: { locale: FR }) { userErrors { code } } }`;
    await h.ask("clerk@acme.test", source);
    h.clock.set("2026-11-30T12:00:00.000Z");
    await h.services.reminder.run();
    await instance(h, post).postOffice.run();
    post = post.filter(isReminder);
    expect(post).toHaveLength(1);
    expect(post[0]?.subject).toBe("En retard dans la mise en œuvre de Company acme");
    expect(post[0]?.text).toMatch(/Bonjour Clerk,/);
    expect(post[0]?.text).toContain("à faire pour le mercredi 25 novembre 2026\n");
    expect(post[0]?.text).toContain("à faire pour le jeudi 26 novembre 2026\n");
    expect(post[0]?.text).toContain("http://127.0.0.1:4000/set-up/acme");
    expect(post[0]?.text).toContain("Ne plus recevoir ces messages");
  });

  test("another day is another reminder; what was done is none", async () => {
    await agree("clean_vendors", "2026-11-26", "clerk@acme.test");
    await agree("build_cost_codes", "2026-11-26", "clerk@acme.test");
    const done = { item: "build_cost_codes", move: "complete" as const, evidence: "The list is in Xero" };
    await h.services.item.move(contact, "acme", done);
    expect(await sent("2026-11-27T12:00:00.000Z")).toEqual(["clerk@acme.test: Late"]);
    await agree("clean_vendors", "2026-11-30", "clerk@acme.test");
    expect(await sent()).toEqual([]);
    expect(await sent("2026-12-01T12:00:00.000Z")).toEqual(["clerk@acme.test: Late"]);
  });

  test("while the integration is suspended nobody is reminded; afterwards what is still late is told", async () => {
    await agree("clean_vendors", "2026-11-26", "clerk@acme.test");
    const { implementation } = h.services;
    for (const phase of ["implementation", "getting_started"] as const)
      await implementation.enterPhase(SEED, "acme", { phase, reason: "The story needs it" });
    await implementation.suspend(SEED, "acme", "Suspected fraud");
    expect(await sent("2026-11-27T12:00:00.000Z")).toEqual([]);
    await implementation.resume(SEED, "acme", "False alarm");
    expect(await sent()).toEqual(["clerk@acme.test: Late"]);
  });

  test("who has left is not written to; the part's owner is", async () => {
    await h.services.member.update(SEED, "acme", { member: "buyer@acme.test", toolLevel: "standard" });
    await agree("clean_vendors", "2026-11-26", "buyer@acme.test");
    const { member } = h.services;
    await member.deactivate(SEED, "acme", { member: "buyer@acme.test", reason: "Left" });
    expect(await sent("2026-11-27T12:00:00.000Z")).toEqual(["admin@acme.test: Late"]);
  });

  test("who declined such letters gets none, and the others do", async () => {
    await agree("clean_vendors", "2026-11-26", "clerk@acme.test");
    await agree("read_feature_map", "2026-11-26");
    const source = `mutation { setMailPreferences(input: { declined: [ITEM_REMINDER] }) { userErrors { code } } }`;
    await h.ask("clerk@acme.test", source);
    expect(await sent("2026-11-27T12:00:00.000Z")).toEqual(["admin@acme.test: Late"]);
  });
});

describe("tomorrow's calls", () => {
  let calls: CallHouse;
  beforeEach(async () => {
    h = calls = await CallHouse.open();
    await calls.propose("kick_off", ["2026-12-01T10:00", "2026-12-02T10:00"]);
  });
  const ALL = [
    "admin@acme.test: Soon:",
    "books@acme.test: Soon:",
    "clerk@acme.test: Soon:",
    "specialist@vendor.test: Soon:",
  ];

  test("are told to all who are asked, from eight on their own clocks on the day before, once", async () => {
    await calls.agree("kick_off", "2026-12-01T10:00");
    const zone = `mutation { setMailPreferences(input: { timezone: "Pacific/Auckland" }) { userErrors { code } } }`;
    await h.ask("clerk@acme.test", zone);
    expect(await sent("2026-11-29T18:59:00.000Z")).toEqual([]);
    // Eight in the morning of the 30th in Auckland, where the call is at ten in the evening of the 1st.
    expect(await sent("2026-11-29T19:00:00.000Z")).toEqual(["clerk@acme.test: Soon:"]);
    expect(await sent("2026-11-30T06:59:00.000Z")).toEqual([]);
    h.clock.set("2026-11-30T07:00:00.000Z");
    await h.services.reminder.run();
    await instance(h, post).postOffice.run();
    const letter = post.find(({ to, subject }) => to.email === "admin@acme.test" && subject.startsWith("Soon"));
    expect(letter?.text).toContain("  - Kick-off call, tomorrow: Tuesday 1 December 2026, 10:00 (Europe/Paris)\n");
    expect(await sent("2026-11-30T08:00:00.000Z")).toEqual(ALL.filter((line) => !line.startsWith("clerk")));
    expect(await sent("2026-12-01T08:00:00.000Z")).toEqual([]);
  });

  test("after a stop they are made up for until the call starts; and say that it is today", async () => {
    await calls.agree("kick_off", "2026-12-01T10:00");
    expect(await sent("2026-12-01T09:00:00.000Z")).toEqual([]);
    h.clock.set("2026-12-01T08:59:00.000Z");
    await h.services.reminder.run();
    await instance(h, post).postOffice.run();
    expect(post.filter(({ subject }) => subject.startsWith("Soon"))).toHaveLength(4);
    expect(post.at(-1)?.text).toContain("Kick-off call, today:");
  });

  test("a call that moves is told of again for its new day, and a cancelled one is not", async () => {
    await calls.agree("kick_off", "2026-12-01T10:00");
    expect(await sent("2026-11-30T08:00:00.000Z")).toEqual(ALL);
    const { rescheduling } = calls.calls;
    const moved = {
      kind: "kick_off",
      reason: "Ill",
      slots: [{ localStart: "2026-12-03T10:00", zone: "Europe/Paris" }],
    } as const;
    await rescheduling.reschedule(specialist, "acme", moved);
    expect(await sent("2026-12-02T08:00:00.000Z")).toEqual([]);
    await calls.agree("kick_off", "2026-12-03T10:00");
    expect(await sent()).toEqual(ALL);
    await rescheduling.cancel(specialist, "acme", { kind: "kick_off", reason: "No more" });
    expect(await sent("2026-12-03T08:00:00.000Z")).toEqual([]);
  });

  test("a task that came out of a call is told of when it is late, and to the next one when it is handed on", async () => {
    await calls.agree("kick_off", "2026-12-01T10:00");
    h.clock.set("2026-12-01T09:00:00.000Z");
    const { running, followUp } = calls.calls;
    await running.start(specialist, "acme", "kick_off");
    const wanted = { kind: "kick_off", title: "Send the list", owner: "clerk@acme.test", dueOn: "2026-12-08" } as const;
    const { id } = await followUp.add(specialist, "acme", wanted);
    expect(await sent("2026-12-08T22:59:00.000Z")).toEqual([]);
    expect(await sent("2026-12-08T23:00:00.000Z")).toEqual(["clerk@acme.test: Late"]);
    await followUp.reassign(specialist, "acme", { followUp: id, owner: "books@acme.test" });
    expect(await sent("2026-12-09T09:00:00.000Z")).toEqual(["books@acme.test: Late"]);
    expect(await sent("2026-12-10T09:00:00.000Z")).toEqual([]);
  });

  test("who declined such letters gets none", async () => {
    await calls.agree("kick_off", "2026-12-01T10:00");
    const source = `mutation { setMailPreferences(input: { declined: [CALL_REMINDER] }) { userErrors { code } } }`;
    await h.ask("admin@acme.test", source);
    expect(await sent("2026-11-30T08:00:00.000Z")).toEqual(ALL.slice(1));
  });
});

test("looking takes as many SELECTs for 3 companies as for 20", async () => {
  const calls = await CallHouse.open();
  h = calls;
  const cost = async () => {
    const window = h.database.countStatements();
    expect(await h.services.reminder.run()).toBe(0);
    return window.stop();
  };
  const late = async (slug: string) => {
    await h.services.item.agree(SEED, slug, { item: "clean_vendors", dueOn: "2026-11-26" });
    await h.services.item.agree(SEED, slug, {
      item: "switch_tool_on",
      dueOn: "2026-11-26",
      ownerEmail: "specialist@vendor.test",
    });
  };
  for (const slug of ["acme", "globex"]) {
    await late(slug);
    await calls.propose("kick_off", [slug === "acme" ? "2026-12-01T10:00" : "2026-12-01T12:00"], slug);
    await calls.agree("kick_off", slug === "acme" ? "2026-12-01T10:00" : "2026-12-01T12:00", slug);
  }
  h.clock.set("2026-11-30T12:00:00.000Z");
  await h.services.reminder.run();
  const few = await cost();
  for (let n = 0; n < 18; n += 1) {
    await h.register(`more-${n}`);
    await h.services.staff.assign(SEED, `more-${n}`, { email: "specialist@vendor.test", role: "specialist" });
    await late(`more-${n}`);
  }
  await h.services.reminder.run();
  expect(await cost()).toBe(few);
});
