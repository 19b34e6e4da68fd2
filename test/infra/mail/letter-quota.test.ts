import { jobCause, MAX_LETTERS_A_DAY } from "../../../src/infra/mail/letter-quota";
import { enqueueMail, type NewMail } from "../../../src/infra/mail/mail-outbox";
import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { DAY_MS, toInstant } from "../../../src/kernel/clock";
import { newId } from "../../../src/kernel/ids";
import { insertRows } from "../../../src/infra/db/query/rows";
import type { Level } from "../../../src/policy/model/vocabulary";
import { openAcme, admin, specialist } from "../../support/acme";
import { person, refusal, SEED, type House } from "../../support/house";

const clerk = person("clerk@acme.test");
const ENOUGH = { code: "LIMIT_EXCEEDED", field: ["input"] };
const DESIGNATION = { member: "clerk@acme.test", reason: "Covers", features: [{ feature: "commitment" as const }] };

let house: House;
beforeEach(async () => {
  house = await openAcme();
});

const total = () => house.database.read().count(MailMessageEntity);

/** As if somebody had written so many letters to a reader already. */
async function written(by: string, reader: string, count: number): Promise<void> {
  const { id: companyId } = await house.company("acme");
  const at = toInstant(house.clock.now());
  const row = {
    companyId,
    kind: "test",
    toEmail: reader,
    toName: "",
    subject: "",
    text: "",
    state: "sent",
    attempts: 1,
  };
  const rows = Array.from({ length: count }, () => ({
    ...{ id: newId(), key: newId(), ...row, nextAt: at, createdAt: at, causedBy: by },
  }));
  await house.database.write((manager) => insertRows(manager, MailMessageEntity, rows as never[]));
}

/** As if everybody whom acme knows had written as many as they may to each of its readers. */
async function everybodyIsFull(): Promise<void> {
  const { id: companyId } = await house.company("acme");
  const manager = house.database.read();
  const members = await manager.query<Known[]>(`SELECT "id", "email", "companyId" FROM "member"`);
  const staff = await manager.query<Known[]>(`SELECT "id", "email" FROM "vendor_staff"`);
  const known = [...members.filter((one) => one.companyId === companyId), ...staff];
  for (const { id } of known) for (const { email } of known) await written(id, email, MAX_LETTERS_A_DAY.toReader);
}
interface Known {
  readonly id: string;
  readonly email: string;
  readonly companyId?: string;
}

test("whatever writes letters is refused once its author has written enough of them, and nothing of it is kept", async () => {
  const { services } = house;
  await services.member.add(SEED, "acme", { email: "second@acme.test", name: "Second" });
  await services.purchase.purchase(specialist, "acme", {
    ...{ edition: "established", country: "US", specialist: "specialist@vendor.test" },
    contact: { email: "clerk@acme.test", name: "Clerk" },
  });
  await services.stakeholder.set(SEED, "acme", [
    { role: "erp_implementation_contact", email: "clerk@acme.test", name: "Clerk" },
    { role: "it_administrator", email: "buyer@acme.test", name: "Buyer" },
  ]);
  const slots = (...days: number[]) =>
    days.map((day) => ({ localStart: `2026-12-0${day}T10:00`, zone: "America/New_York" }));
  const offer = (...days: number[]) => ({ kind: "kick_off" as const, slots: slots(...days) });
  await services.calls.scheduling.propose(specialist, "acme", offer(1));
  const { question } = await services.question.ask(clerk, "acme", { text: "When?" });
  await house.database.write((manager) => manager.query(`DELETE FROM "mail_message"`));
  await everybodyIsFull();
  const before = { letters: await total(), entries: (await house.trail("acme")).length };

  const step = { question: question.id, text: "On Monday" };
  const attempts = {
    question: () => services.question.ask(clerk, "acme", { text: "And where?" }),
    answer: () => services.question.answer(specialist, "acme", step),
    offer: () => services.calls.scheduling.propose(specialist, "acme", offer(2)),
    suggestion: () => services.calls.scheduling.suggest(clerk, "acme", offer(3)),
    welcome: () => services.welcome.send(specialist, "acme"),
    designation: () => services.approver.designate(admin, "acme", DESIGNATION),
    levels: () => services.member.update(admin, "acme", { member: "clerk@acme.test", toolLevel: "standard" }),
    staff: () => services.staff.assign(SEED, "acme", { email: "point@vendor.test", role: "point_of_contact" }),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    if (name === "staff") await attempt();
    else await expect(refusal(attempt()).catch((error: Error) => `${name}: ${error.message}`)).resolves.toEqual(ENOUGH);
  }
  const after = { letters: await total(), entries: (await house.trail("acme")).length };
  // What Ledgergate itself does has no bound: the assignment, and its letter to the administrator.
  expect(after.entries).toBe(before.entries + 1);
  expect(after.letters).toBeGreaterThan(before.letters);
});

