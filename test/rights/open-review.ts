import type { RecordHouse } from "../records/record-house";

/** An open review and one of its items. */
export interface OpenReview {
  readonly id: string;
  readonly item: string;
  readonly digest: string;
}

/** A review that is open, as the administrator opened it. */
export async function reviewOf(house: RecordHouse): Promise<OpenReview> {
  const input = { company: "acme", name: "Autumn", dueAt: "2026-12-24T09:00:00.000Z" };
  const source = `mutation ($input: OpenAccessReviewInput!) {
    openAccessReview(input: $input) { review { id items(first: 1) { edges { node { id digest } } } } }
  }`;
  const { data } = await house.ask("admin@acme.test", source, { input });
  const opened = data as unknown as { openAccessReview: { review: Review } };
  const { id, items } = opened.openAccessReview.review;
  const { id: item, digest } = items.edges[0]!.node;
  return { id, item, digest };
}

interface Review {
  readonly id: string;
  readonly items: { readonly edges: readonly { readonly node: { readonly id: string; readonly digest: string } }[] };
}
