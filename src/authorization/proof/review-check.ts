import { PROOF_TEXTS } from "../texts/proof-texts";
import { fill } from "../../kernel/catalogue";
import type { EntityManager } from "typeorm";
import { ReviewCampaignEntity } from "../review/review-campaign.entity";
import { ReviewItemEntity } from "../review/review-item.entity";
import { digestOf } from "../review/review-kinds";
import { signatureOf } from "../review/signed-list";
import type { RightsProblems } from "./rights-problem";
import type { TrailMemory } from "./trail-memory";

/** Holds reviews, what was signed in them and what they were closed under against the trail. */
export async function checkReviews(
  manager: EntityManager,
  companyId: string,
  trail: TrailMemory,
  problems: RightsProblems,
): Promise<void> {
  const campaigns = await manager.find(ReviewCampaignEntity, { where: { companyId }, order: { id: "ASC" } });
  const signed = new Set<string>();
  for (const campaign of campaigns) {
    const items = await manager.findBy(ReviewItemEntity, { campaignId: campaign.id });
    for (const item of items) signed.add(item.id);
    checkCampaign(campaign, items, trail, problems);
    for (const item of items) checkItem(item, trail, problems);
  }
  const there = new Set(campaigns.map(({ id }) => id));
  for (const [id, sequence] of trail.opened)
    if (!there.has(id)) problems.tell("review_removed", `access_review ${id}`, sequence, PROOF_TEXTS.reviewGone);
  for (const [id, { sequence }] of trail.signed)
    if (!signed.has(id)) problems.tell("review_removed", `review_item ${id}`, sequence, PROOF_TEXTS.signedGone);
}

function checkCampaign(
  campaign: ReviewCampaignEntity,
  items: readonly ReviewItemEntity[],
  trail: TrailMemory,
  problems: RightsProblems,
): void {
  const target = `access_review ${campaign.id} (${campaign.name})`;
  const opened = trail.opened.get(campaign.id);
  if (opened === undefined) return problems.tell("review_added", target, null, PROOF_TEXTS.nothingOpened);
  const closed = trail.closed.get(campaign.id);
  if (!closed && campaign.closedAt !== null) problems.tell("review_altered", target, opened, PROOF_TEXTS.nothingClosed);
  if (!closed) return;
  if (campaign.closedAt === null) problems.tell("review_altered", target, closed.sequence, PROOF_TEXTS.closedAndOpen);
  else if (signatureOf(campaign, items) !== closed.signature)
    problems.tell("review_altered", target, closed.sequence, PROOF_TEXTS.otherList);
}

function checkItem(item: ReviewItemEntity, trail: TrailMemory, problems: RightsProblems): void {
  const target = `review_item ${item.id} (${item.kind} of ${item.holderName})`;
  const event = trail.signed.get(item.id);
  // What lapsed was signed by nobody: the signature of the whole list holds it.
  if (!event && (item.verdict === null || item.verdict === "lapsed")) return;
  if (!event)
    return problems.tell(
      "review_altered",
      target,
      null,
      fill(PROOF_TEXTS.verdictNotSigned, { verdict: item.verdict ?? PROOF_TEXTS.nothing }),
    );
  const { sequence, verdict, signedBy, comment, digest } = event;
  if (item.verdict !== verdict)
    problems.tell(
      "review_altered",
      target,
      sequence,
      fill(PROOF_TEXTS.otherVerdict, { said: item.verdict ?? PROOF_TEXTS.nothing, signed: verdict }),
    );
  else if (item.signedBy !== signedBy || item.comment !== comment || digestOf(item) !== digest)
    problems.tell("review_altered", target, sequence, PROOF_TEXTS.otherSignature);
}
