import canonicalize from "canonicalize";
import { createHash } from "node:crypto";
import type { ReviewCampaignEntity } from "./review-campaign.entity";
import type { ReviewItemEntity } from "./review-item.entity";

/** Names the form of what is signed; docs/audit.md tells it. */
export const REVIEW_FORMAT = "ledgergate-access-review/1";

/** A review as it is signed: everything that its readers are shown of it, and nothing that they are not. */
export function signedDocument(campaign: ReviewCampaignEntity, items: readonly ReviewItemEntity[]): object {
  const { id, companyId, name, feature, dueAt, openedAt, openedBy, openedByName } = campaign;
  const { closedAt, closedBy, closedByName, addedSince } = campaign;
  const opened = { openedAt, openedBy: { id: openedBy, name: openedByName } };
  const closed = { closedAt, closedBy: closedBy === null ? null : { id: closedBy, name: closedByName }, addedSince };
  const list = [...items].sort((a, b) => (a.id < b.id ? -1 : 1)).map(signedItem);
  return { format: REVIEW_FORMAT, id, companyId, name, feature, dueAt, ...opened, ...closed, items: list };
}

function signedItem(item: ReviewItemEntity): object {
  const { id, holderKind, holderId, holderName, holderEmail, kind, reference, state, rights, lastUsedAt } = item;
  const { verdict, signedAt, signedBy, signedByName, comment } = item;
  return {
    id,
    holder: { kind: holderKind, id: holderId, name: holderName, email: holderEmail },
    ...{ kind, reference, state, rights, lastUsedAt },
    ...{ verdict, signedAt, signedBy: signedBy === null ? null : { id: signedBy, name: signedByName }, comment },
  };
}

/** The text whose SHA-256 is the signature: canonical JSON (RFC 8785). */
export function signedText(campaign: ReviewCampaignEntity, items: readonly ReviewItemEntity[]): string {
  return canonicalize(signedDocument(campaign, items)) ?? "";
}

/** The hash that a review is closed under, as hex. It stands in the audit trail too, so that both can be compared. */
export function signatureOf(campaign: ReviewCampaignEntity, items: readonly ReviewItemEntity[]): string {
  return hashOfText(signedText(campaign, items));
}

export function hashOfText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