test("what takes rights away is done, with a letter or without", async () => {
  const { approver, grant } = house.services;
  const { grants } = await approver.designate(admin, "acme", DESIGNATION);
  await everybodyIsFull();
  const before = await total();
  await grant.revoke(admin, "acme", grants[0]!.id, "Left");
  expect(await total()).toBe(before);
  expect((await house.trail("acme")).at(-1)).toMatchObject({ action: "grant.revoked" });
});

test("a level is lowered, with a letter or without; what is raised beside it is refused", async () => {
  const { member } = house.services;
  await member.update(SEED, "acme", { member: "clerk@acme.test", toolLevel: "admin", directoryLevel: "standard" });
  await everybodyIsFull();
  const before = await total();
  const set = (toolLevel: Level, directoryLevel: Level) =>
    member.update(admin, "acme", { member: "clerk@acme.test", toolLevel, directoryLevel });
  expect(await refusal(set("read_only", "admin"))).toEqual(ENOUGH);
  await set("standard", "read_only");
  expect(await total()).toBe(before);
});

describe("the bounds", () => {
  const letter = async (to: string): Promise<NewMail> => ({
    ...{
      companyId: (await house.company("acme")).id,
      key: newId(),
      kind: "test",
      locale: "en",
      subject: "s",
      text: "t",
    },
    to: { email: to, name: "R" },
  });
  const write = async (by: string, ...readers: string[]) => {
    const letters = await Promise.all(readers.map(letter));
    const cause = { kind: "service", id: by };
    const at = toInstant(house.clock.now());
    return house.database.write((manager) => enqueueMail(manager, letters, { at, by: cause }));
  };

  it("to one reader, of one author, within a day", async () => {
    await written("key", "a@x.test", MAX_LETTERS_A_DAY.toReader - 1);
    expect(await write("key", "a@x.test", "b@x.test")).toBe(2);
    expect(await refusal(write("key", "b@x.test", "a@x.test"))).toEqual(ENOUGH);
    expect(await write("other", "a@x.test")).toBe(1);
    house.clock.advance(DAY_MS + 1);
    expect(await write("key", "a@x.test")).toBe(1);
  });

  it("of one author altogether, and of a company", async () => {
    for (let reader = 0; reader < MAX_LETTERS_A_DAY.ofOne / 500; reader += 1) await written("key", `r${reader}`, 500);
    expect(await refusal(write("key", "a@x.test"))).toEqual(ENOUGH);
    expect(await write("other", "a@x.test")).toBe(1);
    for (let author = 0; author < 3; author += 1) await written(`author ${author}`, "r", MAX_LETTERS_A_DAY.ofOne);
    expect(await refusal(write("other", "a@x.test"))).toEqual(ENOUGH);
  });
});

test("a job leaves out what there is no room for", async () => {
  const { id: companyId } = await house.company("acme");
  const at = toInstant(house.clock.now());
  const letters = Array.from({ length: MAX_LETTERS_A_DAY.toReader + 5 }, (_, index): NewMail => ({
    ...{ companyId, key: `reminder ${index}`, kind: "test", locale: "en", subject: "s", text: "t" },
    to: { email: "a@x.test", name: "R" },
  }));
  const wrote = await house.database.write((manager) => enqueueMail(manager, letters, { at, by: jobCause("test") }));
  expect(wrote).toBe(MAX_LETTERS_A_DAY.toReader);
});

test("a change of the command line writes as many as it has to, each once", async () => {
  const { id: companyId } = await house.company("acme");
  const at = toInstant(house.clock.now());
  const letters = Array.from({ length: 17_000 }, (_, index): NewMail => ({
    ...{ companyId, key: `many ${index}`, kind: "test", locale: "en", subject: "s", text: "t", html: "t" },
    to: { email: `a${index}@x.test`, name: "R" },
  }));
  const write = (some: readonly NewMail[]) =>
    house.database.write((manager) => enqueueMail(manager, some, { at, by: { kind: "system", id: "import" } }));
  expect(await write(letters)).toBe(letters.length);
  expect(await write(letters.slice(900, 1_100))).toBe(0);
}, 60_000);
