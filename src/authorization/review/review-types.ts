import { Field, ID, InputType, ObjectType } from "type-graphql";
import { connectionOf } from "../../infra/graphql/connection";
import { FeatureName, enumOf } from "../../tenant/graphql/enums";
import { Node } from "../../infra/graphql/node";
import { MutationPayload } from "../../tenant/graphql/payload";
import type { Feature } from "../../policy/model/vocabulary";
import type { ReviewCampaignEntity } from "./review-campaign.entity";
import { REVIEW_VERDICTS, type ReviewItemEntity, type ReviewVerdict } from "./review-item.entity";

const SIGNABLE = ["keep", "revoke"] as const;
const Verdict = enumOf(REVIEW_VERDICTS, "ReviewVerdict", "What became of a grant in a review.");
const Signed = enumOf(SIGNABLE, "SignOffVerdict", "What to do with a grant in a review.");

@ObjectType("AccessReview", { implements: Node, description: "A company's rights, to be signed off by a date." })
export class AccessReviewType extends Node {
  @Field()
  name!: string;

  @Field({ description: "ISO-8601 instant." })
  dueAt!: string;

  @Field({ description: "ISO-8601 instant." })
  openedAt!: string;

  @Field({ description: "Name of who opened it." })
  openedBy!: string;

  @Field(() => String, { nullable: true, description: "ISO-8601 instant; null: open still." })
  closedAt!: string | null;

  @Field(() => String, { nullable: true, description: "Name of who closed it." })
  closedBy!: string | null;

  @Field(() => String, { nullable: true, description: "SHA-256 of the signed list; in the audit trail too." })
  signature!: string | null;

  @Field({ description: "Not closed, and its date is past." })
  late!: boolean;

  static of(entity: ReviewCampaignEntity, now: string): AccessReviewType {
    const { id, name, dueAt, openedAt, openedByName: openedBy, closedAt, closedByName: closedBy, signature } = entity;
    const late = closedAt === null && dueAt < now;
    return Object.assign(new AccessReviewType(), {
      ...{ id, name, dueAt, openedAt, openedBy },
      ...{ closedAt, closedBy, signature, late },
    });
  }
}

@ObjectType("AccessReviewItem", { implements: Node, description: "A grant to be signed off, and what was signed." })
export class AccessReviewItemType extends Node {
  @Field(() => String, { nullable: true, description: "Use of the grant before the review; null: never." })
  lastUsedAt!: string | null;

  @Field(() => Verdict, { nullable: true, description: "Null: not signed yet." })
  verdict!: ReviewVerdict | null;

  @Field(() => String, { nullable: true, description: "ISO-8601 instant." })
  signedAt!: string | null;

  @Field(() => String, { nullable: true, description: "Name of who signed; null: it lapsed, or nobody yet." })
  signedBy!: string | null;

  @Field(() => String, { nullable: true })
  comment!: string | null;

  /** Not a field: for the resolver of the grant. */
  entity!: ReviewItemEntity;

  static of(entity: ReviewItemEntity): AccessReviewItemType {
    const { id, lastUsedAt, verdict, signedAt, signedByName: signedBy, comment } = entity;
    return Object.assign(new AccessReviewItemType(), { id, lastUsedAt, verdict, signedAt, signedBy, comment, entity });
  }
}

export const AccessReviewConnection = connectionOf(AccessReviewType, "AccessReview");
export const AccessReviewItemConnection = connectionOf(AccessReviewItemType, "AccessReviewItem");

@InputType({ description: "Which rights to look at; what is left out does not narrow." })
export class RightsInUseFilter {
  @Field(() => FeatureName, { nullable: true })
  feature?: Feature | null;

  @Field(() => Boolean, { nullable: true, description: "Only what was never used, or only what was." })
  neverUsed?: boolean | null;

  @Field(() => String, { nullable: true, description: "ISO-8601 date or instant: given before, not used since." })
  unusedSince?: string | null;

  @Field(() => String, { nullable: true, description: "ISO-8601 date or instant: ends before." })
  expiringBefore?: string | null;
}

@InputType()
export class OpenAccessReviewInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field()
  name!: string;

  @Field({ description: "ISO-8601 date or instant." })
  dueAt!: string;

  @Field(() => FeatureName, { nullable: true, description: "Rights on this feature only." })
  feature?: Feature | null;
}

@InputType()
export class SignOffGrantInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => ID)
  item!: string;

  @Field(() => Signed)
  verdict!: (typeof SIGNABLE)[number];

  @Field(() => String, { nullable: true, description: "Needed where it is revoked: the reason." })
  comment?: string | null;
}

@InputType()
export class CloseAccessReviewInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => ID)
  review!: string;
}

@ObjectType()
export class AccessReviewPayload extends MutationPayload {
  @Field(() => AccessReviewType, { nullable: true })
  review?: AccessReviewType | null;
}

@ObjectType()
export class SignOffGrantPayload extends MutationPayload {
  @Field(() => AccessReviewItemType, { nullable: true })
  item?: AccessReviewItemType | null;
}
