import { openTestDatabase } from "../support/database";
import { House, SEED } from "../support/house";

/* Whoever fills in a form is told everything that is wrong with it, each at its field. */

let house: House;
beforeAll(async () => {
  house = new House(await openTestDatabase());
  await house.register("acme");
  await house.services.member.add(SEED, "acme", { email: "bruno@acme.test", name: "Bruno" });
});
afterAll(() => house.database.close());

const money = { value: "-1.00", currency: "USD" };
const LONG = "x".repeat(201);

test.each([
  ["AddMember", "addMember", { email: "nobody", name: " " }, ["email", "name"]],
  [
    "UpdateMember",
    "updateMember",
    { member: "admin@acme.test", expectedVersion: 1, email: "x", name: LONG },
    ["name", "email"],
  ],
  ["AddProject", "addProject", { code: "", name: LONG }, ["code", "name"]],
  [
    "UpdateCompany",
    "updateCompany",
    { expectedVersion: 1, name: "", timezone: "Mars", digestHour: 25, twoPersonAbove: money },
    ["name", "timezone", "digestHour", "twoPersonAbove"],
  ],
  [
    "GrantFeatureAccess",
    "grantFeatureAccess",
    {
      ...{ member: "bruno@acme.test", feature: "COMMITMENT", projects: ["P-9"], ceiling: money },
      ...{ validUntil: "yesterday", reason: "x".repeat(2001) },
    },
    ["projects", "ceiling", "validUntil", "reason"],
  ],
  [
    "SetStakeholders",
    "setStakeholders",
    {
      stakeholders: [
        { role: "ERP_IMPLEMENTATION_CONTACT", email: "x", name: "" },
        { role: "IT_ADMINISTRATOR", email: "y", name: "Ann" },
      ],
    },
    ["0 email", "0 name", "1 email"],
  ],
])("%s tells all fields at fault", async (input, field, given, wrong) => {
  const source = `mutation ($input: ${input}Input!) { ${field}(input: $input) { userErrors { code field message } } }`;
  const { data, errors } = await house.ask("admin@acme.test", source, { input: { company: "acme", ...given } });
  expect(errors).toBeUndefined();
  const { userErrors } = data![field] as unknown as { userErrors: { code: string; field: string[] }[] };
  expect(userErrors.map(({ field: path }) => path.slice(path[1] === "stakeholders" ? 2 : 1).join(" "))).toEqual(wrong);
});
