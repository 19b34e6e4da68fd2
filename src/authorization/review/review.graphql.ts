import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { actorOf } from "../../infra/graphql/actor";
import { ConnectionArgs, type Connection } from "../../infra/graphql/connection";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { payload } from "../../tenant/graphql/payload";
import type { Actor } from "../../kernel/actor";
import { GrantConnection, GrantType } from "../../directory/grants/grant-type";
import { instantFrom } from "../decision-point/decision-input";
import type { GrantUseEntity } from "../log/grant-use.entity";
import type { AccessReviewService } from "./access-review.service";
import type { ReviewCounts, ReviewQuery, ReviewReading } from "./review-reading";
import {
  AccessReviewConnection,
  AccessReviewItemConnection,
  AccessReviewItemType,
  AccessReviewPayload,
  AccessReviewType,
  CloseAccessReviewInput,
  OpenAccessReviewInput,
  RightsInUseFilter,
  SignOffGrantInput,
  SignOffGrantPayload,
} from "./review-types";

/** Rights in use and their reviews under Company, and the mutations that sign them off. */
@Resolver(() => CompanyType)
export class AccessReviewResolver {
  constructor(
    private readonly reading: ReviewReading,
    private readonly reader: CompanyReader,
    private readonly service: AccessReviewService,
  ) {}

  @FieldResolver(() => GrantConnection, {
    description: "Who holds what by which grant now, oldest first: ask each for its last use.",
  })
  async accessReview(
    @Root() company: CompanyType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("filter", () => RightsInUseFilter, { nullable: true }) filter: RightsInUseFilter | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<GrantType>> {
    await this.reader.require(context, company.entity, "review");
    const query = queryOf(filter);
    return listUnder(context, company.id, args, {
      name: `rights in use ${JSON.stringify(query)}`,
      pages: (ids, request) => this.reading.rights(ids, request, query),
      node: (entity) => GrantType.of(entity),
    });
  }

  @FieldResolver(() => AccessReviewConnection, { description: "Reviews of the company's rights, newest first." })
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

  @Mutation(() => AccessReviewPayload, { description: "Opens a review of all rights that are open now." })
  async openAccessReview(
    @Ctx() context: GraphQLContext,
    @Arg("input", () => OpenAccessReviewInput) { company, ...request }: OpenAccessReviewInput,
  ): Promise<AccessReviewPayload> {
    return payload(AccessReviewPayload, async () => {
      const opened = await this.service.open(actorOf(context), company, request);
      return { review: AccessReviewType.of(opened, this.reading.now()) };
    });
  }

  @Mutation(() => SignOffGrantPayload, { description: "Keeps or revokes one grant of a review." })
  async signOffGrant(
    @Ctx() context: GraphQLContext,
    @Arg("input", () => SignOffGrantInput) { company, ...request }: SignOffGrantInput,
  ): Promise<SignOffGrantPayload> {
    return payload(SignOffGrantPayload, async () => ({
      item: AccessReviewItemType.of(await this.service.signOff(actorOf(context), company, request)),
    }));
  }

  @Mutation(() => AccessReviewPayload, { description: "Closes a review once every grant is signed off." })
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

  @FieldResolver(() => AccessReviewItemConnection, { description: "Its grants with what was signed: the signed list." })
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

  @FieldResolver(() => Int, { description: "Grants in it." })
  async grantCount(@Root() review: AccessReviewType, @Ctx() context: GraphQLContext): Promise<number> {
    return (await this.counts(context, review.id)).items;
  }

  @FieldResolver(() => Int, { description: "Grants that nobody has signed yet." })
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

/** The grant that an item is of. */
@Resolver(() => AccessReviewItemType)
export class AccessReviewItemResolver {
  constructor(private readonly reading: ReviewReading) {}

  @FieldResolver(() => GrantType)
  async grant(@Root() item: AccessReviewItemType, @Ctx() context: GraphQLContext): Promise<GrantType> {
    const loader = loaderFor<string, GrantType>(context, "grants of review items", async (ids) => {
      const found = await this.reading.grants(ids);
      return ids.map((id) => {
        const grant = found.get(id);
        return grant ? GrantType.of(grant) : new Error("A review item without its grant");
      });
    });
    return loader.load(item.entity.grantId);
  }
}

/** When a grant was last used, from the decisions that rested on it. Whoever sees the grant may see it. */
@Resolver(() => GrantType)
export class GrantUseResolver {
  constructor(private readonly reading: ReviewReading) {}

  @FieldResolver(() => String, {
    nullable: true,
    description: "ISO-8601 instant: it last let somebody act, here or in a service that asked about a record.",
  })
  async lastUsedAt(@Root() grant: GrantType, @Ctx() context: GraphQLContext): Promise<string | null> {
    return (await this.use(context, grant.id))?.lastUsedAt ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: "It was last the reason of a yes, acted on or not." })
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

function queryOf(filter: RightsInUseFilter | null): ReviewQuery {
  const { unusedSince, expiringBefore, ...rest } = filter ?? {};
  return {
    ...rest,
    unusedSince: unusedSince ? instantFrom(unusedSince, ["filter", "unusedSince"]) : null,
    expiringBefore: expiringBefore ? instantFrom(expiringBefore, ["filter", "expiringBefore"]) : null,
  };
}
