import { Kind, type GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Query, Resolver } from "type-graphql";
import { Refusal } from "../kernel/errors";
import { together } from "../kernel/together";
import { actorOf } from "../graphql/actor";
import type { GraphQLContext } from "../graphql/context";
import { DecisionType } from "../graphql/decision-type";
import type { AccessAuthorizer } from "./access-authorizer";
import { DecisionInput, questionOf } from "./decision-input";
import { readingOf } from "./reading";

/** More questions than this are several requests. */
export const MOST_DECISIONS = 100;

/** Decisions over GraphQL: translates, and asks the one authorizer. */
@Resolver()
export class DecisionResolver {
  constructor(private readonly authorizer: AccessAuthorizer) {}

  @Query(() => DecisionType, {
    description: "Whether the subject may do something, with every gate, and who could open those that are shut.",
  })
  async decision(@Ctx() context: GraphQLContext, @Arg("input") input: DecisionInput): Promise<DecisionType> {
    return this.decide(context, input, ["input"]);
  }

  @Query(() => [DecisionType], {
    description: `Up to ${MOST_DECISIONS} decisions at once, in the order of the questions.`,
  })
  async decisions(
    @Ctx() context: GraphQLContext,
    @Arg("inputs", () => [DecisionInput]) inputs: DecisionInput[],
    @Info() info: GraphQLResolveInfo,
  ): Promise<DecisionType[]> {
    actorOf(context);
    if (inputs.length > MOST_DECISIONS)
      throw new Refusal("BAD_INPUT", `Ask at most ${MOST_DECISIONS} questions at once.`, ["inputs"]);
    if (asksOnlyWhether(info))
      return together(inputs.map((input, index) => this.verdict(context, input, ["inputs", String(index)])));
    return together(inputs.map((input, index) => this.decide(context, input, ["inputs", String(index)])));
  }

  /** The decision without its reasons, which nobody asked for. */
  private verdict(
    context: GraphQLContext,
    input: DecisionInput,
    path: readonly string[],
  ): DecisionType | Promise<DecisionType> {
    const question = { ...questionOf(input, context.locale, path), traceId: context.requestId };
    const allowed = this.authorizer.verdict(actorOf(context), question, readingOf(context));
    return allowed instanceof Promise ? allowed.then(DecisionType.bare) : DecisionType.bare(allowed);
  }

  /** At once where all of it is in memory. */
  private decide(
    context: GraphQLContext,
    input: DecisionInput,
    path: readonly string[],
  ): DecisionType | Promise<DecisionType> {
    const question = { ...questionOf(input, context.locale, path), traceId: context.requestId };
    const answered = this.authorizer.answer(actorOf(context), question, readingOf(context));
    return answered instanceof Promise ? answered.then((one) => DecisionType.of(one)) : DecisionType.of(answered);
  }
}

/** Whether `allowed` is all that is selected: a list page wants the booleans. */
function asksOnlyWhether({ fieldNodes }: GraphQLResolveInfo): boolean {
  const selections = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return selections.every((one) => one.kind === Kind.FIELD && ["allowed", "__typename"].includes(one.name.value));
}
