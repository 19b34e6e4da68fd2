import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { Database } from "../../infra/db/database";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { groupBy } from "../../kernel/groups";
import { GrantType } from "../../directory/grants/grant-type";
import type { PolicySource } from "../policies/policy-source";
import { holdingKey, type CompanyHoldings } from "./company-holdings";
import { digestOf, type ReviewedHolding } from "./review-kinds";
import type { ReviewReading } from "./review-reading";
import { itemKey } from "./review-settling";
import { endedByText, heldText } from "./review-texts";
import { AccessReviewItemType } from "./review-types";
import type { ReviewItemEntity } from "./review-item.entity";

/** What an item is about, in words and as it is now. Whoever sees the review may see it. */
@Resolver(() => AccessReviewItemType)
export class AccessReviewItemResolver {
  constructor(
    private readonly database: Database,
    private readonly policies: PolicySource,
    private readonly holdings: CompanyHoldings,
    private readonly reading: ReviewReading,
  ) {}

  @FieldResolver(() => GrantType, { nullable: true, description: "Where it is a grant." })
  async grant(@Root() item: AccessReviewItemType, @Ctx() context: GraphQLContext): Promise<GrantType | null> {
    if (item.kind !== "grant") return null;
    const loader = loaderFor<string, GrantType | null>(context, "grants of review items", async (ids) => {
      const found = await this.reading.grants(ids);
      return ids.map((id) => {
        const grant = found.get(id);
        return grant ? GrantType.of(grant) : null;
      });
    });
    return loader.load(item.entity.reference);
  }

  @FieldResolver(() => String, { description: "What is held, as it is to be signed or was signed, in words." })
  async held(@Root() item: AccessReviewItemType, @Ctx() context: GraphQLContext): Promise<string> {
    const { state, reference, companyId } = item.entity;
    const { zone, names } = await this.company(context, companyId);
    return heldText(state, reference, { locale: context.locale, zone, projectName: (id) => names.get(id) ?? id });
  }

  @FieldResolver(() => String, { description: "What a verdict of REVOKE does, or what would end it where it cannot." })
  endedBy(@Root() item: AccessReviewItemType, @Ctx() context: GraphQLContext): string {
    return endedByText(item.entity.state)[context.locale];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Stands for what is held now, to be named when it is signed; null: it is held no more.",
  })
  async digest(@Root() item: AccessReviewItemType, @Ctx() context: GraphQLContext): Promise<string | null> {
    const present = await this.present(context, item.entity);
    return present && digestOf(present);
  }

  @FieldResolver(() => Boolean, { description: "What is held now is no longer what the item says." })
  async changed(@Root() item: AccessReviewItemType, @Ctx() context: GraphQLContext): Promise<boolean> {
    const present = await this.present(context, item.entity);
    return present === null || digestOf(present) !== digestOf(item.entity);
  }

  private present(context: GraphQLContext, item: ReviewItemEntity): Promise<ReviewedHolding | null> {
    const loader = loaderFor<ReviewItemEntity, ReviewedHolding | null>(
      context,
      "holdings of review items",
      async (items) => {
        const found = new Map<string, ReviewedHolding>();
        for (const [companyId, own] of groupBy(items, (one) => one.companyId)) {
          const company = await this.database.read().findOneByOrFail(CompanyEntity, { id: companyId });
          const holders = [...new Set(own.map(({ holderId }) => holderId))];
          for (const held of await this.holdings.of(company, this.reading.now(), holders))
            found.set(`${companyId} ${holdingKey(held)}`, held);
        }
        return items.map((one) => found.get(`${one.companyId} ${itemKey(one)}`) ?? null);
      },
    );
    return loader.load(item);
  }

  private company(context: GraphQLContext, id: string) {
    const loader = loaderFor<string, Place>(context, "companies of review items", async (ids) => {
      const found = await this.database.read().findBy(CompanyEntity, { id: In([...ids]) });
      const places = new Map<string, Place>();
      for (const company of found) {
        const { names } = await this.policies.projects(company);
        places.set(company.id, { zone: zoneOf(company), names });
      }
      return ids.map((one) => places.get(one) ?? new Error("A review item without its company"));
    });
    return loader.load(id);
  }
}

interface Place {
  readonly zone: string;
  readonly names: ReadonlyMap<string, string>;
}
