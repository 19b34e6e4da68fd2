import type { Caller } from "../../../src/infra/graphql/caller";
import { openTestDatabase } from "../../support/database";
import { person, RightsHouse } from "../../support/rights-house";
import { RightsSchema, type Listed } from "../../support/rights-schema";

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
  await h.addProject("acme", "P-1");
});

const GIVE = `mutation ($input: GrantFeatureAccessInput!) {
  grantFeatureAccess(input: $input) {
    grant { id feature direction projectIds projects { code } ceiling { value currency } givenBy reason
      validFrom validUntil lastDay member { email } }
    policyRevision userErrors { code message field } decision { allowed code gates { code passed } }
  }
}`;
const REVOKE = `mutation ($input: RevokeFeatureAccessInput!) {
  revokeFeatureAccess(input: $input) { grant { revokedAt revokedBy revokeReason } userErrors { code field } }
}`;

interface Refused {
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
  readonly decision: { readonly gates: readonly object[] } | null;
}

type Given = Refused & {
  readonly grant: { readonly id: string; readonly ceiling: object };
  readonly policyRevision: number;
};

async function give(input: object, caller = ADMIN): Promise<Given> {
  const variables = { input: { company: "acme", member: ALINE, feature: "COMMITMENT", ...input } };
  return (await schema.data<{ grantFeatureAccess: Given }>(GIVE, { as: caller, variables })).grantFeatureAccess;
}

describe("grants over GraphQL", () => {
  test("last whole days of the company, here in New York; instants stay instants", async () => {
    const days = await give({ validFrom: "2027-01-15", validUntil: "2027-06-30" });
    expect(days.grant).toMatchObject({
      validFrom: "2027-01-15T05:00:00.000Z",
      validUntil: "2027-07-01T04:00:00.000Z",
      lastDay: "2027-06-30",
    });
    const instant = await give({ feature: "VENDOR", validUntil: "2027-06-30T12:00:00+02:00" });
    expect(instant.grant).toMatchObject({ validFrom: null, validUntil: "2027-06-30T10:00:00.000Z", lastDay: null });
  });

  test("are given, listed and revoked", async () => {
    const scope = { projects: ["P-1"], ceiling: { value: "1250.50", currency: "USD" }, reason: "List" };
    const { grant, userErrors, policyRevision } = await give(scope);
    expect(userErrors).toEqual([]);
    expect(policyRevision).toBe((await h.company("acme")).policyRevision);
    expect(grant).toMatchObject({ direction: "EXPORT", givenBy: "admin", member: { email: ALINE }, reason: "List" });
    expect(grant).toMatchObject({ projects: [{ code: "P-1" }] });
    expect(grant.ceiling).toEqual({ value: "1250.50", currency: "USD" });

    const fields = "grants(first: 5, filter: $filter) { totalCount edges { node { id feature } } }";
    const list = async (filter: object | null) => {
      const ask = { as: ADMIN, variables: { filter }, arguments: "($filter: GrantFilter)" };
      return (await schema.acme<{ grants: Listed<object> }>(fields, ask)).grants.totalCount;
    };
    expect(await list(null)).toBe(1);
    expect(await list({ member: ALINE.toUpperCase(), feature: "COMMITMENT" })).toBe(1);
    expect(await list({ member: "admin@acme.test" })).toBe(0);
    expect(await list({ feature: "VENDOR" })).toBe(0);

    const input = { company: "acme", grant: grant.id, reason: "Left" };
    const revoked = (
      await schema.data<{ revokeFeatureAccess: object & { grant: object } }>(REVOKE, {
        as: ADMIN,
        variables: { input },
      })
    ).revokeFeatureAccess;
    expect(revoked.grant).toMatchObject({ revokedBy: "admin", revokeReason: "Left" });
    expect(await list(null)).toBe(0);
    expect(await list({ includeRevoked: true })).toBe(1);
  });

  test("a refusal by policy carries the decision, one by input its field", async () => {
    const self = await give({ member: "admin@acme.test" });
    expect(self).toMatchObject({
      grant: null,
      policyRevision: null,
      userErrors: [{ code: "SELF_GRANT", field: null }],
    });
    expect(self.decision).toMatchObject({ allowed: false, code: "SELF_GRANT" });
    expect(self.decision!.gates).toContainEqual({ code: "SELF_GRANT", passed: false });
    const money = await give({ ceiling: { value: "1,250", currency: "USD" } });
    expect(money.userErrors).toMatchObject([{ code: "BAD_INPUT", field: ["input", "ceiling"] }]);
    const outsider = await give({}, as("admin@other.test"));
    expect(outsider).toMatchObject({ userErrors: [{ code: "NOT_FOUND" }], decision: null });
  });

  test("an anonymous caller is told to say who he is", async () => {
    const variables = { input: { company: "acme", member: ALINE, feature: "COMMITMENT" } };
    const { errors } = await schema.ask(GIVE, { as: { kind: "anonymous" }, variables });
    expect(errors?.[0]?.message).toMatch(/^Say who you are/);
  });

  test("node(id) shows a grant and an audit entry to who may review, to nobody else", async () => {
    const { grant } = await give({});
    expect(grant).toMatchObject({ projects: null, projectIds: null });
    expect(await schema.grants.find(person("admin@acme.test"), grant.id)).toMatchObject({ id: grant.id });
    expect(await schema.grants.find(person("admin@other.test"), grant.id)).toBeNull();
    const fields = "auditTrail(first: 1) { edges { node { id } } }";
    const { auditTrail } = await schema.acme<{ auditTrail: Listed<{ id: string }> }>(fields, { as: ADMIN });
    const { id } = auditTrail.edges[0]!.node;
    expect(await schema.audit.find(person("admin@acme.test"), id)).toMatchObject({ action: "grant.given" });
    expect(await schema.audit.find(person("admin@other.test"), id)).toBeNull();
  });
});

