import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { CallHouse, specialist } from "./call-house";

const SHOWN = `query ($zone: String) { company(slug: "acme") { call(kind: KICK_OFF) {
  localStart slots { localStart(zone: $zone) } } } }`;

let h: CallHouse;
beforeEach(async () => {
  h = await CallHouse.open();
});

async function prefer(email: string, input: Record<string, unknown>): Promise<void> {
  const source = `mutation ($input: SetMailPreferencesInput!) { setMailPreferences(input: $input) { userErrors { code } } }`;
  const answer = await h.ask(email, source, { input });
  expect(answer.data?.["setMailPreferences"]).toEqual({ userErrors: [] });
}

async function shown(email: string, zone: string | null = null): Promise<string | undefined> {
  const answer = await h.ask(email, SHOWN, { zone });
  expect(answer.errors).toBeUndefined();
  const { call } = answer.data?.["company"] as unknown as { call: { slots: { localStart: string }[] } };
  return call.slots[0]?.localStart;
}

test("times are shown on the reader's own clocks once he has said which; a zone that is asked for wins", async () => {
  await h.propose("kick_off", ["2026-12-01T10:00"]);
  expect(await shown("clerk@acme.test")).toBe("2026-12-01T10:00");
  await prefer("clerk@acme.test", { timezone: "Pacific/Auckland" });
  expect(await shown("clerk@acme.test")).toBe("2026-12-01T22:00");
  expect(await shown("clerk@acme.test", "America/New_York")).toBe("2026-12-01T04:00");
  expect(await shown("admin@acme.test")).toBe("2026-12-01T10:00");
  await prefer("clerk@acme.test", { timezone: null });
  expect(await shown("clerk@acme.test")).toBe("2026-12-01T10:00");
});

test("each gets his letter in his own language and on his own clocks", async () => {
  // The contact, admin@, learns of them by the welcome e-mail.
  await prefer("books@acme.test", { locale: "FR" });
  await prefer("clerk@acme.test", { timezone: "America/New_York" });
  const slots = [{ localStart: "2026-12-01T15:00", zone: "Europe/Paris" }];
  await h.services.calls.scheduling.propose(specialist, "acme", { kind: "kick_off", slots });
  const letters = await h.database.read().find(MailMessageEntity, {
    where: { kind: "call_slots_proposed" },
    order: { toEmail: "ASC" },
  });
  const times = letters.map(({ toEmail, text }) => [toEmail, / {2}- (.*)/.exec(text)?.[1]]);
  expect(times).toEqual([
    ["books@acme.test", "mardi 1 décembre 2026, 15:00 (Europe/Paris)"],
    ["clerk@acme.test", "Tuesday 1 December 2026, 09:00 (America/New_York)"],
  ]);
});
