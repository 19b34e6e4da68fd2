import { fill } from "../../kernel/catalogue";
import { ArgBounds } from "../../infra/graphql/input-bounds";
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { DecisionType } from "../../tenant/graphql/decision-type";
import { DecisionCodeName, enumOf } from "../../tenant/graphql/enums";
import { BilingualRefusal } from "../../kernel/errors";
import type { DecisionCode } from "../../policy/model/vocabulary";
import { LoggedDecisionType } from "../log/decision-log.graphql";
import { SubjectType } from "../lists/rights-search.graphql";
import type { ReplayedDecisions } from "./decision-replay";
import { EFFECTS, type Effect } from "./rights-difference";
import type { Consequence, Simulation, Simulator } from "./simulation";
import { MAX_CHANGES } from "./change-reading";
import { DecisionPeriodInput, ProposedChangeInput } from "./simulation-inputs";
import { DateTime } from "../../infra/graphql/scalars";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

const EffectName = enumOf(EFFECTS, "SimulatedEffect", "What a change does to somebody's right to do one thing.");
const MAX_CONSEQUENCES = 500;

@ObjectType("SimulatedConsequence", { description: "One thing that somebody could do otherwise than now." })
export class ConsequenceType {
  @Field(() => SubjectType)
  subject!: SubjectType;

  @Field(() => EffectName)
  effect!: Effect;

  @Field(() => DecisionType, { description: "As it is, for some record of the feature." })
  before!: DecisionType;

  @Field(() => DecisionType, { description: "As it would be." })
  after!: DecisionType;

  static of({ subject, effect, before, after }: Consequence): ConsequenceType {
    const decisions = { before: DecisionType.of(before), after: DecisionType.of(after) };
    return Object.assign(new ConsequenceType(), { subject: SubjectType.of(subject), effect, ...decisions });
  }
}

@ObjectType("OtherwiseDecided", { description: "A logged decision that would have come out otherwise." })
export class OtherwiseDecidedType {
  @Field(() => LoggedDecisionType, { description: "As it was." })
  decision!: LoggedDecisionType;

  @Field()
  allowed!: boolean;

  @Field(() => DecisionCodeName)
  code!: DecisionCode;
}

@ObjectType("ReplayedDecisions", { description: "Logged decisions of a period, made again with the changes." })
export class ReplayedDecisionsType {
  @Field(() => Int, { description: "Looked at: the newest of the period." })
  decisions!: number;

  @Field({ description: "Whether the period has more than were looked at." })
  more!: boolean;

  @Field(() => Int, {
    description:
      "That cannot be told: about records that are not stored, or have changed since. The log keeps no facts.",
  })
  untold!: number;

  @Field(() => [OtherwiseDecidedType], { description: "Newest first." })
  otherwise!: OtherwiseDecidedType[];

  static of({ otherwise, ...counts }: ReplayedDecisions): ReplayedDecisionsType {
    const found = otherwise.map(({ entry, allowed, code }) =>
      Object.assign(new OtherwiseDecidedType(), { decision: LoggedDecisionType.of(entry), allowed, code }),
    );
    return Object.assign(new ReplayedDecisionsType(), { ...counts, otherwise: found });
  }
}

@ObjectType("Simulation", { description: "What proposed changes would do. Nothing was changed." })
export class SimulationType {
  @Field(() => Int, { description: "The policy revision that it starts from." })
  policyRevision!: number;

  @Field(() => DateTime)
  evaluatedAt!: string;

  @Field(() => Int, { description: "Whose rights were looked at: everybody, or the people that the changes name." })
  people!: number;

  @Field(() => Int, { description: "Things that somebody may do, and could not." })
  gains!: number;

  @Field(() => Int)
  loses!: number;

  @Field(() => Int, { description: "Things that somebody may do within other limits." })
  limitsChange!: number;

  @Field(() => [ConsequenceType], { description: "By name; the first of all that are counted." })
  consequences!: ConsequenceType[];

  @Field(() => ReplayedDecisionsType, { nullable: true, description: "Null: no period was asked about." })
  replayed!: ReplayedDecisionsType | null;

  static of({ counts, consequences, replayed, ...rest }: Simulation): SimulationType {
    return Object.assign(new SimulationType(), {
      ...rest,
      gains: counts.gains,
      loses: counts.loses,
      limitsChange: counts.limits_change,
      consequences: consequences.map((one) => ConsequenceType.of(one)),
      replayed: replayed && ReplayedDecisionsType.of(replayed),
    });
  }
}

/** What if. */
@Resolver()
export class SimulationResolver {
  constructor(private readonly simulator: Simulator) {}

  @ArgBounds({ changes: { maxItems: MAX_CHANGES } })
  @Query(() => SimulationType, {
    nullable: true,
    description:
      "Who would gain and lose what by some changes. Changes nothing. For who may review the company's rights.",
  })
  async simulate(
    @Ctx() context: GraphQLContext,
    @Arg("company", () => ID, { description: "Id or slug." }) company: string,
    @Arg("changes", () => [ProposedChangeInput], { description: "Applied in their order." })
    changes: ProposedChangeInput[],
    @Arg("decisions", () => DecisionPeriodInput, {
      nullable: true,
      description: "Also which logged decisions of a period would have come out otherwise.",
    })
    decisions: DecisionPeriodInput | null,
    @Arg("first", () => Int, { defaultValue: 100, description: "Consequences to show, 500 at most." }) first: number,
  ): Promise<SimulationType> {
    if (first < 0 || first > MAX_CONSEQUENCES)
      throw new BilingualRefusal("BAD_INPUT", fill(AUTHORIZATION_TEXTS.consequencesToShow, { max: MAX_CONSEQUENCES }), [
        "first",
      ]);
    const question = { company, changes, period: decisions, first, locale: context.locale };
    return SimulationType.of(await this.simulator.simulate(actorOf(context), question));
  }
}
