import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../infra/graphql/connection";
import { ActionName, FeatureName, enumOf } from "../../tenant/graphql/enums";
import { Node } from "../../infra/graphql/node";
import { MutationPayload } from "../../tenant/graphql/payload";
import { ACTIONS, type Action, type Feature, type Resource } from "../../policy/model/vocabulary";
import type { ReviewCampaignEntity } from "./review-campaign.entity";
import { isRevocable } from "./review-endings";
import { REVIEW_VERDICTS, type ReviewItemEntity, type ReviewVerdict } from "./review-item.entity";
import { HOLDER_KINDS, REVIEW_KINDS, type HolderKind, type ReviewKind } from "./review-kinds";
import { MAX_SIGNED_AT_ONCE } from "./review-signing.service";
import { DateOrDateTime, DateTime } from "../../infra/graphql/scalars";

const SIGNABLE = ["keep", "revoke"] as const;
const Verdict = enumOf(REVIEW_VERDICTS, "ReviewVerdict", "What became of an item in a review.");
const Signed = enumOf(SIGNABLE, "SignOffVerdict", "What to do with what somebody holds.");
const KindName = enumOf(REVIEW_KINDS, "HoldingKind", "What rights rest on, alone or together.");
const HolderKindName = enumOf(HOLDER_KINDS, "HolderKind", "A member, vendor staff, or a service with an API key.");

@ObjectType("AccessReview", {
  implements: Node,
  description: "Everything that gives rights in a company, to be signed off by a date.",
})
export class AccessReviewType extends Node {
  @Field()
  name!: string;

  @Field(() => FeatureName, { nullable: true, description: "Only what gives rights on it; null: everything." })
  feature!: Feature | null;

  @Field(() => DateTime)
  dueAt!: string;

  @Field(() => DateTime)
  openedAt!: string;

  @Field({ description: "Name of who opened it." })
  openedBy!: string;

  @Field(() => DateTime, { nullable: true, description: "ISO-8601 instant; null: open still." })
  closedAt!: string | null;

  @Field(() => String, { nullable: true, description: "Name of who closed it." })
  closedBy!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "What gave rights at the closing and is not in the list as it was then; null: open still.",
  })
  addedSince!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of `signedText`, as hex; in the audit trail too. Null: open still.",
  })
  signature!: string | null;

  @Field({ description: "Not closed, and its date is past." })
  late!: boolean;

  /** Not a field: for the resolver of the signed text. */
  entity!: ReviewCampaignEntity;

  static of(entity: ReviewCampaignEntity, now: string): AccessReviewType {
    const { id, name, feature, dueAt, openedAt, openedByName: openedBy } = entity;
    const { closedAt, closedByName: closedBy, addedSince, signature } = entity;
    return Object.assign(new AccessReviewType(), {
      ...{ id, name, feature, dueAt, openedAt, openedBy, closedAt, closedBy, addedSince, signature },
      ...{ late: closedAt === null && dueAt < now, entity },
    });
  }
}

@ObjectType({ description: "Who holds something: as they were called when the review was opened." })
export class ReviewHolder {
  @Field(() => HolderKindName)
  kind!: HolderKind;

  @Field(() => ID, { description: "Id of the member, of the vendor's staff, or of the API key." })
  holderId!: string;

  @Field()
  name!: string;

  @Field(() => String, { nullable: true, description: "Null: a service has none." })
  email!: string | null;
}

@ObjectType({ description: "Something that may be done." })
export class ReviewedRight {
  @Field(() => ActionName)
  action!: Action;

  @Field(() => FeatureName, { nullable: true, description: "Null: on the company as a whole." })
  feature!: Feature | null;
}

@ObjectType("AccessReviewItem", {
  implements: Node,
  description: "Something that gives its holder rights, to be signed off, and what was signed.",
})
export class AccessReviewItemType extends Node {
  @Field(() => ReviewHolder)
  holder!: ReviewHolder;

  @Field(() => KindName)
  kind!: ReviewKind;

