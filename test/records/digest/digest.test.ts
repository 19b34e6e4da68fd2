import { PolicyDigestRights } from "../../../src/records/digest/rights/digest-rights";
import { DigestService } from "../../../src/records/digest/digest.service";
import { insertRows } from "../../../src/infra/db/query/rows";
import { newId } from "../../../src/kernel/ids";
import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { MailReaderEntity } from "../../../src/infra/mail/mail-reader.entity";
import { Schedule } from "../../../src/infra/jobs/schedule";
import { digestModule } from "../../../src/records/digest.module";
import { commitment, LEDGER, type RecordHouse } from "../record-house";
import { person, SEED } from "../../support/house";
import { declined, letters, offered, openDigestHouse, SEVEN } from "./digest-house";

let house: RecordHouse;
beforeEach(async () => (house = await openDigestHouse()), 60_000);

const told = async () => (await letters(house)).map(({ toEmail }) => toEmail.split("@")[0]);

test("nothing waits: nothing is written, and what comes later that day waits for the next morning", async () => {
  expect(await house.services.digest.run()).toBe(0);
  await offered(house, ["SC-1"]);
  house.clock.advance(60 * 60_000);
  expect(await house.services.digest.run()).toBe(0);
  house.clock.advance(24 * 60 * 60_000);
  expect(await house.services.digest.run()).toBe(3);
});

test("each is told what he may send, and nothing else", async () => {
  const { company, recordOutcomes } = house.services;
  await company.update(SEED, "acme", { twoPersonAbove: { minor: 500_000, currency: "USD" } });
  await offered(house, ["SC-1", "SC-2"]);
  // Above the company's amount: it waits for two, one after the other.
  const [large] = await offered(house, ["SC-3"], { lines: [{ number: "1", costCode: "05-120", amount: "9000.00" }] });
  await house.send(person("approver@acme.test"), large!);
  await offered(house, ["SC-4"], { status: "draft" });
  const failed = await house.offer(person("manager@acme.test"), commitment({ number: "SC-5" }));
  await house.send(SEED, failed);
  const sent = { companyId: failed.companyId, recordId: failed.id, revision: failed.revision };
  await recordOutcomes.refused(LEDGER, sent, {
    code: "ACCOUNT_INVALID",
    text: "Account code '300' <b>is not</b> valid.",
  });
  await house.services.digest.run();
  const [admin, first, second] = await letters(house);
  expect(admin!.subject).toBe("Company acme: 3 records wait for you, 1 failed");
  // They have agreed to SC-3 already.
  expect(first!.subject).toBe("Company acme: 2 records wait for you, 1 failed");
  expect(first!.text).not.toContain("SC-3");
  expect(second!.text).toContain("1 approved once: yours is the second approval");
  for (const { text, html } of [admin!, first!, second!]) {
    expect(text).not.toContain("SC-4");
    expect(text).toContain("ACCOUNT_INVALID: Account code '300' <b>is not</b> valid.");
    expect(html).toContain("&#39;300&#39; &lt;b&gt;is not&lt;/b&gt;");
    expect(text).toContain("/erp-integrations/acme");
  }
});

test("who has it switched off, declined it, left, or may not push to accounting is not told", async () => {
  await offered(house, ["SC-1"]);
  const { member } = house.services;
  await declined(house, "approver@acme.test");
  await member.update(SEED, "acme", { member: "second@acme.test", digest: false });
  await member.update(SEED, "acme", { member: "reader@acme.test", digest: true });
  await house.services.digest.run();
  expect(await told()).toEqual(["admin"]);
});

test("each in his language, at his own seven o'clock", async () => {
  await offered(house, ["SC-1"]);
  const row = {
    id: newId(),
    email: "second@acme.test",
    locale: "fr" as const,
    timezone: "Europe/Paris",
    token: "t",
    createdAt: SEVEN,
  };
  await house.database.write((manager) => insertRows(manager, MailReaderEntity, [row]));
  house.clock.set("2026-11-25T06:05:00.000Z");
  expect(await house.services.digest.run()).toBe(1);
  const [french] = await letters(house);
  expect(french!.subject).toBe("Company acme : 1 enregistrement vous attend");
  expect(french!.text).toContain("mercredi 25 novembre 2026");
  house.clock.set("2026-11-25T12:05:00.000Z");
  expect(await house.services.digest.run()).toBe(2);
});

test("the company chooses the hour", async () => {
  await offered(house, ["SC-1"]);
  await house.services.company.update(SEED, "acme", { digestHour: 9 });
  expect(await house.services.digest.run()).toBe(0);
  house.clock.advance(2 * 60 * 60_000);
  expect(await house.services.digest.run()).toBe(3);
});

test("two servers at once write each letter once, and so do two that both believe that they hold the duty", async () => {
  await offered(house, ["SC-1"]);
  const { database, clock, policies } = house.services;
  const own = () =>
    new DigestService({ database, clock, publicUrl: "https://x", rights: new PolicyDigestRights(policies) });
  const warn = (error: unknown) => {
    throw error;
  };
  const schedule = (name: string) =>
    new Schedule({
      database,
      clock,
      duties: digestModule.jobs?.({ ...house.services, digest: own() }) ?? [],
      name,
      warn,
    });
  await Promise.all([schedule("a").turn(), schedule("b").turn()]);
  expect(await told()).toEqual(["admin", "approver", "second"]);
  house.clock.advance(24 * 60 * 60_000);
  await Promise.all([own().run(), own().run(), own().run()]);
  house.clock.advance(60_000);
  expect(await own().run()).toBe(0);
  expect(await told()).toEqual(["admin", "admin", "approver", "approver", "second", "second"]);
});

test("costs as many SELECTs for 30 records and five more approvers as for one of each", async () => {
  await offered(house, ["SC-1"]);
  const count = async () => {
    const window = house.database.countStatements();
    await house.services.digest.run();
    return window.stop();
  };
  const few = await count();
  await offered(
    house,
    Array.from({ length: 30 }, (_, index) => `SC-${index + 10}`),
  );
  for (let index = 0; index < 5; index += 1)
    await house.services.member.add(SEED, "acme", {
      email: `more${index}@acme.test`,
      name: `More ${index}`,
      toolLevel: "standard",
      directoryLevel: "admin",
      canPushToAccounting: true,
      digest: true,
    });
  house.clock.advance(24 * 60 * 60_000);
  expect(await count()).toBe(few);
  expect(await house.database.read().countBy(MailMessageEntity, { kind: "digest" })).toBe(11);
}, 60_000);

test("everybody sees his own preview, and an outsider none", async () => {
  await offered(house, ["SC-1"]);
  const query = `{ viewer { digestPreview(companyId: "acme") { subject text html waiting failed } } }`;
  const preview = async (email: string) => {
    const { data, errors } = await house.ask(email, query);
    expect(errors).toBeUndefined();
    return (data!["viewer"] as unknown as { digestPreview: unknown }).digestPreview;
  };
  expect(await preview("approver@acme.test")).toMatchObject({ waiting: 1, failed: 0 });
  expect(await preview("reader@acme.test")).toBeNull();
  expect(await preview("admin@globex.test")).toBeNull();
});
