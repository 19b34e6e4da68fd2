import { systemActor } from "../../../src/kernel/actor";
import { SANDBOX_TENANT } from "../../../src/dev/ledger/sandbox-parts";
import { LedgerAccessEntity } from "../../../src/erp/oauth/ledger-access.entity";
import { LedgerConsentEntity } from "../../../src/erp/oauth/ledger-consent.entity";
import { choiceIn, ConsentHouse, OTHER_TENANT } from "./consent-house";
import { ConnectionEntity } from "../../../src/erp/connections/connection.entity";

const CONNECTION = `{ company(slug: "demo") { connection {
  status organisationName consent { state organisationName authorisedByName lostCode lostMessage }
} auditTrail(first: 1) { edges { node { action } } } } }`;

let house: ConsentHouse;
beforeAll(async () => (house = await ConsentHouse.open([SANDBOX_TENANT, OTHER_TENANT])), 60_000);
beforeEach(() => house.forget());
afterAll(() => house.close());

async function connection() {
  const { data, errors } = await house.server.ask("admin@demo.test", CONNECTION);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as unknown as { company: { connection: object; auditTrail: object } }).company;
}

const rows = () => house.server.app.database.read().find(LedgerAccessEntity);

test("an administrator consents, chooses an organisation, and the connection is authorised", async () => {
  const { consentAddress, userErrors } = await house.begin();
  expect(userErrors).toEqual([]);
  const address = new URL(consentAddress ?? "");
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    response_type: "code",
    code_challenge_method: "S256",
    scope:
      "offline_access accounting.contacts accounting.settings accounting.invoices accounting.payments.read accounting.banktransactions.read",
  });
  const shown = await house.page(await house.consentAt(consentAddress ?? ""));
  expect([shown.statusCode, shown.headers["cache-control"]]).toEqual([200, "no-store"]);
  expect(shown.body).toContain("Harbour &lt;Holdings&gt; &amp; Co");
  expect(shown.body).not.toContain("<Holdings>");
  // Who began it, and for which company, so that nobody gives their books to a stranger.
  expect(shown.body).toMatch(/Alma Reyes \(admin@demo\.test\) wants to connect Demo Builders/);
  const done = await house.choose(choiceIn(shown.body), OTHER_TENANT.id);
  expect([done.statusCode, done.body]).toEqual([200, expect.stringContaining("Harbour &lt;Holdings&gt;")]);
  expect(await connection()).toMatchObject({
    connection: {
      status: "AUTHORISED",
      organisationName: OTHER_TENANT.name,
      consent: { state: "ACTIVE", organisationName: OTHER_TENANT.name, lostCode: null },
    },
    auditTrail: { edges: [{ node: { action: "connection.authorised" } }] },
  });
});

test("tokens, verifier and state are nowhere in the clear", async () => {
  const { consentAddress } = await house.begin();
  const state = new URL(consentAddress ?? "").searchParams.get("state") ?? "";
  const shown = await house.page(await house.consentAt(consentAddress ?? ""));
  const manager = house.server.app.database.read();
  const [consent] = await manager.find(LedgerConsentEntity);
  expect(JSON.stringify(consent)).not.toContain(state);
  expect(JSON.stringify(consent)).not.toContain(choiceIn(shown.body));
  expect([consent?.verifier, consent?.tokens]).toEqual([
    expect.stringMatching(/^v1\./),
    expect.stringMatching(/^v1\./),
  ]);
  await house.choose(choiceIn(shown.body), SANDBOX_TENANT.id);
  const [access] = await rows();
  expect([access?.accessToken, access?.refreshToken]).toEqual([
    expect.stringMatching(/^v1\.development\./),
    expect.stringMatching(/^v1\.development\./),
  ]);
  expect(
    await house.server.app.tenancy.tokenKeeper.accessToken({ connectionId: access!.id, tenantId: "" }),
  ).toHaveLength(32);
});

test("a state counts once, and so does a choice", async () => {
  const { consentAddress } = await house.begin();
  const back = await house.consentAt(consentAddress ?? "");
  const shown = await house.page(back);
  const again = await house.page(back, { "accept-language": "fr" });
  expect([again.statusCode, again.body]).toEqual([400, expect.stringContaining("Recommencez depuis Ledgergate")]);
  expect((await house.choose(choiceIn(shown.body), SANDBOX_TENANT.id)).statusCode).toBe(200);
  expect((await house.choose(choiceIn(shown.body), SANDBOX_TENANT.id)).body).toContain("CONSENT_UNKNOWN");
});

test.each([
  ["no state", "/connections/xero/callback?code=x", "CONSENT_UNKNOWN"],
  ["a state made up", "/connections/xero/callback?code=x&state=made-up", "CONSENT_UNKNOWN"],
  ["a state twice", "/connections/xero/callback?code=x&state=a&state=b", "CONSENT_UNKNOWN"],
])("a callback with %s is nothing", async (_what, url, code) => {
  const shown = await house.page(url);
  expect([shown.statusCode, shown.body]).toEqual([400, expect.stringContaining(code)]);
});

