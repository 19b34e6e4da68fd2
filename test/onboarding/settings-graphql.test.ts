import type { Caller } from "../../src/infra/graphql/caller";
import { openTestDatabase } from "../support/database";
import { person, RightsHouse, SEED } from "../support/rights-house";
import { RightsSchema, type Listed } from "../support/rights-schema";

const as = (email: string) => person(email) as Caller;
const ADMIN = as("admin@acme.test");
const ALINE = "aline@acme.test";

let h: RightsHouse;
let schema: RightsSchema;

beforeEach(async () => {
  h = new RightsHouse(await openTestDatabase());
  schema = await RightsSchema.over(h);
  await h.addCompany("acme");
  await h.addCompany("other");
  await h.addMember("acme", ALINE, { toolLevel: "standard", canPushToAccounting: true });
});

describe("settings over GraphQL", () => {
  test("the catalogue tells, in the caller's language, what travels and why the rest does not", async () => {
    const source = `{ features { feature name synchronises exports imports erpObjects approverNeeded whyNot } }`;
    type Features = { features: { feature: string }[] };
    const { features } = await schema.data<Features>(source, { as: ADMIN });
    expect(features).toHaveLength(15);
    expect(features.find((one) => one.feature === "COMMITMENT")).toMatchObject({
      ...{ synchronises: true, exports: true, approverNeeded: true, whyNot: null },
    });
    const budget = (await schema.data<Features>(source, { as: ADMIN, locale: "fr" })).features[12];
    expect(budget).toMatchObject({ feature: "BUDGET", synchronises: false, whyNot: expect.any(String) as string });
  });

  test("connection, switches and phase are set and read back", async () => {
    const caller = as("specialist@acme.test");
    const mutate = (field: string, type: string, input: object, selection: string) =>
      schema.data(
        `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} userErrors { code message } } }`,
        {
          as: caller,
          variables: { input: { company: "acme", ...input } },
        },
      );
    const ledger = { edition: "growing", country: "US", status: "AUTHORISED" };
    const connected = await mutate(
      "configureConnection",
      "ConfigureConnectionInput",
      ledger,
      "connection { editionSupported }",
    );
    expect(connected.configureConnection).toEqual({ connection: { editionSupported: true }, userErrors: [] });
    await mutate(
      "setFeatureSwitch",
      "SetFeatureSwitchInput",
      { feature: "COMMITMENT", enabled: true },
      "policyRevision",
    );
    const phase = { phase: "IMPLEMENTATION", reason: "Kick-off" };
    await mutate("enterImplementationPhase", "EnterImplementationPhaseInput", phase, "policyRevision");
    const fields = `
      connection { connector edition country status version editionMessage }
      features { feature enabled directExport version catalogue { synchronises } }
      implementation { phase live liveAt nextPhases }`;
    type Seen = { connection: object; features: object[]; implementation: object };
    const seen = await schema.acme<Seen>(fields, { as: as(ALINE) });
    expect(seen.connection).toMatchObject({ connector: "xero", edition: "growing", status: "AUTHORISED", version: 1 });
    expect(seen.features[3]).toMatchObject({ feature: "COMMITMENT", enabled: true, directExport: "OFF", version: 1 });
    expect(seen.implementation).toEqual({
      phase: "IMPLEMENTATION",
      live: false,
      liveAt: null,
      nextPhases: ["GETTING_STARTED"],
    });
  });
});

describe("lists under Company", () => {
  const ALL = `query ($slugs: [String!]!) { companiesNamed(slugs: $slugs) {
    connection { edition } features { enabled } implementation { phase }
    approvers { totalCount edges { node { email grants { totalCount edges { node { feature } } } } } }
    grants { totalCount edges { node { feature givenBy member { email } } } }
    auditTrail(first: 2) { totalCount edges { node { action sequence before after } } }
  } }`;

  interface Company {
    readonly grants: Listed<object>;
    readonly approvers: Listed<{ readonly grants: Listed<object> }>;
    readonly auditTrail: Listed<object>;
  }

  async function selects(slugs: string[], caller: Caller): Promise<{ count: number; companies: Company[] }> {
    const window = h.database.countStatements();
    const { companiesNamed } = await schema.data<{ companiesNamed: Company[] }>(ALL, {
      as: caller,
      variables: { slugs },
    });
    return { count: window.stop(), companies: companiesNamed };
  }

  test.each(["a member", "vendor staff"])(
    "cost as many SELECTs for 50 companies as for one, for %s",
    async (who) => {
      const slugs = Array.from({ length: 50 }, (_, index) => `c${index}`);
      const caller = as("many@vendor.test");
      const staff = who === "vendor staff";
      for (const slug of slugs) {
        await h.addCompany(slug);
        if (!staff) await h.addMember(slug, "many@vendor.test", { directoryLevel: "admin" });
        const right = { member: `admin@${slug}.test`, feature: "commitment", reason: slug } as const;
        await h.grant.give(SEED, slug, right);
      }
      if (staff) await h.assignEverywhere("many@vendor.test", slugs);
      const one = await selects(slugs.slice(0, 1), caller);
      const many = await selects(slugs, caller);
      expect(many.count).toBe(one.count);
      expect(many.companies).toHaveLength(50);
      for (const company of many.companies) {
        expect(company.grants).toMatchObject({ totalCount: 1, edges: [{ node: { givenBy: "test" } }] });
        expect(company.approvers.edges[0]!.node.grants.totalCount).toBe(1);
        expect(company.auditTrail.edges[0]!.node).toMatchObject({ action: "grant.given", sequence: 1, before: null });
      }
    },
    60_000,
  );

  test("people and rights are for who may review; the set-up for every member", async () => {
    await h.addMember("acme", "plain@acme.test");
    const ask = (field: string, caller: string) =>
      schema.ask(`{ companiesNamed(slugs: ["acme"]) { ${field} } }`, { as: as(caller) });
    for (const field of ["grants { totalCount }", "approvers { totalCount }", "auditTrail { totalCount }"]) {
      expect((await ask(field, "plain@acme.test")).errors).toHaveLength(1);
      expect((await ask(field, ALINE)).errors).toBeUndefined();
      expect((await ask(field, "admin@other.test")).errors).toHaveLength(1);
    }
    for (const field of ["connection { id }", "features { enabled }", "implementation { phase }"]) {
      expect((await ask(field, "plain@acme.test")).errors).toBeUndefined();
      expect((await ask(field, "admin@other.test")).errors).toHaveLength(1);
    }
  });

  test("the audit trail is narrowed by target and action, newest first", async () => {
    const { grant } = await h.grant.give(SEED, "acme", { member: ALINE, feature: "commitment" });
    await h.grant.revoke(SEED, "acme", grant.id, "Left");
    const list = async (filter: object) => {
      const ask = { as: ADMIN, variables: { filter }, arguments: "($filter: AuditFilter)" };
      const fields = "auditTrail(filter: $filter) { edges { node { action after } } }";
      const { auditTrail } = await schema.acme<{ auditTrail: Listed<{ action: string }> }>(fields, ask);
      return auditTrail.edges.map(({ node }) => node.action);
    };
    expect(await list({ targetId: grant.id })).toEqual(["grant.revoked", "grant.given"]);
    expect(await list({ action: "grant.given" })).toEqual(["grant.given"]);
    expect(await list({ targetId: "nobody" })).toEqual([]);
  });
});
