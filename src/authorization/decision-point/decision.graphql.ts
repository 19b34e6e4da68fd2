import { Kind, type GraphQLResolveInfo, type GraphQLSchema } from "graphql";
import { Arg, Ctx, Info, Query, Resolver } from "type-graphql";
import type { Actor } from "../../kernel/actor";
import { together } from "../../kernel/together";
import { MAX_LIST_ITEMS } from "../../infra/graphql/input-bounds";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { DecisionType } from "../../tenant/graphql/decision-type";
import type { AnsweredDecision, Question } from "../../policy/ports";
import type { DecisionPoint } from "./decision-point";
import { DecisionInput, questionOf } from "./decision-input";
import { readingOf, type RequestReading } from "./request-reading";

/** Decisions over GraphQL: translates, and asks the one authorizer. */
@Resolver()
export class DecisionResolver {
  constructor(private readonly authorizer: DecisionPoint) {}

  @Query(() => DecisionType, {
    nullable: true,
    description: "Whether the subject may do something, with every gate, and who could open those that are shut.",
  })
  async decision(@Ctx() context: GraphQLContext, @Arg("input") input: DecisionInput): Promise<DecisionType> {
    const asked = askedIn(context);
    return DecisionType.of(await this.decide(asked, read(asked, input, ["input"])));
  }

  @Query(() => [DecisionType], {
    nullable: true,
    description: `Up to ${MAX_LIST_ITEMS} decisions at once, in the order of the questions.`,
  })
  decisions(
    @Ctx() context: GraphQLContext,
    @Arg("inputs", () => [DecisionInput]) inputs: DecisionInput[],
    @Info() info: GraphQLResolveInfo,
  ): DecisionType[] | Promise<DecisionType[]> {
    const asked = askedIn(context);
    const told = asksOnlyWhether(info)
      ? ({ allowed }: AnsweredDecision) => DecisionType.bare(allowed)
      : (one: AnsweredDecision) => DecisionType.of(one);
    // All are read before the first is asked: none is under way, for nobody to wait for, when another cannot be read.
    const questions = inputs.map((input, index) => read(asked, input, ["inputs", String(index)]));
    return together(
      questions.map((question) => {
        const decided = this.decide(asked, question);
        return decided instanceof Promise ? decided.then(told) : told(decided);
      }),
    );
  }

  /** At once where all of it is in the cache. */
  private decide({ actor, reading }: Asked, question: Question) {
    return this.authorizer.decide(actor, question, reading);
  }
}

/** What all questions of one request share. */
interface Asked {
  readonly context: GraphQLContext;
  readonly actor: Actor;
  readonly reading: RequestReading;
}

function askedIn(context: GraphQLContext): Asked {
  return { context, actor: actorOf(context), reading: readingOf(context) };
}

function read({ context }: Asked, input: DecisionInput, path: readonly string[]): Question {
  return questionOf(input, context.locale, path, context.requestId);
}

/** Whether `allowed` is all that is selected: a list page wants the booleans. */
function asksOnlyWhether({ fieldNodes }: GraphQLResolveInfo): boolean {
  const selections = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return selections.every((one) => one.kind === Kind.FIELD && ["allowed", "__typename"].includes(one.name.value));
}

/**
 * Puts `decisions` on the schema without type-graphql's copy of every input: fifty copies cost as much as fifty decisions.
 * GraphQL itself has checked and read the inputs.
 */
export function resolveDecisionsDirectly(schema: GraphQLSchema, resolver: DecisionResolver): void {
  const field = schema.getQueryType()?.getFields().decisions;
  if (!field) throw new Error("The schema has no field `decisions`.");
  field.resolve = (_root, { inputs }: { inputs: DecisionInput[] }, context: GraphQLContext, info) =>
    resolver.decisions(context, inputs, info);
}
