import { House, refusal, SEED } from "../../support/house";
import { openTestDatabase } from "../../support/database";
import { IdentityServer, ISSUER_A } from "../../support/identity-server";

const STAFF = "specialist@vendor.test";
const LIST = "email,name,role,features,import_features\n";

describe("a person is on one side: the vendor's staff, or a customer's directory", () => {
  let house: House;
  beforeEach(async () => {
    house = new House(await openTestDatabase());
    const { company, staff, member } = house.services;
    await house.register("acme");
    await company.addVendorStaff(SEED, { email: STAFF, name: "Spec" });
    await staff.assign(SEED, "acme", { email: STAFF, role: "specialist" });
    await member.add(SEED, "acme", { email: "books@acme.test", name: "Books" });
  });

  it("whichever door puts them into the directory", async () => {
    const { member, stakeholder, company } = house.services;
    const doors: readonly [Promise<unknown>, readonly string[]][] = [
      [member.add(SEED, "acme", { email: " Specialist@vendor.test", name: "Spec" }), ["input", "email"]],
      [member.update(SEED, "acme", { member: "books@acme.test", email: STAFF }), ["input", "email"]],
      [
        stakeholder.set(SEED, "acme", [
          { role: "erp_implementation_contact", email: STAFF, name: "Spec", required: true },
        ]),
        ["input", "stakeholders", "0", "email"],
      ],
      [
        company.register(SEED, {
          ...{ slug: "next", name: "Next", country: "US", locale: "en", currency: "USD" },
          administrator: { email: STAFF, name: "Spec" },
        }),
        ["input", "administrator", "email"],
      ],
    ];
    for (const [door, field] of doors) expect(await refusal(door)).toEqual({ code: "ON_BOTH_SIDES", field });
    expect(await house.services.companies.find("next")).toBeNull();
  });

  it("nor does a list, dry or applied", async () => {
    const { accessList } = house.services;
    const csv = `${LIST}${STAFF},Spec,read_only,,\nbooks@acme.test,Books,read_only,,\n`;
    for (const dryRun of [true, false]) {
      const { rowErrors, written } = await accessList.import(SEED, "acme", csv, { dryRun });
      expect(rowErrors).toMatchObject([{ line: 2, column: "email", code: "ON_BOTH_SIDES" }]);
      expect(written).toBe(false);
    }
  });

  it("whoever is in a directory is not put on the staff, and does not come back into one from there", async () => {
    const { company, member } = house.services;
    const asStaff = () => company.addVendorStaff(SEED, { email: "books@acme.test", name: "Books" });
    expect(await refusal(asStaff())).toEqual({ code: "ON_BOTH_SIDES", field: ["input", "email"] });
    await member.deactivate(SEED, "acme", { member: "books@acme.test", reason: "Changes sides" });
    expect((await refusal(asStaff())).code).toBe("ON_BOTH_SIDES");
    await member.update(SEED, "acme", { member: "books@acme.test", email: "former@acme.test" });
    await asStaff();
    const back = member.update(SEED, "acme", { member: "former@acme.test", email: "books@acme.test", active: true });
    expect((await refusal(back)).code).toBe("ON_BOTH_SIDES");
  });
});

describe("an account is on one side", () => {
  it("and cannot be made one of the other", async () => {
    const identity = await IdentityServer.start();
    const { relink } = identity.server.app;
    await identity.who({ sub: "spec", email: STAFF });
    await identity.who({ sub: "books", email: "read-only@demo.test" });
    const account = (subject: string) => ({ issuer: ISSUER_A, subject });
    const asMember = { company: "demo", member: "commitments-only@demo.test", account: account("spec"), reason: "x" };
    expect((await refusal(relink.relinkMember(SEED, asMember))).code).toBe("ON_BOTH_SIDES");
    const asStaff = { email: STAFF, account: account("books"), reason: "x" };
    expect((await refusal(relink.relinkStaff(SEED, asStaff))).code).toBe("ON_BOTH_SIDES");
    // An address that the issuer gives to staff later makes them nobody's member.
    const later = await identity.who({ sub: "spec", email: "commitments-only@demo.test" });
    expect(later.members.filter((line) => line.startsWith("commitments-only"))).toEqual([]);
    await identity.stop();
  });
});
