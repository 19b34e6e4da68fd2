import { SandboxPlatform } from "../../../src/dev/platform/sandbox-platform";
import { FixedClock } from "../../../src/kernel/clock";
import type { ConstructionPlatform, ExternalData } from "../../../src/platform/port/construction-platform";
import { PlatformTrouble } from "../../../src/platform/port/platform-trouble";
import type { PlatformTarget } from "../../../src/platform/port/target";
import type { ToldLimit } from "../../../src/platform/rest/rest-trouble";
import { APPROVER_USER, openCompany, PLATFORM_COMPANY, SERVICE_USER } from "../support/platform-world";
import { PLATFORM_ADAPTERS, tokensOf } from "./platform-adapters";

const AT: PlatformTarget = { connectionId: "connection", platformCompanyId: String(PLATFORM_COMPANY) };
/** Of a busy machine: a stop for what never comes. */
const PATIENT_MS = 60_000;
/** Of a call that is to run out of time. */
const SHORT_MS = 1_000;
const clock = new FixedClock("2026-11-24T09:00:00.000Z");
const told: { readonly limit: ToldLimit | null; readonly retryAfterMs: number | null }[] = [];
let sandbox: SandboxPlatform;

const tie = (itemId: string, originId: string | null): ExternalData => ({
  itemType: "vendor",
  itemId,
  originId,
  originCode: "V-1",
  originData: "{}",
});

async function troubleOf(work: Promise<unknown>): Promise<PlatformTrouble> {
  const error: unknown = await work.then(
    () => new Error("It was not refused"),
    (reason: unknown) => reason,
  );
  if (error instanceof PlatformTrouble) return error;
  throw error;
}

