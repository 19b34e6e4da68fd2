import { LetterLinkEntity } from "../../src/infra/mail/links/letter-link.entity";
import { DAY_MS } from "../../src/kernel/clock";
import { SlotAnswerEntity } from "../../src/onboarding/calls/call/slot-answer.entity";
import { person, SEED } from "../support/house";
import { BOOKS, CONTACT, LetterHouse, SPECIALIST, type LetterBrowser } from "../support/letter-house";

/* What a letter's link must not do: each attack ends in nothing done, and nothing told. */

let h: LetterHouse;
beforeEach(async () => {
  h = await LetterHouse.start();
  await h.propose(["2026-12-01T10:00"]);
});
afterEach(() => h.server.stop());

const answers = () => h.app.database.read().find(SlotAnswerEntity);
const slotOf = async (index = 0) => (await h.slots())[index]!.id;
/** Neither page tells the company, the person, or that there is anything. */
function expectGone({ page }: LetterBrowser) {
  expect(page.status).toBe(404);
  expect(page.text).toContain("This link is good no more");
  expect(page.text).not.toMatch(/acme|Ivo|Alma/);
}

test.each([
  ["tampered", (link: string) => link.slice(0, -1) + (link.endsWith("A") ? "B" : "A")],
  ["cut short", (link: string) => link.slice(0, -5)],
  ["of nobody", () => `/from-letter?token=${"x".repeat(43)}`],
  ["empty", () => "/from-letter?token="],
  ["given twice", (link: string) => `${link}&token=${"x".repeat(43)}`],
  ["something else", () => "/from-letter?token=%00%27%3Cscript%3E"],
])("a token that is %s opens nothing", async (_what, forged) => {
  const browser = h.browser();
  await browser.open(forged(await h.link(BOOKS)));
  expectGone(browser);
  expect(browser.stolen).toBe("");
});

test("a link expires after thirty days, and the page it opened after an hour", async () => {
  const link = await h.link(BOOKS);
  const browser = await h.follow(BOOKS);
  h.clock.advance(61 * 60_000);
  await browser.open("/from-letter");
  expectGone(browser);
  h.clock.advance(30 * DAY_MS);
  await browser.open(link);
  expectGone(browser);
});

type Ending = readonly [what: string, end: () => Promise<unknown>];
const parts = (...emails: string[]) =>
  h.app.stakeholder.set(SEED, "acme", [
    { role: "erp_implementation_contact", email: CONTACT, name: "Alma" },
    ...emails.map((email) => ({ role: "xero_administrator" as const, email, name: "Ivo" })),
  ]);
const ENDINGS: readonly Ending[] = [
  ["the person has no part any more", () => parts()],
  ["their address changes", () => parts("other@acme.test")],
  ["an administrator revokes it", () => h.app.actingLinks.revoke(person("admin@acme.test"), "acme", BOOKS)],
  [
    "they joined the directory and left",
    async () => {
      const { member } = await h.app.member.add(SEED, "acme", { email: BOOKS, name: "Ivo" });
      await h.app.member.update(SEED, "acme", { member: member.id, active: false });
    },
  ],
  [
    "the call is called off",
    () => h.app.calls.rescheduling.cancel(SPECIALIST, "acme", { kind: "kick_off", reason: "Moved." }),
  ],
];
test.each(ENDINGS)("once %s, neither the link nor an opened page does anything", async (_what, end) => {
  const slot = await slotOf();
  const link = await h.link(BOOKS);
  const open = await h.follow(BOOKS);
  const { proof } = open;
  await end();
  await open.send("/from-letter/call", { proof, kind: "kick_off", slot, act: "can" });
  expectGone(open);
  const again = h.browser();
  await again.open(link);
  expectGone(again);
  expect(await answers()).toEqual([]);
});

test("a part that is given back does not give the old link back", async () => {
  const link = await h.link(BOOKS);
  await parts();
  await parts(BOOKS);
  const browser = h.browser();
  await browser.open(link);
  expectGone(browser);
  const { revokedAt } = await h.app.database.read().findOneByOrFail(LetterLinkEntity, { email: BOOKS });
  expect(revokedAt).not.toBeNull();
});

