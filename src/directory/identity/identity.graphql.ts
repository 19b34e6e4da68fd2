import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { In, IsNull } from "typeorm";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { groupBy } from "../../kernel/groups";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import { IdentityLinkEntity } from "../../tenant/identity/identity-link.entity";
import { MemberType } from "../members/member.graphql";
import type { RelinkService } from "./relink.service";
import { DateTime } from "../../infra/graphql/scalars";

@ObjectType({ description: "An account at a token issuer that a person signs in with." })
export class LinkedAccount {
  @Field({ description: "The issuer's address, as tokens have it." })
  issuer!: string;

  @Field({ description: "The account's own identifier at the issuer." })
  subject!: string;

  @Field(() => DateTime)
  linkedAt!: string;

  @Field({ description: "Whether the person linked it by signing in for the first time; else somebody who may." })
  bySigningIn!: boolean;

  static of({ issuer, subject, linkedAt, linkedByKind }: IdentityLinkEntity): LinkedAccount {
    return Object.assign(new LinkedAccount(), { issuer, subject, linkedAt, bySigningIn: linkedByKind === "sign_in" });
  }
}

@InputType({
  description: "An account at a token issuer. Its owner reads both in `viewer { account { issuer subject } }`.",
})
export class AccountInput {
  @Field()
  issuer!: string;

  @Field()
  subject!: string;
}

@InputType()
export class RelinkMemberInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID, { description: "Id or e-mail." })
  member!: string;

  @Field(() => AccountInput, {
    nullable: true,
    description: "Left out: the present accounts count no more, and whoever next signs in with the address is linked.",
  })
  account?: AccountInput | null;

  @Field({ description: "Kept in the audit trail." })
  reason!: string;
}

@InputType()
export class RelinkVendorStaffInput {
  @Field({ description: "Of somebody on the vendor's staff." })
  email!: string;

  @Field(() => AccountInput, {
    nullable: true,
    description: "Left out: whoever next signs in with the address is linked.",
  })
  account?: AccountInput | null;

  @Field({ description: "Kept in the audit trails of the companies that the person serves." })
  reason!: string;
}

@ObjectType()
export class RelinkMemberPayload extends MutationPayload {
  @Field(() => MemberType, { nullable: true })
  member: MemberType | null = null;
}

@ObjectType()
export class RelinkVendorStaffPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: "The person's e-mail." })
  email: string | null = null;
}

/** A member's accounts, and the mutations that say anew whose they are. */
@Resolver(() => MemberType)
export class IdentityResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly service: RelinkService,
  ) {}

  @FieldResolver(() => [LinkedAccount], {
    nullable: true,
    description: "Accounts that the member signs in with; none: the first who signs in with the address is linked.",
  })
  async accounts(@Root() member: MemberType, @Ctx() context: GraphQLContext): Promise<readonly LinkedAccount[]> {
    await this.reader.requireFor(context, member.companyId, "administer");
    return loaderFor(context, "accounts of members", (ids: readonly string[]) => this.ofMembers(ids)).load(member.id);
  }

  @Mutation(() => RelinkMemberPayload, {
    description: "Says which account is a member's. For those who may give rights, and never of oneself.",
  })
  relinkMember(@Arg("input", () => RelinkMemberInput) input: RelinkMemberInput, @Ctx() context: GraphQLContext) {
    const relink = () => this.service.relinkMember(actorOf(context), input);
    return payload(RelinkMemberPayload, async () => ({ member: MemberType.of(await relink()) }));
  }

  @Mutation(() => RelinkVendorStaffPayload, {
    description: "Says which account is whose of the vendor's staff. For its super-users, and never of oneself.",
  })
  relinkVendorStaff(
    @Arg("input", () => RelinkVendorStaffInput) input: RelinkVendorStaffInput,
    @Ctx() context: GraphQLContext,
  ) {
    const relink = () => this.service.relinkStaff(actorOf(context), input);
    return payload(RelinkVendorStaffPayload, async () => ({ email: (await relink()).email }));
  }

  private async ofMembers(ids: readonly string[]): Promise<LinkedAccount[][]> {
    const where = { memberId: In([...ids]), endedAt: IsNull() };
    const found = await this.database.read().find(IdentityLinkEntity, { where, order: { linkedAt: "ASC", id: "ASC" } });
    const byMember = groupBy(found, ({ memberId }) => memberId ?? "");
    return ids.map((id) => (byMember.get(id) ?? []).map((link) => LinkedAccount.of(link)));
  }
}
