import { AuditEntryEntity } from "../../src/tenant/audit/audit-entry.entity";
import { ConnectionEntity } from "../../src/erp/connections/connection.entity";
import type { BilingualRefusal } from "../../src/kernel/errors";
import type { Phase } from "../../src/policy/model/vocabulary";
import { openTestDatabase } from "../support/database";
import { person, RightsHouse, SEED } from "../support/rights-house";

const SPECIALIST = person("specialist@acme.test");
const LEDGER = { edition: "Established", country: "us" } as const;

let h: RightsHouse;
beforeEach(async () => {
  h = new RightsHouse(await openTestDatabase());
  await h.addCompany("acme", "fr");
  await h.addMember("acme", "tool@acme.test", { toolLevel: "admin" });
});

describe("the connection", () => {
  test("is made once, then changed; what is left out stays", async () => {
    const first = await h.connection.configure(SPECIALIST, "acme", { ...LEDGER, organisationName: " Acme Inc. " });
    expect(first.connection).toMatchObject({
      ...{ connector: "xero", edition: "established", country: "US", status: "pending" },
      ...{ organisationName: "Acme Inc.", version: 1 },
    });
    const change = { ...LEDGER, status: "authorised", expectedVersion: 1, trackingCategory: "Job" } as const;
    const second = await h.connection.configure(person("tool@acme.test"), "acme", change);
    expect(second.policyRevision).toBe(first.policyRevision + 1);
    const row = await h.database.read().findOneByOrFail(ConnectionEntity, {});
    expect(row).toEqual({ ...first.connection, status: "authorised", trackingCategory: "Job", version: 2 });
    const entry = await h.database.read().findOneByOrFail(AuditEntryEntity, { policyRevision: second.policyRevision });
    expect(entry).toMatchObject({
      action: "connection.configured",
      before: { status: "pending" },
      after: { status: "authorised" },
    });
  });

  test("an edition that does not fit is refused in the reader's language, with those that do", async () => {
    const early = h.connection.configure(SPECIALIST, "acme", { ...LEDGER, edition: "early" });
    await expect(early).rejects.toMatchObject({ code: "BAD_INPUT", field: ["input", "edition"] });
    const refusal = (await early.catch((error: unknown) => error)) as BilingualRefusal;
    expect(refusal.in("fr").message).toMatch(/L’intégration ne fonctionne pas avec Xero Early.*Growing ou Established/);
    expect(refusal.in("en").message).toMatch(/Early.*Growing or Established/);
    const british = h.connection.configure(SPECIALIST, "acme", { ...LEDGER, country: "GB" });
    await expect(british).rejects.toMatchObject({ code: "BAD_INPUT", field: ["input", "country"] });
    const other = h.connection.configure(SPECIALIST, "acme", { ...LEDGER, connector: "sage" });
    await expect(other).rejects.toMatchObject({ code: "BAD_INPUT", field: ["input", "connector"] });
  });

  test("a stale edit is refused, for a connection that is there and for one that is not", async () => {
    const edit = (expectedVersion: number) =>
      h.connection.configure(SPECIALIST, "acme", { ...LEDGER, expectedVersion });
    await expect(edit(1)).rejects.toMatchObject({ code: "STALE_EDIT" });
    await edit(0);
    await expect(edit(0)).rejects.toMatchObject({ code: "STALE_EDIT" });
    await edit(1);
  });

  test("is not for whoever may only look", async () => {
    await h.addMember("acme", "aline@acme.test", { toolLevel: "standard" });
    const work = h.connection.configure(person("aline@acme.test"), "acme", LEDGER);
    await expect(work).rejects.toMatchObject({ decision: { code: "TOOL_LEVEL_TOO_LOW" } });
  });
});

describe("feature switches", () => {
  const set = (settings: Parameters<RightsHouse["featureSwitch"]["set"]>[2]) =>
    h.featureSwitch.set(SPECIALIST, "acme", settings);

  test("are set once, then changed; what is left out stays", async () => {
    const first = await set({ feature: "commitment", enabled: true });
    expect(first.featureSwitch).toMatchObject({ enabled: true, directExport: "off", version: 1 });
    const second = await set({ feature: "commitment", directExport: "with_workflow", expectedVersion: 1 });
    expect(second.featureSwitch).toMatchObject({ enabled: true, directExport: "with_workflow", version: 2 });
    await expect(set({ feature: "commitment", enabled: false, expectedVersion: 1 })).rejects.toMatchObject({
      code: "STALE_EDIT",
    });
  });

  test("direct export only where the catalogue allows it", async () => {
    const vendors = set({ feature: "vendor", directExport: "without_workflow" });
    await expect(vendors).rejects.toMatchObject({ code: "BAD_INPUT", field: ["input", "directExport"] });
    await set({ feature: "vendor", enabled: true, directExport: "off" });
    await expect(set({ feature: "vendor" })).rejects.toMatchObject({ code: "BAD_INPUT" });
  });

  test("not for what the connector does not carry", async () => {
    const budget = set({ feature: "budget", enabled: true });
    await expect(budget).rejects.toMatchObject({ decision: { code: "FEATURE_NOT_SUPPORTED_BY_CONNECTOR" } });
  });
});

describe("the implementation", () => {
  const enter = (phase: Phase, actor = SPECIALIST) =>
    h.implementation.enterPhase(actor, "acme", { phase, reason: "Next" });

  test("goes on step by step, out of use and back; going live is remembered", async () => {
    expect((await enter("implementation")).plan).toMatchObject({ liveAt: null, version: 1 });
    h.clock.advance(1000);
    const live = await enter("getting_started", SEED);
    expect(live.plan.liveAt).toBe("2026-11-24T09:00:01.000Z");
    h.clock.advance(1000);
    for (const phase of ["suspended", "getting_started", "suspended"] as const) await enter(phase);
    const back = await enter("getting_started");
    expect(back.plan).toMatchObject({ liveAt: live.plan.liveAt, enteredAt: "2026-11-24T09:00:02.000Z" });
  });

  test("is not in use before the thirty days are over", async () => {
    for (const phase of ["implementation", "getting_started"] as const) await enter(phase, SEED);
    const message = expect.stringMatching(
      /go to "suspended", not to "in use"\. The specialist's help runs until 2026-12-2/,
    ) as string;
    await expect(enter("in_use", SEED)).rejects.toMatchObject({ code: "CONFLICT", message });
  });

  test.each([
    ["preparation", [], "in_use", "implementation"],
    ["implementation", ["implementation"], "preparation", "getting started"],
    ["the same", ["implementation"], "implementation", "getting started"],
    ["getting started", ["implementation", "getting_started"], "implementation", "suspended"],
  ] as const)("says what is next instead, from %s", async (_, path, to, next) => {
    for (const phase of path) await enter(phase, SEED);
    const work = enter(to);
    await expect(work).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining(`go to "${next}",`) as string,
    });
  });

  test("is led by the specialist, not by members and not by the point of contact", async () => {
    await expect(enter("implementation", person("tool@acme.test"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(enter("implementation", person("admin@acme.test"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await h.addStaff("acme", "contact@vendor.test", "point_of_contact");
    const contact = enter("implementation", person("contact@vendor.test"));
    await expect(contact).rejects.toMatchObject({ decision: { allowed: false } });
    await expect(enter("implementation", person("nobody@acme.test"))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await enter("implementation", SEED);
  });
});
