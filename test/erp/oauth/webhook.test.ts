import { createHmac } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import { SANDBOX_TENANT } from "../../../src/dev/ledger/sandbox-parts";
import { LedgerNoticeEntity } from "../../../src/erp/connector/notice/ledger-notice.entity";
import { KeptLedgerChanges } from "../../../src/erp/connector/notice/ledger-changes";
import { noticeJob } from "../../../src/records/reconciliation/noticed-changes";
import type { ReconciliationEntity } from "../../../src/records/reconciliation/reconciliation.entity";
import { addWebhook } from "../../../src/erp/oauth/http/webhook-route";
import { WebhookInbox } from "../../../src/erp/oauth/webhook-inbox";
import { TestServer } from "../../support/server";
import { TokenHouse } from "./token-house";

const KEY = "a-webhook-key-from-the-developer-portal";
const CONTACT = "717f2bfc-c6d4-41fd-b238-3f2f0c0cf777";
let house: TokenHouse;
let changes: KeptLedgerChanges;
let http: FastifyInstance;

beforeAll(async () => {
  house = await TokenHouse.open();
  changes = new KeptLedgerChanges(house.database, house.clock);
  http = Fastify();
  addWebhook(http, new WebhookInbox(KEY, house.database, changes));
  await http.ready();
}, 60_000);
beforeEach(() => house.database.write((manager) => manager.clear(LedgerNoticeEntity)));
afterAll(async () => {
  await http.close();
  await house.ledger.stop();
});

function event(more: object = {}) {
  return {
    resourceUrl: `https://api.xero.com/api.xro/2.0/Contacts/${CONTACT}`,
    resourceId: CONTACT,
    eventDateUtc: "2026-11-24T09:15:39.902",
    eventType: "UPDATE",
    eventCategory: "CONTACT",
    tenantId: SANDBOX_TENANT.id,
    tenantType: "ORGANISATION",
    ...more,
  };
}

function bodyOf(...events: object[]): string {
  return JSON.stringify({ events, firstEventSequence: 1, lastEventSequence: events.length, entropy: "S0M3" });
}

const signed = (body: string, key = KEY) => createHmac("sha256", key).update(body).digest("base64");

async function post(payload: string, signature: string | undefined) {
  const headers = {
    "content-type": "application/json; charset=utf-8",
    ...(signature === undefined ? {} : { "x-xero-signature": signature }),
  };
  const { statusCode, body } = await http.inject({ method: "POST", url: "/webhooks/xero", headers, payload });
  return [statusCode, body];
}

const kept = () => changes.waiting(house.connectionId, 100);

test("one event that cannot be read costs no other of its batch", async () => {
  const odd = [event({ resourceId: "no id" }), "text", null, event({ tenantId: undefined })];
  const undated = event({ resourceId: "0f1e2d3c-ffff-ffff-ffff-a1b2c3d4e5f6", eventDateUtc: "yesterday" });
  const body = bodyOf(...([odd[0], event(), ...odd.slice(1), undated] as object[]));
  expect(await post(body, signed(body))).toEqual([200, ""]);
  expect((await kept()).map(({ externalId }) => externalId)).toEqual([CONTACT, "0f1e2d3c-ffff-ffff-ffff-a1b2c3d4e5f6"]);
});

test("the intent to receive: right signatures 200, wrong ones 401, both empty", async () => {
  const body = '{"events":[],"firstEventSequence": 0,"lastEventSequence": 0, "entropy": "QVPWFFFELHXHEKSXHBVW"}';
  expect(await post(body, signed(body))).toEqual([200, ""]);
  for (const wrong of [
    signed(body, "another key"),
    signed(`${body} `),
    "",
    undefined,
    "%%%",
    signed(body).slice(0, 20),
  ])
    expect(await post(body, wrong)).toEqual([401, ""]);
});

