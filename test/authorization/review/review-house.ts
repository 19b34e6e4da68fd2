import { DecisionStore } from "../../../src/authorization/log/decision-store";
import { openTestDatabase } from "../../support/database";
import { House, SEED } from "../../support/house";

export const ADMIN = "admin@acme.test";
export const HOLDER = "bruno@acme.test";
type Found = Record<string, never>;

export async function started() {
  const house = new House(await openTestDatabase());
  await house.register("acme");
  await house.register("other");
  for (const email of [HOLDER, "carla@acme.test"])
    await house.services.member.add(SEED, "acme", {
      email,
      name: email,
      toolLevel: "none",
      directoryLevel: "read_only",
    });
  const give = (member: string, feature: "commitment" | "project", validUntil: string | null = null) =>
    house.services.grant.give(SEED, "acme", {
      member,
      feature,
      direction: "export",
      validUntil,
      reason: "Test",
    } as never);
  const used = (await give(HOLDER, "commitment")).grant.id;
  const ending = (await give("carla@acme.test", "commitment", "2026-12-01T00:00:00.000Z")).grant.id;
  const idle = (await give(HOLDER, "project")).grant.id;
  const companyId = (await house.company("acme")).id;
  const at = "2026-11-24T09:00:00.000Z";
  await new DecisionStore(house.database, house.clock).write(
    [],
    new Map([[used, { companyId, lastUsedAt: at, lastAllowedAt: at }]]),
  );
  return { house, used, ending, idle };
}

export const asked = async (house: House, email: string, query: string, variables = {}) => {
  const { data, errors } = await house.ask(email, query, variables);
  if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
  return data as unknown as Found;
};
export const LIST = `query($filter: RightsInUseFilter) { company(slug: "acme") { accessReview(filter: $filter) {
  edges { node { id lastUsedAt lastAllowedAt validUntil member { email } } } } } }`;
export const OPEN = `mutation($dueAt: DateOrDateTime!, $feature: FeatureName) {
  openAccessReview(input: { company: "acme", name: "Autumn", dueAt: $dueAt, feature: $feature }) {
    userErrors { code } decision { code } review { id late dueAt feature itemCount unsignedCount items(first: 200) { edges { node {
      id kind held endedBy revocable changed digest verdict holder { kind holderId name email } rights { action feature } grant { id } lastUsedAt } } } } } }`;
const ITEMS = `query($id: ID!) { node(id: $id) { ... on AccessReview { items(first: 200) { edges { node {
  id kind held changed digest verdict holder { holderId email } rights { action feature } grant { id } } } } } } }`;
const SIGN = `mutation($items: [SignedItemInput!]!, $verdict: SignOffVerdict!, $comment: String) {
  signOffReviewItems(input: { company: "acme", items: $items, verdict: $verdict, comment: $comment }) {
    userErrors { code message } decision { code } items { verdict signedBy signedAt comment grant { revokedAt revokeReason } } } }`;
export const CLOSE = `mutation($review: ID!) { closeAccessReview(input: { company: "acme", review: $review }) {
  userErrors { code message } review { id closedAt closedBy addedSince signature signedText late } } }`;

export interface Item {
  readonly id: string;
  readonly kind: string;
  readonly held: string;
  readonly endedBy: string;
  readonly revocable: boolean;
  readonly changed: boolean;
  readonly digest: string | null;
  readonly holder: { readonly holderId: string; readonly email: string | null };
  readonly rights: readonly { readonly action: string; readonly feature: string | null }[];
  readonly grant: { readonly id: string } | null;
}

export async function opened(house: House, variables: object = { dueAt: "2026-12-10" }) {
  const { openAccessReview } = await asked(house, ADMIN, OPEN, variables);
  const { review } = openAccessReview as never as {
    review: { id: string; dueAt: string; itemCount: number; items: { edges: { node: Item }[] } };
  };
  return { ...review, items: review.items.edges.map(({ node }) => node) };
}

export async function itemsNow(house: House, id: string): Promise<Item[]> {
  const { node } = await asked(house, ADMIN, ITEMS, { id });
  return (node as never as { items: { edges: { node: Item }[] } }).items.edges.map((edge) => edge.node);
}

export async function sign(
  house: House,
  items: readonly Item[],
  verdict: string,
  comment: string | null = null,
  as = ADMIN,
) {
  const named = items.map(({ id, digest }) => ({ item: id, digest: digest ?? "" }));
  return (await asked(house, as, SIGN, { items: named, verdict, comment })).signOffReviewItems as never as {
    userErrors: { code: string; message: string }[];
    decision: { code: string } | null;
    items: object[] | null;
  };
}