describe.each(Object.entries(PLATFORM_ADAPTERS))("the platform %s", (name, make) => {
  let platform: ConstructionPlatform;
  let tokens: ReturnType<typeof tokensOf>;
  let withTime: (timeoutMs: number) => ConstructionPlatform;

  beforeEach(async () => {
    clock.set("2026-11-24T09:00:00.000Z");
    told.length = 0;
    sandbox = await SandboxPlatform.start({ file: ":memory:", port: 0, clock });
    openCompany(sandbox);
    tokens = tokensOf(() => sandbox.address);
    const pace = {
      take: async () => undefined,
      told: (_at: PlatformTarget, limit: ToldLimit | null, retryAfterMs: number | null) =>
        void told.push({ limit, retryAfterMs }),
    };
    withTime = (timeoutMs) => make({ sandbox, tokens, pace, timeoutMs });
    platform = withTime(PATIENT_MS);
  });
  afterEach(() => sandbox.stop());

  test("reads a request by its id and in lists, and knows none that is another company's", async () => {
    const data = { vendor: { id: 35 }, request_detail_id: 1 };
    const id = String(
      sandbox.tool.raise(APPROVER_USER, PLATFORM_COMPANY, { request_name: "create_vendor", request_data: data }),
    );
    const later = String(
      sandbox.tool.raise(APPROVER_USER, PLATFORM_COMPANY, {
        request_name: "sync_vendors",
        request_data: { request_detail_id: 2 },
      }),
    );
    expect(await platform.request(AT, id)).toEqual({
      id,
      name: "create_vendor",
      data,
      createdAt: clock.now().toISOString(),
    });
    expect(await platform.request(AT, "999999")).toBeNull();
    const { rows, more } = await platform.requests(AT, { page: 1 });
    expect([rows.map((one) => one.id), more]).toEqual([[id, later], false]);
    expect((await platform.requests(AT, { ids: [later], page: 1 })).rows.map((one) => one.name)).toEqual([
      "sync_vendors",
    ]);
    clock.advance(60_000);
    expect((await platform.requests(AT, { since: clock.now().toISOString(), page: 1 })).rows).toEqual([]);
    expect(await platform.request({ ...AT, platformCompanyId: "8" }, id)).toBeNull();
  });

  test("closes details once, with messages, and says of each why it was refused", async () => {
    sandbox.tool.raise(APPROVER_USER, PLATFORM_COMPANY, {
      request_name: "sync_jobs",
      request_data: { request_detail_id: 123 },
    });
    sandbox.tool.raise(APPROVER_USER, PLATFORM_COMPANY, {
      request_name: "sync_vendors",
      request_data: { request_detail_id: 100 },
    });
    expect((await platform.openDetails(AT, "in_progress", 1)).rows.map(({ id }) => id)).toEqual(["100", "123"]);
    const failed = { id: "123", status: "failed", messages: ["The ledger is not connected."] } as const;
    expect(await platform.updateDetails(AT, [failed, { id: "7", status: "success", messages: [] }])).toEqual([
      null,
      expect.stringMatching(/not found|could not be found/),
    ]);
    expect(await platform.updateDetails(AT, [failed])).toEqual([null]);
    expect(await platform.updateDetails(AT, [{ ...failed, status: "success" }])).toEqual([
      expect.stringMatching(/already/),
    ]);
    expect(await platform.details(AT, ["123"])).toMatchObject([
      { id: "123", status: "failed", messages: failed.messages },
    ]);
    expect(sandbox.store.get("detail", 123)?.body["closings"]).toBe(1);
    expect((await platform.openDetails(AT, "in_progress", 1)).rows.map(({ id }) => id)).toEqual(["100"]);
  });

  test("ties and unties rows, the same twice without effect, and tells faulty rows from the others", async () => {
    const rows = [tie("35", "contact-1"), tie("36", "contact-2"), tie("37", "contact-1")];
    expect(await platform.syncExternalData(AT, rows)).toEqual([null, null, expect.stringMatching(/taken/)]);
    expect(await platform.syncExternalData(AT, rows.slice(0, 2))).toEqual([null, null]);
    expect(sandbox.store.external(PLATFORM_COMPANY, "vendor", 35)).toMatchObject({
      origin_id: "contact-1",
      origin_code: "V-1",
    });
    expect(await platform.syncExternalData(AT, [tie("35", null)])).toEqual([null]);
    expect(sandbox.store.external(PLATFORM_COMPANY, "vendor", 35)).toMatchObject({
      origin_id: null,
      origin_code: null,
    });
  });

  test("stages what only the ledger has, and sends straight in what needs nobody", async () => {
    const staged = {
      itemType: "vendor",
      originId: "c-1",
      originCode: "C1",
      status: "staged",
      data: { name: "Ltd" },
    } as const;
    expect(await platform.syncStagedRecords(AT, [staged, { ...staged, originId: "" }])).toEqual([
      null,
      expect.any(String),
    ]);
    expect(await platform.syncStagedRecords(AT, [{ ...staged, status: "archived" }])).toEqual([null]);
    expect(sandbox.store.list("staged_record", PLATFORM_COMPANY).map(({ body }) => body["status"])).toEqual([
      "archived",
    ]);
    const code = { origin_id: "i-1", code: "01-100", name: "General" };
    const codes = { kind: "standard_cost_codes", listId: "4" } as const;
    for (let time = 0; time < 2; time += 1)
      expect(await platform.syncStraightIn(AT, codes, [code, { origin_id: "i-2" }])).toEqual([
        null,
        expect.any(String),
      ]);
    expect(sandbox.store.list("standard_cost_code", PLATFORM_COMPANY)).toHaveLength(1);
    const cost = { origin_id: "b-1/1", amount: "12.50", cost_code_origin_id: "i-1" };
    expect(await platform.syncStraightIn(AT, { kind: "job_costs", projectId: "86" }, [cost])).toEqual([null]);
    expect(
      await platform.syncStraightIn(AT, { kind: "line_item_types" }, [
        { origin_id: "labor", code: "L", name: "Labour" },
      ]),
    ).toEqual([null]);
    const payment = { origin_id: "p-1", amount: "10.00", requisition_id: 1 };
    expect(await platform.syncStraightIn(AT, { kind: "invoice_payments", projectId: "86" }, [payment])).toEqual([null]);
    const assigned = { cost_code_id: 1, line_item_type_id: 9, synced: true };
    expect(await platform.syncStraightIn(AT, { kind: "cost_code_assignments", projectId: "86" }, [assigned])).toEqual([
      null,
    ]);
  });

  test("unlinking takes the tie off, and what was imported waits again", async () => {
    const staged = { itemType: "vendor", originId: "c-1", originCode: null, status: "imported", data: {} } as const;
    await platform.syncStagedRecords(AT, [staged]);
    await platform.syncExternalData(AT, [tie("35", "c-1")]);
    await platform.unlink(AT, { itemType: "vendor", itemId: "35" });
    expect(sandbox.store.external(PLATFORM_COMPANY, "vendor", 35)?.origin_id).toBeNull();
    expect(sandbox.store.list("staged_record", PLATFORM_COMPANY)[0]?.body["status"]).toBe("staged");
  });

  test("says what is sure and what is not when the platform fails, and hears what it says of its limits", async () => {
    const at = (fault: Parameters<typeof sandbox.faults.plan>[0]["fault"]) => sandbox.faults.plan({ fault, count: 1 });
    const ask = () => troubleOf(platform.erpConnection(AT));
    at({ kind: "status", status: 429, retryAfter: 7 });
    expect(await ask()).toMatchObject({ kind: "rate_limited", details: { retryAfterMs: 7_000 } });
    at({ kind: "status", status: 503, retryAfter: 3 });
    expect(await ask()).toMatchObject({ kind: "unavailable", details: { retryAfterMs: 3_000 } });
    at({ kind: "status", status: 500 });
    expect((await ask()).kind).toBe("unavailable");
    at({ kind: "status", status: 422 });
    expect((await ask()).kind).toBe("refused");
    expect(told.map(({ retryAfterMs }) => retryAfterMs)).toEqual([7_000, 3_000, null, null]);
    expect(told.at(-1)?.limit).toEqual({ limit: 100, remaining: 96, resetAt: clock.now().getTime() + 10_000 });
  });

  test("a token that ended is replaced once; an app that was taken away is told apart from a missing right", async () => {
    await platform.erpConnection(AT);
    sandbox.store.sql("UPDATE token SET expires_at = 0").run({});
    expect(await platform.erpConnection(AT)).toBeNull();
    expect(tokens.asked).toBe(2);
    const company = sandbox.store.get("company", PLATFORM_COMPANY);
    if (!company) throw new Error("No company");
    sandbox.store.put("company", { ...company, body: { ...company.body, app_connected: false } });
    expect((await troubleOf(platform.erpConnection(AT))).kind).toBe("app_not_connected");
    sandbox.store.put("company", company);
    const account = sandbox.store.get("user", SERVICE_USER);
    if (!account) throw new Error("No account");
    sandbox.store.put("user", { ...account, body: { ...account.body, permissions: {} } });
    expect((await troubleOf(platform.putErpConnection(AT, {}))).kind).toBe("forbidden");
  });

  if (name === "rest")
    test("over the network: cut connections, time-outs, and a platform that is not there", async () => {
      const at = (fault: Parameters<typeof sandbox.faults.plan>[0]["fault"]) =>
        sandbox.faults.plan({ fault, count: 1 });
      const write = (by = platform) => troubleOf(by.syncExternalData(AT, [tie("35", "c-1")]));
      at({ kind: "drop", when: "after" });
      expect((await write()).kind).toBe("unknown");
      expect(sandbox.store.external(PLATFORM_COMPANY, "vendor", 35)?.origin_id).toBe("c-1");
      at({ kind: "delay", when: "after", milliseconds: SHORT_MS * 3 });
      expect((await write(withTime(SHORT_MS))).kind).toBe("unknown");
      await sandbox.stop();
      await write();
      expect((await write()).kind).toBe("not_reached");
      sandbox = await SandboxPlatform.start({ file: ":memory:", port: 0, clock });
    });
});
