import { insertRows } from "../../src/infra/db/query/rows";
import { OutboxLaneEntity } from "../../src/infra/outbox/outbox-lane.entity";
import { RecordRevisionEntity } from "../../src/records/record/record-revision.entity";
import { RecordEntity } from "../../src/records/record/record.entity";
import { redacted } from "../../src/records/faults/unknown-faults";
import { SEED } from "../support/house";
import { openLedgerHouse, type LedgerHouse } from "./ledger-house";
import { approver, commitment, invoice, manager } from "./record-house";

const DELIVERIES = `query D($filter: DeliveryFilter) { company(slug: "acme") { erpIntegration {
  deliveries(filter: $filter) { totalCount edges { node { recordId state attempts failures nextAttemptAt text
    fault { code owner cause fix retryHelps } waits { reason recordId until fault { code } } } } }
  lanes { id pausedUntil underWay deadLetters fault { code } } limits { feature used most hard fault { code } } } } }`;
const UNKNOWN = `query { company(slug: "acme") { erpIntegration { unknownFaults { edges { node {
  text count firstSeenAt lastSeenAt exampleRecordId } } } } } }`;
const RETRY = `mutation R($input: RecordAddressInput!) { retryRecord(input: $input) {
  record { state failure { code } } userErrors { code message } decision { code } } }`;
const RESUME = `mutation R($lane: ID!) { resumeDeliveryLane(input: { company: "acme", lane: $lane }) {
  laneId userErrors { code } } }`;

const RECORD_WAITS = `query R($search: String) { company(slug: "acme") { erpIntegration { records(search: $search) { edges {
  node { state delivery { state waits { reason message fault { code } } } } } } } } }`;
const CONSENT = "It waits for the connection to be authorised, and goes on by itself then.";

interface Tool {
  readonly records: { edges: { node: Record<string, never> }[] };
  readonly deliveries: { totalCount: number; edges: { node: Record<string, never> }[] };
  readonly lanes: { id: string; pausedUntil: string | null; deadLetters: number; underWay: number }[];
  readonly limits: object[];
  readonly unknownFaults: { edges: { node: Record<string, never> }[] };
}

let at: LedgerHouse;
beforeEach(async () => (at = await openLedgerHouse()), 60_000);
afterEach(() => at.ledger.stop());

async function tool(email: string, source = DELIVERIES, variables: Record<string, unknown> = {}): Promise<Tool> {
  const { data, errors } = await at.house.ask(email, source, variables);
  expect(errors).toBeUndefined();
  return (data!["company"] as unknown as { erpIntegration: Tool }).erpIntegration;
}

async function retry(email: string, id: string) {
  const { data } = await at.house.ask(email, RETRY, { input: await at.house.seen({ id }) });
  return data!["retryRecord"] as unknown as { record: object | null; userErrors: { code: string }[] };
}

/** Sent while the ledger stays away until it is given up, or refuses with that status. */
async function failed(status: number, count: number): Promise<RecordEntity> {
  await at.foundations();
  at.ledger.faults.plan({ fault: { kind: "status", status }, pathPart: "PurchaseOrders", count });
  const order = await at.house.offer(manager, commitment());
  await at.house.send(approver, order);
  await at.deliver();
  at.ledger.faults.clear();
  return at.house.record(order.id);
}

test("what was given up is shown with its cause and fix, and somebody who may send it lets it go again", async () => {
  const order = await failed(503, 20);
  expect(order).toMatchObject({ state: "failed", failureCode: "UNAVAILABLE" });
  const { deliveries, lanes } = await tool("approver@acme.test", DELIVERIES, { filter: "DEAD_LETTERS" });
  expect(deliveries.edges.map(({ node }) => node)).toEqual([
    expect.objectContaining({ recordId: order.id, state: "DEAD", failures: 15, nextAttemptAt: null }),
  ]);
  expect(deliveries.edges[0]?.node["fault"]).toMatchObject({ code: "UNAVAILABLE", owner: "LEDGER", retryHelps: true });
  expect(lanes[0]).toMatchObject({ deadLetters: 1, underWay: 0 });
  expect((await retry("reader@acme.test", order.id)).userErrors).toEqual([expect.objectContaining({})]);
  expect((await at.house.record(order.id)).state).toBe("failed");
  expect(await retry("second@acme.test", order.id)).toMatchObject({ record: { state: "EXPORTING" }, userErrors: [] });
  const meanwhile = await tool("second@acme.test", RECORD_WAITS, { search: order.number });
  expect(meanwhile.records.edges[0]?.node["delivery"]?.["waits"]).toMatchObject([{ reason: "UNKNOWN_OUTCOME" }]);
  await at.deliver();
  expect((await at.house.record(order.id)).state).toBe("synced");
  const { id } = (await at.house.services.subjects.find(order.companyId, "second@acme.test")) as { id: string };
  const last = { recordId: order.id, event: "retry" } as const;
  expect(await at.house.database.read().findOneByOrFail(RecordRevisionEntity, last)).toMatchObject({ actorId: id });
  expect((await at.house.record(order.id)).sentById).toBe(id);
});

test("where the item must change first, a retry is refused with what to do", async () => {
  const order = await failed(503, 20);
  await at.house.database.write((writer) =>
    writer.update(RecordEntity, { id: order.id }, { failureCode: "NUMBER_TOO_LONG" }),
  );
  const { userErrors } = await retry("approver@acme.test", order.id);
  expect(userErrors).toMatchObject([{ code: "RETRY_CANNOT_HELP" }]);
});

