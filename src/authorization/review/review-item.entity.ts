import { Entity, ForeignKey, Unique } from "typeorm";
import { IdColumn, InstantColumn, JsonColumn, OneOfColumn, TextColumn } from "../../infra/db/schema/columns";
import type { Rights } from "../../policy/holdings";
import { HOLDER_KINDS, REVIEW_KINDS, type HolderKind, type ReviewedState, type ReviewKind } from "./review-kinds";
import { ReviewCampaignEntity } from "./review-campaign.entity";

/** What became of it in a review. `lapsed`: it was gone before anybody signed. */
export const REVIEW_VERDICTS = ["keep", "revoke", "lapsed"] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** Something that gives its holder rights, which a review is to sign off. */
@Entity({ name: "review_item" })
@Unique(["campaignId", "holderId", "kind", "reference"])
export class ReviewItemEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  @ForeignKey(() => ReviewCampaignEntity, { onDelete: "RESTRICT" })
  campaignId!: string;

  @OneOfColumn(HOLDER_KINDS)
  holderKind!: HolderKind;

  @TextColumn()
  holderId!: string;

  /** Name and e-mail as they were when the review was opened. */
  @TextColumn()
  holderName!: string;

  @TextColumn({ nullable: true })
  holderEmail!: string | null;

  @OneOfColumn(REVIEW_KINDS)
  kind!: ReviewKind;

  /** Of a grant, project, feature or part its id or name; empty where the kind says all. */
  @TextColumn()
  reference!: string;

  /** At the opening; of what was kept, when it was signed. */
  @JsonColumn()
  state!: ReviewedState;

  /** Likewise: what could be done by it. */
  @JsonColumn()
  rights!: Rights;

  /** Of a grant, before the review was opened; null: never, or no grant. */
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
