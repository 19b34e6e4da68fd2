import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { contact, CallHouse, itAdmin, specialist } from "./call-house";

test("letters wait in the outbox once the change is committed: one for each receiver, the invitation a form of it, answers to the specialist", async () => {
  const h = await CallHouse.open();
  const { calls } = h.services;
  const slots = [{ localStart: "2026-12-01T10:00", zone: "Europe/Paris" }];
  await calls.scheduling.propose(specialist, "acme", { kind: "kick_off", slots });
  const letters = async (kind: string) => {
    const found = await h.database.read().findBy(MailMessageEntity, { kind });
    return found.map(({ toEmail, calendar }) => [toEmail, calendar?.method ?? null]).sort();
  };
  const company = ["admin@acme.test", "books@acme.test", "clerk@acme.test"];
  const all = [...company, "specialist@vendor.test"];
  // The contact learns of them by the welcome e-mail.
  expect(await letters("call_slots_proposed")).toEqual(
    company.filter((email) => email !== contact.email).map((email) => [email, null]),
  );

  const [slot] = await h.slots("kick_off");
  const choice = { kind: "kick_off", slot: slot!.id } as const;
  await expect(calls.agreement.confirm(contact, "acme", choice)).rejects.toMatchObject({ code: "ATTENDEES_NOT_FREE" });
  expect(await letters("call_confirmed")).toEqual([]);
  const answers = [{ slot: slot!.id, availability: "can" as const }];
  await calls.availability.answer(itAdmin, "acme", { kind: "kick_off", answers });
  await calls.agreement.confirm(contact, "acme", choice);
  expect(await letters("call_confirmed")).toEqual(all.map((email) => [email, "REQUEST"]));
  const confirmed = await h.database.read().findBy(MailMessageEntity, { kind: "call_confirmed" });
  expect(new Set(confirmed.map(({ replyTo }) => replyTo?.email))).toEqual(new Set(["specialist@vendor.test"]));
  await calls.rescheduling.cancel(specialist, "acme", { kind: "kick_off", reason: "Ill" });
  expect(await letters("call_cancelled")).toEqual(all.map((email) => [email, "CANCEL"]));
});
