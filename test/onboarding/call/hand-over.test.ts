import { AttendeeEntity } from "../../../src/onboarding/calls/call/attendee.entity";
import { CallEntity } from "../../../src/onboarding/calls/call/call.entity";
import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { StaffAssignmentEntity } from "../../../src/tenant/companies/staff-assignment.entity";
import { SEED } from "../../support/house";
import { BOOKS, CallHouse, contact, specialist } from "./call-house";
import { readInvitation } from "./read-invitation";

/* One identity in calls: who is replaced leads and attends no more, and who was told of a time is told that it is gone. */

const KICK_OFF = "kick_off";
const TUESDAY = "2026-12-01T10:00";
const NORA = "nora@vendor.test";

let h: CallHouse;
beforeEach(async () => {
  h = await CallHouse.open();
  await h.services.company.addVendorStaff(SEED, { email: NORA, name: "Nora" });
  await h.propose(KICK_OFF, [TUESDAY, "2026-12-02T10:00"]);
});

async function endAssignment(): Promise<void> {
  const { id: companyId } = await h.company("acme");
  const all = await h.database.read().findBy(StaffAssignmentEntity, { companyId, role: "specialist" });
  const first = all.find(({ assignedUntil }) => assignedUntil === null);
  await h.services.staff.end(SEED, "acme", { assignment: first!.id });
}
const assign = () => h.services.staff.assign(SEED, "acme", { email: NORA, role: "specialist" });

/** Receiver, method and invitation of each letter that handed a call over. */
async function handedOver() {
  const letters = await h.database.read().find(MailMessageEntity, { where: { kind: "call_handed_over" } });
  const read = await Promise.all(
    letters.map(async ({ toEmail, calendar, text }) => {
      return { to: toEmail, text, event: calendar && (await readInvitation(calendar.content)) };
    }),
  );
  return new Map(read.map((one) => [one.to, one]));
}

test("a replaced specialist's agreed call goes to the successor, with an updated invitation and a word to all", async () => {
  const { id, version } = await h.agree(KICK_OFF, TUESDAY);
  await assign();
  // Two are assigned: nothing changes while the host is one of them.
  expect((await handedOver()).size).toBe(0);
  await endAssignment();
  const call = await h.database.read().findOneByOrFail(CallEntity, { id });
  expect(call.version).toBeGreaterThan(version);
  expect(call).toMatchObject({ state: "scheduled", invitation: 1 });
  const attendees = await h.database.read().findBy(AttendeeEntity, { callId: id });
  expect(attendees.map(({ email }) => email).sort()).toEqual(
    ["admin@acme.test", BOOKS, "clerk@acme.test", NORA].sort(),
  );
  const letters = await handedOver();
  expect([...letters.keys()].sort()).toEqual(
    ["admin@acme.test", BOOKS, "clerk@acme.test", NORA, "specialist@vendor.test"].sort(),
  );
  const { event, text } = letters.get("admin@acme.test")!;
  expect(text).toContain("Nora");
  expect(event).toMatchObject({ method: "REQUEST", uid: `${id}@ledgergate`, sequence: 1, organiser: `mailto:${NORA}` });
  // What people have answered to the time goes with it.
  expect(new Map(event!.answers)).toEqual(
    new Map([
      [`mailto:${NORA}`, "ACCEPTED"],
      ["mailto:admin@acme.test", "ACCEPTED"],
      ["mailto:clerk@acme.test", "ACCEPTED"],
      [`mailto:${BOOKS}`, "NEEDS-ACTION"],
    ]),
  );
  expect(letters.get("specialist@vendor.test")!.event).toMatchObject({ method: "CANCEL", sequence: 1 });
});

test("a call without a time waits for whoever is assigned next, and they are told", async () => {
  await endAssignment();
  expect((await handedOver()).size).toBe(0);
  await assign();
  const letters = await handedOver();
  expect(letters.get(NORA)).toMatchObject({ event: null });
  expect(letters.get("admin@acme.test")).toMatchObject({ event: null });
  const [call] = await h.database.read().find(CallEntity);
  expect(await h.database.read().countBy(AttendeeEntity, { callId: call!.id, email: "specialist@vendor.test" })).toBe(
    0,
  );
  expect((await h.trail("acme")).map(({ action }) => action)).toContain("call.handed_over");
});

test("nobody is invited to a time that is past, whoever leads the call now", async () => {
  const { id } = await h.agree(KICK_OFF, TUESDAY);
  await assign();
  h.clock.set("2026-12-05T12:00:00.000Z");
  await endAssignment();
  expect(await h.database.read().findOneByOrFail(CallEntity, { id })).toMatchObject({ invitation: 0 });
  expect([...(await handedOver()).values()].filter(({ event }) => event !== null)).toEqual([]);
});

test("a host who is assigned no more is not told of a time that is taken back", async () => {
  await h.calls.scheduling.suggest(contact, "acme", {
    kind: KICK_OFF,
    slots: [{ localStart: "2026-12-03T10:00", zone: "Europe/Paris" }],
  });
  const suggested = (await h.slots(KICK_OFF)).find(({ state }) => state === "suggested");
  await endAssignment();
  await h.calls.rescheduling.withdraw(contact, "acme", { kind: KICK_OFF, slot: suggested!.id });
  expect(h.letters.filter(({ kind }) => kind === "withdrawn")).toEqual([]);
});

test("a time that is taken back is recalled from those who were told of it", async () => {
  const [slot] = await h.slots(KICK_OFF);
  await h.calls.rescheduling.withdraw(specialist, "acme", { kind: KICK_OFF, slot: slot!.id });
  const offered = h.letters.at(-1)!;
  expect(offered.kind).toBe("withdrawn");
  expect(offered.to.map(({ email }) => email)).not.toContain("specialist@vendor.test");
  expect(offered.to.length).toBeGreaterThan(1);
  await h.calls.scheduling.suggest(contact, "acme", {
    kind: KICK_OFF,
    slots: [{ localStart: "2026-12-03T10:00", zone: "Europe/Paris" }],
  });
  const suggested = (await h.slots(KICK_OFF)).find(({ state }) => state === "suggested");
  await h.calls.rescheduling.withdraw(contact, "acme", { kind: KICK_OFF, slot: suggested!.id });
  expect(h.letters.at(-1)).toMatchObject({ kind: "withdrawn", to: [{ email: "specialist@vendor.test" }] });
});
