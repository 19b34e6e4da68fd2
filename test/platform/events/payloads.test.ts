import { PLATFORM_USERS } from "../../../src/dev/platform/tool/world";
import { DEMO_PLATFORM_COMPANY as COMPANY } from "../../../src/dev/platform/tool/world-parts";
import { PLATFORM_TRAVEL } from "../../../src/erp/feature-map/platform-travel";
import { KNOWN_REQUESTS } from "../../../src/platform/request/understanding/understanding";
import { PlatformRequestEntity } from "../../../src/platform/link/platform-request.entity";
import { PlatformObjectEntity } from "../../../src/platform/link/platform-object.entity";
import { Bridge } from "../support/bridge";
import payloads from "./payloads.json";

/** The documentation's example payload of every event, through the whole server: what came of it over there. */

type EventName = keyof typeof payloads;

let bridge: Bridge;
let detailIds = 50_000;
const raised = new Set<string>();

beforeAll(async () => {
  bridge = await Bridge.start();
  await prepare();
}, 60_000);
afterAll(() => bridge.stop());

/** The examples use the same numbers again and again: each detail gets one of its own, and other ids as `ids` says. */
async function raise(name: EventName, ids: Readonly<Record<string, string>> = {}) {
  raised.add(name);
  let text = JSON.stringify({ request_name: name, ...payloads[name] });
  // In the demo's books both are taken.
  text = text.replaceAll("SC-001", "SC-101").replaceAll("01-100", "01-110");
  for (const [from, to] of Object.entries(ids)) text = text.replaceAll(from, to);
  text = text.replace(/"request_detail_id":\d+/g, () => `"request_detail_id":${(detailIds += 1)}`);
  const request = JSON.parse(text) as Record<string, unknown>;
  const requestId = bridge.platform.tool.raise(PLATFORM_USERS.admin, COMPANY, request);
  await bridge.settle();
  const row = await bridge.app.database.read().findOneByOrFail(PlatformRequestEntity, { requestId: String(requestId) });
  expect(row.state).toBe("closed");
  const details = bridge.platform.store.list("detail", COMPANY).map(({ body }) => body);
  const own = details.filter(({ erp_request_id }) => erp_request_id === requestId);
  // Whatever came of it: each detail is closed, and once.
  expect(own.map(({ closings }) => closings)).toEqual(own.map(() => 1));
  return {
    outcome: row.outcome,
    details: own.map(({ status }) => status),
    said: [...own.flatMap(({ messages }) => messages as string[]), row.problem].join(" "),
  };
}

const tie = (itemType: string, itemId: number) =>
  bridge.platform.store.external(COMPANY, itemType, itemId)?.origin_id ?? null;

const object = (itemType: PlatformObjectEntity["itemType"], itemId: number) =>
  bridge.app.database.read().findOneBy(PlatformObjectEntity, { itemType, itemId: String(itemId) });

/** What the examples of commitments name is exported before them: their project, its code, and their vendor. */
async function prepare(): Promise<void> {
  await raise("create_standard_cost_codes", { '"id":2': '"id":371', "01-110": "01-000" });
  await raise("create_or_update_job", {
    '"id":7': '"id":86',
    "JOB-EXP": "PROJECT-A",
    "Test Project": "Project A",
    '"id":2': '"id":1472',
    '"full_code":"1-001"': '"full_code":"01-000"',
  });
  const period = { requisition_start: "2021-03-01", requisition_end: "2021-03-31", status: "approved" };
  bridge.platform.store.put("requisition", { id: 1, company: COMPANY, body: { contract_id: 41, ...period } });
  await raise("create_vendor", { '"id":35': '"id":47', origin_code: "courier", "Test Vendor": "90 Minute Courier" });
}