describe("approvers over GraphQL", () => {
  const DESIGNATE = `mutation ($input: DesignateApproverInput!) {
    designateApprover(input: $input) {
      member { version email toolLevel canPushToAccounting grants { edges { node { feature } } } }
      grants { feature } policyRevision userErrors { code field }
    }
  }`;
  type Designated = { designateApprover: Refused & { member: { version: number }; grants: object[] } };

  test("are designated with their features, listed, and made read-only", async () => {
    await h.addMember("acme", "bob@acme.test");
    const both = { toolLevel: "standard", canPushToAccounting: true } as const;
    await h.addMember("acme", "gone@acme.test", { ...both, active: false });
    await h.addMember("acme", "level@acme.test", { ...both, canPushToAccounting: false });
    await h.addMember("acme", "privilege@acme.test", { ...both, toolLevel: "read_only" });
    const input = { company: "acme", member: "bob@acme.test", features: [{ feature: "COMMITMENT" }], reason: "List" };
    const done = (await schema.data<Designated>(DESIGNATE, { as: ADMIN, variables: { input } })).designateApprover;
    expect(done).toMatchObject({
      member: {
        toolLevel: "STANDARD",
        canPushToAccounting: true,
        grants: { edges: [{ node: { feature: "COMMITMENT" } }] },
      },
      grants: [{ feature: "COMMITMENT" }],
      userErrors: [],
    });
    const list = async () => {
      const fields = "approvers { totalCount edges { node { email } } }";
      const { approvers } = await schema.acme<{ approvers: Listed<{ email: string }> }>(fields, { as: ADMIN });
      return approvers.edges.map(({ node }) => node.email);
    };
    expect(await list()).toEqual(["admin@acme.test", ALINE, "bob@acme.test"]);
    const READ_ONLY = `mutation ($input: MakeReadOnlyInput!) { makeReadOnly(input: $input) {
      grants { revokeReason } member { version } userErrors { code } } }`;
    const off = { company: "acme", member: "bob@acme.test", expectedVersion: done.member.version, reason: "Left" };
    const early = { ...off, expectedVersion: 1 };
    const stale = await schema.data<{ makeReadOnly: object }>(READ_ONLY, { as: ADMIN, variables: { input: early } });
    expect(stale.makeReadOnly).toEqual({
      grants: null,
      member: { version: done.member.version },
      userErrors: [{ code: "STALE_EDIT" }],
    });
    const undone = await schema.data<{ makeReadOnly: { grants: object[] } }>(READ_ONLY, {
      as: ADMIN,
      variables: { input: off },
    });
    expect(undone.makeReadOnly.grants).toEqual([{ revokeReason: "Left" }]);
    expect(await list()).toHaveLength(2);
  });

  test("what does not fit is refused at its place in the list", async () => {
    const features = [{ feature: "COMMITMENT" }, { feature: "COMMITMENT", ceiling: { value: "x", currency: "USD" } }];
    const input = { company: "acme", member: ALINE, features, reason: "List" };
    const { userErrors } = (await schema.data<Designated>(DESIGNATE, { as: ADMIN, variables: { input } }))
      .designateApprover;
    expect(userErrors).toEqual([{ code: "BAD_INPUT", field: ["input", "features", "1", "ceiling"] }]);
  });
});
