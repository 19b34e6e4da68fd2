import { MAX_SEARCH_LENGTH, MaxLength } from "../../infra/graphql/input-bounds";
import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ConnectionArgs } from "../../infra/graphql/connection";
import { AccessLevel, enumOf } from "../../tenant/graphql/enums";
import { MutationPayload } from "../../tenant/graphql/payload";
import type { Level } from "../../policy/model/vocabulary";
import { MEMBER_SORTS, type MemberOrder, type MemberSort } from "./member-list";
import { MemberType } from "./member.graphql";

const MemberSortName = enumOf(MEMBER_SORTS, "MemberSort", "What a directory is sorted by.", {
  name: "The name.",
  email: "The e-mail address.",
  created: "When they were added.",
});

@InputType({ description: "Which members to list; what is left out does not restrict." })
export class MemberFilterInput {
  @MaxLength(MAX_SEARCH_LENGTH)
  @Field(() => String, { nullable: true, description: "Occurs in the name or the e-mail." })
  search?: string | null;

  @Field(() => AccessLevel, { nullable: true })
  toolLevel?: Level | null;

  @Field(() => AccessLevel, { nullable: true })
  directoryLevel?: Level | null;

  @Field(() => Boolean, { nullable: true })
  canPushToAccounting?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  active?: boolean | null;
}

@ArgsType()
export class MembersArgs extends ConnectionArgs implements MemberOrder {
  @Field(() => MemberFilterInput, { nullable: true })
  filter?: MemberFilterInput | null;

  @Field(() => MemberSortName, { nullable: true, description: "NAME, if left out." })
  sort?: MemberSort | null;

  @Field(() => Boolean, { nullable: true })
  descending?: boolean | null;
}

@InputType()
abstract class MemberRightsInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => AccessLevel, { nullable: true, description: "Level on the ERP Integrations tool." })
  toolLevel?: Level | null;

  @Field(() => AccessLevel, { nullable: true, description: "Level on the Directory tool." })
  directoryLevel?: Level | null;

  @Field(() => Boolean, { nullable: true, description: "The directory's privilege to push to accounting." })
  canPushToAccounting?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the daily digest is sent to them, where they may push to accounting; on for a new member, if left out.",
  })
  digest?: boolean | null;
}

@InputType()
export class AddMemberInput extends MemberRightsInput {
  @Field()
  email!: string;

  @Field()
  name!: string;
}

@InputType()
export class UpdateMemberInput extends MemberRightsInput {
  @Field(() => ID, { description: "Id or e-mail." })
  member!: string;

  @Field(() => String, { nullable: true, description: "A new address hands all rights to whoever reads it." })
  email?: string | null;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True reactivates." })
  active?: boolean | null;

  @Field(() => Int, { description: "The version you saw; a later one is not overwritten." })
  expectedVersion!: number;
}

@InputType()
export class DeactivateMemberInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID, { description: "Id or e-mail." })
  member!: string;

  @Field({ description: "Kept in the audit trail." })
  reason!: string;

  @Field(() => Int, { description: "`version` of the member that you saw; of another nothing is done (STALE_EDIT)." })
  expectedVersion!: number;
}

@ObjectType()
export class MemberPayload extends MutationPayload {
  @Field(() => MemberType, { nullable: true })
  member: MemberType | null = null;

  @Field(() => Int, { nullable: true, description: "The company's policy revision from now on." })
  policyRevision: number | null = null;
}
