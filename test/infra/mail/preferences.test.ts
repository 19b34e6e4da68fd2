import type { Letter, MailTransport } from "../../../src/infra/mail/mail";
import { messageOf } from "../../../src/infra/mail/message";
import MailComposer from "nodemailer/lib/mail-composer";
import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { MailReaderEntity } from "../../../src/infra/mail/mail-reader.entity";
import { enqueueMail } from "../../../src/infra/mail/mail-outbox";
import { PostOffice } from "../../../src/infra/mail/post-office";
import { readerRows, setPreferences } from "../../../src/infra/mail/preferences";
import { toInstant } from "../../../src/kernel/clock";
import { openAcme } from "../../support/acme";
import type { House } from "../../support/house";

let house: House;
beforeEach(async () => {
  house = await openAcme();
});

interface Own {
  readonly email: string;
  readonly locale: string | null;
  readonly timezone: string | null;
  readonly letters: readonly { readonly kind: string; readonly wanted: boolean }[];
}
const FIELDS = "email locale timezone letters { kind wanted }";

async function set(email: string, input: Record<string, unknown>) {
  const source = `mutation ($input: SetMailPreferencesInput!) {
    setMailPreferences(input: $input) { mailPreferences { ${FIELDS} } userErrors { code field } } }`;
  const answer = await house.ask(email, source, { input });
  return answer.data?.["setMailPreferences"] as unknown as { mailPreferences: Own | null; userErrors: unknown[] };
}

async function own(email: string): Promise<Own | null> {
  const answer = await house.ask(email, `{ viewer { mailPreferences { ${FIELDS} } } }`);
  return (answer.data?.["viewer"] as unknown as { mailPreferences: Own | null }).mailPreferences;
}

const declined = ({ letters }: Own) => letters.filter(({ wanted }) => !wanted).map(({ kind }) => kind);
const now = () => toInstant(house.clock.now());

async function posted(kind: string, to = "clerk@acme.test"): Promise<Letter[]> {
  const letters: Letter[] = [];
  const transport: MailTransport = {
    // What people were told of their rights is another matter.
    send: async (letter) => void (letter.subject === "Late" && letters.push(letter)),
  };
  const { id: companyId } = await house.company("acme");
  const letter = { companyId, key: `${kind} ${to} ${now()}`, kind, to: { email: to, name: "Clerk" }, subject: "Late" };
  await house.database.write((manager) =>
    enqueueMail(manager, [{ ...letter, locale: "en", text: "It is late.\n", html: "<p>It is late.</p>" }], {
      at: now(),
      by: { kind: "system", id: "test" },
    }),
  );
  await new PostOffice(house.database, transport, house.clock, "https://ledgergate.test").run();
  return letters;
}

test("a person says how he wants to be written to, once for all companies, and what he leaves out stays", async () => {
  expect(await own("clerk@acme.test")).toMatchObject({ email: "clerk@acme.test", locale: null, timezone: null });
  const first = await set("clerk@acme.test", { locale: "FR", timezone: "Pacific/Auckland", declined: ["DIGEST"] });
  expect(first).toMatchObject({ mailPreferences: { locale: "FR", timezone: "Pacific/Auckland" }, userErrors: [] });
  await set("clerk@acme.test", { timezone: "Europe/Paris" });
  const held = (await own("clerk@acme.test"))!;
  expect([held.locale, held.timezone, declined(held)]).toEqual(["FR", "Europe/Paris", ["DIGEST"]]);
  await set("clerk@acme.test", { locale: null, declined: ["ITEM_REMINDER", "CALL_REMINDER"] });
  const then = (await own("clerk@acme.test"))!;
  expect([then.locale, then.timezone, declined(then)]).toEqual([
    null,
    "Europe/Paris",
    ["ITEM_REMINDER", "CALL_REMINDER"],
  ]);
  // Nobody else's were touched.
  expect(declined((await own("buyer@acme.test"))!)).toEqual([]);
});

test("what is no zone is refused, and so is a person to whom no letter goes", async () => {
  for (const timezone of ["Paris", "+02:00", "Europe/Atlantis"])
    expect((await set("clerk@acme.test", { timezone })).userErrors).toEqual([
      { code: "BAD_INPUT", field: ["input", "timezone"] },
    ]);
  expect((await set("stranger@other.test", { locale: "FR" })).userErrors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect(await house.database.read().count(MailReaderEntity)).toBe(0);
});

test("the same person setting twice at once is one row", async () => {
  await Promise.all([1, 2, 3].map(() => set("clerk@acme.test", { locale: "FR", declined: ["DIGEST"] })));
  expect(await house.database.read().count(MailReaderEntity)).toBe(1);
  expect(declined((await own("clerk@acme.test"))!)).toEqual(["DIGEST"]);
});

test("letters that can be declined say how, in the reader's language; others do not", async () => {
  const [reminder] = await posted("item_reminder");
  const email = "clerk@acme.test";
  const { token } = await house.database.read().findOneByOrFail(MailReaderEntity, { email });
  const url = `https://ledgergate.test/mail/unsubscribe?token=${token}&kind=item_reminder`;
  expect(token).toMatch(/^[\w-]{32}$/);
  expect(reminder?.unsubscribeUrl).toBe(url);
  expect(reminder?.text).toBe(`It is late.\n\n-- \nStop these letters (reminders of what is late): ${url}\n`);
  expect(reminder?.html).toContain(
    `href="https://ledgergate.test/mail/unsubscribe?token=${token}&amp;kind=item_reminder"`,
  );
  await set("clerk@acme.test", { locale: "FR" });
  house.clock.advance(1000);
  expect((await posted("item_reminder"))[0]?.text).toContain(
    `Ne plus recevoir ces messages (rappels de ce qui est en retard) : ${url}`,
  );
  const [call] = await posted("call_confirmed");
  expect([call?.unsubscribeUrl, call?.text]).toEqual([null, "It is late.\n"]);
});

test("mail programs find the header of RFC 8058 on one line", async () => {
  const [letter] = await posted("digest");
  const raw = await new MailComposer(messageOf(letter!, "Ledgergate <noreply@localhost>", house.clock.now()))
    .compile()
    .build();
  expect(raw.toString()).toContain(`\r\nList-Unsubscribe: <${letter!.unsubscribeUrl!}>\r\n`);
  expect(raw.toString()).toContain("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
});

test("a declined kind is not sent any more, the others are", async () => {
  await set("clerk@acme.test", { declined: ["ITEM_REMINDER"] });
  expect(await posted("item_reminder")).toEqual([]);
  expect(await posted("call_reminder")).toHaveLength(1);
  expect(await posted("call_confirmed")).toHaveLength(1);
  expect(await house.database.read().countBy(MailMessageEntity, { state: "declined" })).toBe(1);
});

test("an address has one token, however many make it at once", async () => {
  const tokens = await Promise.all(
    [1, 2, 3].map(() => house.database.write((manager) => readerRows(manager, ["clerk@acme.test"], now()))),
  );
  expect(new Set(tokens.map((rows) => rows.get("clerk@acme.test")?.token)).size).toBe(1);
  await house.database.write((manager) => setPreferences(manager, ["clerk@acme.test"], { timezone: "UTC" }, now()));
  const [row] = await house.database.read().find(MailReaderEntity);
  expect(row).toMatchObject({ token: tokens[0]?.get("clerk@acme.test")?.token, timezone: "UTC" });
});