test("what is exported arrives in the ledger, and the object and each of its lines are tied to it", async () => {
  const success = { outcome: "done", details: ["success"], said: "" };
  expect(await raise("create_standard_cost_codes")).toEqual(success);
  expect(tie("standard_cost_code", 2)).toMatch(/^[0-9a-f-]{36}$/);

  expect(await raise("create_vendor")).toEqual(success);
  expect(tie("vendor", 35)).toMatch(/^[0-9a-f-]{36}$/);

  expect(await raise("create_or_update_job")).toEqual(success);
  const project = tie("project", 7) ?? "";
  expect(project).toMatch(/^[0-9a-f-]{36}$/);
  expect([tie("cost_code", 1), tie("cost_code", 2)]).toEqual([`${project}|1`, `${project}|1-001`]);

  expect(await raise("create_commitment")).toEqual(success);
  const order = tie("work_order_contract", 41) ?? "";
  expect(order).toMatch(/^[0-9a-f-]{36}$/);
  expect(tie("line_item", 177)).toBe(`${order}|1`);

  // The example's change order and invoice are of orders with other numbers than the example's order.
  const sameOrder = { '"contract_id":1': '"contract_id":41', '"commitment":{"id":2': '"commitment":{"id":41' };
  expect(await raise("create_commitment_change_order", sameOrder)).toEqual(success);
  expect(tie("change_order", 3)).toBe(`${order}|45`);
  expect(tie("line_item", 188)).toBe(`${order}|45|188`);

  const ofOrder = { '"contract_id":1': '"contract_id":41', '"cost_code_id":6': '"cost_code_id":1472' };
  expect(await raise("create_requisitions", { ...ofOrder, '"cost_code_id":7': '"cost_code_id":1472' })).toEqual({
    outcome: "done",
    details: [],
    said: "",
  });
  const bill = tie("requisition", 1) ?? "";
  expect(bill).toMatch(/^[0-9a-f-]{36}$/);
  expect([tie("requisition_contract_item", 1), tie("requisition_contract_item", 2)]).toEqual([
    `${bill}|1`,
    `${bill}|2`,
  ]);
});

const NONE = { outcome: "done", details: [], said: "" };
const CLOSED = { outcome: "done", details: ["success"], said: "" };
const NOT_IMPORTED = expect.stringMatching(/nothing to import/) as string;
const NOT_TIED = expect.stringMatching(/Nothing of it is known/) as string;
const SUB_JOBS = { outcome: "refused", said: expect.stringMatching(/Sub jobs are not carried/) as string };

test.each<[EventName, object]>([
  ["sync_standard_cost_codes", CLOSED],
  ["sync_standard_categories", NONE],
  ["sync_vendors", CLOSED],
  ["sync_jobs", CLOSED],
  ["sync_single_job", NONE],
  ["sync_commitments", { ...CLOSED, said: NOT_IMPORTED }],
  ["sync_commitment_change_orders", { ...CLOSED, said: NOT_IMPORTED }],
  ["sync_contract_payments", CLOSED],
  ["create_vendor_in_procore", NONE],
  ["create_job_in_procore", NONE],
  ["create_commitment_in_procore", NONE],
  ["create_sub_job", { ...SUB_JOBS, details: ["failed"] }],
  ["sync_sub_jobs", { ...SUB_JOBS, details: ["failed"] }],
  ["create_sub_job_in_procore", NONE],
  ["sync_sub_job", NONE],
  ["unlink_commitment", { ...CLOSED, said: NOT_TIED }],
  ["unlink_commitment_change_order", { ...CLOSED, said: NOT_TIED }],
  ["delete_cost_codes", CLOSED],
  ["delete_cost_type_assignments", CLOSED],
  ["delete_standard_categories", NONE],
])("%s is answered as the contract has it", async (name, expected) => {
  expect(await raise(name)).toEqual(expected);
});

test("a refresh of cost codes and cost types puts what the ledger has straight in", async () => {
  await raise("sync_standard_cost_codes");
  await raise("sync_standard_categories");
  const names = (kind: "standard_cost_code" | "line_item_type") =>
    bridge.platform.store.list(kind, COMPANY).map(({ body }) => body["name"]);
  expect(names("standard_cost_code")).toEqual(expect.arrayContaining(["Cast-in-place concrete", "Structural steel"]));
  expect(names("line_item_type")).toEqual(expect.arrayContaining(["Labor", "Equipment", "Materials", "Subcontract"]));
});