test("another company's call is not there, whatever the form says", async () => {
  await h.propose(["2026-12-04T10:00"], "globex");
  const foreign = await slotOf(1);
  const books = await h.follow(BOOKS);
  await books.send("/from-letter/call", { proof: books.proof, kind: "kick_off", slot: foreign, act: "can" });
  expect(books.page.status).toBe(422);
  expect(books.page.text).toContain("The call has no such slot");
  expect(books.page.text).not.toContain("globex");
  expect(await answers()).toEqual([]);
});

test("a letter about one call does nothing for the other, and a stakeholder agrees on nothing", async () => {
  const books = await h.follow(BOOKS);
  const [slot, { proof }] = [await slotOf(), books];
  await books.send("/from-letter/call", { proof, kind: "go_live", slot, act: "can" });
  expect(books.page.status).toBe(422);
  await books.send("/from-letter/call", { proof, kind: "kick_off", slot, act: "choose" });
  expect(books.page.status).toBe(403);
  await books.send("/from-letter/suggest", { proof, kind: "kick_off", time: "2026-12-03T10:00" });
  expect(books.page.status).toBe(403);
  expect(await answers()).toEqual([]);
});

test("a form that another site sends is refused, by what the browser says and by what it cannot know", async () => {
  const books = await h.follow(BOOKS);
  const [slot, { proof }] = [await slotOf(), books];
  const form = { kind: "kick_off", slot, act: "can" };
  for (const site of ["cross-site", "same-site", "none"]) {
    await books.send("/from-letter/call", { proof, ...form }, { "sec-fetch-site": site });
    expect(books.page.status).toBe(403);
  }
  for (const forged of [{ proof: "" }, { proof: proof.replace(/^./, "!") }]) {
    await books.send("/from-letter/call", { ...form, ...forged });
    expect(books.page.status).toBe(403);
  }
  expect(await answers()).toEqual([]);
  await books.send("/from-letter/call", { proof, ...form }, { "sec-fetch-site": "same-origin" });
  expect(await answers()).toHaveLength(1);
});

test("one person's proof and another's page do not go together", async () => {
  const [books, other] = [await h.follow(BOOKS), await h.follow(BOOKS)];
  await other.send("/from-letter/call", { proof: books.proof, kind: "kick_off", slot: await slotOf(), act: "can" });
  expect(other.page.status).toBe(403);
  expect(await answers()).toEqual([]);
});

test("the cookie opens this page alone, and is out of reach of scripts", async () => {
  const link = await h.link(BOOKS);
  const answer = await h.server.http.inject({ method: "GET", url: link });
  expect(answer.headers["set-cookie"]).toMatch(/Path=\/from-letter; HttpOnly; SameSite=Lax/);
  expect(answer.headers["referrer-policy"]).toBe("no-referrer");
  const [cookie = ""] = String(answer.headers["set-cookie"]).split(";");
  const query = { query: "{ viewer { kind } companies { edges { node { id } } } }" };
  const graphql = await h.server.http.inject({ method: "POST", url: "/graphql", headers: { cookie }, payload: query });
  expect(graphql.json()).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
});

test("tokens are not tried without end, nor forms sent", async () => {
  const books = await h.follow(BOOKS);
  const { proof } = books;
  const statuses = new Set<number>();
  for (let time = 0; time < 40; time++)
    statuses.add((await h.browser().open(`/from-letter?token=${"x".repeat(43)}`)).status);
  expect([...statuses]).toEqual([404, 429]);
  statuses.clear();
  for (let time = 0; time < 40; time++) statuses.add((await books.send("/from-letter/none", { proof })).status);
  expect([...statuses]).toEqual([400, 429]);
  expect(books.page.text).toContain("too often");
});

test("the letter handed over once more has a new link, and the old one is good no more", async () => {
  const link = await h.link(BOOKS);
  const { letterId } = await h.app.database.read().findOneByOrFail(LetterLinkEntity, { email: BOOKS });
  await h.app.database.write((manager) => manager.update("mail_message", { id: letterId }, { state: "queued" }));
  const newer = await h.link(BOOKS);
  expect(newer).not.toBe(link);
  const browser = h.browser();
  await browser.open(link);
  expectGone(browser);
  expect((await browser.open(newer)).status).toBe(200);
});
