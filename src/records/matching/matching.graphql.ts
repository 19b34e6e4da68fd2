import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { enumOf } from "../../tenant/graphql/enums";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import { ErpIntegrationType } from "../types/erp-integration.graphql";
import type { RecordRights } from "../record/record-rights";
import type { RecordAnswers } from "../types/stale-record.graphql";
import { RecordPayload } from "../types/record-inputs.graphql";
import { RecordType } from "../types/record-type.graphql";
import { MATCH_REASONS, type Match, type MatchReason } from "./matches";
import { MATCHED, type LinkOutcome, type Matched, type MatchingService, type SeenPair } from "./matching.service";

export const MatchReasonName = enumOf(
  MATCH_REASONS,
  "MatchReason",
  "Why two may be the same. NAME: equal but for case. SIMILAR_NAME: equal without accents, punctuation and legal forms.",
);
const MatchedName = enumOf(MATCHED, "MatchedFeature", "What can be linked with what the ERP holds.");
const LinkOutcomeName = enumOf(
  ["linked", "would_link", "ambiguous", "refused"] as const,
  "LinkOutcome",
  "AMBIGUOUS: another pair is as likely or likelier; a person decides (linkRecord).",
);
const LARGEST = 200;

@ObjectType("SuggestedMatch", {
  description: "A record that the platform offers, and one of the ERP that may be the same.",
})
export class MatchType {
  @Field(() => RecordType)
  record!: RecordType;

  @Field(() => RecordType, { description: "Read from the ERP, ready to import: the `counterpart` of `linkRecord`." })
  counterpart!: RecordType;

  @Field(() => Int, { description: "0 to 100." })
  score!: number;

  @Field(() => [MatchReasonName], { description: "The surest first." })
  reasons!: readonly MatchReason[];

  @Field({ description: "Whether another pair with one of the two is as likely or likelier." })
  ambiguous!: boolean;

  static of({ record, counterpart, ...rest }: Match): MatchType {
    const sides = { record: RecordType.of(record), counterpart: RecordType.of(counterpart) };
    return Object.assign(new MatchType(), rest, sides);
  }
}

@ObjectType("SuggestedMatches", { description: "Pairs that may be the same, and how many there are." })
export class MatchesType {
  @Field(() => Int, { description: "Of all pairs." })
  totalCount!: number;

  @Field(() => [MatchType], { description: "The surest first." })
  matches!: MatchType[];
}

@InputType({ description: "A suggested pair as you saw it." })
export class SuggestedPairInput implements SeenPair {
  @Field(() => ID)
  record!: string;

  @Field(() => Int, { description: "`version` of the record that you saw." })
  expectedVersion!: number;

  @Field(() => ID)
  counterpart!: string;

  @Field(() => Int, { description: "`version` of the counterpart that you saw." })
  expectedCounterpartVersion!: number;
}

@InputType()
export class LinkSuggestedInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => MatchedName, { defaultValue: "vendor" })
  feature!: Matched;

  @Field(() => [SuggestedPairInput], { description: "Of `suggestedMatches`; at most 200." })
  pairs!: SuggestedPairInput[];

  @Field({ defaultValue: true, description: "Judges every pair, and changes nothing." })
  dryRun!: boolean;
}

@ObjectType({ description: "What came of one suggested pair." })
export class LinkSuggestedRow extends RecordPayload {
  @Field(() => MatchType, { nullable: true, description: "Null: the pair is not suggested any more." })
  match!: MatchType | null;

  @Field(() => LinkOutcomeName)
  outcome: LinkOutcome["outcome"] = "refused";
}

@ObjectType()
export class LinkSuggestedPayload extends MutationPayload {
  @Field(() => [LinkSuggestedRow], { description: "In the order given." })
  results: LinkSuggestedRow[] = [];

  @Field(() => Int, { description: "Linked, or what would be." })
  linked: number = 0;
}

@Resolver(() => ErpIntegrationType)
export class MatchingResolver {
  constructor(
    private readonly database: Database,
    private readonly rights: RecordRights,
    private readonly matching: MatchingService,
    private readonly answers: RecordAnswers,
  ) {}

  @FieldResolver(() => MatchesType, {
    description:
      "Vendors or projects that wait, each with what the ERP may hold of it already, as far as you may see both.",
  })
  async suggestedMatches(
    @Root() { companyId }: ErpIntegrationType,
    @Ctx() context: GraphQLContext,
    @Arg("feature", () => MatchedName, { defaultValue: "vendor" }) feature: Matched,
    @Arg("first", () => Int, { defaultValue: 50, description: "At most 200." }) size: number,
    @Arg("minScore", () => Int, { defaultValue: 1, description: "1 to 100: pairs that are less sure are left out." })
    minScore: number,
  ): Promise<MatchesType> {
    const actor = actorOf(context);
    const loader = loaderFor(context, `suggested matches ${feature}`, async (ids: readonly string[]) => {
      const companies = await this.database.read().findBy(CompanyEntity, { id: In([...ids]) });
      const may = await this.rights.filters(actor, companies, ["view"], "record");
      const found = await this.matching.suggest(ids, feature, may);
      return ids.map((id) => found.get(id) ?? []);
    });
    const all = (await loader.load(companyId)).filter(({ score }) => score >= minScore);
    const matches = all.slice(0, Math.min(LARGEST, Math.max(0, size))).map((one) => MatchType.of(one));
    return Object.assign(new MatchesType(), { totalCount: all.length, matches });
  }

  @Mutation(() => LinkSuggestedPayload, {
    description:
      "Links suggested pairs as you saw them, where nothing rivals them; each counts for itself. Looks first: dryRun is on.",
  })
  async linkSuggestedRecords(
    @Arg("input") input: LinkSuggestedInput,
    @Ctx() context: GraphQLContext,
  ): Promise<LinkSuggestedPayload> {
    const actor = actorOf(context);
    const { company, ...wanted } = input;
    return payload(LinkSuggestedPayload, async () => {
      const outcomes = await this.matching.linkPairs(actor, company, wanted);
      const results = await Promise.all(outcomes.map((one) => this.rowOf(context, one)));
      const done = outcomes.filter(({ outcome }) => outcome === "linked" || outcome === "would_link");
      return { results, linked: done.length };
    });
  }

  private async rowOf(context: GraphQLContext, { match, outcome, refusal }: LinkOutcome): Promise<LinkSuggestedRow> {
    const row = await this.answers.of(LinkSuggestedRow, context, () =>
      refusal ? Promise.reject(refusal) : Promise.resolve({ record: match && RecordType.of(match.record) }),
    );
    return Object.assign(row, { match: match && MatchType.of(match), outcome });
  }
}