  @Field({ description: "Whether a verdict of REVOKE ends it; `endedBy` says how, or what else would." })
  revocable!: boolean;

  @Field(() => [ReviewedRight], {
    description:
      "What could be done by it, alone or together with something else, when the review was opened or it was kept. Empty: nothing yet.",
  })
  rights!: ReviewedRight[];

  @Field(() => DateTime, { nullable: true, description: "Use of a grant before the review; null: never, or no grant." })
  lastUsedAt!: string | null;

  @Field(() => Verdict, { nullable: true, description: "Null: not signed yet." })
  verdict!: ReviewVerdict | null;

  @Field(() => DateTime, { nullable: true })
  signedAt!: string | null;

  @Field(() => String, { nullable: true, description: "Name of who signed; null: it lapsed, or nobody yet." })
  signedBy!: string | null;

  @Field(() => String, { nullable: true })
  comment!: string | null;

  /** Not a field: for the resolvers of what is read later. */
  entity!: ReviewItemEntity;

  static of(entity: ReviewItemEntity): AccessReviewItemType {
    const { id, kind, lastUsedAt, verdict, signedAt, signedByName: signedBy, comment } = entity;
    const { holderKind, holderId, holderName, holderEmail } = entity;
    const holder = { kind: holderKind, holderId, name: holderName, email: holderEmail };
    return Object.assign(new AccessReviewItemType(), {
      ...{ id, kind, holder: Object.assign(new ReviewHolder(), holder), revocable: isRevocable(kind) },
      ...{ rights: rightsOf(entity), lastUsedAt, verdict, signedAt, signedBy, comment, entity },
    });
  }
}

function rightsOf({ rights }: ReviewItemEntity): ReviewedRight[] {
  const featureOf = (resource: Resource) => (resource === "company" ? null : resource);
  return ACTIONS.flatMap((action) =>
    (rights[action] ?? []).map((resource) =>
      Object.assign(new ReviewedRight(), { action, feature: featureOf(resource) }),
    ),
  );
}

export const AccessReviewConnection = connectionOf(AccessReviewType, "AccessReview");
export const AccessReviewItemConnection = connectionOf(AccessReviewItemType, "AccessReviewItem");

@InputType({ description: "Which grants to look at; what is left out does not narrow." })
export class RightsInUseFilter {
  @Field(() => FeatureName, { nullable: true })
  feature?: Feature | null;

  @Field(() => Boolean, { nullable: true, description: "Only what was never used, or only what was." })
  neverUsed?: boolean | null;

  @Field(() => DateOrDateTime, {
    nullable: true,
    description: "Given before, not used since: an ISO-8601 instant or a day of the company's.",
  })
  unusedSince?: string | null;

  @Field(() => DateOrDateTime, {
    nullable: true,
    description: "Ends before: an ISO-8601 instant or a day of the company's.",
  })
  expiringBefore?: string | null;
}

@InputType()
export class OpenAccessReviewInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field()
  name!: string;

  @Field(() => DateOrDateTime, { description: "ISO-8601 instant, or a day of the company's, which counts whole." })
  dueAt!: string;

  @Field(() => FeatureName, { nullable: true, description: "Only what gives rights on this feature." })
  feature?: Feature | null;
}

@InputType({ description: "An item as its signer saw it." })
export class SignedItemInput {
  @Field(() => ID)
  item!: string;

  @Field({ description: "The item's `digest`: what has changed since is not signed." })
  digest!: string;
}

@InputType()
export class SignOffReviewItemsInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => [SignedItemInput], { description: `1 to ${MAX_SIGNED_AT_ONCE}; all are signed, or none.` })
  items!: SignedItemInput[];

  @Field(() => Signed)
  verdict!: (typeof SIGNABLE)[number];

  @Field(() => String, { nullable: true, description: "Needed where something is revoked: the reason." })
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
export class SignOffReviewItemsPayload extends MutationPayload {
  @Field(() => [AccessReviewItemType], { nullable: true })
  items?: AccessReviewItemType[] | null;
}