test("a reason that is not known is kept, counted without what names one record, and shown to administrators", async () => {
  const order = await failed(400, 1);
  expect(order).toMatchObject({ state: "failed", failureCode: "UNKNOWN_FAULT" });
  const { unknownFaults } = await tool("admin@acme.test", UNKNOWN);
  expect(unknownFaults.edges.map(({ node }) => node)).toMatchObject([
    { text: "The sandbox was told to fail", count: 1, exampleRecordId: order.id },
  ]);
  const { errors } = await at.house.ask("reader@acme.test", UNKNOWN);
  expect(errors?.[0]?.path).toContain("unknownFaults");
});

test("what waits for a refused parent says why, and what to do about that", async () => {
  await failed(503, 20);
  const bill = await at.house.offer(manager, invoice());
  const query = `query { company(slug: "acme") { erpIntegration { records(search: "${bill.number}") { edges { node {
    readiness { code number fix mutation } } } } } } }`;
  const answer = (await tool("admin@acme.test", query)) as unknown as {
    records: { edges: { node: { readiness: { code: string; fix: string; mutation: string }[] } }[] };
  };
  const [unmet] = answer.records.edges[0]!.node.readiness;
  expect(unmet).toMatchObject({ code: "NOT_SYNCED", number: "SC-1", mutation: "retryRecord" });
  expect(unmet?.fix).toContain("not available");
});

test("a lane that the ledger does not let in is shown, and goes on when its administrator says so", async () => {
  await at.foundations();
  const order = await at.house.offer(manager, commitment());
  await at.house.send(approver, order);
  const pausedUntil = "2027-01-01T00:00:00.000Z";
  const lane = await at.house.database.read().findOneByOrFail(OutboxLaneEntity, { companyId: order.companyId });
  await at.house.database.write((writer) =>
    writer.update(OutboxLaneEntity, { id: lane.id }, { pausedUntil, pauseReason: "unauthorised" }),
  );
  const seen = await tool("approver@acme.test", DELIVERIES, { filter: "UNDER_WAY" });
  expect(seen.lanes).toMatchObject([
    { id: `delivery-lane:${lane.id}`, pausedUntil, fault: { code: "UNAUTHORISED" }, underWay: 1 },
  ]);
  expect(seen.deliveries.edges[0]?.node["waits"]).toMatchObject([
    { reason: "LANE_PAUSED", until: pausedUntil, fault: { code: "UNAUTHORISED" } },
  ]);
  const own = await tool("approver@acme.test", RECORD_WAITS, { search: order.number });
  expect(own.records.edges[0]?.node).toMatchObject({
    state: "EXPORTING",
    delivery: {
      state: "WAITING",
      waits: [{ reason: "LANE_PAUSED", message: CONSENT, fault: { code: "UNAUTHORISED" } }],
    },
  });
  const resume = (email: string) => at.house.ask(email, RESUME, { lane: seen.lanes[0]!.id });
  expect((await resume("approver@acme.test")).data!["resumeDeliveryLane"]).toMatchObject({ laneId: null });
  expect((await resume("admin@acme.test")).data!["resumeDeliveryLane"]).toMatchObject({
    laneId: `delivery-lane:${lane.id}`,
    userErrors: [],
  });
  expect((await at.house.trail("acme")).at(-1)).toMatchObject({ action: "delivery_lane.resumed", targetId: lane.id });
  await at.deliver();
  expect((await at.house.record(order.id)).state).toBe("synced");
});

test("what the ERP takes is told, and nothing more than that is sent", async () => {
  await at.foundations();
  const { limits } = await tool("approver@acme.test");
  expect(limits).toEqual([
    { feature: "COST_CODE", used: 1, most: 4000, hard: true, fault: null },
    { feature: "PROJECT", used: 1, most: 100, hard: false, fault: null },
  ]);
  await fill(3_999);
  const code = { feature: "cost_code", values: { code: "99-999", description: "Over", costType: "other" } } as const;
  const record = await at.house.offer(SEED, code);
  await expect(at.house.send(SEED, record)).rejects.toMatchObject({ code: "ITEM_LIMIT_REACHED" });
  const query = `query { company(slug: "acme") { erpIntegration { records(search: "99-999") { edges { node {
    readiness { code message } } } } } } }`;
  expect(await tool("admin@acme.test", query)).toMatchObject({
    records: { edges: [{ node: { readiness: [{ code: "ERP_LIMIT_REACHED" }] } }] },
  });
});

/** So many cost codes more are in the ERP. */
async function fill(count: number): Promise<void> {
  await at.house.database.write(async (writer) => {
    const [one] = await writer.findBy(RecordEntity, { feature: "cost_code" });
    const rows = Array.from({ length: count }, (_, index) => ({
      ...one!,
      ...{
        id: `00000000-0000-7000-8000-${String(index).padStart(12, "0")}`,
        sourceKey: `k-${index}`,
        number: `N-${index}`,
      },
    }));
    await insertRows(writer, RecordEntity, rows as never[]);
  });
}

test.each([
  ["Account code '300' is not valid", "Account code '...' is not valid"],
  ["Bill I-77 of jo@acme.test, see https://go.xero.com/x?id=1", "Bill # of <e-mail>, see <address>"],
  ["Row 01a20e10-3be9-736c-a499-1b2096b0c79d is 12.50 too much", "Row <id> is # too much"],
])("%s is counted as %s", (text, kept) => {
  expect(redacted(text)).toBe(kept);
});
