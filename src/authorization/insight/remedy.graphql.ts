import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { Remedy } from "../../tenant/graphql/decision-type";
import type { RemedyPerson } from "../../policy/ports";
import { nobodyCan, whoOf } from "./nobody-can";
import { wishOf, type Found, type RemedyPeople } from "./remedy-people";
import type { Wanted } from "./remedy-right";

@ObjectType("RemedyPerson", { description: "Somebody who could make the change." })
export class RemedyPersonType implements Omit<RemedyPerson, "id"> {
  @Field(() => ID, { description: "Id of the member or of the vendor's staff: the `subject` of a question." })
  subjectId!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;
}

const NOBODY: Found = { people: [], hindrance: null };

/** Names the people of a remedy, when they are asked for. */
@Resolver(() => Remedy)
export class RemedyResolver {
  constructor(private readonly helpers: RemedyPeople) {}

  @FieldResolver(() => [RemedyPersonType], {
    description: "At most five people who could make the change, by name. Nobody to an outsider.",
  })
  async people(@Root() remedy: Remedy, @Ctx() context: GraphQLContext): Promise<RemedyPersonType[]> {
    const { people } = await this.peopleFor(remedy, context);
    return people.map(({ id: subjectId, ...rest }) => Object.assign(new RemedyPersonType(), rest, { subjectId }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Where nobody of the company could make the change now: what would have to change first. Null: somebody can.",
  })
  async whenNobody(@Root() remedy: Remedy, @Ctx() context: GraphQLContext): Promise<string | null> {
    if (remedy.of.companyId === null) return null;
    const { people, hindrance } = await this.peopleFor(remedy, context);
    return people.length > 0 ? null : nobodyCan(hindrance ?? whoOf(remedy), context.locale);
  }

  private async peopleFor(remedy: Remedy, context: GraphQLContext): Promise<Found> {
    const wish = wishOf(remedy.of, remedy);
    if (!wish) return NOBODY;
    const loader = loaderFor<string, Found>(context, RemedyResolver, (keys) =>
      this.helpers.find(keys.map((key) => JSON.parse(key) as Wanted)),
    );
    // As text, because equal wishes of many gates are one.
    return loader.load(JSON.stringify(wish));
  }
}