test("a refresh of vendors and jobs stages what only the ledger has", async () => {
  await raise("sync_vendors");
  await raise("sync_jobs");
  const staged = bridge.platform.store.list("staged_record", COMPANY).map(({ body }) => body["item_type"]);
  expect(staged).toEqual(expect.arrayContaining(["vendor", "project"]));
});

test("ties of vendors that people change over there are followed", async () => {
  await raise("link_vendor");
  expect(await object("vendor", 32)).toMatchObject({ originId: "vendor_origin_id", recordId: null });
  await raise("unlink_vendor");
  expect(await object("vendor", 32)).toMatchObject({ originId: null });
  await raise("create_vendor_in_procore");
  expect(await object("vendor", 32)).toMatchObject({ originId: "vendor_origin_id" });
  // The example names one vendor twice: the later tie stands.
  await raise("link_all_vendors");
  expect(await object("vendor", 1)).toMatchObject({ originId: "origin_id2" });
  await raise("merge_vendors");
  expect(await object("vendor", 1)).toMatchObject({ originId: "ABC" });
  expect(await object("vendor", 2)).toMatchObject({ originId: null, recordId: null });
});

test("what a super user cleans up or resets over there is forgotten here, and can be sent anew", async () => {
  const kept = async (itemType: PlatformObjectEntity["itemType"], id: number) => (await object(itemType, id))?.originId;
  await raise("reset_requisition");
  expect(await kept("requisition", 1)).toBeNull();
  await raise("unlink_standard_cost_codes", { '"id":1': '"id":2' });
  expect(await kept("standard_cost_code", 2)).toBeNull();
  await raise("delete_standard_cost_codes", { '"id":1': '"id":371' });
  expect(await kept("standard_cost_code", 371)).toBeNull();
  await raise("delete_cost_code");
  expect(await kept("cost_code", 1)).toBeNull();
  await raise("reset_job", { '"id":2': '"id":7' });
  expect(await kept("project", 7)).toBeNull();
  expect(await raise("create_or_update_job")).toEqual(CLOSED);
  expect(tie("project", 7)).toMatch(/^[0-9a-f-]{36}$/);
});

test("what the contract does not know is kept, counted, and closed as not supported", async () => {
  const request = { request_name: "create_moon_base", request_data: { request_detail_id: (detailIds += 1) } };
  const requestId = String(bridge.platform.tool.raise(PLATFORM_USERS.admin, COMPANY, request));
  await bridge.settle();
  const row = await bridge.app.database.read().findOneByOrFail(PlatformRequestEntity, { requestId });
  expect(row).toMatchObject({ state: "closed", outcome: "unsupported", data: { request_detail_id: detailIds } });
  expect(bridge.platform.store.get("detail", detailIds)?.body).toMatchObject({
    status: "failed",
    messages: [expect.stringContaining("create_moon_base")],
  });
});

test("what does not fit is kept as it came, and closed as failed with what is wrong", async () => {
  const data = { request_detail_id: (detailIds += 1), commitment: { id: 1 }, commitment_items: "none" };
  const request = { request_name: "create_commitment", request_data: data };
  const requestId = String(bridge.platform.tool.raise(PLATFORM_USERS.admin, COMPANY, request));
  await bridge.settle();
  const row = await bridge.app.database.read().findOneByOrFail(PlatformRequestEntity, { requestId });
  expect(row).toMatchObject({ state: "closed", outcome: "unreadable", data });
  const detail = bridge.platform.store.get("detail", detailIds)?.body;
  expect(detail?.["status"]).toBe("failed");
  expect(JSON.stringify(detail?.["messages"])).toMatch(/commitment\.|commitment_items/);
});

test("the feature map names events that there are", () => {
  const named = Object.values(PLATFORM_TRAVEL).flatMap(({ from, refresh }) => [...from, ...refresh]);
  expect(named.filter((name) => !KNOWN_REQUESTS.includes(name))).toEqual([]);
});

test("every event of the documentation is asserted above", () => {
  expect(Object.keys(payloads).filter((name) => !raised.has(name))).toEqual([]);
});
