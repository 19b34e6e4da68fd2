import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import type { Database } from "../../infra/db/database";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { actorOf } from "../../infra/graphql/actor";
import { ConnectionArgs, connectionOf, type Connection } from "../../infra/graphql/connection";
import type { GraphQLContext } from "../../infra/graphql/context";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import { atLeast, LEVELS } from "../../policy/model/vocabulary";
import type { ApproverService, RightsChange } from "./approver.service";
import { FeatureGrantInput, grantRequest } from "./grant-inputs";
import { GrantType } from "./grant-type";
import { MemberEntity } from "../members/member.entity";
import { MemberType } from "../members/member.graphql";

export const ApproverConnection = connectionOf(MemberType, "Approver");

@InputType()
export class DesignateApproverInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => ID, { description: "Who becomes an approver: id or e-mail." })
  member!: string;

  @Field(() => [FeatureGrantInput], { nullable: true, description: "What the approver may send, or import." })
  features?: FeatureGrantInput[] | null;

  @Field({ description: "Kept with the grants and in the audit trail." })
  reason!: string;
}

@InputType()
export class MakeReadOnlyInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => Int, { description: "`version` of the member that you saw; of another nothing is done (STALE_EDIT)." })
  expectedVersion!: number;

  @Field(() => ID, { description: "Id or e-mail." })
  member!: string;

  @Field({ description: "Kept with the grants and in the audit trail." })
  reason!: string;
}

@ObjectType()
export class DesignateApproverPayload extends MutationPayload {
  @Field(() => MemberType, { nullable: true })
  member: MemberType | null = null;

  @Field(() => [GrantType], {
    nullable: true,
    description: "What was given now; rights held already are left as they are.",
  })
  grants: GrantType[] | null = null;

  @Field(() => Int, { nullable: true, description: "From which policy revision on it counts." })
  policyRevision: number | null = null;
}

@ObjectType()
export class MakeReadOnlyPayload extends MutationPayload {
  @Field(() => MemberType, { nullable: true })
  member: MemberType | null = null;

  @Field(() => [GrantType], { nullable: true, description: "What was revoked." })
  grants: GrantType[] | null = null;

  @Field(() => [ID], { description: "Ids of grants that are no more in `Company.grants`." })
  revokedGrantIds: string[] = [];

  @Field(() => Int, { nullable: true, description: "From which policy revision on it counts." })
  policyRevision: number | null = null;
}

/** The approvers under Company, and the mutations that make and unmake them. */
@Resolver(() => CompanyType)
export class ApproverResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly service: ApproverService,
  ) {}

  @FieldResolver(() => ApproverConnection, {
    nullable: true,
    description: "Active members who meet both conditions of an accounting approver, by name.",
  })
  async approvers(
    @Root() company: CompanyType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<MemberType>> {
    await this.reader.require(context, company.entity, "review");
    const levels = LEVELS.filter((level) => atLeast(level, "standard"));
    return listUnder(context, company.id, args, {
      name: "approvers",
      pages: (parentIds, request) => {
        const query = this.database.read().createQueryBuilder(MemberEntity, "person");
        query.where("person.active = :on AND person.canPushToAccounting = :on", { on: true });
        query.andWhere("person.toolLevel IN (:...levels)", { levels });
        const orderBy = [{ column: "name", direction: "asc", folded: true }] as const;
        return pagesByParent({ ...request, query, alias: "person", parent: "companyId", parentIds, orderBy });
      },
      node: (entity) => MemberType.of(entity),
    });
  }

  @Mutation(() => DesignateApproverPayload, {
    description: "Gives a member both conditions of an accounting approver, and features; all or nothing.",
  })
  @TakesIdempotencyKey(DesignateApproverPayload)
  async designateApprover(
    @Arg("input", () => DesignateApproverInput) { company, member, features, reason }: DesignateApproverInput,
    @Ctx() context: GraphQLContext,
  ): Promise<DesignateApproverPayload> {
    return payload(DesignateApproverPayload, async () => {
      const requests = (features ?? []).map((one, index) => grantRequest(one, ["input", "features", String(index)]));
      const designation = { member, features: requests, reason };
      return answer(await this.service.designate(actorOf(context), company, designation));
    });
  }

  @Mutation(() => MakeReadOnlyPayload, {
    description: "Leaves a member the right to look, and revokes all grants; all or nothing.",
  })
  async makeReadOnly(
    @Arg("input", () => MakeReadOnlyInput) { company, ...asked }: MakeReadOnlyInput,
    @Ctx() context: GraphQLContext,
  ): Promise<MakeReadOnlyPayload> {
    return payload(
      MakeReadOnlyPayload,
      async () => {
        const change = await this.service.makeReadOnly(actorOf(context), company, asked);
        return { ...answer(change), revokedGrantIds: change.grants.map(({ id }) => id) };
      },
      (member: MemberEntity) => ({ member: MemberType.of(member) }),
    );
  }
}

function answer({ member, grants, policyRevision }: RightsChange) {
  return { member: MemberType.of(member), grants: grants.map((grant) => GrantType.of(grant)), policyRevision };
}
