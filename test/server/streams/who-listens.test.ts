import { FixedClock, HOUR_MS } from "../../../src/kernel/clock";
import { MAX_STREAMS_OF_CALLER } from "../../../src/server/streams/streams";
import { MiniBrowser } from "../../support/oidc/mini-browser";
import { TestServer } from "../../support/server";
import { addressOf, Listener } from "./listener";

const HERE = "http://127.0.0.1:4000";
const ADMIN = "admin@demo.test";
const APPROVER = "commitments-and-invoices@demo.test";

let server: TestServer;
let clock: FixedClock;
beforeAll(async () => {
  clock = new FixedClock(new Date());
  server = await TestServer.start({}, clock);
  await server.http.listen({ port: 0, host: "127.0.0.1" });
}, 60_000);
afterAll(() => server.stop());

/** The session's cookie of somebody who has picked a person of the demo. */
async function signedIn(): Promise<string> {
  const browser = new MiniBrowser(server.http, HERE);
  await browser.visit("/sign-in", { form: { email: APPROVER, returnTo: "/session" } });
  const cookies = [...browser.cookies].map(([name, { value }]) => `${name.split(" ")[1]}=${value}`);
  return cookies.join("; ");
}

test("a session's cookie listens from the console's own page, and from no other", async () => {
  const cookie = await signedIn();
  const own = await Listener.of(addressOf(server), { cookie, origin: HERE }, { company: "demo" });
  expect(await own.event()).toMatchObject({ areas: [] });
  own.dispose();
  const other = await Listener.of(addressOf(server), { cookie, origin: "https://evil.example" }, { company: "demo" });
  await expect(other.next()).rejects.toMatchObject({ response: { status: 403 } });
});

test("one caller has so many streams at once, and others have theirs", async () => {
  const listeners: Listener[] = [];
  for (let count = 0; count < MAX_STREAMS_OF_CALLER; count++) {
    const listener = await Listener.person(server, ADMIN, "demo");
    await listener.event();
    listeners.push(listener);
  }
  const further = await Listener.person(server, ADMIN, "demo");
  await expect(further.next()).rejects.toMatchObject({ response: { status: 429 } });
  const somebodyElse = await Listener.person(server, "read-only@demo.test", "demo");
  await somebodyElse.event();
  for (const listener of [...listeners, somebodyElse]) listener.dispose();
});

test("a token that has ended is heard with no more", async () => {
  const listener = await Listener.person(server, "read-only@demo.test", "demo");
  await listener.event();
  clock.advance(13 * HOUR_MS);
  const company = await server.ask(ADMIN, `{ company(id: "demo") { version } }`);
  const { version } = (company.data as unknown as { company: { version: number } }).company;
  await server.ask(
    ADMIN,
    `mutation { updateCompany(input: {company: "demo", expectedVersion: ${version}, name: "Later"}) { userErrors { message } } }`,
  );
  expect(await listener.refused()).toBe("UNAUTHENTICATED");
});
