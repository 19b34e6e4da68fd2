import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { actorOf } from "../../infra/graphql/actor";
import { ConnectionArgs, type Connection } from "../../infra/graphql/connection";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { payload } from "../../tenant/graphql/payload";
import type { Actor } from "../../kernel/actor";
import { GrantConnection, GrantType } from "../../directory/grants/grant-type";
import { startFrom } from "../../infra/graphql/days";
import { DateTime } from "../../infra/graphql/scalars";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { GrantUseEntity } from "../log/grant-use.entity";
import type { AccessReviewService } from "./access-review.service";
import type { ReviewCounts, ReviewQuery, ReviewReading } from "./review-reading";
import type { ReviewSigningService } from "./review-signing.service";
import {
  AccessReviewConnection,
  AccessReviewItemConnection,
  AccessReviewItemType,
  AccessReviewPayload,
  AccessReviewType,
  CloseAccessReviewInput,
  OpenAccessReviewInput,
  RightsInUseFilter,
  SignOffReviewItemsInput,
  SignOffReviewItemsPayload,
} from "./review-types";
import { signedText } from "./signed-list";

/** Rights in use and their reviews under Company, and the mutations that sign them off. */
@Resolver(() => CompanyType)
export class AccessReviewResolver {
  constructor(
    private readonly reading: ReviewReading,
    private readonly reader: CompanyReader,
    private readonly service: AccessReviewService,
    private readonly signing: ReviewSigningService,
  ) {}

