import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import { PLATFORM_USERS } from "../../src/dev/platform/tool/world";
import { DEMO_PLATFORM_COMPANY } from "../../src/dev/platform/tool/world-parts";
import { standingOf } from "../../src/dev/platform/tool/closing";
import { textOf } from "../../src/dev/platform/platform-store";
import { Bridge } from "./support/bridge";

let bridge: Bridge;

beforeEach(async () => {
  bridge = await Bridge.start();
});
afterEach(() => bridge.stop());

const details = () => bridge.platform.store.list("detail", DEMO_PLATFORM_COMPANY).map(({ body }) => body);
const tie = (type: string, id: number) => bridge.platform.store.external(DEMO_PLATFORM_COMPANY, type, id);

test("a purchase order goes from the platform to the ledger as its approver's act, and comes back green", async () => {
  const { tool } = bridge.platform;
  tool.send("commitment", 702);
  tool.export(PLATFORM_USERS.commitmentsOnly, "commitment", [702]);
  await bridge.settle();
  const [detail] = details();
  expect([detail?.["status"], detail?.["messages"], detail?.["closings"]]).toEqual(["success", [], 1]);
  const origin = tie("purchase_order_contract", 702)?.origin_id ?? "";
  const [order] = bridge.ledger.store.byNumber(SANDBOX_TENANT.id, "PurchaseOrders", "PO-010");
  expect(origin).toMatch(/^[0-9a-f-]{36}$/);
  expect(tie("line_item", 721)).toMatchObject({ origin_id: `${origin}|1`, origin_code: "1" });
  expect(order?.body["Status"]).toBe("AUTHORISED");
});

test("an approver who may not is refused over there in words, and goes on once the right is given", async () => {
  const { tool, store } = bridge.platform;
  tool.send("requisition", 901);
  tool.export(PLATFORM_USERS.commitmentsOnly, "requisition", [901]);
  await bridge.settle();
  const refused = details()[0];
  expect(refused?.["status"]).toBe("failed");
  expect(JSON.stringify(refused?.["messages"])).toMatch(/FEATURE_NOT_GRANTED/);
  expect(JSON.stringify(refused?.["messages"])).toMatch(/admin@demo\.test/);
  const requisition = store.get("requisition", 901);
  expect(requisition && standingOf(requisition).state).toBe("given_back");
  const given = await bridge.server.ask(
    "admin@demo.test",
    `mutation { grantFeatureAccess(input: {company: "demo", member: "commitments-only@demo.test", feature: SUBCONTRACTOR_INVOICE, reason: "November"}) { userErrors { code message } } }`,
  );
  expect(given).toMatchObject({ data: { grantFeatureAccess: { userErrors: [] } } });
  tool.send("requisition", 901);
  tool.export(PLATFORM_USERS.commitmentsOnly, "requisition", [901]);
  await bridge.settle();
  expect(details().map((one) => one["status"])).toEqual(["failed", "success"]);
  expect(textOf(tie("requisition", 901)?.origin_id)).toMatch(/^[0-9a-f-]{36}$/);
  expect(tie("requisition_contract_item", 911)?.origin_code).toBe("911");
});
