import { FixedClock, toInstant } from "../../../src/kernel/clock";
import { setPreferences } from "../../../src/infra/mail/preferences";
import { ReaderLanguages } from "../../../src/infra/mail/reader-languages";
import { openTestDatabase } from "../../support/database";
import { TestServer } from "../../support/server";

const PERSON = "admin@demo.test";
const FRENCH = `mutation { setMailPreferences(input: { locale: FR }) { userErrors { code } } }`;
const TITLES = `{ viewer { mailPreferences { letters { kind title } } } }`;

async function letters(server: TestServer, email: string, headers: object): Promise<string> {
  const answer = await server.ask(email, TITLES, {}, headers);
  return JSON.stringify(answer.data);
}

test("who names no language is answered in the one he wants his letters in, and Accept-Language wins", async () => {
  const server = await TestServer.start();
  try {
    const english = await letters(server, PERSON, {});
    expect(await letters(server, PERSON, { "accept-language": "en" })).toBe(english);
    const french = await letters(server, PERSON, { "accept-language": "fr" });
    expect(french).not.toBe(english);
    expect(await server.ask(PERSON, FRENCH)).toMatchObject({ data: { setMailPreferences: { userErrors: [] } } });
    for (const language of [undefined, "*", "de"])
      expect(await letters(server, PERSON, language ? { "accept-language": language } : {})).toBe(french);
    expect(await letters(server, PERSON, { "accept-language": "en-GB, fr;q=0.5" })).toBe(english);
    expect(await letters(server, "commitments-only@demo.test", {})).toBe(english);
  } finally {
    await server.stop();
  }
}, 60_000);

test("the language is read once a minute, however many ask; what another process set counts after that", async () => {
  const database = await openTestDatabase();
  const clock = new FixedClock("2026-11-24T09:00:00.000Z");
  const languages = new ReaderLanguages(database, clock);
  const read = jest.spyOn(database, "read");
  const all = await Promise.all(Array.from({ length: 20 }, () => languages.of(PERSON)));
  expect([new Set(all), read.mock.calls.length]).toEqual([new Set([null]), 1]);
  await database.write((manager) => setPreferences(manager, [PERSON], { locale: "fr" }, toInstant(clock.now())));
  clock.advance(59_999);
  expect(await languages.of(PERSON)).toBeNull();
  clock.advance(1);
  expect([await languages.of(PERSON), await languages.of(PERSON), read.mock.calls.length]).toEqual(["fr", "fr", 2]);
});

test("a language that cannot be read is none, and is read again", async () => {
  const database = await openTestDatabase();
  const languages = new ReaderLanguages(database, new FixedClock("2026-11-24T09:00:00.000Z"));
  const read = jest.spyOn(database, "read").mockImplementationOnce(() => {
    throw new Error("The database is away.");
  });
  expect([await languages.of(PERSON), await languages.of(PERSON), read.mock.calls.length]).toEqual([null, null, 2]);
});
