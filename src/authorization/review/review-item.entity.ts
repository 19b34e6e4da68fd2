import { Entity, ForeignKey, Unique } from "typeorm";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../infra/db/schema/columns";
import { GrantEntity } from "../../directory/grants/grant.entity";
import { ReviewCampaignEntity } from "./review-campaign.entity";

/** What became of a grant in a review. `lapsed`: it was revoked or over before anybody signed. */
export const REVIEW_VERDICTS = ["keep", "revoke", "lapsed"] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** A grant that a review is to sign off. */
@Entity({ name: "review_item" })
@Unique(["campaignId", "grantId"])
export class ReviewItemEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  @ForeignKey(() => ReviewCampaignEntity, { onDelete: "RESTRICT" })
  campaignId!: string;

  @TextColumn()
  @ForeignKey(() => GrantEntity, { onDelete: "RESTRICT" })
  grantId!: string;

  /** Of the grant when the review was opened; null: never. */
  @InstantColumn({ nullable: true })
  lastUsedAt!: string | null;

  /** Null: nobody has signed yet. */
  @OneOfColumn(REVIEW_VERDICTS, { nullable: true })
  verdict!: ReviewVerdict | null;

  @InstantColumn({ nullable: true })
  signedAt!: string | null;

  /** Id of who signed. */
  @TextColumn({ nullable: true })
  signedBy!: string | null;

  @TextColumn({ nullable: true })
  signedByName!: string | null;

  @TextColumn({ nullable: true })
  comment!: string | null;

  @InstantColumn()
  createdAt!: string;
}
