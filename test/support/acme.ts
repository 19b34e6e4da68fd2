import { openTestDatabase } from "./database";
import { House, person, SEED } from "./house";

export const admin = person("admin@acme.test");
export const specialist = person("specialist@vendor.test");

/** Two companies, `acme` and `globex`; acme has two members without rights, clerk and buyer, and a specialist. */
export async function openAcme(): Promise<House> {
  const house = new House(await openTestDatabase());
  const { company, staff, member } = house.services;
  await company.addVendorStaff(SEED, { email: "specialist@vendor.test", name: "Farid" });
  await company.addVendorStaff(SEED, { email: "point@vendor.test", name: "Hana" });
  await house.register("acme");
  await house.register("globex");
  await staff.assign(SEED, "acme", { email: "specialist@vendor.test", role: "specialist" });
  for (const name of ["clerk", "buyer"]) await member.add(admin, "acme", { email: `${name}@acme.test`, name });
  return house;
}