test("what changed is kept once, however often it is told, in UTC", async () => {
  const invoice = event({ eventCategory: "INVOICE", eventType: "CREATE" });
  const body = bodyOf(event(), invoice, event({ eventCategory: "CREDITNOTE" }));
  for (let time = 0; time < 3; time += 1) expect(await post(body, signed(body))).toEqual([200, ""]);
  expect((await kept()).map(({ resource, externalId, happenedAt }) => [resource, externalId, happenedAt])).toEqual(
    ["contact", "invoice", "credit_note"].map((resource) => [resource, CONTACT, "2026-11-24T09:15:39.902Z"]),
  );
  const later = bodyOf(event({ eventDateUtc: "2026-11-24T09:15:40.000" }));
  await post(later, signed(later));
  expect(await kept()).toHaveLength(4);
});

test("what was looked at waits no more", async () => {
  const body = bodyOf(event(), event({ eventCategory: "INVOICE" }));
  await post(body, signed(body));
  const [first, second] = await kept();
  await house.database.write((manager) => changes.taken(manager, [first?.id ?? ""]));
  expect((await kept()).map(({ id }) => id)).toEqual([second?.id]);
});

test("what was told has the books compared, and is done with once they were compared whole", async () => {
  const body = bodyOf(event(), event({ eventCategory: "INVOICE" }));
  await post(body, signed(body));
  const compared: string[] = [];
  let complete = false;
  const reconciler = {
    compare: async (_by: unknown, { id }: { id: string }) => {
      compared.push(id);
      return { complete } as ReconciliationEntity;
    },
  };
  const duty = noticeJob({ database: house.database, tenancy: { ledgerChanges: changes }, reconciler });
  await duty.work();
  expect([compared, await kept()]).toEqual([[house.connectionId], [expect.anything(), expect.anything()]]);
  complete = true;
  await duty.work();
  await duty.work();
  expect([compared.length, await kept()]).toEqual([2, []]);
});

test("nothing is kept of what is not signed, not of ours, or of no kind that we know, and nobody is told", async () => {
  const stranger = event({ tenantId: "00000000-0000-4000-8000-00000000dead" });
  const others = [stranger, event({ eventCategory: "SUBSCRIPTION" })];
  for (const body of [bodyOf(...others), "not json", "[]", '{"events":[{"tenantId":1}]}', ""])
    expect(await post(body, signed(body))).toEqual([200, ""]);
  expect(await post(bodyOf(event()), signed("else"))).toEqual([401, ""]);
  expect(await house.database.read().countBy(LedgerNoticeEntity, {})).toBe(0);
});

test("what cannot be kept in time, or at all, is not said to be kept", async () => {
  const slow = Fastify();
  addWebhook(slow, { receive: () => new Promise(() => undefined) }, 50);
  const broken = Fastify();
  addWebhook(broken, { receive: () => Promise.reject(new Error("no database")) });
  for (const server of [slow, broken]) {
    const answer = await server.inject({ method: "POST", url: "/webhooks/xero", payload: {} });
    expect([answer.statusCode, answer.body]).toEqual([503, ""]);
    await server.close();
  }
});

test("the server takes them where it has the key, and there is nothing where it has none", async () => {
  const server = await TestServer.start({ XERO_CLIENT_ID: "client-of-a-test", XERO_WEBHOOK_KEY: KEY });
  const body = bodyOf(event());
  const headers = { "content-type": "application/json" };
  const request = { method: "POST", url: "/webhooks/xero", payload: body } as const;
  const right = await server.http.inject({ ...request, headers: { ...headers, "x-xero-signature": signed(body) } });
  const wrong = await server.http.inject({ ...request, headers });
  expect([right.statusCode, right.body, wrong.statusCode, wrong.body]).toEqual([200, "", 401, ""]);
  expect(server.app.tenancy.webhooks).not.toBeNull();
  expect(house.services.tenancy.webhooks).toBeNull();
  await server.stop();
}, 60_000);
