import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { startSandboxDelivery } from "../../src/dev/demo/sandbox-delivery";
import type { RunningDelivery } from "../../src/records/delivery/delivery-loop";
import { playStory } from "../../src/dev/story/demo-story";
import { seedVendorStaff } from "../../src/dev/demo/demo-seed";
import { stageOf, type SentLetter, type Stage } from "../../src/dev/story/stage";
import { CAMILLE, FARID, HANA, LUCIE } from "../../src/dev/story/story-people";
import { STORY_BEGINS, tell, type Told } from "../../src/dev/story/telling";
import { FixedClock } from "../../src/kernel/clock";
import { readInvitation } from "../onboarding/call/read-invitation";
import { TestServer } from "../support/server";

let server: TestServer;
let stage: Stage;
let delivery: RunningDelivery;
const told: Told[] = [];

beforeAll(async () => {
  const clock = new FixedClock(STORY_BEGINS);
  server = await TestServer.start({}, clock, seedVendorStaff);
  delivery = await startSandboxDelivery(server.app, () => undefined);
  stage = stageOf(server.app, clock, {
    ask: (email, query, variables) => server.ask(email, query, variables),
    open: (url, form) => server.open(url, form),
  });
  for await (const step of tell(stage)) told.push(step);
}, 300_000);
afterAll(async () => {
  await delivery?.stop();
  await server.stop();
});

/** How it stood, each time that it stood otherwise than before. */
function turns(key: "phase" | "sends"): string[] {
  const values = told.flatMap(({ where }) => (where === null ? [] : [where[key]]));
  return values.filter((value, index) => value !== values[index - 1]);
}

/** Letters to the person that left with the step that ends so. */
function lettersTo(email: string, what: string): readonly SentLetter[] {
  return told
    .filter(({ step }) => step.what.endsWith(what))
    .flatMap(({ letters }) => letters.filter(({ to }) => to === email));
}

test("the phases follow one another as the guide has them", () => {
  const live = ["GETTING_STARTED", "SUSPENDED", "GETTING_STARTED", "IN_USE"];
  expect(turns("phase")).toEqual(["PREPARATION", "IMPLEMENTATION", ...live]);
});

test("the first decision turns from refused to allowed with going live, once nothing is unmet", () => {
  const expected = ["NOT_A_MEMBER", "INTEGRATION_NOT_LIVE", "ALLOWED", "INTEGRATION_NOT_LIVE", "ALLOWED"];
  expect(turns("sends")).toEqual(expected);
  const live = told.findIndex(({ where }) => where?.sends === "ALLOWED");
  expect(told[live]?.step.what).toBe("goes live");
  expect(told[live - 1]?.where).toMatchObject({ phase: "IMPLEMENTATION", unmet: 0 });
});

test("who has named a time waits for the other side", () => {
  const ball = (what: string) => told.find(({ step }) => step.what.startsWith(what))?.where?.ball;
  expect(ball("sends the welcome e-mail")).toMatch(/^SPECIALIST/);
  expect(told.find(({ step }) => step.what === "sends the welcome e-mail")?.where?.ball).toMatch(/^CUSTOMER/);
  expect(ball("suggests another time")).toMatch(/^SPECIALIST: Agree on a time/);
});

test("what comes too early is refused with its code, and with what would do", () => {
  const refusals = told.flatMap(({ said }) => said.flatMap((line) => /^refused with (\w+)/.exec(line)?.[1] ?? []));
  expect(refusals).toEqual([
    "BAD_INPUT",
    "NO_OPEN_SLOTS",
    "ATTENDEES_NOT_FREE",
    "CONFLICT",
    "GO_LIVE_NOT_SCHEDULED",
    "CONFLICT",
    "NOT_READY",
    "TOOL_LEVEL_TOO_LOW",
    "ASSIGNMENT_ENDED",
  ]);
});

