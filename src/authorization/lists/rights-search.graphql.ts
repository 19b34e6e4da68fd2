import { Arg, Args, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { GraphQLJSON } from "graphql-scalars";
import { PageConnection } from "../../tenant/companies/batched-list";
import { actorOf } from "../../infra/graphql/actor";
import { connectionOf, type Connection } from "../../infra/graphql/connection";
import type { GraphQLContext } from "../../infra/graphql/context";
import { DecisionType, LimitType } from "../../tenant/graphql/decision-type";
import { ActionName, enumOf, FeatureName } from "../../tenant/graphql/enums";
import type { AnsweredDecision } from "../../policy/ports";
import type { Action, Feature, Resource } from "../../policy/model/vocabulary";
import { AT, describedBy, KNOWN_AT, pastFrom, PastPageArgs, RecordInput } from "../decision-point/decision-input";
import { readingOf } from "../decision-point/request-reading";
import { isNarrowed } from "../../policy/model/remedies";
import type { AllowedSubject, RightsSearch } from "./rights-search";
import type { KnownSubject } from "../../directory/subjects/subject-directory";
import { DateTime } from "../../infra/graphql/scalars";

const SubjectKindName = enumOf(
  ["member", "staff", "service"],
  "SubjectKind",
  "Member of the company, the vendor's staff, or a service with an API key.",
);

@ObjectType("Subject", { description: "Somebody who acts in a company." })
export class SubjectType {
  @Field(() => SubjectKindName)
  kind!: KnownSubject["kind"];

  @Field(() => ID, {
    description: "Id of the member, of the vendor's staff, or of the service's API key: the `subject` of a question.",
  })
  subjectId!: string;

  @Field()
  name!: string;

  @Field({ description: "Empty: a service has none." })
  email!: string;

  static of({ id: subjectId, ...rest }: KnownSubject): SubjectType {
    return Object.assign(new SubjectType(), rest, { subjectId });
  }
}

@ObjectType("AllowedSubject", { description: "Somebody who may, and why." })
export class AllowedSubjectType {
  @Field()
  subject!: SubjectType;

  @Field()
  decision!: DecisionType;

  static of({ subject, decision }: AllowedSubject): AllowedSubjectType {
    return Object.assign(new AllowedSubjectType(), {
      subject: SubjectType.of(subject),
      decision: DecisionType.of(decision),
    });
  }
}

export const AllowedSubjectConnection = connectionOf(AllowedSubjectType, "AllowedSubject");

@ObjectType("Allowed", { description: "One thing that a subject may do." })
export class AllowedType {
  @Field(() => ActionName)
  action!: Action;

  @Field(() => FeatureName, { nullable: true, description: "Null: the company as a whole." })
  feature!: Feature | null;

  @Field({ description: "Whether it is bounded: to projects, an amount, a second approval or a workflow." })
  conditional!: boolean;

  @Field(() => [LimitType], { description: "All that a record must still meet." })
  limits!: readonly LimitType[];

  @Field({ description: "The decision in words." })
  message!: string;

  static of({ action, resource, limits, message }: AnsweredDecision): AllowedType {
    const feature = resource === "company" ? null : resource;
    return Object.assign(new AllowedType(), { action, feature, limits, message, conditional: isNarrowed(limits) });
  }
}

@ObjectType("AbilityRules", { description: "The viewer's rights for a front end that evaluates them itself." })
export class AbilityRulesType {
  @Field(() => GraphQLJSON, { description: "CASL's packed rules; unpack with `unpackRules` of @casl/ability/extra." })
  rules!: unknown;

  @Field(() => Int, { description: "Ask again when the company's policy revision is another." })
  policyRevision!: number;

  @Field(() => DateTime)
  evaluatedAt!: string;

  @Field(() => DateTime, { nullable: true, description: "Ask again at this instant: a validity begins or ends." })
  validUntil!: string | null;
}

/** Searches over decisions. */
@Resolver()
export class RightsSearchResolver {
  constructor(private readonly search: RightsSearch) {}

  @Query(() => AllowedSubjectConnection, {
    nullable: true,
    description:
      "Everybody in the company who may do it, services with an API key included, in the order in which they were added. For who may review the company's rights.",
  })
  async whoCan(
    @Ctx() context: GraphQLContext,
    @Arg("company", () => ID, { description: "Id or slug." }) company: string,
    @Arg("action", () => ActionName) action: Action,
    @Arg("feature", () => FeatureName, { nullable: true, description: "Left out: the company as a whole." })
    feature: Feature | null,
    @Arg("record", () => RecordInput, { nullable: true, description: "Left out: some record of the feature." })
    record: RecordInput | null,
    @Args(() => PastPageArgs) args: PastPageArgs,
  ): Promise<Connection<AllowedSubjectType>> {
    const described = record ? describedBy(record, ["record"]) : null;
    const resource: Resource = feature ?? "company";
    const asked = pastFrom(args.at, args.knownAt);
    const question = { company, action, resource, record: described, locale: context.locale, ...asked };
    const page = await this.search.whoCan(actorOf(context), question, args, readingOf(context));
    return new PageConnection(page, (row) => AllowedSubjectType.of(row));
  }

  @Query(() => [AllowedType], { nullable: true, description: "Everything that the subject may do in the company." })
  async whatCan(
    @Ctx() context: GraphQLContext,
    @Arg("company", () => ID, { description: "Id or slug." }) company: string,
    @Arg("subject", () => ID, { nullable: true, description: "Id or e-mail; yourself if left out." })
    subject: string | null,
    @Arg("at", () => DateTime, { nullable: true, description: AT }) at: string | null,
    @Arg("knownAt", () => DateTime, { nullable: true, description: KNOWN_AT }) knownAt: string | null,
  ): Promise<AllowedType[]> {
    const question = { company, subject: subject ?? null, locale: context.locale, ...pastFrom(at, knownAt) };
    const allowed = await this.search.whatCan(actorOf(context), question, readingOf(context));
    return allowed.map((decision) => AllowedType.of(decision));
  }

  @Query(() => AbilityRulesType, {
    nullable: true,
    description: "The viewer's own rights in the company, as packed CASL rules.",
  })
  async abilityRules(
    @Ctx() context: GraphQLContext,
    @Arg("company", () => ID, { description: "Id or slug." }) company: string,
  ): Promise<AbilityRulesType> {
    const rules = await this.search.abilityRules(actorOf(context), company, readingOf(context));
    return Object.assign(new AbilityRulesType(), rules);
  }
}
