import { MailMessageEntity } from "../../src/infra/mail/mail-message.entity";
import { StaffAssignmentEntity } from "../../src/tenant/companies/staff-assignment.entity";
import { admin, openAcme, specialist } from "../support/acme";
import { person, refusal, SEED, type House } from "../support/house";

const point = person("point@vendor.test");
const clerk = person("clerk@acme.test");

let house: House;
beforeEach(async () => {
  house = await openAcme();
  const { company, staff } = house.services;
  await company.addVendorStaff(SEED, { email: "next@vendor.test", name: "Next" });
  await staff.assign(SEED, "acme", { email: "point@vendor.test", role: "point_of_contact" });
});

async function helpOver(): Promise<void> {
  for (const phase of ["implementation", "getting_started"] as const)
    await house.services.implementation.enterPhase(SEED, "acme", { phase, reason: "Told by the test" });
  house.clock.advance(40 * 86_400_000);
}

async function running(): Promise<string[]> {
  const { id: companyId } = await house.company("acme");
  const at = house.clock.now().toISOString();
  const held = await house.database.read().findBy(StaffAssignmentEntity, { companyId });
  const now = held.filter(({ assignedUntil }) => assignedUntil === null || assignedUntil > at);
  return now.map(({ role }) => role).sort();
}

async function assignmentOf(role: "specialist" | "point_of_contact"): Promise<string> {
  const { id: companyId } = await house.company("acme");
  const at = house.clock.now().toISOString();
  const held = await house.database.read().findBy(StaffAssignmentEntity, { companyId, role });
  return held.find(({ assignedUntil }) => assignedUntil === null || assignedUntil > at)!.id;
}

async function letters(): Promise<readonly [string, string][]> {
  const found = await house.database.read().findBy(MailMessageEntity, { kind: "vendor_access" });
  return found.map(({ toEmail, subject }) => [toEmail, subject] as const);
}

async function mayConfigure(who: typeof point): Promise<boolean> {
  const { id: companyId } = await house.company("acme");
  return house.services.authorizer.permits(who, { companyId, action: "configure", resource: "company" });
}

describe("the customer ends the vendor's access", () => {
  it("at once, the last one too; who is no administrator does not", async () => {
    const { staff } = house.services;
    const assignment = await assignmentOf("specialist");
    expect((await refusal(staff.end(clerk, "acme", { assignment }))).code).toBe("DIRECTORY_LEVEL_TOO_LOW");
    expect(await mayConfigure(specialist)).toBe(true);
    await staff.end(admin, "acme", { assignment, reason: "Not needed" });
    expect(await mayConfigure(specialist)).toBe(false);
    await staff.end(admin, "acme", { assignment: await assignmentOf("point_of_contact") });
    expect(await running()).toEqual([]);
    // They are not locked out: the customer takes whom it wants.
    await staff.assign(admin, "acme", { email: "next@vendor.test", role: "specialist" });
    expect(await running()).toEqual(["specialist"]);
    expect((await refusal(staff.assign(clerk, "acme", { email: "point@vendor.test", role: "specialist" }))).code).toBe(
      "DIRECTORY_LEVEL_TOO_LOW",
    );
  });

  it("the vendor's own staff do not leave a company that then nobody serves", async () => {
    const { staff } = house.services;
    const last = { assignment: await assignmentOf("specialist") };
    expect(await refusal(staff.end(specialist, "acme", last))).toEqual({
      code: "CONFLICT",
      field: ["input", "assignment"],
    });
    await staff.assign(specialist, "acme", { email: "next@vendor.test", role: "specialist" });
    await staff.end(specialist, "acme", last);
    await helpOver();
    const point = { assignment: await assignmentOf("point_of_contact") };
    expect((await refusal(staff.end(person("point@vendor.test"), "acme", point))).code).toBe("CONFLICT");
  });
});

