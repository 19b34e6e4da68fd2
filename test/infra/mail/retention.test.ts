import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { deleteOldLetters, FileTransport } from "../../../src/infra/mail/file-transport";
import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { enqueueMail, type NewMail } from "../../../src/infra/mail/mail-outbox";
import { MailRetention } from "../../../src/infra/mail/mail-retention";
import { toInstant } from "../../../src/kernel/clock";
import { openTestDatabase } from "../../support/database";
import { House } from "../../support/house";

const DAY = 86_400_000;

async function place() {
  const database = await openTestDatabase();
  const house = new House(database);
  await house.register("acme");
  const { id: companyId } = await house.company("acme");
  const letter = (key: string): NewMail => ({
    ...{ companyId, key, kind: "welcome", subject: "Welcome, Aline", text: "Dear Aline" },
    to: { email: "aline@acme.test", name: "Aline" },
    locale: "en",
  });
  const write = (key: string) =>
    database.write((manager) =>
      enqueueMail(manager, [letter(key)], { at: toInstant(house.clock.now()), by: { kind: "system", id: "test" } }),
    );
  const all = () =>
    database.read().find(MailMessageEntity, { where: { kind: "welcome" }, order: { createdAt: "ASC" } });
  return { database, clock: house.clock, write, all };
}

describe("letters that are done with", () => {
  it("are emptied after so many days, and not written again", async () => {
    const { database, clock, write, all } = await place();
    await write("welcome aline@acme.test");
    await database.write((manager) => manager.update(MailMessageEntity, { kind: "welcome" }, { state: "sent" }));
    clock.advance(364 * DAY);
    await write("waits");
    const retention = new MailRetention(database, clock, 365);
    expect(await retention.run()).toBe(0);
    clock.advance(2 * DAY);
    expect(await retention.run()).toBe(1);
    const [old, waiting] = await all();
    expect(JSON.stringify(old)).not.toMatch(/aline/i);
    expect(old).toMatchObject({ state: "sent", kind: "welcome", subject: "", text: "" });
    expect(waiting).toMatchObject({ state: "queued", toEmail: "aline@acme.test" });
    expect(await write("welcome aline@acme.test")).toBe(0);
    expect(await retention.run()).toBe(0);
  });

  it("are kept for ever where it is said so", async () => {
    const { database, clock, write, all } = await place();
    await write("a");
    await database.write((manager) => manager.update(MailMessageEntity, { kind: "welcome" }, { state: "sent" }));
    clock.advance(36_500 * DAY);
    expect(await new MailRetention(database, clock, 0).run()).toBe(0);
    expect((await all())[0]).toMatchObject({ toEmail: "aline@acme.test" });
  });

  it("that lie in the folder are deleted by their date", async () => {
    const { clock } = await place();
    const folder = await mkdtemp(path.join(tmpdir(), "lg-letters-"));
    const transport = new FileTransport(folder, "Ledgergate <noreply@localhost>", clock);
    const none = { replyTo: null, calendar: null, attachments: [] };
    const letter = { to: { email: "a@acme.test", name: "A" }, subject: "S", text: "T", html: null, ...none };
    const send = (id: string) => transport.send({ id, ...letter, unsubscribeUrl: null });
    await send("first");
    clock.advance(10 * DAY);
    await send("second");
    await deleteOldLetters(folder, clock, 0);
    expect(await readdir(folder)).toHaveLength(2);
    await deleteOldLetters(folder, clock, 5);
    expect((await readdir(folder)).map((name) => name.includes("second"))).toEqual([true]);
    await deleteOldLetters(path.join(folder, "none"), clock, 5);
    await rm(folder, { recursive: true });
  });
});
