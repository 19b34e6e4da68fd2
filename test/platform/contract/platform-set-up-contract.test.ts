import { SandboxPlatform } from "../../../src/dev/platform/sandbox-platform";
import { FixedClock } from "../../../src/kernel/clock";
import type { ConstructionPlatform } from "../../../src/platform/port/construction-platform";
import { PlatformTrouble } from "../../../src/platform/port/platform-trouble";
import type { PlatformTarget } from "../../../src/platform/port/target";
import type { ToldLimit } from "../../../src/platform/rest/rest-trouble";
import { APPROVER_USER, openCompany, PLATFORM_COMPANY, SERVICE_USER } from "../support/platform-world";
import { PLATFORM_ADAPTERS, tokensOf } from "./platform-adapters";

const AT: PlatformTarget = { connectionId: "connection", platformCompanyId: String(PLATFORM_COMPANY) };
/** Of a busy machine: a stop for what never comes. */
const PATIENT_MS = 60_000;
const clock = new FixedClock("2026-11-24T09:00:00.000Z");
const told: { readonly limit: ToldLimit | null; readonly retryAfterMs: number | null }[] = [];
let sandbox: SandboxPlatform;

async function troubleOf(work: Promise<unknown>): Promise<PlatformTrouble> {
  const error: unknown = await work.then(
    () => new Error("It was not refused"),
    (reason: unknown) => reason,
  );
  if (error instanceof PlatformTrouble) return error;
  throw error;
}

describe.each(Object.entries(PLATFORM_ADAPTERS))("the platform %s", (_name, make) => {
  let platform: ConstructionPlatform;
  let tokens: ReturnType<typeof tokensOf>;

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
    platform = make({ sandbox, tokens, pace, timeoutMs: PATIENT_MS });
  });
  afterEach(() => sandbox.stop());

  test("connects: account, levels, ERP connection, hook and triggers, whose secret is never read back", async () => {
    expect(await platform.serviceAccount(AT)).toEqual({
      userId: String(SERVICE_USER),
      login: "ledgergate-service@platform.test",
    });
    expect(await platform.toolLevels(AT)).toEqual(
      new Map([
        ["admin", "admin"],
        ["directory", "admin"],
        ["erp integrations", "admin"],
        ["webhooks api", "standard"],
      ]),
    );
    expect(await platform.erpConnection(AT)).toBeNull();
    const made = await platform.putErpConnection(AT, { settings: { labels: { name: "Xero" } } });
    const again = await platform.putErpConnection(AT, { settings: {} });
    expect([again.id, again.costCodeListId]).toEqual([made.id, made.costCodeListId]);
    expect(await platform.erpConnection(AT)).toMatchObject({ id: made.id, metadata: { settings: {} } });
    const plan = {
      namespace: "ledgergate",
      destinationUrl: "http://127.0.0.1:1/webhooks/platform",
      authorization: "Bearer s",
    };
    const hook = await platform.createHook(AT, plan);
    await platform.createTrigger(AT, hook.id, "ERP Requests", "create");
    await platform.updateHook(AT, hook.id, { ...plan, authorization: "Bearer t" });
    expect(await platform.hooks(AT, "ledgergate")).toEqual([
      { id: hook.id, namespace: "ledgergate", destinationUrl: plan.destinationUrl },
    ]);
    expect(await platform.hooks(AT, "another")).toEqual([]);
    expect(await platform.triggers(AT, hook.id)).toMatchObject([{ resource: "ERP Requests", reason: "create" }]);
    expect((await troubleOf(platform.createHook(AT, { ...plan, namespace: "Not Allowed" }))).kind).toBe("refused");
    await platform.dropHook(AT, hook.id);
    await platform.dropHook(AT, hook.id);
    await platform.dropErpConnection(AT, made.id);
    expect([await platform.hooks(AT, "ledgergate"), await platform.erpConnection(AT)]).toEqual([[], null]);
  });

  test("reads the directory in pages", async () => {
    const { store } = sandbox;
    for (let id = 1; id <= 1_005; id += 1)
      store.put("vendor", { id, company: PLATFORM_COMPANY, body: { name: `Vendor ${id}`, is_active: id % 2 === 0 } });
    store.put("template", {
      id: 5,
      company: PLATFORM_COMPANY,
      body: { name: "Clerks", permissions: { Directory: "Read Only" } },
    });
    store.put("user", {
      id: 3,
      company: PLATFORM_COMPANY,
      body: { name: "Gone", email_address: "Gone@X.test", is_active: false, permission_template: { id: 5 } },
    });
    store.put("project", {
      id: 86,
      company: PLATFORM_COMPANY,
      body: { name: "Project A", project_number: "P-1", active: true },
    });
    store.put(
      "project_user",
      { id: 1, company: PLATFORM_COMPANY, body: { user_id: 3, permissions: { Commitments: "Admin" } } },
      86,
    );
    const [first, second] = [await platform.vendors(AT, 1), await platform.vendors(AT, 2)];
    expect([first.rows.length, first.more, second.rows.length, second.more]).toEqual([1_000, true, 5, false]);
    expect(first.rows[0]).toEqual({ id: "1", name: "Vendor 1", active: false, originId: null, originCode: null });
    expect(await platform.templates(AT)).toEqual(new Map([["5", { directory: "read_only" }]]));
    expect((await platform.users(AT, "active", 1)).rows.map(({ id }) => id)).toEqual([
      String(SERVICE_USER),
      String(APPROVER_USER),
    ]);
    expect((await platform.users(AT, "inactive", 1)).rows).toEqual([
      { id: "3", email: "gone@x.test", name: "Gone", active: false, templateId: "5", levels: {} },
    ]);
    expect((await platform.user(AT, "3"))?.active).toBe(false);
    expect(await platform.user(AT, "77")).toBeNull();
    expect((await platform.projects(AT, 1)).rows).toEqual([
      { id: "86", number: "P-1", name: "Project A", active: true, originId: null },
    ]);
    expect((await platform.projectUsers(AT, "86", 1)).rows).toMatchObject([
      { id: "3", levels: { commitments: "admin" } },
    ]);
    store.put("standard_cost_code", {
      id: 2,
      company: PLATFORM_COMPANY,
      body: { code: "100", full_code: "01-100", name: "Repair" },
    });
    expect((await platform.costCodes(AT, "4", 1)).rows).toEqual([
      { id: "2", code: "01-100", name: "Repair", originId: null },
    ]);
    const period = { requisition_start: "2026-10-01", requisition_end: "2026-10-31", status: "approved" };
    store.put("requisition", { id: 9, company: PLATFORM_COMPANY, body: period });
    expect(await platform.requisitionPeriod(AT, "86", "9")).toEqual({
      start: "2026-10-01",
      end: "2026-10-31",
      status: "approved",
    });
    expect(await platform.requisitionPeriod(AT, "86", "10")).toBeNull();
  });
});
