import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { actorOf } from "../../infra/graphql/actor";
import { connectionOf, type Connection } from "../../infra/graphql/connection";
import type { GraphQLContext } from "../../infra/graphql/context";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { payload } from "../../tenant/graphql/payload";
import type { Actor } from "../../kernel/actor";
import { AddMemberInput, DeactivateMemberInput, MemberPayload, MembersArgs, UpdateMemberInput } from "./member-inputs";
import type { MemberList } from "./member-list";
import { MemberType } from "./member.graphql";
import type { MemberChange, MemberService } from "./member.service";
import type { MemberEntity } from "./member.entity";

const MemberConnection = connectionOf(MemberType, "Member");

/** The directory under Company, and the mutations that keep it. */
@Resolver(() => CompanyType)
export class MemberResolver {
  constructor(
    private readonly list: MemberList,
    private readonly reader: CompanyReader,
    private readonly service: MemberService,
  ) {}

  @FieldResolver(() => MemberConnection, { nullable: true, description: "The company's directory." })
  async members(
    @Root() company: CompanyType,
    @Args(() => MembersArgs) { filter, sort, descending, ...args }: MembersArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<MemberType>> {
    await this.reader.require(context, company.entity, "review");
    return listUnder(context, company.id, args, {
      name: `members ${JSON.stringify([filter, sort, descending])}`,
      pages: (ids, request) => this.list.pages(ids, filter ?? {}, request, { sort, descending }),
      node: (entity) => MemberType.of(entity),
    });
  }

  @Mutation(() => MemberPayload, { description: "Adds a person to a company's directory." })
  @TakesIdempotencyKey(MemberPayload)
  addMember(@Arg("input", () => AddMemberInput) input: AddMemberInput, @Ctx() context: GraphQLContext) {
    return answer(() => this.service.add(actorOf(context), input.company, input));
  }

  @Mutation(() => MemberPayload, {
    description: "Changes a directory record. Levels, the privilege and the e-mail are rights, and never one's own.",
  })
  updateMember(@Arg("input", () => UpdateMemberInput) input: UpdateMemberInput, @Ctx() context: GraphQLContext) {
    return answer(() => this.service.update(actorOf(context), input.company, input));
  }

  @Mutation(() => MemberPayload, { description: "Takes away everything from a person; the record stays." })
  deactivateMember(
    @Arg("input", () => DeactivateMemberInput) input: DeactivateMemberInput,
    @Ctx() context: GraphQLContext,
  ) {
    return answer(() => this.service.deactivate(actorOf(context), input.company, input));
  }

  /** For `node(id)`; null: no such member, or not for this actor. */
  async find(actor: Actor, id: string): Promise<MemberType | null> {
    const entity = await this.list.byId(id);
    return entity && (await this.reader.permits(actor, entity.companyId, "review")) ? MemberType.of(entity) : null;
  }
}

function answer(change: () => Promise<MemberChange>): Promise<MemberPayload> {
  const work = async () => {
    const { member, policyRevision } = await change();
    return { member: MemberType.of(member), policyRevision };
  };
  return payload(MemberPayload, work, (member: MemberEntity) => ({ member: MemberType.of(member) }));
}
