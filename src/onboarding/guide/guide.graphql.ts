import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { Database } from "../../infra/db/database";
import { renderFeatureMap } from "../../erp/feature-map/feature-map";
import { addressOf } from "../../kernel/actor";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { FeatureName, LocaleName } from "../../tenant/graphql/enums";
import { toInstant, type Clock } from "../../kernel/clock";
import type { Locale } from "../../kernel/locale";
import type { Feature } from "../../policy/model/vocabulary";
import { ActionItemType } from "../items/item.graphql";
import { setUpsOf } from "../items/item-reading";
import { standings, type ItemStanding } from "../items/item-standing";
import { dayIn } from "../../kernel/days";
import { GUIDE } from "./guide-pages";
import { partsOf, type ApproverReading } from "./guide-readers";
import { Node } from "../../infra/graphql/node";
import { derivedId } from "../../infra/graphql/global-id";

@ObjectType("GuideItem", { description: "An action item where the guide speaks of it." })
export class GuideItemType {
  @Field(() => ActionItemType)
  item!: ActionItemType;

  @Field({ description: "Whether it is yours: you were named for it, or nobody was and it falls to your part." })
  yours!: boolean;
}

@ObjectType("GuideApprover", { description: "An accounting approver as set up in the company." })
export class GuideApproverType {
  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field(() => [FeatureName], { description: "What they may send today, once the company is live." })
  features!: readonly Feature[];

  @Field(() => [FeatureName], { description: "What they may send from a later day on." })
  coming!: readonly Feature[];

  @Field({ description: "Whether as a directory administrator who can push to accounting: such a one needs no grant." })
  asAdministrator!: boolean;
}

@ObjectType("GuidePage", { implements: Node, description: "One page of the set-up guide." })
export class GuidePageType extends Node {
  @Field(() => ID)
  code!: string;

  @Field()
  title!: string;

  @Field(() => [String])
  keyThings!: readonly string[];

  @Field(() => [GuideItemType])
  items!: readonly GuideItemType[];

  @Field(() => String, { nullable: true, description: "Markdown, of the page that has a text of its own." })
  body!: string | null;

  @Field(() => [GuideApproverType], {
    nullable: true,
    description: "On the page of approvers, for who may review rights.",
  })
  approvers!: readonly GuideApproverType[] | null;
}

/** The set-up guide to read. */
@Resolver()
export class GuideResolver {
  constructor(
    private readonly database: Database,
    private readonly companies: CompanyDirectory,
    private readonly reader: CompanyReader,
    private readonly clock: Clock,
    private readonly reading: ApproverReading,
  ) {}

  @Query(() => [GuidePageType], {
    nullable: true,
    description: "The set-up guide, with the action items of a company in place. Null: a company that you may not see.",
  })
  async guide(
    @Arg("company", () => ID, { description: "Id or slug." }) reference: string,
    @Arg("locale", () => LocaleName, { nullable: true }) asked: Locale | undefined,
    @Ctx() context: GraphQLContext,
  ): Promise<GuidePageType[] | null> {
    const actor = actorOf(context);
    const company = await this.companies.find(reference);
    if (!company || !(await this.reader.permits(actor, company.id, "view"))) return null;
    const locale = asked ?? context.locale;
    const at = toInstant(this.clock.now());
    const manager = this.database.read();
    const [setUp] = await setUpsOf(manager, [company.id], at);
    const all = setUp ? standings(setUp, dayIn(zoneOf(company), at)) : [];
    const email = actor.kind === "person" ? addressOf(actor) : null;
    const parts = email === null ? new Set<string>() : await partsOf(manager, company.id, email, at);
    const reviews = await this.reader.permits(actor, company.id, "review");
    const approvers = reviews ? await this.reading.approvers(company, at) : null;
    const placed = (one: ItemStanding) => {
      const owner = one.said?.ownerEmail ?? null;
      const yours = owner === null ? parts.has(one.item.owner) : owner === email;
      return Object.assign(new GuideItemType(), { item: ActionItemType.of(company.id, one, locale), yours });
    };
    return GUIDE.map(({ code, title, keyThings, items }) =>
      Object.assign(new GuidePageType(), {
        id: derivedId("guide-page", company.id, code, locale),
        code,
        title: title[locale],
        keyThings: keyThings.map((thing) => thing[locale]),
        items: all.filter(({ item }) => items.includes(item.code)).map(placed),
        body: code === "feature_map" ? renderFeatureMap(locale) : null,
        approvers: code === "approvers" ? approvers : null,
      }),
    );
  }
}
