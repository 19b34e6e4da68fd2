import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import type { LetterLinkService } from "./letter-link.service";

@InputType()
export class RevokeLetterLinksInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field({ description: "The address that the letters went to." })
  email!: string;
}

@ObjectType()
export class RevokeLetterLinksPayload extends MutationPayload {
  @Field(() => Int, { description: "How many links were in force; none of them opens anything any more." })
  revokedLinks: number = 0;

  @Field(() => Int, { nullable: true, description: "The company's policy revision from now on." })
  policyRevision: number | null = null;
}

/** Links of letters, which let stakeholders act without signing in. */
@Resolver()
export class LetterLinkResolver {
  constructor(private readonly service: LetterLinkService) {}

  @Mutation(() => RevokeLetterLinksPayload, {
    description:
      "Ends the links of all letters that were sent to an address about the company, as when a letter was passed on. Later letters have new ones.",
  })
  revokeLetterLinks(
    @Arg("input", () => RevokeLetterLinksInput) { company, email }: RevokeLetterLinksInput,
    @Ctx() context: GraphQLContext,
  ): Promise<RevokeLetterLinksPayload> {
    return payload(RevokeLetterLinksPayload, () => this.service.revoke(actorOf(context), company, email));
  }
}
