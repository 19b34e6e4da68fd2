import { IdempotencyKeyEntity } from "../../src/infra/idempotency/idempotency-key.entity";
import { MailMessageEntity } from "../../src/infra/mail/mail-message.entity";
import { CompanyEntity } from "../../src/tenant/companies/company.entity";
import { SlotEntity } from "../../src/onboarding/calls/call/slot.entity";
import { openAcme, admin, specialist } from "../support/acme";
import { person, refusal, type House } from "../support/house";

let house: House;
const clerk = person("clerk@acme.test");
const PURCHASE = {
  edition: "established",
  country: "US",
  specialist: "specialist@vendor.test",
  contact: { email: "clerk@acme.test", name: "Clerk" },
};
const SEND = `mutation ($company: ID!) { sendWelcomeEmail(input: { company: $company }) {
  writtenTo starts implementation { welcomedAt nextStep { code } } policyRevision userErrors { code } decision { code } } }`;

beforeEach(async () => {
  house = await openAcme();
});

const send = async (email = "specialist@vendor.test", company = "acme") => {
  const answer = await house.ask(email, SEND, { company });
  return answer.data?.["sendWelcomeEmail"] as unknown as {
    writtenTo: string[];
    starts: string[];
    implementation: { welcomedAt: string | null; nextStep: { code: string } } | null;
    policyRevision: number | null;
    userErrors: { code: string }[];
  };
};
const letters = () =>
  house.database.read().find(MailMessageEntity, { where: { kind: "welcome" }, order: { id: "ASC" } });
/** Contacts who got the letter of an offer. */
const told = async () => {
  const where = { kind: "call_slots_proposed", toEmail: "clerk@acme.test" };
  return (await house.database.read().findBy(MailMessageEntity, where)).map(({ toEmail }) => toEmail);
};
const buy = () => house.services.purchase.purchase(specialist, "acme", PURCHASE);
const offer = (...locals: string[]) =>
  house.services.calls.scheduling.propose(specialist, "acme", {
    kind: "kick_off",
    slots: locals.map((localStart) => ({ localStart, zone: "America/New_York" })),
  });

test("the welcome e-mail goes to the contact with the times that are offered, on the company's clocks, and the plan knows", async () => {
  await buy();
  await offer("2026-12-02T14:00", "2026-12-01T10:00");
  const sent = await send();
  expect(sent).toMatchObject({
    writtenTo: ["clerk@acme.test"],
    starts: ["2026-12-01T15:00:00.000Z", "2026-12-02T19:00:00.000Z"],
    implementation: { welcomedAt: "2026-11-24T09:00:00.000Z", nextStep: { code: "answer_welcome_mail" } },
    userErrors: [],
  });
  const [letter, ...others] = await letters();
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ toEmail: "clerk@acme.test", toName: "Clerk", state: "queued" });
  expect(letter?.subject).toBe("Welcome: the Xero integration of Company acme");
  expect(letter?.text).toMatch(/Hello Clerk,.*I am Farid.*about 60 minutes/s);
  expect(letter?.text).toContain(
    "  - Tuesday 1 December 2026, 10:00 (America/New_York)\n  - Wednesday 2 December 2026, 14:00 (America/New_York)\n",
  );
  expect(letter?.text).toContain("http://127.0.0.1:4000/set-up/acme");
  expect((await house.trail("acme")).filter(({ action }) => action === "implementation.welcomed")).toHaveLength(1);
});

test("in French where the company reads French", async () => {
  await buy();
  const { id } = await house.company("acme");
  await house.database.write((manager) =>
    manager.update(CompanyEntity, { id }, { locale: "fr", timezone: "Europe/Paris" }),
  );
  await offer("2026-12-01T05:00");
  await send();
  const [letter] = await letters();
  expect(letter?.subject).toBe("Bienvenue : l’intégration Xero de Company acme");
  expect(letter?.text).toContain("  - mardi 1 décembre 2026, 11:00 (Europe/Paris)\n");
});

