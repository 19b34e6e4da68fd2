import { AuditEntryEntity } from "../../src/tenant/audit/audit-entry.entity";
import { MailMessageEntity } from "../../src/infra/mail/mail-message.entity";
import { LetterLinkEntity } from "../../src/infra/mail/links/letter-link.entity";
import { CallEntity } from "../../src/onboarding/calls/call/call.entity";
import { BOOKS, CONTACT, LetterHouse } from "../support/letter-house";

/* Whoever has no account reads the letter, follows its link, and acts. */

let h: LetterHouse;
beforeEach(async () => {
  h = await LetterHouse.start();
  await h.propose(["2026-12-01T10:00", "2026-12-02T14:00"]);
  await h.welcome();
});
afterEach(() => h.server.stop());

const call = async () => (await h.app.database.read().find(CallEntity))[0]!;
const trail = () => h.app.database.read().find(AuditEntryEntity, { order: { sequence: "ASC" } });

test("the Xero administrator, whom no directory knows, says that they can come; the contact chooses the time", async () => {
  const [first] = await h.slots();
  const books = await h.follow(BOOKS);
  expect(books.page.status).toBe(200);
  expect(books.page.text).toContain("Tuesday 1 December 2026, 10:00 (Europe/Paris)");
  expect(books.page.text).not.toContain("Choose this time");
  await books.press("/call", { slot: first!.id, act: "can" });
  expect(books.page.text).toContain("It is noted that you can come then.");
  expect(books.page.text).toContain("You said that you can come.");

  const contact = await h.follow(CONTACT);
  await contact.press("/call", { slot: first!.id, act: "choose" });
  expect(contact.page.text).toContain("The time is agreed.");
  expect(contact.page.text).toContain("It is agreed: Tuesday 1 December 2026, 10:00 (Europe/Paris).");
  expect(await call()).toMatchObject({ state: "scheduled", startsAt: "2026-12-01T09:00:00.000Z", agreedBy: "Alma" });
  const acts = (await trail()).filter(({ actorKind }) => actorKind === "letter");
  expect(acts.map(({ action, actorName }) => [action, actorName])).toEqual([
    ["call.availability_answered", "Ivo <b>Books</b>"],
    ["call.slot_confirmed", "Alma"],
  ]);
});

test("the contact suggests times on their own clocks, and hears why one cannot be", async () => {
  const contact = await h.follow(CONTACT);
  await contact.press("/suggest", { kind: "kick_off", time: "2026-12-06T10:00" });
  expect(contact.page.status).toBe(422);
  expect(contact.page.text).toMatch(/role="alert".*working hours|role="alert".*Monday/is);
  await contact.press("/suggest", { kind: "kick_off", time: "2026-12-03T15:00" });
  expect(contact.page.text).toContain("Your times were sent to the specialist.");
  expect((await h.slots()).at(-1)).toMatchObject({ state: "suggested", startsAt: "2026-12-03T14:00:00.000Z" });
});

test("whoever is needed and cannot come is named to the contact who would choose the time all the same", async () => {
  const [first] = await h.slots();
  const contact = await h.follow(CONTACT);
  await contact.press("/call", { slot: first!.id, act: "choose" });
  expect(contact.page.status).toBe(422);
  expect(contact.page.text).toContain("Not answered yet: Ivo &lt;b&gt;Books&lt;/b&gt; (books@acme.test)");
  expect((await call()).state).toBe("arranging");
});

test("what people wrote stands in the page as text, and nothing runs in it", async () => {
  const books = await h.follow(BOOKS);
  expect(books.page.text).toContain("Company &lt;acme&gt;");
  expect(books.page.text).toContain("Ivo &lt;b&gt;Books&lt;/b&gt;");
  expect(books.page.text).not.toMatch(/<script|<b>|onclick|javascript:/);
  const policy = String(books.page.headers["content-security-policy"]);
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'/);
  expect(policy).not.toContain("unsafe");
  expect(books.page.headers).toMatchObject({ "referrer-policy": "no-referrer", "cache-control": "no-store" });
});

test("the token is exchanged at once, and is kept nowhere", async () => {
  const link = await h.link(BOOKS);
  const [, token] = link.split("=");
  const browser = h.browser();
  await browser.open(link);
  expect(browser.history).toEqual([link, "/from-letter"]);
  expect(browser.page.text).not.toContain(token);
  const kept = JSON.stringify([
    await h.app.database.read().find(LetterLinkEntity),
    await h.app.database.read().find(MailMessageEntity),
  ]);
  expect(kept).not.toContain(token);
});

test("in French, where the letter is", async () => {
  await h.server.stop();
  h = await LetterHouse.start("fr");
  await h.propose(["2026-12-01T10:00"]);
  expect(await h.newestLetter(BOOKS)).toContain("Répondre sans se connecter");
  const books = await h.follow(BOOKS);
  expect(books.page.text).toContain('<html lang="fr">');
  expect(books.page.text).toContain("mardi 1 décembre 2026, 10:00 (Europe/Paris)");
  const [slot] = await h.slots();
  await books.press("/call", { slot: slot!.id, act: "cannot" });
  expect(books.page.text).toContain("C’est noté : vous ne pouvez pas venir.");
});

test("who leaves the page is out of it, and the letter opens it again", async () => {
  const link = await h.link(BOOKS);
  const browser = h.browser();
  await browser.open(link);
  const { stolen } = browser;
  await browser.press("/leave");
  expect(browser.page.text).toContain("You have left the page.");
  const thief = h.browser({ cookie: stolen });
  expect((await thief.open("/from-letter")).status).toBe(404);
  expect((await browser.open(link)).status).toBe(200);
});
