import { getNamedType, isObjectType } from "graphql";
import { createSchema } from "../../src/app";
import { TestServer } from "../support/server";

/* A payload carries what else has changed, so that a client keeps its lists without asking again. */

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()), 60_000);
afterAll(() => server.stop());

const ADMIN = "admin@demo.test";
const MEMBER = "edge@demo.test";

async function data<T>(query: string, variables: object = {}, email = ADMIN): Promise<T> {
  const answer = await server.ask(email, query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data as T;
}

interface Entry {
  readonly cursor: string;
  readonly node: { readonly id: string };
}

const MEMBERS = `query ($after: String) { company(id: "demo") {
  members(first: 50, after: $after) { totalCount edges { cursor node { id } } } } }`;

test("a new member comes with the company and its entry of the list, cursor and all", async () => {
  interface Added {
    readonly addMember: { readonly company: { slug: string; members: { totalCount: number } }; memberEdge: Entry };
  }
  const { addMember } =
    await data<Added>(`mutation { addMember(input: { company: "demo", name: "Edge", email: "${MEMBER}" }) {
    company { slug members(first: 1) { totalCount } } memberEdge { cursor node { id } } userErrors { code } } }`);
  expect(addMember.company.slug).toBe("demo");
  interface Listed {
    readonly company: { readonly members: { readonly totalCount: number; readonly edges: readonly Entry[] } };
  }
  const { company } = await data<Listed>(MEMBERS);
  expect(company.members.totalCount).toBe(addMember.company.members.totalCount);
  expect(company.members.edges).toContainEqual(addMember.memberEdge);
  const after = await data<Listed>(MEMBERS, { after: addMember.memberEdge.cursor });
  const place = company.members.edges.findIndex(({ node }) => node.id === addMember.memberEdge.node.id);
  expect(after.company.members.edges).toEqual(company.members.edges.slice(place + 1));
});

test("what is gone is named by its id, and a refused mutation shows the company to who may see it, to nobody else", async () => {
  const give = `mutation { grantFeatureAccess(input: { company: "demo", member: "${MEMBER}", feature: COMMITMENT }) {
    grantEdge { node { id } } } }`;
  const { grantFeatureAccess } = await data<{ grantFeatureAccess: { grantEdge: Entry } }>(give);
  const { id } = grantFeatureAccess.grantEdge.node;
  const revoke = `mutation ($id: ID!) { revokeFeatureAccess(input: { company: "demo", grant: $id, reason: "x" }) {
    revokedGrantId grantEdge { node { id } } company { slug } userErrors { code } } }`;
  expect(await data(revoke, { id }, "read-only@demo.test")).toMatchObject({
    revokeFeatureAccess: { revokedGrantId: null, grantEdge: null, company: { slug: "demo" }, userErrors: [{}] },
  });
  expect(await data(revoke, { id }, "admin@other.test")).toMatchObject({
    revokeFeatureAccess: { company: null, userErrors: [{ code: "NOT_FOUND" }] },
  });
  expect(await data(revoke, { id })).toMatchObject({
    revokeFeatureAccess: { revokedGrantId: id, company: { slug: "demo" }, userErrors: [] },
  });
});

test("every payload of a company's mutation carries the company; every noun of a list its entry", () => {
  const schema = createSchema(null);
  for (const { name, type, args } of Object.values(schema.getMutationType()!.getFields())) {
    const payload = getNamedType(type);
    const input = getNamedType(args[0]!.type);
    if (!isObjectType(payload) || !("getFields" in input)) throw new Error(name);
    expect([name, Object.keys(payload.getFields())]).toEqual([name, expect.arrayContaining(["userErrors", "company"])]);
  }
  const member = schema.getType("MemberPayload");
  expect(isObjectType(member) && Object.keys(member.getFields())).toContain("memberEdge");
});
