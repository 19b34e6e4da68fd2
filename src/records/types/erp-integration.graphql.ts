import { ArgBounds, MAX_SEARCH_LENGTH } from "../../infra/graphql/input-bounds";
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { CompanyType } from "../../tenant/companies/company.graphql";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { ConnectionArgs, type Connection } from "../../infra/graphql/connection";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { ActionName, FeatureName, GrantDirection } from "../../tenant/graphql/enums";
import type { ToolTab } from "../../erp/catalogue/catalogue-item";
import type { SqlFilter } from "../../policy/judgement/condition-sql";
import type { Action, Direction, Feature } from "../../policy/model/vocabulary";
import { featuresOfTab, RECORD_FILTERS, TOOL_TABS } from "../record/record-list";
import type { RecordFilter, RecordList, RecordSort, StateCount } from "../record/record-list";
import type { RecordRights } from "../record/record-rights";
import { RecordConnection, RecordFilterName, RecordSortName, RecordType, ToolTabName } from "./record-type.graphql";
import { Node } from "../../infra/graphql/node";
import { derivedId } from "../../infra/graphql/global-id";

@ArgsType()
export class RecordListArgs extends ConnectionArgs {
  @Field(() => RecordFilterName, { nullable: true })
  filter?: RecordFilter | null;

  @Field(() => ToolTabName, { nullable: true })
  tab?: ToolTab | null;

  @Field(() => FeatureName, { nullable: true })
  feature?: Feature | null;

  @Field(() => GrantDirection, { nullable: true, description: "EXPORT: offered to the ERP. IMPORT: read from it." })
  direction?: Direction | null;

  @Field(() => ID, { nullable: true, description: "Id of the project." })
  project?: string | null;

  @Field(() => ID, { nullable: true, description: "Id of the connection that they travel by." })
  connection?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Occurs in the number, the title, the vendor's or the commitment's number, or the id in the ERP.",
  })
  search?: string | null;

  @Field(() => ActionName, {
    nullable: true,
    description:
      "Only records that you may do this to now, also where you have no level on the tool: RETRIEVE finds your own that " +
      "wait. SEND: also those that wait for your first approval.",
  })
  iMay?: Action | null;

  @Field(() => RecordSortName, { nullable: true, description: "UPDATED, the latest first, if left out." })
  sort?: RecordSort | null;

  @Field(() => Boolean, { nullable: true })
  descending?: boolean | null;
}

@ObjectType("RecordCount", { description: "How many records that you may see a filter holds." })
export class RecordCountType {
  @Field(() => RecordFilterName)
  filter!: RecordFilter;

  @Field(() => Int)
  count!: number;
}

@ObjectType("ErpToolTabSummary", { description: "A tab of the tool with its counts." })
export class ToolTabType {
  @Field(() => ToolTabName)
  tab!: ToolTab;

  @Field(() => [FeatureName])
  features!: readonly Feature[];

  @Field(() => [RecordCountType], { description: "Every filter, also where there is nothing." })
  counts!: readonly RecordCountType[];
}

@ObjectType("ErpIntegration", {
  implements: Node,
  description: "The tool: everything offered to the ERP and read from it, as far as you may see it.",
})
export class ErpIntegrationType extends Node {
  @Field(() => ID, { description: "The company's id." })
  companyId!: string;

  static of(companyId: string): ErpIntegrationType {
    return Object.assign(new ErpIntegrationType(), { id: derivedId("erp-integration", companyId), companyId });
  }
}

/** The tool under Company: one reading serves all companies of the request. */
@Resolver(() => CompanyType)
export class ErpIntegrationEntryResolver {
  constructor(private readonly reader: CompanyReader) {}

  @FieldResolver(() => ErpIntegrationType, { nullable: true, description: "The ERP Integrations tool of the company." })
  async erpIntegration(@Root() company: CompanyType, @Ctx() context: GraphQLContext): Promise<ErpIntegrationType> {
    await this.reader.require(context, company.entity, "view");
    return ErpIntegrationType.of(company.id);
  }
}

