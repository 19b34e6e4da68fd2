import fc from "fast-check";
import { ApiKeyEntity } from "../../../src/directory/api-keys/api-key.entity";
import { CompanyHoldings } from "../../../src/authorization/review/company-holdings";
import { createServices, type Services } from "../../../src/app";
import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import { FixedClock } from "../../../src/kernel/clock";
import { newId } from "../../../src/kernel/ids";
import { ACTIONS, RESOURCES, type Action, type Resource } from "../../../src/policy/model/vocabulary";
import { openTestDatabase } from "../../support/database";
import { START } from "../../support/house";
import { runs } from "../../policy/runs";
import { crowd, settle } from "../search/crowd";

/* Runs on either database. A review holds exactly those whom `whoCan` finds, for every action on everything. */

let services: Services;
let holdings: CompanyHoldings;
beforeAll(async () => {
  services = createServices(await openTestDatabase(), new FixedClock(START));
  holdings = new CompanyHoldings(services.database, services.facts);
});

const seen = new Map<string, number>();

async function whoCan(company: CompanyEntity, action: Action, resource: Resource): Promise<string[]> {
  const question = { company, asked: { action, resource }, at: START, past: null };
  const { found } = await services.subjectSearch.page(question, { size: 100, from: null });
  return found.map(({ subject }) => subject.id).sort();
}

test("whoever may do anything is in the review with it, and nobody else", async () => {
  await fc.assert(
    fc.asyncProperty(crowd, async (made) => {
      const { slug } = await settle(services.database, made);
      const company = (await services.companies.find(slug))!;
      const held = await holdings.of(company, START);
      for (const { kind } of held) seen.set(kind, (seen.get(kind) ?? 0) + 1);
      for (const action of ACTIONS)
        for (const resource of RESOURCES) {
          const holders = held.filter(({ rights }) => rights[action]?.includes(resource));
          const ids = [...new Set(holders.map(({ holder }) => holder.id))].sort();
          expect({ action, resource, ids }).toEqual({ action, resource, ids: await whoCan(company, action, resource) });
        }
    }),
    runs(12),
  );
}, 240_000);

test("the population holds rights on every basis that there is", () => {
  expect([...seen.keys()].sort()).toEqual(
    [
      ...["administrator_bypass", "direct_export", "directory_level", "grant", "membership", "privilege"],
      ...["project_level", "staff_assignment", "stakeholder_part", "tool_level"],
    ].sort(),
  );
});

test("keys of services and the vendor's super-users are in it, and keys that are over are not", async () => {
  const { slug } = await settle(services.database, fc.sample(crowd, { numRuns: 1, seed: 7 })[0]!);
  const company = (await services.companies.find(slug))!;
  const key = (name: string, rest: Partial<ApiKeyEntity>) => ({
    ...{ id: newId(), name, prefix: newId(), hash: newId(), scopes: ["decisions:read"], companyIds: [company.id] },
    ...{ createdBy: "test", expiresAt: null, lastUsedAt: null, revokedAt: null, createdAt: START, ...rest },
  });
  const keys = [key("open", {}), key("over", { expiresAt: START }), key("revoked", { revokedAt: START })];
  await services.database.write((manager) => manager.save(ApiKeyEntity, keys));
  await services.company.addVendorStaff({ kind: "system", name: "test" } as never, {
    ...{ email: "root@vendor.test", name: "Root", superUser: true },
  });
  const held = await holdings.of(company, START);
  const names = (kind: string) => held.filter((one) => one.kind === kind).map(({ holder }) => holder.name);
  expect(names("api_key")).toEqual(["open"]);
  expect(names("super_user")).toEqual(["Root"]);
});
