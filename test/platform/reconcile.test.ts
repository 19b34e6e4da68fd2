import { PLATFORM_USERS } from "../../src/dev/platform/tool/world";
import { DEMO_PLATFORM_COMPANY as COMPANY } from "../../src/dev/platform/tool/world-parts";
import { OutboxMessageEntity } from "../../src/infra/outbox/outbox-message.entity";
import { PlatformDetailEntity } from "../../src/platform/link/platform-detail.entity";
import { PlatformRequestEntity } from "../../src/platform/link/platform-request.entity";
import { RecordEntity } from "../../src/records/record/record.entity";
import { Bridge } from "./support/bridge";

let bridge: Bridge;

beforeEach(async () => {
  bridge = await Bridge.start();
});
afterEach(() => bridge.stop());

const details = () => bridge.platform.store.list("detail", COMPANY).map(({ body }) => body);
const database = () => bridge.app.database;
const LONG_AGO = "2026-01-01T00:00:00.000Z";

/** As an approver of the platform; the request was made long enough ago for its event to have arrived. */
function exportOrder(userId: number): string {
  const { tool, store } = bridge.platform;
  tool.send("commitment", 702);
  const id = tool.export(userId, "commitment", [702]);
  const body = store.get("request", id)?.body ?? {};
  const createdAt = new Date(Date.now() - 10 * 60_000).toISOString();
  store.put("request", { id, company: COMPANY, body: { ...body, created_at: createdAt } });
  return String(id);
}

async function reconcile(): Promise<void> {
  await bridge.app.platform.openRequests.run();
}

test("a request whose event was lost is found, and waits for an approver here, since nobody said whose act it was", async () => {
  bridge.platform.events.misbehave({ lost: 1 });
  const requestId = exportOrder(PLATFORM_USERS.commitmentsOnly);
  await bridge.settle();
  expect(await database().read().countBy(PlatformRequestEntity, {})).toBe(0);
  await reconcile();
  await bridge.settle();
  expect(details().map(({ status }) => status)).toEqual(["in_progress"]);
  const request = await database().read().findOneByOrFail(PlatformRequestEntity, { requestId });
  expect(request).toMatchObject({ userId: null, state: "open" });
  const record = await database().read().findOneByOrFail(RecordEntity, { number: "PO-010" });
  expect(record.state).toBe("awaiting");
  const sent = await bridge.server.ask(
    "commitments-only@demo.test",
    `mutation ($record: ID!, $version: Int!) { sendRecord(input: {company: "demo", record: $record, expectedVersion: $version}) { userErrors { code message } } }`,
    { record: record.id, version: record.version },
  );
  expect(sent).toMatchObject({ data: { sendRecord: { userErrors: [] } } });
  await bridge.settle();
  expect(details().map(({ status }) => status)).toEqual(["success"]);
});

test("an event that comes after its request was found still says whose act it is", async () => {
  bridge.platform.events.misbehave({ lost: 1 });
  exportOrder(PLATFORM_USERS.commitmentsOnly);
  await reconcile();
  const [found] = await database().read().find(PlatformRequestEntity);
  bridge.platform.events.misbehave(null);
  bridge.platform.events.tell({
    company: COMPANY,
    project: null,
    user: PLATFORM_USERS.commitmentsOnly,
    resource: "ERP Requests",
    reason: "create",
    resourceId: Number(found?.requestId),
    ownApplication: false,
  });
  bridge.platform.events.look();
  await bridge.settle();
  expect(details().map(({ status }) => status)).toEqual(["success"]);
});

test("what the platform has open and we have ended is told again: given up, or lost after it was told", async () => {
  exportOrder(PLATFORM_USERS.commitmentsOnly);
  await bridge.settle();
  const [detail] = await database().read().find(PlatformDetailEntity);
  const message = { key: `platform-detail:${detail?.id}:end` };
  const reopen = () => {
    const [own] = bridge.platform.store.list("detail", COMPANY);
    if (own) bridge.platform.store.put("detail", { ...own, body: { ...own.body, status: "in_progress", closings: 0 } });
  };

  reopen();
  await database().write(async (manager) => {
    await manager.update(OutboxMessageEntity, message, { state: "dead" });
    await manager.update(PlatformDetailEntity, { id: detail?.id ?? "" }, { toldAt: null });
  });
  await reconcile();
  await bridge.settle();
  expect(details().map(({ status, closings }) => [status, closings])).toEqual([["success", 1]]);

  reopen();
  await reconcile();
  await bridge.settle();
  // Told a moment ago: the platform may not have it in its lists yet.
  expect(details().map(({ status }) => status)).toEqual(["in_progress"]);
  await database().write((manager) =>
    manager.update(PlatformDetailEntity, { id: detail?.id ?? "" }, { toldAt: LONG_AGO }),
  );
  await reconcile();
  await bridge.settle();
  expect(details().map(({ status, closings }) => [status, closings])).toEqual([["success", 1]]);
});

test("a detail that nobody knows any more, of a request that is over, is closed in words", async () => {
  const requestId = exportOrder(PLATFORM_USERS.commitmentsOnly);
  await bridge.settle();
  const body = { id: 77_000, erp_request_id: Number(requestId), status: "in_progress", messages: [], closings: 0 };
  bridge.platform.store.put("detail", { id: 77_000, company: COMPANY, body });
  await reconcile();
  await bridge.settle();
  expect(bridge.platform.store.get("detail", 77_000)?.body).toMatchObject({
    status: "failed",
    messages: [expect.stringContaining("Send it again")],
  });
});
