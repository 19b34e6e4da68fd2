import { AttendeeEntity } from "../../../src/onboarding/calls/call/attendee.entity";
import { CallEntity } from "../../../src/onboarding/calls/call/call.entity";
import { GoalEntity } from "../../../src/onboarding/calls/call/goal.entity";
import { person, refusal } from "../../support/house";
import { BOOKS, CallHouse, contact, itAdmin, specialist } from "./call-house";

const KICK_OFF = "kick_off";
const TUESDAY = "2026-12-01T10:00";
const WEDNESDAY = "2026-12-02T10:00";

let h: CallHouse;
beforeEach(async () => (h = await CallHouse.open()));

const one = (localStart: string, zone = "Europe/Paris") => ({ kind: KICK_OFF, slots: [{ localStart, zone }] }) as const;
const slotAt = async (local: string) => (await h.slots(KICK_OFF)).find(({ localStart }) => localStart === local)!.id;
const answer = async (local: string, availability: "can" | "cannot", by = itAdmin, attendee?: string) =>
  h.calls.availability.answer(by, "acme", {
    kind: KICK_OFF,
    answers: [{ slot: await slotAt(local), availability }],
    ...(attendee ? { attendee } : {}),
  });
const confirm = async (local: string, by = contact) =>
  h.calls.agreement.confirm(by, "acme", { kind: KICK_OFF, slot: await slotAt(local) });

describe("times are offered", () => {
  test("the first offer opens the call with its agenda and its people, and tells them", async () => {
    const { call, remarks } = await h.propose(KICK_OFF, [TUESDAY, WEDNESDAY]);
    expect(call).toMatchObject({ state: "arranging", minutes: 60, startsAt: null });
    expect(remarks).toEqual([]);
    expect((await h.slots(KICK_OFF)).map(({ state, startsAt, endsAt }) => [state, startsAt, endsAt])).toEqual([
      ["offered", "2026-12-01T09:00:00.000Z", "2026-12-01T10:00:00.000Z"],
      ["offered", "2026-12-02T09:00:00.000Z", "2026-12-02T10:00:00.000Z"],
    ]);
    const where = { callId: call.id };
    expect(await h.database.read().countBy(GoalEntity, where)).toBe(4);
    const asked = await h.database.read().find(AttendeeEntity, { where, order: { role: "ASC" } });
    expect(asked.map(({ role, email, required }) => [role, email, required])).toEqual([
      ["erp_implementation_contact", "admin@acme.test", true],
      ["it_administrator", "clerk@acme.test", true],
      ["specialist", "specialist@vendor.test", true],
      ["xero_administrator", BOOKS, false],
    ]);
    const [letter] = h.letters;
    expect(letter).toMatchObject({ kind: "slots_proposed", locale: "en", invitation: null });
    expect(letter!.text).toContain("Tuesday 1 December 2026");
    expect(letter!.to.map(({ email }) => email)).not.toContain("specialist@vendor.test");
    expect((await h.trail("acme")).at(-1)).toMatchObject({ action: "call.slots_proposed", actorName: "Farid" });
  });

  test.each([
    ["in the past", TUESDAY.replace("2026-12-01", "2026-11-23"), "Europe/Paris", "BAD_INPUT"],
    ["at the weekend", "2026-12-05T10:00", "Europe/Paris", "OUTSIDE_WORKING_HOURS"],
    ["in the company's night", "2026-12-01T10:00", "Pacific/Auckland", "OUTSIDE_WORKING_HOURS"],
    ["that no clock shows", "2027-03-14T02:30", "America/New_York", "NO_SUCH_LOCAL_TIME"],
    ["in no zone", TUESDAY, "Europe/Nowhere", "BAD_INPUT"],
    ["of another form", "next Tuesday", "Europe/Paris", "BAD_INPUT"],
  ])("not %s", async (_, local, zone, code) => {
    expect((await refusal(h.calls.scheduling.propose(specialist, "acme", one(local, zone)))).code).toBe(code);
    expect(h.letters).toEqual([]);
    expect(await h.database.read().count(CallEntity)).toBe(0);
  });

  test("not twice, not without end, and only in the guide's length", async () => {
    await h.propose(KICK_OFF, [TUESDAY]);
    expect(await refusal(h.propose(KICK_OFF, [TUESDAY]))).toMatchObject({ code: "ALREADY_EXISTS" });
    // The same instant on other clocks.
    const same = h.calls.scheduling.propose(specialist, "acme", one("2026-12-01T09:00", "Europe/London"));
    expect(await refusal(same)).toMatchObject({ code: "ALREADY_EXISTS" });
    expect(await refusal(h.propose(KICK_OFF, [WEDNESDAY, WEDNESDAY]))).toMatchObject({ code: "BAD_INPUT" });
    expect(await refusal(h.propose(KICK_OFF, []))).toMatchObject({ code: "BAD_INPUT" });
    const long = h.calls.scheduling.propose(specialist, "acme", { ...one(WEDNESDAY), minutes: 120 });
    expect(await refusal(long)).toMatchObject({ code: "BAD_INPUT", field: ["input", "minutes"] });
  });

  test("by the specialist only", async () => {
    for (const actor of [contact, itAdmin])
      expect((await refusal(h.calls.scheduling.propose(actor, "acme", one(TUESDAY)))).code).not.toBe("NOT_FOUND");
    const stranger = h.calls.scheduling.propose(person("admin@globex.test"), "acme", one(TUESDAY));
    expect((await refusal(stranger)).code).toBe("NOT_FOUND");
  });
});