test("declined in Xero, or with another code than ours: nothing changes", async () => {
  const declined = new URL((await house.begin()).consentAddress ?? "").searchParams.get("state") ?? "";
  const page = await house.page(`/connections/xero/callback?error=access_denied&state=${declined}`);
  expect(page.body).toContain("CONSENT_DECLINED");
  const foreign = new URL((await house.begin()).consentAddress ?? "").searchParams.get("state") ?? "";
  const theirs = new URL(`http://x${await house.consentAt((await house.begin()).consentAddress ?? "")}`);
  theirs.searchParams.set("state", foreign);
  // The code belongs to another consent, whose verifier is another.
  expect((await house.page(`${theirs.pathname}${theirs.search}`)).body).toContain("CONSENT_FAILED");
  expect(await rows()).toEqual([]);
});

test("the policy decides who begins a consent, and again who completes it", async () => {
  expect(await house.begin("commitments-only@demo.test")).toMatchObject({
    consentAddress: null,
    userErrors: [{ code: "TOOL_LEVEL_TOO_LOW" }],
  });
  expect((await house.begin("admin@other.test")).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
  const { consentAddress } = await house.begin();
  const shown = await house.page(await house.consentAt(consentAddress ?? ""));
  await setLevel("read_only");
  const done = await house.choose(choiceIn(shown.body), SANDBOX_TENANT.id);
  expect([done.statusCode, done.body]).toEqual([403, expect.stringContaining("NOT_ALLOWED")]);
  expect(await rows()).toEqual([]);
  await setLevel("admin");
});

async function setLevel(level: string): Promise<void> {
  await house.server.app.member.update(systemActor("test"), "demo", {
    member: "admin@demo.test",
    toolLevel: level as never,
  });
}

test("an organisation belongs to one connection", async () => {
  expect((await house.consent()).statusCode).toBe(200);
  const ledger = { edition: "established", country: "US" };
  await house.server.app.connection.configure(systemActor("test"), "other", ledger);
  const second = await house.consent("admin@other.test", "other");
  expect([second.statusCode, second.body]).toEqual([409, expect.stringContaining("ORGANISATION_TAKEN")]);
  expect((await house.consent("admin@other.test", "other", OTHER_TENANT.id)).statusCode).toBe(200);
});

test("a ledger that is not there, and one that consents to nothing, are said so", async () => {
  const first = await house.begin();
  house.ledger.faults.plan({ fault: { kind: "drop", when: "before" }, pathPart: "/identity/connect/token", count: 1 });
  const cut = await house.page(await house.consentAt(first.consentAddress ?? ""));
  expect([cut.statusCode, cut.body]).toEqual([503, expect.stringContaining("LEDGER_NOT_REACHED")]);
});

async function version(): Promise<number> {
  const { id: companyId } = (await house.server.app.companies.find("demo"))!;
  const where = { defaultOf: companyId };
  return (await house.server.app.database.read().findOneByOrFail(ConnectionEntity, where)).version;
}

test("disconnecting stops at once, tells the ledger, and what is left can be consented to again", async () => {
  await house.consent();
  const { data } = await house.server.ask(
    "admin@demo.test",
    `mutation { disconnectConnection(input: { company: "demo", expectedVersion: ${await version()} }) {
      connection { status } policyRevision userErrors { code } } }`,
  );
  expect(data).toMatchObject({ disconnectConnection: { connection: { status: "REVOKED" }, userErrors: [] } });
  while ((await rows()).length > 0) await new Promise((go) => setTimeout(go, 20));
  expect([house.ledger.store.isEnded(SANDBOX_TENANT.id), house.ledger.store.isEnded(OTHER_TENANT.id)]).toEqual([
    true,
    false,
  ]);
  expect((await house.consent()).statusCode).toBe(200);
});

test("a disconnect that the ledger did not hear of is told later", async () => {
  await house.consent();
  house.ledger.faults.plan({ fault: { kind: "status", status: 503 }, pathPart: "/identity/connect/token", count: 1 });
  const { disconnect } = house.server.app.tenancy;
  await house.server.ask(
    "admin@demo.test",
    `mutation { disconnectConnection(input: { company: "demo", expectedVersion: ${await version()} }) {
      userErrors { code } } }`,
  );
  // Tried, and given back.
  while (house.ledger.faults.waiting > 0 || (await rows())[0]?.leasedBy !== null)
    await new Promise((go) => setTimeout(go, 20));
  expect((await rows()).map(({ state }) => state)).toEqual(["ending"]);
  await disconnect.endAll();
  expect(await rows()).toEqual([]);
  expect(house.ledger.store.isEnded(SANDBOX_TENANT.id)).toBe(true);
});
