import { DecisionStore } from "../../../src/authorization/log/decision-store";
import { ReviewCampaignEntity } from "../../../src/authorization/review/review-campaign.entity";
import { ReviewItemEntity } from "../../../src/authorization/review/review-item.entity";
import { signatureOf } from "../../../src/authorization/review/signed-list";
import { AuditProof } from "../../../src/tenant/audit/audit-proof";
import { openTestDatabase } from "../../support/database";
import { House, SEED } from "../../support/house";

const ADMIN = "admin@acme.test";
const HOLDER = "bruno@acme.test";
type Found = Record<string, never>;

async function started() {
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
  await new DecisionStore(house.database).write(
    [],
    new Map([[used, { companyId, lastUsedAt: at, lastAllowedAt: at }]]),
  );
  return { house, used, ending, idle };
}

const asked = async (house: House, email: string, query: string, variables = {}) => {
  const { data, errors } = await house.ask(email, query, variables);
  if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
  return data as unknown as Found;
};
const LIST = `query($filter: RightsInUseFilter) { company(slug: "acme") { accessReview(filter: $filter) {
  edges { node { id lastUsedAt lastAllowedAt validUntil member { email } } } } } }`;
const OPEN = `mutation($dueAt: String!) { openAccessReview(input: { company: "acme", name: "Autumn", dueAt: $dueAt }) {
  userErrors { code } decision { code } review { id late grantCount unsignedCount items { edges { node { id verdict lastUsedAt grant { id } } } } } } }`;
const SIGN = `mutation($item: ID!, $verdict: SignOffVerdict!, $comment: String) {
  signOffGrant(input: { company: "acme", item: $item, verdict: $verdict, comment: $comment }) {
    userErrors { code } item { verdict signedBy signedAt comment grant { revokedAt revokeReason } } } }`;
const CLOSE = `mutation($review: ID!) { closeAccessReview(input: { company: "acme", review: $review }) {
  userErrors { code message } review { closedAt closedBy signature late } } }`;

describe("an access review", () => {
  it("shows who holds what, last used when, never used, unused for long, ending soon", async () => {
    const { house, used, ending, idle } = await started();
    const ids = async (filter: object | null) => {
      const data = await asked(house, ADMIN, LIST, { filter });
      const { edges } = (data as never as { company: { accessReview: { edges: { node: { id: string } }[] } } }).company
        .accessReview;
      return edges
        .map(({ node }) => node.id)
        .filter((id) => [used, ending, idle].includes(id))
        .sort();
    };
    expect(await ids(null)).toEqual([used, ending, idle].sort());
    expect(await ids({ neverUsed: true })).toEqual([ending, idle].sort());
    expect(await ids({ neverUsed: false })).toEqual([used]);
    expect(await ids({ feature: "PROJECT" })).toEqual([idle]);
    expect(await ids({ expiringBefore: "2026-12-15" })).toEqual([ending]);
    expect(await ids({ unusedSince: "2026-11-24T08:00:00Z" })).toEqual([]);
    house.clock.set("2027-03-01T00:00:00.000Z");
    expect(await ids({ unusedSince: "2027-01-01" })).toEqual([used, idle].sort());
  });

  it("is signed off grant by grant, revokes through the grants' service, and ends in a signed list", async () => {
    const { house, used, ending, idle } = await started();
    const opened = await asked(house, ADMIN, OPEN, { dueAt: "2026-12-10" });
    const { review } = opened.openAccessReview as never as {
      review: { id: string; grantCount: number; items: { edges: { node: { id: string; grant: { id: string } } }[] } };
    };
    const itemOf = (grant: string) => review.items.edges.find(({ node }) => node.grant.id === grant)!.node.id;
    const others = review.items.edges
      .map(({ node }) => node)
      .filter(({ grant }) => ![used, ending, idle].includes(grant.id));
    expect(review).toMatchObject({ late: false, unsignedCount: review.grantCount });

    const sign = async (item: string, verdict: string, comment: string | null = null) =>
      (await asked(house, ADMIN, SIGN, { item, verdict, comment })).signOffGrant;
    const holders = await house.ask(HOLDER, SIGN, { item: itemOf(used), verdict: "KEEP" });
    expect(holders.data?.signOffGrant).toMatchObject({ item: null });
    expect(await sign(itemOf(used), "KEEP")).toMatchObject({ userErrors: [], item: { verdict: "KEEP" } });
    expect(await sign(itemOf(used), "REVOKE", "late")).toMatchObject({ userErrors: [{ code: "CONFLICT" }] });
    expect(await sign(itemOf(idle), "REVOKE")).toMatchObject({ userErrors: [{ code: "BAD_INPUT" }] });
    expect(await sign(itemOf(idle), "REVOKE", "Never used")).toMatchObject({
      userErrors: [],
      item: { verdict: "REVOKE", grant: { revokedAt: expect.any(String) as string, revokeReason: "Never used" } },
    });
    const close = async () => (await asked(house, ADMIN, CLOSE, { review: review.id })).closeAccessReview;
    expect(await close()).toMatchObject({ userErrors: [{ code: "CONFLICT" }] });

    house.clock.set("2026-12-11T00:00:00.000Z");
    const late = await asked(
      house,
      ADMIN,
      `{ company(slug: "acme") { accessReviews(late: true) { edges { node { id late } } } } }`,
    );
    expect(late.company).toMatchObject({ accessReviews: { edges: [{ node: { id: review.id, late: true } }] } });
    for (const { id } of others)
      await house.services.grant.revoke(
        SEED,
        "acme",
        review.items.edges.find(({ node }) => node.id === id)!.node.grant.id,
        "gone",
      );
    const closed = await close();
    expect(closed).toMatchObject({
      userErrors: [],
      review: { late: false, signature: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    });
    expect(await close()).toMatchObject({ userErrors: [{ code: "CONFLICT" }] });

    const manager = house.database.read();
    const campaign = await manager.findOneByOrFail(ReviewCampaignEntity, { id: review.id });
    const items = await manager.findBy(ReviewItemEntity, { campaignId: review.id });
    expect(items.find(({ grantId }) => grantId === ending)?.verdict).toBe("lapsed");
    expect(signatureOf(campaign, items)).toBe(campaign.signature);
    const forged = items.map((item) => (item.grantId === used ? { ...item, signedBy: "somebody" } : item));
    expect(signatureOf(campaign, forged)).not.toBe(campaign.signature);
    const trail = await house.trail("acme");
    expect(trail.at(-1)).toMatchObject({ action: "access_review.closed", after: { signature: campaign.signature } });
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["access_review.opened", "grant.certified", "grant.revoked", "grant.rejected"]),
    );
    expect((await new AuditProof(house.database).verify(await house.company("acme"))).problems).toEqual([]);
  });

  it("is not opened by who does not administer, nor for a date gone by, nor seen by outsiders", async () => {
    const { house } = await started();
    expect((await asked(house, HOLDER, OPEN, { dueAt: "2026-12-10" })).openAccessReview).toMatchObject({
      review: null,
    });
    expect((await asked(house, ADMIN, OPEN, { dueAt: "2026-01-01" })).openAccessReview).toMatchObject({
      userErrors: [{ code: "BAD_INPUT" }],
    });
    const foreign = await house.ask("admin@other.test", LIST);
    expect(foreign.data?.company ?? null).toBeNull();
  });
});