  @FieldResolver(() => GrantConnection, {
    nullable: true,
    description: "Who holds what by which grant now, oldest first: ask each for its last use.",
  })
  async accessReview(
    @Root() company: CompanyType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("filter", () => RightsInUseFilter, { nullable: true }) filter: RightsInUseFilter | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<GrantType>> {
    await this.reader.require(context, company.entity, "review");
    const query = queryOf(filter, zoneOf(company.entity));
    return listUnder(context, company.id, args, {
      name: `rights in use ${JSON.stringify(query)}`,
      pages: (ids, request) => this.reading.rights(ids, request, query),
      node: (entity) => GrantType.of(entity),
    });
  }

  @FieldResolver(() => AccessReviewConnection, {
    nullable: true,
    description: "Reviews of the company's rights, newest first.",
  })
  async accessReviews(
    @Root() company: CompanyType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("late", () => Boolean, { nullable: true, description: "Only those that are late, or only the rest." })
    late: boolean | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<AccessReviewType>> {
    await this.reader.require(context, company.entity, "review");
    return listUnder(context, company.id, args, {
      name: `access reviews ${late ?? "all"}`,
      pages: (ids, request) => this.reading.campaigns(ids, request, late ?? null),
      node: (entity) => AccessReviewType.of(entity, this.reading.now()),
    });
  }

  @Mutation(() => AccessReviewPayload, { description: "Opens a review of everything that gives rights now." })
  @TakesIdempotencyKey(AccessReviewPayload)
  async openAccessReview(
    @Ctx() context: GraphQLContext,
    @Arg("input", () => OpenAccessReviewInput) { company, ...request }: OpenAccessReviewInput,
  ): Promise<AccessReviewPayload> {
    return payload(AccessReviewPayload, async () => {
      const opened = await this.service.open(actorOf(context), company, request);
      return { review: AccessReviewType.of(opened, this.reading.now()) };
    });
  }

  @Mutation(() => SignOffReviewItemsPayload, { description: "Keeps or revokes what is in a review." })
  async signOffReviewItems(
    @Ctx() context: GraphQLContext,
    @Arg("input", () => SignOffReviewItemsInput) { company, ...request }: SignOffReviewItemsInput,
  ): Promise<SignOffReviewItemsPayload> {
    return payload(SignOffReviewItemsPayload, async () => {
      const signed = await this.signing.signOff(actorOf(context), company, request);
      return { items: signed.map((item) => AccessReviewItemType.of(item)) };
    });
  }

  @Mutation(() => AccessReviewPayload, { description: "Closes a review once everything in it is signed off." })
  async closeAccessReview(
    @Ctx() context: GraphQLContext,
    @Arg("input", () => CloseAccessReviewInput) { company, review }: CloseAccessReviewInput,
  ): Promise<AccessReviewPayload> {
    return payload(AccessReviewPayload, async () => {
      const closed = await this.service.close(actorOf(context), company, review);
      return { review: AccessReviewType.of(closed, this.reading.now()) };
    });
  }

  /** For `node(id)`; null: no such review, or not for this actor. */
  async find(actor: Actor, id: string): Promise<AccessReviewType | AccessReviewItemType | null> {
    const campaign = await this.reading.campaign(id);
    const item = campaign ? null : await this.reading.item(id);
    const companyId = campaign?.companyId ?? item?.companyId;
    if (companyId === undefined || !(await this.reader.permits(actor, companyId, "review"))) return null;
    if (campaign) return AccessReviewType.of(campaign, this.reading.now());
    return item && AccessReviewItemType.of(item);
  }
}

/** A review's list. Whoever sees the review may see it. */
@Resolver(() => AccessReviewType)
export class AccessReviewListResolver {
  constructor(private readonly reading: ReviewReading) {}

  @FieldResolver(() => AccessReviewItemConnection, {
    description: "What is in it, with what was signed, by the holders' names.",
  })
  async items(
    @Root() review: AccessReviewType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("unsigned", () => Boolean, { nullable: true, description: "Only what is not signed yet, or only the rest." })
    unsigned: boolean | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<AccessReviewItemType>> {
    return listUnder(context, review.id, args, {
      name: `review items ${unsigned ?? "all"}`,
      pages: (ids, request) => this.reading.items(ids, request, unsigned ?? null),
      node: (entity) => AccessReviewItemType.of(entity),
    });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The whole list as it was signed, as canonical JSON: what `signature` is the SHA-256 of. Null: open still.",
  })
  async signedText(@Root() review: AccessReviewType): Promise<string | null> {
    if (review.closedAt === null) return null;
    return signedText(review.entity, await this.reading.itemsOf(review.id));
  }

  @FieldResolver(() => Int, { description: "What is in it." })
  async itemCount(@Root() review: AccessReviewType, @Ctx() context: GraphQLContext): Promise<number> {
    return (await this.counts(context, review.id)).items;
  }

  @FieldResolver(() => Int, { description: "What nobody has signed yet." })
  async unsignedCount(@Root() review: AccessReviewType, @Ctx() context: GraphQLContext): Promise<number> {
    return (await this.counts(context, review.id)).unsigned;
  }

  private counts(context: GraphQLContext, id: string): Promise<ReviewCounts> {
    const loader = loaderFor<string, ReviewCounts>(context, "counts of reviews", async (ids) => {
      const found = await this.reading.counts(ids);
      return ids.map((one) => found.get(one) ?? { items: 0, unsigned: 0 });
    });
    return loader.load(id);
  }
}

/** When a grant was last used, from the decisions that rested on it. Whoever sees the grant may see it. */
@Resolver(() => GrantType)
export class GrantUseResolver {
  constructor(private readonly reading: ReviewReading) {}

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: "It last let somebody act, here or in a service that asked about a record; null: never.",
  })
  async lastUsedAt(@Root() grant: GrantType, @Ctx() context: GraphQLContext): Promise<string | null> {
    return (await this.use(context, grant.id))?.lastUsedAt ?? null;
  }

  @FieldResolver(() => DateTime, { nullable: true, description: "It was last the reason of a yes, acted on or not." })
  async lastAllowedAt(@Root() grant: GrantType, @Ctx() context: GraphQLContext): Promise<string | null> {
    return (await this.use(context, grant.id))?.lastAllowedAt ?? null;
  }

  private use(context: GraphQLContext, id: string): Promise<GrantUseEntity | null> {
    const loader = loaderFor<string, GrantUseEntity | null>(context, "uses of grants", async (ids) => {
      const found = await this.reading.uses(ids);
      return ids.map((one) => found.get(one) ?? null);
    });
    return loader.load(id);
  }
}

function queryOf(filter: RightsInUseFilter | null, zone: string): ReviewQuery {
  const { unusedSince, expiringBefore, ...rest } = filter ?? {};
  return {
    ...rest,
    unusedSince: unusedSince ? startFrom(unusedSince, zone, ["filter", "unusedSince"]) : null,
    expiringBefore: expiringBefore ? startFrom(expiringBefore, zone, ["filter", "expiringBefore"]) : null,
  };
}
