import { VendorStaffEntity } from "../../../src/tenant/companies/vendor-staff.entity";
import { FeatureSwitchEntity } from "../../../src/erp/switches/feature-switch.entity";
import { ImplementationPlanEntity } from "../../../src/onboarding/plan/implementation-plan.entity";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { admin, openAcme, specialist } from "../../support/acme";
import { House, person, refusal, SEED } from "../../support/house";

let house: House;

beforeAll(async () => {
  house = await openAcme();
});

async function revision(slug = "acme"): Promise<number> {
  return (await house.company(slug)).policyRevision;
}

describe("registering a company", () => {
  test("lays down its administrator, its plan and its switches, and is the first entry of the trail", async () => {
    const company = await house.register("initech", specialist);
    const where = { companyId: company.id };
    const manager = house.database.read();
    expect(await manager.findBy(MemberEntity, where)).toMatchObject([
      { email: "admin@initech.test", directoryLevel: "admin", toolLevel: "admin", canPushToAccounting: true },
    ]);
    expect(await manager.findBy(ImplementationPlanEntity, where)).toMatchObject([{ phase: "preparation" }]);
    const switches = await manager.findBy(FeatureSwitchEntity, where);
    expect(switches).toHaveLength(15);
    const enabled = new Map(switches.map((one) => [one.feature, one.enabled]));
    expect([enabled.get("commitment"), enabled.get("budget")]).toEqual([true, false]);
    const trail = await house.trail("initech");
    expect(trail).toMatchObject([{ sequence: 1, action: "company.registered", actorKind: "staff", policyRevision: 1 }]);
    expect(company.policyRevision).toBe(1);
  });

  test("makes the registering staff its specialist, who may then administer it", async () => {
    const added = await house.services.member.add(specialist, "initech", { email: "new@initech.test", name: "New" });
    expect(added.policyRevision).toBe(2);
  });

  test("is not for members, and a failed one leaves nothing", async () => {
    expect(await refusal(house.register("umbrella", admin))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(house.register("acme"))).toEqual({ code: "ALREADY_EXISTS", field: ["input", "slug"] });
    const failing = new House(house.database);
    const parts = (failing.services.company as unknown as { parts: { founding: { add(step: unknown): void } } }).parts;
    parts.founding.add(() => Promise.reject(new Error("late")));
    await expect(failing.register("umbrella")).rejects.toThrow("late");
    expect(await house.services.companies.find("umbrella")).toBeNull();
    expect(await house.database.read().existsBy(MemberEntity, { email: "admin@umbrella.test" })).toBe(false);
  });

  test.each([
    ["slug", { slug: "a" }],
    ["slug", { slug: "-ab" }],
    ["country", { country: "USA" }],
    ["currency", { currency: "$" }],
    ["name", { name: " " }],
  ])("refuses a wrong %s", async (field, wrong) => {
    const administrator = { email: "a@b.test", name: "A" };
    const right = {
      slug: "hooli",
      name: "Hooli",
      country: "US",
      locale: "en",
      currency: "USD",
      administrator,
    } as const;
    const work = house.services.company.register(SEED, { ...right, ...wrong });
    expect(await refusal(work)).toEqual({ code: "BAD_INPUT", field: ["input", field] });
  });
});

describe("a company's own settings", () => {
  test("a stale edit is refused, not lost", async () => {
    const { company } = house.services;
    const { version } = await house.company("acme");
    await company.update(admin, "acme", { name: "Acme One", expectedVersion: version });
    const late = company.update(admin, "acme", { name: "Acme Two", expectedVersion: version });
    expect(await refusal(late)).toEqual({ code: "STALE_EDIT", field: ["input", "expectedVersion"] });
    expect((await house.company("acme")).name).toBe("Acme One");
  });

  test("the trail holds what changed and nothing else; an edit that changes nothing is none", async () => {
    const before = await revision();
    const twoPersonAbove = { minor: 500_000, currency: "USD" };
    await house.services.company.update(admin, "acme", { name: "Acme One", twoPersonAbove });
    await house.services.company.update(admin, "acme", { name: "Acme One", twoPersonAbove });
    const entry = (await house.trail("acme")).at(-1);
    expect(entry).toMatchObject({ action: "company.updated", policyRevision: before + 1 });
    expect(entry?.before).toEqual({ twoPersonAboveMinor: null, twoPersonAboveCurrency: null });
    expect(entry?.after).toEqual({ twoPersonAboveMinor: 500_000, twoPersonAboveCurrency: "USD" });
    expect(await revision()).toBe(before + 1);
  });

  test("the two-person amount is in the company's currency", async () => {
    const work = house.services.company.update(admin, "acme", { twoPersonAbove: { minor: 1, currency: "EUR" } });
    expect(await refusal(work)).toEqual({ code: "BAD_INPUT", field: ["input", "twoPersonAbove"] });
  });
});

describe("the vendor's staff", () => {
  test("are assigned by those who look after the company, and by its administrators", async () => {
    const { staff } = house.services;
    const request = { email: "point@vendor.test", role: "point_of_contact" } as const;
    const given = await staff.assign(admin, "acme", request);
    await staff.end(admin, "acme", { assignment: given.assignment.id });
    house.clock.advance(1000);
    expect((await refusal(staff.assign(specialist, "globex", request))).code).toBe("NOT_FOUND");
    const { assignment } = await staff.assign(specialist, "acme", request);
    expect((await refusal(staff.assign(specialist, "acme", request))).code).toBe("ALREADY_EXISTS");
    house.clock.advance(1000);
    await staff.end(specialist, "acme", { assignment: assignment.id });
    expect((await refusal(staff.end(specialist, "acme", { assignment: assignment.id }))).code).toBe("CONFLICT");
    const contact = person("point@vendor.test");
    expect((await refusal(staff.assign(contact, "acme", request))).code).toBe("NOT_A_MEMBER");
  });

  test("super-users act in every company and are made by super-users only", async () => {
    const { company, staff } = house.services;
    const chief = { email: "chief@vendor.test", name: "Chief", superUser: true };
    expect((await refusal(company.addVendorStaff(specialist, chief))).code).toBe("FORBIDDEN");
    await company.addVendorStaff(SEED, chief);
    await staff.assign(person(chief.email), "globex", { email: "point@vendor.test", role: "specialist" });
    await company.addVendorStaff(person(chief.email), { email: "junior@vendor.test", name: "Junior" });
    await house.database.write((manager) =>
      manager.update(VendorStaffEntity, { email: chief.email }, { active: false }),
    );
    expect((await refusal(house.register("late", person(chief.email)))).code).toBe("FORBIDDEN");
  });
});
