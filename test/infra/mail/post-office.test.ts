import { readdir, readFile } from "node:fs/promises";
import { FileTransport } from "../../../src/infra/mail/file-transport";
import { MailRefused, type Letter, type MailTransport } from "../../../src/infra/mail/mail";
import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { MailOptOutEntity } from "../../../src/infra/mail/mail-opt-out.entity";
import { enqueueMail, type NewMail } from "../../../src/infra/mail/mail-outbox";
import { PostOffice } from "../../../src/infra/mail/post-office";
import { insertRows } from "../../../src/infra/db/query/rows";
import { toInstant } from "../../../src/kernel/clock";
import { newId } from "../../../src/kernel/ids";
import { openAcme } from "../../support/acme";
import { testFolder } from "../../support/database";
import type { House } from "../../support/house";

let house: House;
let companyId: string;

beforeAll(async () => {
  house = await openAcme();
  companyId = (await house.company("acme")).id;
});
beforeEach(() => house.database.write((manager) => manager.deleteAll(MailMessageEntity)));

/** Takes letters, or fails as told. */
class Postman implements MailTransport {
  readonly letters: Letter[] = [];
  failures: Error[] = [];
  during: () => Promise<void> = async () => undefined;

  async send(letter: Letter): Promise<void> {
    await this.during();
    const failure = this.failures.shift();
    if (failure) throw failure;
    this.letters.push(letter);
  }
}

function letter(key: string, more: Partial<NewMail> = {}): NewMail {
  const to = { email: "clerk@acme.test", name: "Clerk" };
  return {
    companyId,
    key,
    kind: "call",
    to,
    locale: "en",
    subject: "Zeit für den Anruf – 10 h",
    text: "Bonjour à tous\n",
    ...more,
  };
}

const enqueue = (...letters: NewMail[]) =>
  house.database.write((manager) =>
    enqueueMail(manager, letters, { at: toInstant(house.clock.now()), by: { kind: "system", id: "test" } }),
  );
const office = (postman: MailTransport) =>
  new PostOffice(house.database, postman, house.clock, "https://ledgergate.test");
const stateOf = async (key: string) => (await house.database.read().findOneByOrFail(MailMessageEntity, { key })).state;

test("a letter is written once and sent once, however many post offices there are", async () => {
  const postman = new Postman();
  expect(await enqueue(letter("a"), letter("b"))).toBe(2);
  expect(await enqueue(letter("a"))).toBe(0);
  await Promise.all([office(postman).run(), office(postman).run(), office(postman).run()]);
  expect(postman.letters).toHaveLength(2);
  expect([await stateOf("a"), await stateOf("b")]).toEqual(["sent", "sent"]);
});

test("what the transport could not take is tried again later; what it will never take is not", async () => {
  const postman = new Postman();
  postman.failures = [new Error("connection reset"), new MailRefused("no such mailbox")];
  await enqueue(letter("again"));
  await office(postman).run();
  expect(await stateOf("again")).toBe("queued");
  await enqueue(letter("never"));
  await office(postman).run();
  expect(await stateOf("never")).toBe("failed");
  house.clock.advance(31_000);
  await office(postman).run();
  expect([await stateOf("again"), postman.letters.length]).toEqual(["sent", 1]);
});

test("a process that dies at a letter leaves it unclear, and nobody gets it twice", async () => {
  const postman = new Postman();
  await enqueue(letter("a"));
  let dead = false;
  const handedOver = new Promise<void>((reached) => {
    // The process never comes back from the hand-over.
    postman.during = () => {
      reached();
      return dead ? Promise.resolve() : new Promise<void>(() => undefined);
    };
  });
  void office(postman).run();
  await handedOver;
  dead = true;
  house.clock.advance(6 * 60_000);
  await office(postman).run();
  expect([await stateOf("a"), postman.letters.length]).toEqual(["unclear", 0]);
});

test("who declined a kind of letters does not get it, also where it was written before", async () => {
  const postman = new Postman();
  await enqueue(letter("reminder", { kind: "reminder" }), letter("call"));
  const row = { id: newId(), email: "clerk@acme.test", kind: "reminder", createdAt: toInstant(house.clock.now()) };
  await house.database.write((manager) => insertRows(manager, MailOptOutEntity, [row]));
  await office(postman).run();
  expect([await stateOf("reminder"), await stateOf("call")]).toEqual(["declined", "sent"]);
});

test("letters that were declined do not hold up those that were written after them", async () => {
  const postman = new Postman();
  const row = { id: newId(), email: "buyer@acme.test", kind: "reminder", createdAt: toInstant(house.clock.now()) };
  await house.database.write((manager) => insertRows(manager, MailOptOutEntity, [row]));
  const to = { email: "buyer@acme.test", name: "Buyer" };
  await enqueue(...Array.from({ length: 45 }, (_, n) => letter(`declined ${String(n)}`, { kind: "reminder", to })));
  house.clock.advance(1);
  await enqueue(letter("wanted"));
  expect(await office(postman).run()).toBe(1);
  expect([await stateOf("declined 44"), await stateOf("wanted")]).toEqual(["declined", "sent"]);
});

test("in development a letter is a file that can be read, with its invitation", async () => {
  const folder = testFolder();
  const attachments = [{ filename: "invitation.ics", contentType: "text/calendar", content: "BEGIN:VCALENDAR" }];
  await enqueue(letter("file", { attachments, html: "<p>Bonjour</p>" }));
  await office(new FileTransport(folder, "Ledgergate <noreply@localhost>", house.clock)).run();
  const [file = ""] = await readdir(folder);
  expect(file).toMatch(/clerk@acme\.test.*\.eml$/);
  const raw = await readFile(`${folder}/${file}`, "utf8");
  expect(raw).toContain("To: Clerk <clerk@acme.test>");
  expect(raw).toContain("filename=invitation.ics");
});