@Resolver(() => ErpIntegrationType)
export class ErpIntegrationResolver {
  constructor(
    private readonly database: Database,
    private readonly list: RecordList,
    private readonly rights: RecordRights,
  ) {}

  @FieldResolver(() => [ToolTabType], {
    description: "All tabs, in the tool's order; with a connection: counts of what travels by it.",
  })
  async tabs(
    @Root() { companyId }: ErpIntegrationType,
    @Ctx() context: GraphQLContext,
    @Arg("connection", () => ID, { nullable: true }) connection?: string | null,
  ): Promise<ToolTabType[]> {
    const counts = await this.countsOf(context, companyId, { connection });
    return TOOL_TABS.map((tab) => {
      const features = featuresOfTab(tab);
      const own = counts.filter(({ feature }) => features.includes(feature));
      return Object.assign(new ToolTabType(), { tab, features, counts: summed(own) });
    });
  }

  @FieldResolver(() => [RecordCountType], {
    description: "Of the whole tool, or of one connection; with an action: of what you may do it to.",
  })
  async counts(
    @Root() { companyId }: ErpIntegrationType,
    @Ctx() context: GraphQLContext,
    @Arg("iMay", () => ActionName, { nullable: true }) iMay?: Action | null,
    @Arg("connection", () => ID, { nullable: true }) connection?: string | null,
  ): Promise<RecordCountType[]> {
    return summed(await this.countsOf(context, companyId, { iMay, connection }));
  }

  @ArgBounds({ search: { maxLength: MAX_SEARCH_LENGTH } })
  @FieldResolver(() => RecordConnection, {
    description: "The records that you may see; with `iMay` those that you may do it to.",
  })
  async records(
    @Root() { companyId }: ErpIntegrationType,
    @Args(() => RecordListArgs) args: RecordListArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<RecordType>> {
    const { first, after, last, before, iMay, ...search } = args;
    return listUnder(
      context,
      companyId,
      { first, after, last, before },
      {
        name: `records ${JSON.stringify({ iMay, ...search })}`,
        pages: async (parentIds, request) =>
          this.list.pages(parentIds, request, search, await this.mayOf(context, parentIds, iMay ?? null)),
        node: (entity) => RecordType.of(entity),
      },
    );
  }

  private countsOf(
    context: GraphQLContext,
    companyId: string,
    { iMay = null, connection = null }: Pick<RecordListArgs, "iMay" | "connection">,
  ): Promise<StateCount[]> {
    const name = `counts of records ${JSON.stringify([iMay, connection])}`;
    const loader = loaderFor(context, name, async (ids: readonly string[]) => {
      const counts = await this.list.counts(ids, { connection }, await this.mayOf(context, ids, iMay));
      return ids.map((id) => counts.filter((one) => one.companyId === id));
    });
    return loader.load(companyId);
  }

  /** What the viewer may see; or do, for who may act on a record may know of it, whatever their level on the tool. */
  private async mayOf(
    context: GraphQLContext,
    companyIds: readonly string[],
    iMay: Action | null,
  ): Promise<SqlFilter[]> {
    const actor = actorOf(context);
    const ids = [...companyIds].sort();
    const loader = loaderFor(context, `record filters ${ids.join()}`, async (actions: readonly Action[]) => {
      const companies = await this.database.read().findBy(CompanyEntity, { id: In(ids) });
      return this.rights.filters(actor, companies, actions, "record");
    });
    return [await loader.load(iMay ?? "view")];
  }
}

function summed(counts: readonly StateCount[]): RecordCountType[] {
  return RECORD_FILTERS.map((filter) => {
    const count = counts.filter((one) => one.filter === filter).reduce((sum, one) => sum + one.count, 0);
    return Object.assign(new RecordCountType(), { filter, count });
  });
}