test("the contact gets the times once: by the welcome, pressed twice and at once; later ones by their offer", async () => {
  await buy();
  await offer("2026-12-01T10:00");
  const both = await Promise.all([send(), send()]);
  expect(both.map(({ writtenTo }) => writtenTo.length).sort()).toEqual([0, 1]);
  const { policyRevision } = await send();
  expect(policyRevision).toBe((await house.company("acme")).policyRevision);
  expect(await letters()).toHaveLength(1);
  expect(await told()).toEqual([]);
  house.clock.advance(60_000);
  await offer("2026-12-03T10:00");
  expect(await told()).toEqual(["clerk@acme.test"]);
  expect(await send()).toMatchObject({
    writtenTo: [],
    implementation: { welcomedAt: "2026-11-24T09:00:00.000Z" },
    userErrors: [],
  });
  expect(await letters()).toHaveLength(1);
});

test("an address is not kept with a client's key: the same key again answers no address", async () => {
  await buy();
  await offer("2026-12-01T10:00");
  const keyed = SEND.replace("company: $company", `company: $company, idempotencyKey: "welcome-1"`);
  const sent = async () => (await house.ask("specialist@vendor.test", keyed, { company: "acme" })).data;
  const first = (await sent()) as unknown as { sendWelcomeEmail: object };
  expect(first).toMatchObject({ sendWelcomeEmail: { writtenTo: ["clerk@acme.test"], userErrors: [] } });
  expect(await sent()).toEqual({ sendWelcomeEmail: { ...first.sendWelcomeEmail, writtenTo: [] } });
  expect(await letters()).toHaveLength(1);
  const kept = await house.database.read().find(IdempotencyKeyEntity);
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain("clerk@acme.test");
});

test("there is nothing to send without a contact, without times, or once the call has its time", async () => {
  expect((await send()).userErrors).toMatchObject([{ code: "NO_CONTACT" }]);
  await buy();
  expect((await send()).userErrors).toMatchObject([{ code: "NO_OPEN_SLOTS" }]);
  await offer("2026-12-01T10:00");
  const [slot] = await house.database.read().find(SlotEntity);
  house.clock.set("2026-12-01T15:00:00.000Z");
  expect((await send()).userErrors).toMatchObject([{ code: "NO_OPEN_SLOTS" }]);
  house.clock.set("2026-11-24T09:00:00.000Z");
  await house.services.calls.agreement.confirm(clerk, "acme", { kind: "kick_off", slot: slot!.id });
  expect((await send()).userErrors).toMatchObject([{ code: "NO_OPEN_SLOTS" }]);
  expect(await letters()).toEqual([]);
});

test("it is for the company's specialist alone, and nothing is written where the policy says no", async () => {
  await buy();
  await offer("2026-12-01T10:00");
  const { welcome } = house.services;
  expect(await refusal(welcome.send(admin, "acme"))).toMatchObject({ code: "NOT_VENDOR_STAFF" });
  expect(await refusal(welcome.send(clerk, "acme"))).toMatchObject({ code: "NOT_VENDOR_STAFF" });
  expect(await refusal(welcome.send(person("point@vendor.test"), "acme"))).toMatchObject({ code: "NOT_FOUND" });
  expect(await letters()).toEqual([]);
});

test("where the welcome was sent by hand the offer tells the contact of the times", async () => {
  await buy();
  const byHand = { item: "send_welcome_mail", move: "complete" as const, evidence: "Sent from my own mailbox" };
  await house.services.item.move(specialist, "acme", byHand);
  await offer("2026-12-01T10:00");
  expect(await told()).toEqual(["clerk@acme.test"]);
});

test("a welcome by hand is said with evidence until Ledgergate has sent one", async () => {
  await buy();
  const { item } = house.services;
  const byHand = { item: "send_welcome_mail", move: "complete" as const, evidence: "Sent from my own mailbox" };
  expect((await item.move(specialist, "acme", byHand)).standing).toMatchObject({ state: "done", settled: true });
  const reopened = { item: "send_welcome_mail", move: "reopen" as const, reason: "It bounced" };
  expect((await item.move(specialist, "acme", reopened)).standing).toMatchObject({ settled: false });
  await offer("2026-12-01T10:00");
  await send();
  const again = item.move(specialist, "acme", byHand);
  expect(await refusal(again)).toMatchObject({ code: "CONFLICT" });
});
