import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { actorOf } from "../../infra/graphql/actor";
import { ConnectionArgs, type Connection } from "../../infra/graphql/connection";
import type { GraphQLContext } from "../../infra/graphql/context";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { payload } from "../../tenant/graphql/payload";
import type { Actor } from "../../kernel/actor";
import {
  GrantFeatureAccessInput,
  GrantFeatureAccessPayload,
  GrantFilter,
  RevokeFeatureAccessInput,
  RevokeFeatureAccessPayload,
  grantRequest,
} from "./grant-inputs";
import type { GrantReading } from "./grant-reading";
import { GrantConnection, GrantType } from "./grant-type";
import type { GrantService } from "./grant.service";
import { MemberType } from "../members/member.graphql";

/** The grants under Company, and the mutations that give and take them. */
@Resolver(() => CompanyType)
export class CompanyGrantsResolver {
  constructor(
    private readonly reading: GrantReading,
    private readonly reader: CompanyReader,
    private readonly service: GrantService,
  ) {}

  @FieldResolver(() => GrantConnection, { nullable: true, description: "Who may handle which feature, newest first." })
  async grants(
    @Root() company: CompanyType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("filter", () => GrantFilter, { nullable: true }) filter: GrantFilter | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<GrantType>> {
    await this.reader.require(context, company.entity, "review");
    return listUnder(context, company.id, args, {
      name: `grants of company ${JSON.stringify(filter)}`,
      pages: (ids, request) => this.reading.pages("companyId", ids, request, filter ?? {}),
      node: (entity) => GrantType.of(entity),
    });
  }

  @Mutation(() => GrantFeatureAccessPayload, { description: "Gives a member a feature in one direction." })
  @TakesIdempotencyKey(GrantFeatureAccessPayload)
  async grantFeatureAccess(
    @Arg("input", () => GrantFeatureAccessInput) input: GrantFeatureAccessInput,
    @Ctx() context: GraphQLContext,
  ): Promise<GrantFeatureAccessPayload> {
    return payload(GrantFeatureAccessPayload, async () => {
      const { company, member, reason } = input;
      const request = { ...grantRequest(input, ["input"]), member, reason };
      const { grant, policyRevision } = await this.service.give(actorOf(context), company, request);
      return { grant: GrantType.of(grant), policyRevision };
    });
  }

  @Mutation(() => RevokeFeatureAccessPayload, { description: "Ends a grant now; it stays on record." })
  async revokeFeatureAccess(
    @Arg("input", () => RevokeFeatureAccessInput) { company, grant: id, reason }: RevokeFeatureAccessInput,
    @Ctx() context: GraphQLContext,
  ): Promise<RevokeFeatureAccessPayload> {
    return payload(RevokeFeatureAccessPayload, async () => {
      const { grant, policyRevision } = await this.service.revoke(actorOf(context), company, id, reason);
      return { grant: GrantType.of(grant), revokedGrantId: grant.id, policyRevision };
    });
  }

  /** For `node(id)`; null: no such grant, or not for this actor. */
  async find(actor: Actor, id: string): Promise<GrantType | null> {
    const entity = await this.reading.byId(id);
    return entity && (await this.reader.permits(actor, entity.companyId, "review")) ? GrantType.of(entity) : null;
  }
}

/** A member's grants. */
@Resolver(() => MemberType)
export class MemberGrantsResolver {
  constructor(
    private readonly reading: GrantReading,
    private readonly reader: CompanyReader,
  ) {}

  @FieldResolver(() => GrantConnection, { nullable: true, description: "What the member may handle, newest first." })
  async grants(
    @Root() member: MemberType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("includeRevoked", () => Boolean, { defaultValue: false }) includeRevoked: boolean,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<GrantType>> {
    await this.reader.requireFor(context, member.companyId, "review");
    return listUnder(context, member.id, args, {
      name: `grants of member ${includeRevoked}`,
      pages: (ids, request) => this.reading.pages("memberId", ids, request, { includeRevoked }),
      node: (entity) => GrantType.of(entity),
    });
  }
}

/** Who holds a grant and who gave it. Whoever sees the grant may see them. */
@Resolver(() => GrantType)
export class GrantPeopleResolver {
  constructor(private readonly reading: GrantReading) {}

  @FieldResolver(() => MemberType)
  async member(@Root() grant: GrantType, @Ctx() context: GraphQLContext): Promise<MemberType> {
    return MemberType.of(await this.reading.holder(context, grant.entity));
  }

  @FieldResolver(() => String, { description: "Name of who gave it." })
  async givenBy(@Root() grant: GrantType, @Ctx() context: GraphQLContext): Promise<string> {
    return this.reading.nameOf(context, grant.entity.givenBy);
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of who revoked it." })
  async revokedBy(@Root() grant: GrantType, @Ctx() context: GraphQLContext): Promise<string | null> {
    const { revokedBy } = grant.entity;
    return revokedBy === null ? null : this.reading.nameOf(context, revokedBy);
  }
}
