import { CallEntity } from "../../../src/onboarding/calls/call/call.entity";
import { refusal } from "../../support/house";
import { CallHouse, contact, itAdmin, specialist } from "./call-house";
import { readInvitation } from "./read-invitation";

const KICK_OFF = "kick_off";
const TUESDAY = "2026-12-01T10:00";
const FRIDAY = "2026-12-04T15:00";
const slot = (localStart: string) => [{ localStart, zone: "Europe/Paris" }];

let h: CallHouse;
beforeEach(async () => {
  h = await CallHouse.open();
  await h.propose(KICK_OFF, [TUESDAY, "2026-12-02T10:00"]);
});

const reschedule = (actor = specialist, local = FRIDAY) =>
  h.calls.rescheduling.reschedule(actor, "acme", { kind: KICK_OFF, slots: slot(local), reason: "Ill" });
const cancel = (actor = specialist, reason = "Bought something else") =>
  h.calls.rescheduling.cancel(actor, "acme", { kind: KICK_OFF, reason });

/** Method, UID, sequence and start of each invitation that was sent. */
async function invitations() {
  const sent = h.letters.flatMap(({ invitation }) => invitation ?? []);
  const read = await Promise.all(sent.map(({ content }) => readInvitation(content)));
  return read.map(({ method, uid, sequence, start }) => ({ method, uid, sequence, start }));
}

test("moving a call keeps what was: the agreed slot is released, the next invitation is of the same event", async () => {
  const { id } = await h.agree(KICK_OFF, TUESDAY);
  const { call } = await reschedule();
  expect(call).toMatchObject({ id, state: "arranging", startsAt: null, agreedBy: null });
  expect(h.letters.at(-1)).toMatchObject({
    kind: "rescheduled",
    text: expect.stringContaining("Reason: Ill") as string,
  });
  await h.agree(KICK_OFF, FRIDAY);
  expect((await h.slots(KICK_OFF)).map(({ localStart, state, why }) => [localStart, state, why])).toEqual([
    [TUESDAY, "released", "Ill"],
    ["2026-12-02T10:00", "passed_over", null],
    [FRIDAY, "agreed", null],
  ]);
  const uid = `${id}@ledgergate`;
  expect(await invitations()).toEqual([
    { method: "REQUEST", uid, sequence: 0, start: "2026-12-01T09:00:00.000Z" },
    { method: "REQUEST", uid, sequence: 1, start: "2026-12-04T14:00:00.000Z" },
  ]);
  const actions = (await h.trail("acme")).map(({ action }) => action).filter((action) => action.startsWith("call."));
  expect(actions).toEqual([
    "call.slots_proposed",
    "call.availability_answered",
    "call.slot_confirmed",
    "call.rescheduled",
    "call.availability_answered",
    "call.slot_confirmed",
  ]);
});

test("the contact moves a call too: what he names, the specialist accepts", async () => {
  await h.agree(KICK_OFF, TUESDAY);
  await reschedule(contact);
  const [, , suggested] = await h.slots(KICK_OFF);
  expect(suggested).toMatchObject({ state: "suggested", madeBy: "Admin of acme" });
  const choice = { kind: KICK_OFF, slot: suggested!.id } as const;
  await h.calls.availability.answer(itAdmin, "acme", {
    kind: KICK_OFF,
    answers: [{ slot: choice.slot, availability: "can" }],
  });
  expect(await refusal(h.calls.agreement.confirm(contact, "acme", choice))).toMatchObject({ code: "FORBIDDEN" });
  expect((await h.calls.agreement.confirm(specialist, "acme", choice)).state).toBe("scheduled");
});

test("a cancelled call takes its invitation back, and another may follow", async () => {
  const { id } = await h.agree(KICK_OFF, TUESDAY);
  await cancel();
  const uid = `${id}@ledgergate`;
  expect(await invitations()).toMatchObject([
    { method: "REQUEST", uid },
    { method: "CANCEL", uid, sequence: 1 },
  ]);
  expect((await h.slots(KICK_OFF)).map(({ state }) => state)).toEqual(["released", "passed_over"]);
  const { call } = await h.propose(KICK_OFF, [FRIDAY]);
  expect(call.id).not.toBe(id);
  await h.agree(KICK_OFF, FRIDAY);
  expect((await invitations()).at(-1)).toMatchObject({ method: "REQUEST", uid: `${call.id}@ledgergate`, sequence: 0 });
  expect(await h.database.read().count(CallEntity)).toBe(2);
});

test("cancelling while it moves takes the last invitation back; before any there is none", async () => {
  await h.agree(KICK_OFF, TUESDAY);
  await reschedule();
  await cancel();
  expect(await invitations()).toMatchObject([
    { method: "REQUEST", sequence: 0 },
    { method: "CANCEL", sequence: 1, start: "2026-12-01T09:00:00.000Z" },
  ]);
  expect((await h.slots(KICK_OFF)).map(({ state }) => state)).toEqual(["released", "passed_over", "withdrawn"]);
  await h.propose(KICK_OFF, [FRIDAY]);
  await cancel();
  expect(h.letters.at(-1)).toMatchObject({ kind: "cancelled", invitation: null });
});

test("both want a reason, and are refused where there is nothing to move or to cancel", async () => {
  expect(await refusal(reschedule())).toMatchObject({ code: "ILLEGAL_MOVE" });
  expect(await refusal(cancel(specialist, " "))).toMatchObject({ code: "BAD_INPUT", field: ["input", "reason"] });
  expect((await refusal(cancel(contact))).code).toBeDefined();
  await cancel();
  await expect(cancel()).rejects.toMatchObject({
    code: "ILLEGAL_MOVE",
    message: "There is no kick-off call yet, so it is not possible to cancel the call. Possible instead: offer times.",
  });
});

test("each side takes its own times back", async () => {
  await h.calls.scheduling.suggest(contact, "acme", { kind: KICK_OFF, slots: slot(FRIDAY) });
  const [offered, , suggested] = await h.slots(KICK_OFF);
  const withdraw = (actor: typeof contact, id: string) =>
    h.calls.rescheduling.withdraw(actor, "acme", { kind: KICK_OFF, slot: id });
  expect(await refusal(withdraw(contact, offered!.id))).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusal(withdraw(specialist, suggested!.id))).toMatchObject({ code: "FORBIDDEN" });
  await withdraw(contact, suggested!.id);
  await withdraw(specialist, offered!.id);
  expect((await h.slots(KICK_OFF)).map(({ state }) => state)).toEqual(["withdrawn", "offered", "withdrawn"]);
  expect(await refusal(withdraw(specialist, offered!.id))).toMatchObject({ code: "ILLEGAL_MOVE" });
});
