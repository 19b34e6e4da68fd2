import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { In, Not } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { GrantDirection } from "../../tenant/graphql/enums";
import { groupBy } from "../../kernel/groups";
import type { Direction } from "../../policy/model/vocabulary";
import { ErpIntegrationType } from "../types/erp-integration.graphql";
import type { RecordRights } from "../record/record-rights";
import { RecordType } from "../types/record-type.graphql";
import { RecordEntity } from "../record/record.entity";
import { duplicatesOf, type DuplicateReason, type Duplicates } from "./duplicates";
import { MatchReasonName } from "./matching.graphql";

const LARGEST = 200;

@ObjectType("DuplicateVendors", { description: "Vendors of one side that may be the same: for a person to merge." })
export class DuplicateVendorsType {
  @Field(() => GrantDirection, { description: "EXPORT: offered by the platform. IMPORT: read from the ERP." })
  direction!: Direction;

  @Field(() => [MatchReasonName], { description: "The surest first." })
  reasons!: readonly DuplicateReason[];

  @Field(() => [RecordType], { description: "Two at least." })
  records!: readonly RecordType[];

  static of({ reasons, records }: Duplicates<RecordEntity>): DuplicateVendorsType {
    const direction = records[0]?.direction;
    return Object.assign(new DuplicateVendorsType(), {
      direction,
      reasons,
      records: records.map((one) => RecordType.of(one)),
    });
  }
}

/** The vendors to merge before any are sent or linked. */
@Resolver(() => ErpIntegrationType)
export class DuplicateVendorsResolver {
  constructor(
    private readonly database: Database,
    private readonly rights: RecordRights,
  ) {}

  @FieldResolver(() => [DuplicateVendorsType], {
    description:
      "Vendors that may be there twice on one side, archived ones aside: equal tax numbers, names that are equal or " +
      "differ by case, accents, punctuation or legal form. As far as you may see them; the surest first.",
  })
  async duplicateVendors(
    @Root() { companyId }: ErpIntegrationType,
    @Ctx() context: GraphQLContext,
    @Arg("first", () => Int, { defaultValue: 50, description: "At most 200." }) size: number,
  ): Promise<DuplicateVendorsType[]> {
    const loader = loaderFor(context, "duplicate vendors", async (ids: readonly string[]) => {
      const found = groupBy(await this.vendors(context, ids), sideOf);
      const all = [...found.values()].flatMap((side) => duplicatesOf(side));
      return ids.map((id) => all.filter(({ records }) => records[0]?.companyId === id));
    });
    const found = await loader.load(companyId);
    return found.slice(0, Math.min(LARGEST, Math.max(0, size))).map((one) => DuplicateVendorsType.of(one));
  }

  private async vendors(context: GraphQLContext, ids: readonly string[]): Promise<RecordEntity[]> {
    const reader = this.database.read();
    const companies = await reader.findBy(CompanyEntity, { id: In([...ids]) });
    const may = await this.rights.filters(actorOf(context), companies, ["view"], "record");
    const query = reader
      .createQueryBuilder(RecordEntity, "record")
      .where({ companyId: In([...ids]), feature: "vendor", state: Not("archived") });
    for (const { where, parameters } of may) query.andWhere(where, parameters);
    return query.orderBy("record.number").addOrderBy("record.id").getMany();
  }
}

/** Each ledger is a side for itself; the platform is one. */
function sideOf({ companyId, direction, connectionId }: RecordEntity): string {
  return `${companyId} ${direction} ${direction === "import" ? (connectionId ?? "") : ""}`;
}