test("an edition that is not supported is refused in the reader's language, with what would do", () => {
  expect(told[2]?.said[0]).toMatch(/does not work with Xero Early .+ to Growing or Established/);
});

test("the welcome e-mail is in the company's language, with the times on its clocks", () => {
  const [letter] = lettersTo(CAMILLE.email, "sends the welcome e-mail");
  expect(letter?.text).toMatch(/^Bonjour Camille Tremblay,/);
  for (const time of ["mardi 9 mars 2027", "mercredi 10 mars 2027", "10:00"]) expect(letter?.text).toContain(time);
  expect(letter?.text).toMatch(/Farid Haddad\n$/);
});

test("each reads times on his own clocks, in his own language", () => {
  const [offered] = lettersTo(FARID.email, "suits her people better");
  expect(offered?.text).toContain("Thursday 11 March 2027, 15:30 (Europe/Paris)");
  expect(lettersTo(FARID.email, "Paris show them")).toEqual([]);
});

test("whoever comes to a call is reminded of it the day before, once for each call", () => {
  const subjects = told
    .flatMap(({ letters }) => letters.filter(({ to }) => to === CAMILLE.email))
    .map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject.startsWith("Bientôt"))).toHaveLength(2);
});

test("each call is put into calendars at the agreed time, though clocks change between the two", async () => {
  const letters = [...lettersTo(LUCIE.email, "suggested"), ...lettersTo(LUCIE.email, "can come")];
  const invitations = await Promise.all(letters.map(({ attached }) => readInvitation(attached[0]?.content ?? "")));
  expect(invitations.map(({ start }) => start)).toEqual(["2027-03-11T14:30:00.000Z", "2027-03-24T14:00:00.000Z"]);
});

test("the letters lie in a folder, each a file that a mail program opens", async () => {
  const folder = path.join(server.app.config.dataDir, "mail");
  const files = (await readdir(folder)).filter((name) => name.includes(CAMILLE.email));
  expect(files.length).toBeGreaterThanOrEqual(5);
  for (const file of files) {
    const raw = await readFile(path.join(folder, file), "utf8");
    expect(raw).toContain(`To: ${CAMILLE.name} <${CAMILLE.email}>`);
  }
});

test("the help is extended by an act that is on record, and ends a week later", () => {
  const extended = told.find(({ step }) => step.what.startsWith("lets Farid Haddad help"));
  expect(extended?.said).toEqual(["it ends at 2027-05-01T04:00:00.000Z"]);
  const beyond = told.find(({ step }) => step.what === "may help in the week that was added");
  expect(beyond?.at.toISOString()).toMatch(/^2027-04-24T04:01/);
  expect(beyond?.said[0]).toContain("ALLOWED");
  expect(beyond?.where?.phase).toBe("GETTING_STARTED");
});

test("after the help the specialist is out, and what he left open goes to the point of contact", () => {
  const allowed = told.find(({ step }) => step.what === "may still help");
  expect(allowed?.said[0]).toContain("ALLOWED");
  const ended = told.findIndex(({ where }) => where?.phase === "IN_USE");
  expect(told[ended]?.at.toISOString()).toBe("2027-05-01T04:00:00.000Z");
  expect(told[ended]?.letters.map(({ to }) => to)).toEqual([HANA.email]);
  expect(told[ended + 1]?.said[0]).toContain("ASSIGNMENT_ENDED");
  expect(told.at(-1)?.where).toMatchObject({ customer: 100, specialist: 100, sends: "ALLOWED" });
});

test("a story that goes otherwise ends with the step that went wrong, and why", async () => {
  const run = () => Promise.reject(new Error("the telephone was dead"));
  const chapter = { title: "Misfortune", steps: [{ who: FARID, what: "calls", run }] };
  const lines: string[] = [];
  expect(await playStory(stage, (text) => lines.push(text), [chapter])).toBe(false);
  expect(lines.join("")).toContain("Step 1, Farid Haddad: calls. It went wrong: the telephone was dead");
});
