import { Kind, type GraphQLResolveInfo, type GraphQLSchema } from "graphql";
import { Arg, Ctx, Info, Query, Resolver } from "type-graphql";
import type { Actor } from "../../kernel/actor";
import { together } from "../../kernel/together";
import { MAX_LIST_ITEMS } from "../../infra/graphql/input-bounds";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { DecisionType } from "../../tenant/graphql/decision-type";
import type { AccessAuthorizer } from "./access-authorizer";
import { DecisionInput, plainQuestionOf, questionOf } from "./decision-input";
import { readingOf, type Reading } from "../cache/reading";

/** Decisions over GraphQL: translates, and asks the one authorizer. */
@Resolver()
export class DecisionResolver {
  constructor(private readonly authorizer: AccessAuthorizer) {}

  @Query(() => DecisionType, {
    description: "Whether the subject may do something, with every gate, and who could open those that are shut.",
  })
  async decision(@Ctx() context: GraphQLContext, @Arg("input") input: DecisionInput): Promise<DecisionType> {
    return this.decide(askedIn(context), input, ["input"]);
  }

  @Query(() => [DecisionType], {
    description: `Up to ${MAX_LIST_ITEMS} decisions at once, in the order of the questions.`,
  })
  decisions(
    @Ctx() context: GraphQLContext,
    @Arg("inputs", () => [DecisionInput]) inputs: DecisionInput[],
    @Info() info: GraphQLResolveInfo,
  ): DecisionType[] | Promise<DecisionType[]> {
    const asked = askedIn(context);
    if (asksOnlyWhether(info)) return together(inputs.map((input, index) => this.verdict(asked, input, index)));
    return together(inputs.map((input, index) => this.decide(asked, input, ["inputs", String(index)])));
  }

  /** The decision without its reasons, which nobody asked for. */
  private verdict({ context, actor, reading }: Asked, input: DecisionInput, index: number) {
    const plain = plainQuestionOf(input, context.locale);
    const known = plain && this.authorizer.plainVerdict(actor, plain, reading);
    if (known !== null) return DecisionType.bare(known);
    const question = questionOf(input, context.locale, ["inputs", String(index)], context.requestId);
    const allowed = this.authorizer.verdict(actor, question, reading);
    return allowed instanceof Promise ? allowed.then(DecisionType.bare) : DecisionType.bare(allowed);
  }

  /** At once where all of it is in memory. */
  private decide({ context, actor, reading }: Asked, input: DecisionInput, path: readonly string[]) {
    const question = questionOf(input, context.locale, path, context.requestId);
    const answered = this.authorizer.answer(actor, question, reading);
    return answered instanceof Promise ? answered.then((one) => DecisionType.of(one)) : DecisionType.of(answered);
  }
}

/** What all questions of one request share. */
interface Asked {
  readonly context: GraphQLContext;
  readonly actor: Actor;
  readonly reading: Reading;
}

function askedIn(context: GraphQLContext): Asked {
  const reading = readingOf(context);
  reading.era ??= context.era ?? null;
  return { context, actor: actorOf(context), reading };
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
