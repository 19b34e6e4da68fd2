import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { Remedy } from "../../tenant/graphql/decision-type";
import type { RemedyPerson } from "../../policy/ports";
import type { RemedyPeople, Wanted } from "./remedy-people";

@ObjectType("RemedyPerson", { description: "Somebody who could make the change." })
export class RemedyPersonType implements Omit<RemedyPerson, "id"> {
  @Field(() => ID, { description: "Id of the member or of the vendor's staff: the `subject` of a question." })
  subjectId!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;
}

/** Names the people of a remedy, when they are asked for. */
@Resolver(() => Remedy)
export class RemedyResolver {
  constructor(private readonly helpers: RemedyPeople) {}

  @FieldResolver(() => [RemedyPersonType], {
    description: "At most five people who could make the change, by name. Nobody to an outsider.",
  })
  async people(@Root() remedy: Remedy, @Ctx() context: GraphQLContext): Promise<RemedyPersonType[]> {
    const { companyId, subjectId, action, resource, evaluatedAt } = remedy.of;
    if (companyId === null || action === null || resource === null) return [];
    const wish: Wanted = { companyId, subjectId, action, resource, role: remedy.role, at: evaluatedAt };
    const loader = loaderFor<string, RemedyPerson[]>(context, RemedyResolver, (keys) =>
      this.helpers.find(keys.map((key) => JSON.parse(key) as Wanted)),
    );
    // As text, because equal wishes of many gates are one.
    const found = await loader.load(JSON.stringify({ ...wish, at: evaluatedAt }));
    return found.map(({ id: subjectId, ...rest }) => Object.assign(new RemedyPersonType(), rest, { subjectId }));
  }
}