describe("a time is agreed", () => {
  beforeEach(() => h.propose(KICK_OFF, [TUESDAY, WEDNESDAY]));

  test("once all who are needed can: the invitation goes out, the other time is passed over", async () => {
    expect(await refusal(confirm(TUESDAY))).toMatchObject({ code: "ATTENDEES_NOT_FREE" });
    await answer(TUESDAY, "can");
    const call = await confirm(TUESDAY);
    expect(call).toMatchObject({ state: "scheduled", startsAt: "2026-12-01T09:00:00.000Z", agreedBy: "Admin of acme" });
    expect((await h.slots(KICK_OFF)).map(({ state }) => state)).toEqual(["agreed", "passed_over"]);
    const letter = h.letters.at(-1)!;
    expect(letter).toMatchObject({
      kind: "confirmed",
      invitation: { method: "REQUEST" },
    });
    expect(letter.invitation!.content).toContain("SEQUENCE:0");
  });

  test("not while somebody who is needed cannot, or has said nothing; both are named", async () => {
    await expect(confirm(TUESDAY)).rejects.toThrow("Not answered yet: Clerk (clerk@acme.test)");
    await answer(TUESDAY, "cannot");
    await expect(confirm(TUESDAY)).rejects.toThrow("Cannot: Clerk (clerk@acme.test)");
    await answer(TUESDAY, "can");
    expect((await confirm(TUESDAY)).state).toBe("scheduled");
  });

  test("who is not needed may be unable", async () => {
    await answer(TUESDAY, "can");
    await answer(TUESDAY, "cannot", contact, BOOKS);
    expect((await confirm(TUESDAY)).state).toBe("scheduled");
  });

  test("the contact answers for others; others only for themselves", async () => {
    await answer(TUESDAY, "can", contact, "clerk@acme.test");
    expect((await refusal(answer(TUESDAY, "can", itAdmin, BOOKS))).code).not.toBe("NOT_FOUND");
    expect(await refusal(answer(TUESDAY, "can", contact, "x@acme.test"))).toMatchObject({ code: "NOT_FOUND" });
    expect((await confirm(TUESDAY)).state).toBe("scheduled");
  });

  test("by the contact, not by the one who offered it, and not by anybody else", async () => {
    await answer(TUESDAY, "can");
    expect(await refusal(confirm(TUESDAY, specialist))).toMatchObject({ code: "FORBIDDEN" });
    expect((await refusal(confirm(TUESDAY, itAdmin))).code).toBeDefined();
  });

  test("or others are suggested, and the specialist accepts one", async () => {
    await h.calls.scheduling.suggest(contact, "acme", one("2026-12-03T14:00"));
    expect(h.letters.at(-1)).toMatchObject({ kind: "slots_suggested", to: [{ email: "specialist@vendor.test" }] });
    expect(await refusal(confirm("2026-12-03T14:00"))).toMatchObject({ code: "FORBIDDEN" });
    await answer("2026-12-03T14:00", "can");
    expect(await confirm("2026-12-03T14:00", specialist)).toMatchObject({ state: "scheduled", agreedBy: "Farid" });
  });

  test("not again: whoever comes later is told who agreed, and to what", async () => {
    for (const local of [TUESDAY, WEDNESDAY]) await answer(local, "can");
    await confirm(TUESDAY);
    await expect(confirm(WEDNESDAY)).rejects.toMatchObject({
      code: "SLOT_TAKEN",
      message: expect.stringMatching(/^Admin of acme has confirmed another slot: Tuesday 1 December 2026/) as string,
    });
  });

  test("not where the specialist has a call with another company, whose name is not told", async () => {
    await h.propose(KICK_OFF, ["2026-12-01T10:30"], "globex");
    await h.agree(KICK_OFF, "2026-12-01T10:30", "globex");
    await answer(TUESDAY, "can");
    await expect(confirm(TUESDAY)).rejects.toMatchObject({
      code: "SLOT_CLASH",
      message: expect.not.stringContaining("lobex") as string,
    });
    expect(await refusal(h.propose(KICK_OFF, ["2026-12-01T11:00"]))).toMatchObject({ code: "SLOT_CLASH" });
    // One that begins when the other ends is none.
    await h.propose(KICK_OFF, ["2026-12-01T11:30"]);
  });

  test("not once it is past", async () => {
    await answer(TUESDAY, "can");
    h.clock.set("2026-12-01T09:00:00.000Z");
    expect(await refusal(confirm(TUESDAY))).toMatchObject({ code: "CONFLICT" });
  });
});
