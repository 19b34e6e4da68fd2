import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import { textOf } from "../../src/dev/platform/platform-store";
import { standingOf } from "../../src/dev/platform/tool/closing";
import type { Sendable } from "../../src/dev/platform/tool/erp-tool";
import { PLATFORM_USERS } from "../../src/dev/platform/tool/world";
import { DEMO_PLATFORM_COMPANY as COMPANY } from "../../src/dev/platform/tool/world-parts";
import { MemberEntity } from "../../src/directory/members/member.entity";
import { RecordEntity } from "../../src/records/record/record.entity";
import { Bridge } from "./support/bridge";

const METRICS_TOKEN = "a-token-for-scrapers-0001";
let bridge: Bridge;

afterEach(() => bridge.stop());

async function exported(kind: Sendable, id: number, user: number = PLATFORM_USERS.commitmentsOnly) {
  bridge.platform.tool.send(kind, id);
  bridge.platform.tool.export(user, kind, [id]);
  await bridge.settle();
  return ended();
}

function ended() {
  const details = bridge.platform.store.list("detail", COMPANY).map(({ body }) => body);
  const detail = details.at(-1);
  return { status: detail?.["status"], closings: detail?.["closings"], said: JSON.stringify(detail?.["messages"]) };
}

const inLedger = (number: string) =>
  bridge.ledger.store.byNumber(SANDBOX_TENANT.id, "PurchaseOrders", number).length === 1;
const ask = async (email: string, query: string) => JSON.stringify(await bridge.server.ask(email, query));

async function metrics() {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const { body } = await bridge.server.http.inject({ url: "/metrics", headers });
  const of = (what: string, state: string) =>
    Number(new RegExp(`^ledgergate_platform_${what}\\{state="${state}"[^}]*\\} (\\d+)`, "m").exec(body)?.[1]);
  return { connected: of("connections", "connected"), open: of("requests", "open") };
}

async function recordOf(number: string) {
  const { id, version } = await bridge.app.database.read().findOneByOrFail(RecordEntity, { number });
  return `{record: "${id}", expectedVersion: ${version}}`;
}

test("decided here, what arrives waits for an approver of ours, and the detail with it", async () => {
  bridge = await Bridge.start("here", { METRICS_TOKEN });
  expect(await metrics()).toEqual({ connected: 1, open: 0 });
  expect(await exported("commitment", 702)).toEqual({ status: "in_progress", closings: 0, said: "[]" });
  expect(await metrics()).toEqual({ connected: 1, open: 1 });
  expect(inLedger("PO-010")).toBe(false);
  const sent = `sendRecords(input: {company: "demo", records: [${await recordOf("PO-010")}]})`;
  expect(await ask("commitments-only@demo.test", `mutation { ${sent} { results { outcome } } }`)).toContain("SENT");
  await bridge.settle();
  expect(ended()).toEqual({ status: "success", closings: 1, said: "[]" });
  expect(inLedger("PO-010")).toBe(true);
});

test("what an approver of ours rejects goes back with who, and why", async () => {
  bridge = await Bridge.start("here");
  await exported("commitment", 702);
  const seen = (await recordOf("PO-010")).slice(1, -1);
  const rejected = `rejectRecord(input: {company: "demo", ${seen}, reason: "Wrong vendor"})`;
  expect(await ask("commitments-only@demo.test", `mutation { ${rejected} { userErrors { code } } }`)).toContain("[]");
  await bridge.settle();
  expect(ended()).toMatchObject({
    status: "failed",
    said: expect.stringMatching(/Carla Singh.*Wrong vendor/) as string,
  });
  const order = bridge.platform.store.get("commitment", 702);
  expect(order && standingOf(order).state).toBe("given_back");
});

test("nobody who is unknown here sends, whatever the platform lets them do; they read why", async () => {
  bridge = await Bridge.start();
  const { store } = bridge.platform;
  const carla = store.get("user", PLATFORM_USERS.commitmentsOnly);
  const stranger = { ...carla?.body, name: "Stan Ranger", email_address: "stranger@elsewhere.test" };
  store.put("user", { id: 160, company: COMPANY, body: stranger });
  const answer = await exported("commitment", 702, 160);
  expect(answer).toMatchObject({ status: "failed", closings: 1 });
  expect(answer.said).toMatch(/stranger@elsewhere\.test is not a member/);
  const member = "commitments-only@demo.test";
  const { version } = await bridge.app.database.read().findOneByOrFail(MemberEntity, { email: member });
  const left = `deactivateMember(input: {company: "demo", member: "${member}", reason: "Left", expectedVersion: ${version}})`;
  expect(await ask("admin@demo.test", `mutation { ${left} { userErrors { code } } }`)).toContain("[]");
  expect(await exported("commitment", 702)).toMatchObject({ status: "failed", closings: 1 });
  expect(inLedger("PO-010")).toBe(false);
});

test("the reason, its code and its remedy are in the person's language", async () => {
  bridge = await Bridge.start();
  const french = `mutation { setMailPreferences(input: {locale: FR}) { userErrors { code } } }`;
  expect(await ask("commitments-only@demo.test", french)).toContain("[]");
  const { said } = await exported("requisition", 901);
  expect(said).toMatch(/FEATURE_NOT_GRANTED/);
  expect(said).toMatch(/factures de sous-traitant.*Qui peut le faire : Alma Reyes/);
  expect(said).not.toMatch(/Who can do it/);
});

test("whoever gets another address over there is another person here from then on", async () => {
  bridge = await Bridge.start();
  const { store, events } = bridge.platform;
  expect(await exported("commitment", 702)).toMatchObject({ status: "success" });
  const carla = store.get("user", PLATFORM_USERS.commitmentsOnly);
  if (carla) store.put("user", { ...carla, body: { ...carla.body, email_address: "stranger@elsewhere.test" } });
  const happened = { company: COMPANY, project: null, user: 1, resource: "Company Users", reason: "update" } as const;
  events.tell({ ...happened, resourceId: PLATFORM_USERS.commitmentsOnly, ownApplication: false });
  events.look();
  await events.settled();
  await bridge.app.platform.mirrorWatch.run();
  expect((await exported("commitment", 703)).said).toMatch(/stranger@elsewhere\.test is not a member/);
  expect(textOf(store.external(COMPANY, "work_order_contract", 703)?.origin_id)).toBe("");
});