describe("once the help is over", () => {
  const asSpecialist = { email: "next@vendor.test", role: "specialist" } as const;
  beforeEach(helpOver);

  it("the vendor makes nobody specialist, the customer does", async () => {
    const { staff } = house.services;
    expect(await running()).toEqual(["point_of_contact"]);
    expect((await refusal(staff.assign(point, "acme", asSpecialist))).code).toBe("CUSTOMER_CONSENT_NEEDED");
    await staff.assign(admin, "acme", asSpecialist);
    expect(await running()).toEqual(["point_of_contact", "specialist"]);
  });

  it("the vendor asks, all who may give rights are told, and one of them agrees or not", async () => {
    const { vendorAccess } = house.services;
    const asked = { email: "next@vendor.test", days: 10, reason: "Year end" };
    expect((await refusal(vendorAccess.request(admin, "acme", asked))).code).toBe("FORBIDDEN");
    const { access } = await vendorAccess.request(point, "acme", asked);
    expect(await running()).toEqual(["point_of_contact"]);
    expect(await letters()).toEqual([["admin@acme.test", "Company acme: Next asks for access as specialist"]]);
    const decide = (who: typeof point, verdict: "accepted" | "declined") =>
      vendorAccess.decide(who, "acme", { access: access.id, verdict, expectedVersion: 1 });
    for (const who of [point, clerk]) expect((await refusal(decide(who, "accepted"))).code).not.toBe("CONFLICT");
    const given = await decide(admin, "accepted");
    expect(given.access).toMatchObject({ verdict: "accepted", version: 2 });
    expect(await running()).toEqual(["point_of_contact", "specialist"]);
    expect(await mayConfigure(person("next@vendor.test"))).toBe(true);
    expect((await refusal(decide(admin, "declined"))).code).toBe("STALE_EDIT");
    house.clock.advance(10 * 86_400_000);
    expect(await mayConfigure(person("next@vendor.test"))).toBe(false);
    const again = await vendorAccess.request(point, "acme", asked);
    await vendorAccess.decide(admin, "acme", { access: again.access.id, verdict: "declined" });
    expect(await running()).toEqual(["point_of_contact"]);
  });

  it("the emergency door opens for hours, is told of, is ended at once, and judged before it opens again", async () => {
    const { vendorAccess } = house.services;
    const emergency = { reason: "Nothing is sent", hours: 4 };
    expect((await refusal(vendorAccess.open(point, "acme", { ...emergency, hours: 25 }))).code).toBe("BAD_INPUT");
    expect((await refusal(vendorAccess.open(admin, "acme", emergency))).code).toBe("FORBIDDEN");
    expect((await refusal(vendorAccess.open(specialist, "acme", emergency))).code).toBe("FORBIDDEN");
    const { access } = await vendorAccess.open(point, "acme", emergency);
    expect(await mayConfigure(point)).toBe(true);
    expect(await letters()).toHaveLength(1);
    house.clock.advance(4 * 3_600_000);
    expect(await mayConfigure(point)).toBe(false);
    expect((await refusal(vendorAccess.open(point, "acme", emergency))).code).toBe("CONFLICT");
    await vendorAccess.decide(admin, "acme", { access: access.id, verdict: "accepted", comment: "It was one" });
    const second = await vendorAccess.open(point, "acme", emergency);
    await vendorAccess.decide(admin, "acme", { access: second.access.id, verdict: "declined", comment: "It was none" });
    expect(await mayConfigure(point)).toBe(false);
    const actions = (await house.trail("acme")).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith("staff."))).toEqual(
      expect.arrayContaining(["staff.emergency_opened", "staff.access_decided"]),
    );
  });

  it("is seen over GraphQL by who may review", async () => {
    const open = `mutation { openEmergencyAccess(input: {company: "acme", reason: "Now", hours: 2}) {
      access { id kind email until verdict version } userErrors { code } } }`;
    const opened = await house.ask("point@vendor.test", open);
    expect(opened.data).toMatchObject({
      openEmergencyAccess: { access: { kind: "EMERGENCY", email: "point@vendor.test", verdict: null }, userErrors: [] },
    });
    const list = `{ company(slug: "acme") { vendorAccess { kind reason askedByName version } } }`;
    expect((await house.ask("admin@acme.test", list)).data).toMatchObject({
      company: { vendorAccess: [{ kind: "EMERGENCY", reason: "Now", version: 1 }] },
    });
    expect((await house.ask("clerk@acme.test", list)).errors).toBeDefined();
  });
});
