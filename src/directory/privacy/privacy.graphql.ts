import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { JsonObject } from "../../infra/graphql/json-object";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import { MemberType } from "../members/member.graphql";
import type { SubjectDirectory } from "../subjects/subject-directory";
import type { EraseService } from "./erase.service";
import type { PersonalData, PersonExport } from "./person-export";

@InputType()
export class ErasePersonInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID, { description: "Id or e-mail of a member who is deactivated." })
  member!: string;

  @Field({ description: "Kept in the audit trail. Name nobody in it." })
  reason!: string;
}

@ObjectType()
export class ErasePersonPayload extends MutationPayload {
  @Field(() => MemberType, { nullable: true, description: "The record under its pseudonym." })
  member: MemberType | null = null;

  @Field(() => Int, { nullable: true, description: "Entries of the audit trail that say the pseudonym since." })
  auditEntries: number | null = null;
}

/** What is kept of a person, and its end. */
@Resolver(() => MemberType)
export class PrivacyResolver {
  constructor(
    private readonly reader: CompanyReader,
    private readonly subjects: SubjectDirectory,
    private readonly personal: PersonExport,
    private readonly service: EraseService,
  ) {}

  @FieldResolver(() => JsonObject, {
    nullable: true,
    description: "All that the company keeps of the member (docs/privacy.md): for themselves, and for administrators.",
  })
  async personalData(@Root() member: MemberType, @Ctx() context: GraphQLContext): Promise<PersonalData> {
    const actor = actorOf(context);
    const own = actor.kind === "person" && (await this.subjects.findPerson(member.companyId, actor))?.id === member.id;
    if (!own) await this.reader.requireFor(context, member.companyId, "administer");
    return this.personal.of(member.entity);
  }

  @Mutation(() => ErasePersonPayload, {
    description:
      "Puts a pseudonym in the place of a deactivated member's name and address, everywhere. Cannot be taken back.",
  })
  erasePerson(@Arg("input", () => ErasePersonInput) input: ErasePersonInput, @Ctx() context: GraphQLContext) {
    return payload(ErasePersonPayload, async () => {
      const { member, auditEntries } = await this.service.erase(actorOf(context), input);
      return { member: MemberType.of(member), auditEntries };
    });
  }
}
