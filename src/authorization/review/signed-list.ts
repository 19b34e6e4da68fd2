import canonicalize from "canonicalize";
import { createHash } from "node:crypto";
import type { ReviewCampaignEntity } from "./review-campaign.entity";
import type { ReviewItemEntity } from "./review-item.entity";

type Campaign = Pick<ReviewCampaignEntity, "id" | "companyId" | "name" | "dueAt" | "openedAt" | "openedBy">;

/**
 * The hash that a review is closed under: SHA-256, as hex, over the canonical JSON (RFC 8785) of the review and its
 * list, by grant. It stands in the audit trail too, so the list can be held against it afterwards.
 */
export function signatureOf(campaign: Campaign, items: readonly ReviewItemEntity[]): string {
  const { id, companyId, name, dueAt, openedAt, openedBy } = campaign;
  const list = [...items]
    .sort((a, b) => (a.grantId < b.grantId ? -1 : 1))
    .map(({ grantId, verdict, signedAt, signedBy, comment }) => ({ grantId, verdict, signedAt, signedBy, comment }));
  const text = canonicalize({ id, companyId, name, dueAt, openedAt, openedBy, list }) ?? "";
  return createHash("sha256").update(text, "utf8").digest("hex");
}
