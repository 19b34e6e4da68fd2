import { In } from "typeorm";
import type { ChangeScope } from "../../tenant/audit/company-changes";
import { BilingualRefusal } from "../../kernel/errors";
import { holdingKey } from "./company-holdings";
import type { ReviewCampaignEntity } from "./review-campaign.entity";
import { ReviewItemEntity } from "./review-item.entity";
import type { ReviewedHolding } from "./review-kinds";

const ROWS_BATCH_SIZE = 500;

/** The key of `holdingKey`, of what the item is about. */
export function itemKey({ holderId, kind, reference }: ReviewItemEntity): string {
  return `${kind} ${holderId} ${reference}`;
}

/** All items with their verdicts; those of what is gone get theirs now. Throws Refusal CONFLICT where some are unsigned. */
export async function settle(
  { manager, at }: ChangeScope,
  campaign: ReviewCampaignEntity,
  present: readonly ReviewedHolding[],
): Promise<ReviewItemEntity[]> {
  const items = await manager.findBy(ReviewItemEntity, { campaignId: campaign.id });
  const there = new Set(present.map(holdingKey));
  const unsigned = items.filter(({ verdict }) => verdict === null);
  const gone = unsigned.filter((item) => !there.has(itemKey(item)));
  const left = unsigned.length - gone.length;
  if (left > 0) throw unsignedLeft(left, items.length);
  const lapsed = { verdict: "lapsed", signedAt: at } as const;
  for (let from = 0; from < gone.length; from += ROWS_BATCH_SIZE) {
    const id = In(gone.slice(from, from + ROWS_BATCH_SIZE).map((item) => item.id));
    await manager.update(ReviewItemEntity, { id }, lapsed);
  }
  for (const item of gone) Object.assign(item, lapsed);
  return items;
}

function unsignedLeft(left: number, all: number): BilingualRefusal {
  return new BilingualRefusal("CONFLICT", {
    en: `${left} of ${all} are not signed off yet.`,
    fr: `${left} sur ${all} ne sont pas encore signés.`,
  });
}
