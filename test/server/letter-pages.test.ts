import { MailOptOutEntity } from "../../src/infra/mail/mail-opt-out.entity";
import { readerRows } from "../../src/infra/mail/preferences";
import { toInstant } from "../../src/kernel/clock";
import { TestServer } from "../support/server";

let server: TestServer;
let token: string;
const EMAIL = "admin@demo.test";

beforeAll(async () => {
  server = await TestServer.start();
  const { database, clock } = server.app;
  const rows = await database.write((manager) => readerRows(manager, [EMAIL], toInstant(clock.now())));
  token = rows.get(EMAIL)!.token;
}, 60_000);
afterAll(() => server.stop());

const address = (kind = "digest", more = "", of = token) => `/mail/unsubscribe?token=${of}&kind=${kind}${more}`;
const look = (url: string, headers: Record<string, string> = {}) => server.http.inject({ method: "GET", url, headers });
const post = (url: string, contentType = "application/x-www-form-urlencoded", payload = "List-Unsubscribe=One-Click") =>
  server.http.inject({ method: "POST", url, headers: { "content-type": contentType }, payload });
const declined = async () =>
  (await server.app.database.read().findBy(MailOptOutEntity, { email: EMAIL })).map(({ kind }) => kind).sort();

test("looking at the link changes nothing and shows a button; pressing it stops that kind of letters, twice like once", async () => {
  const page = await look(address());
  expect([page.statusCode, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
  expect(page.body).toContain("a…n@demo.test get no more letters of this kind: the daily digest?");
  expect(page.body).not.toContain(EMAIL);
  expect(page.headers["content-security-policy"]).toContain("form-action 'self'");
  expect(await declined()).toEqual([]);
  const [, action = ""] = /action="([^"]+)"/.exec(page.body) ?? [];
  expect((await post(action.replaceAll("&amp;", "&"))).statusCode).toBe(200);
  const again = await post(address());
  expect(await declined()).toEqual(["digest"]);
  expect(again.body).toContain("gets no more letters");
  const [, undo = ""] = /action="([^"]+)"/.exec(again.body) ?? [];
  expect((await post(undo.replaceAll("&amp;", "&"))).body).toContain("again: the daily digest");
  expect(await declined()).toEqual([]);
});

test("a mail program's one click is taken in both forms that RFC 8058 names", async () => {
  await post(address("item_reminder"));
  const boundary = "multipart/form-data; boundary=x";
  const body = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
  expect((await post(address("call_reminder"), boundary, body)).statusCode).toBe(200);
  expect(await declined()).toEqual(["call_reminder", "item_reminder"]);
});

test.each([
  ["a token that nobody has", address("digest", "", "x".repeat(32))],
  ["no token", "/mail/unsubscribe"],
  ["a kind that cannot be declined", address("call_confirmed")],
  ["a kind that does not exist", address("nothing")],
  ["two tokens", address("digest", `&token=${"x".repeat(32)}`)],
  ["something else entirely", address("digest", "", "%00%27%3Cscript%3E")],
])("%s leads nowhere and changes nothing", async (_what, url) => {
  const before = await declined();
  for (const answer of [await look(url), await post(url)]) {
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain("<script>");
  }
  expect(await declined()).toEqual(before);
});

test("the page speaks the reader's language", async () => {
  const page = await look(address(), { "accept-language": "fr" });
  expect(page.body).toContain('<html lang="fr">');
  expect(page.body).toContain("résumé quotidien");
});

test("forms are taken there and nowhere else", async () => {
  const answer = await post("/graphql", "application/x-www-form-urlencoded", "query=%7Bviewer%7Bemail%7D%7D");
  expect(answer.statusCode).toBe(415);
});

test.each(["/set-up/demo", "/set-up/no-such-company", "/erp-integrations/demo", "/records/0199"])(
  "%s is the console, the same for every company and whether there is one or not",
  async (url) => {
    const there = await look(url);
    expect(there.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(there.body).toBe((await look("/")).body);
  },
);
