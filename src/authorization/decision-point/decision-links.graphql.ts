import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { CompanyType } from "../../tenant/companies/company.graphql";
import type { Database } from "../../infra/db/database";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { DecisionType } from "../../tenant/graphql/decision-type";
import { GrantType } from "../../directory/grants/grant-type";
import { GrantEntity } from "../../directory/grants/grant.entity";
import { MemberEntity } from "../../directory/members/member.entity";
import { MemberType } from "../../directory/members/member.graphql";

/** What a decision speaks of. A decision that hides its company has none of it; who heard it may see the rest. */
@Resolver(() => DecisionType)
export class DecisionLinksResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => CompanyType, {
    nullable: true,
    description: "Null where the asker may not learn whether there is such a company.",
  })
  async company(@Root() { companyId }: DecisionType, @Ctx() context: GraphQLContext): Promise<CompanyType | null> {
    const found = await this.load(context, CompanyEntity, companyId);
    return found && CompanyType.of(found);
  }

  @FieldResolver(() => MemberType, { nullable: true, description: "Null: not a member of the company." })
  async subject(
    @Root() { companyId, subjectId }: DecisionType,
    @Ctx() context: GraphQLContext,
  ): Promise<MemberType | null> {
    const found = await this.load(context, MemberEntity, subjectId);
    return found && found.companyId === companyId ? MemberType.of(found) : null;
  }

  @FieldResolver(() => GrantType, {
    nullable: true,
    description: "The grant it rests on, or the nearest that fell short.",
  })
  async grant(@Root() { companyId, grantId }: DecisionType, @Ctx() context: GraphQLContext): Promise<GrantType | null> {
    const found = await this.load(context, GrantEntity, grantId);
    return found && found.companyId === companyId ? GrantType.of(found) : null;
  }

  /** One SELECT for all decisions of the request. */
  private async load<T extends { id: string }>(
    context: GraphQLContext,
    entity: new () => T,
    id: string | null,
  ): Promise<T | null> {
    if (id === null) return null;
    const loader = loaderFor<string, T | null>(context, `decision ${entity.name}`, async (ids) => {
      const found = (await this.database.read().findBy<{ id: string }>(entity, { id: In([...ids]) })) as T[];
      const byId = new Map(found.map((row) => [row.id, row]));
      return ids.map((one) => byId.get(one) ?? null);
    });
    return loader.load(id);
  }
}
