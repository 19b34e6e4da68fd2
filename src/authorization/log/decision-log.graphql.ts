import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Int, ObjectType, Resolver, Root } from "type-graphql";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { ConnectionArgs, connectionOf, type Connection } from "../../infra/graphql/connection";
import type { GraphQLContext } from "../../infra/graphql/context";
import { DecisionCodeName, enumOf, FactsSourceName, GateCodeName } from "../../tenant/graphql/enums";
import type { FactsSource } from "../../policy/model/record-facts";
import { Node } from "../../infra/graphql/node";
import type { Actor } from "../../kernel/actor";
import { periodFrom } from "../../infra/graphql/days";
import { zoneOf } from "../../tenant/companies/time-zone";
import {
  ASKER_KINDS,
  CONSISTENCIES,
  type AskerKind,
  type Consistency,
  type DecisionEntryEntity,
} from "./decision-entry.entity";
import type { DecisionQuery, DecisionReading } from "./decision-reading";
import type { DecisionCode, GateCode } from "../../policy/model/vocabulary";
import { DateOrDateTime, DateTime } from "../../infra/graphql/scalars";

const AskerKindName = enumOf(ASKER_KINDS, "AskerKind", "Who can have asked for a decision.");
const ConsistencyName = enumOf(
  CONSISTENCIES,
  "LoggedConsistency",
  "How fresh the rights were asked to be: as last known, at least of a named revision, or read in full.",
);

@ObjectType("LoggedDecision", { implements: Node, description: "A decision that was made: who asked, and why so." })
export class LoggedDecisionType extends Node {
  @Field(() => DateTime)
  at!: string;

  @Field(() => AskerKindName)
  askerKind!: AskerKind;

  @Field({ description: "A person's e-mail or account, an API key's id, or the name of Ledgergate's own work." })
  asker!: string;

  @Field(() => ID, { nullable: true, description: "Member or staff; null: nobody that the company knows." })
  subjectId!: string | null;

  @Field(() => String, { nullable: true, description: "As the asker named the subject; null: themselves." })
  subjectReference!: string | null;

  @Field({ description: "As asked; may be none of the vocabulary." })
  action!: string;

  @Field({ description: "As asked: a feature, company, or a name that is neither." })
  resource!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Of a record that Ledgergate holds its id, whatever it was named by; of another, its name.",
  })
  recordId!: string | null;

  @Field(() => FactsSourceName, {
    nullable: true,
    description: "Whose facts of the record counted; null: the decision was about no record.",
  })
  facts!: FactsSource | null;

  @Field()
  allowed!: boolean;

  @Field(() => DecisionCodeName, { description: "ALLOWED, or the first reason against." })
  code!: DecisionCode;

  @Field(() => [GateCodeName], { description: "Codes of the gates that were missed." })
  reasons!: GateCode[];

  @Field(() => ID, { nullable: true, description: "The grant it rests on, or the nearest that fell short." })
  grantId!: string | null;

  @Field(() => Int, { nullable: true })
  policyRevision!: number | null;

  @Field(() => DateTime, { nullable: true, description: "The instant asked about; null: then and there." })
  asOf!: string | null;

  @Field(() => ConsistencyName)
  consistency!: Consistency;

  @Field(() => String, { nullable: true, description: "X-Request-ID of the request, as in its log lines." })
  traceId!: string | null;

  @Field({ description: "Whether Ledgergate asked before it acted; else somebody wanted to know." })
  enforced!: boolean;

  static of(entity: DecisionEntryEntity): LoggedDecisionType {
    return Object.assign(new LoggedDecisionType(), entity);
  }
}

export const LoggedDecisionConnection = connectionOf(LoggedDecisionType, "LoggedDecision");

@InputType({ description: "Which decisions; what is left out does not narrow." })
export class DecisionLogFilter {
  @Field(() => ID, { nullable: true, description: "Member's or staff's id, or as the asker named the subject." })
  subject?: string | null;

  @Field(() => String, { nullable: true, description: "E-mail, account, or an API key's id." })
  asker?: string | null;

  @Field(() => String, { nullable: true, description: "In lower case: send, view, ..." })
  action?: string | null;

  @Field(() => String, { nullable: true, description: "In lower case: commitment, company, ..." })
  resource?: string | null;

  @Field(() => ID, { nullable: true })
  record?: string | null;

  @Field(() => Boolean, { nullable: true })
  allowed?: boolean | null;

  @Field(() => DecisionCodeName, { nullable: true, description: "Exactly this code." })
  code?: DecisionCode | null;

  @Field(() => DateOrDateTime, { nullable: true, description: "Inclusive; a day is the company's." })
  from?: string | null;

  @Field(() => DateOrDateTime, {
    nullable: true,
    description: "Exclusive; a day is the company's, and counts whole.",
  })
  until?: string | null;
}

/** The decision log under Company. */
@Resolver(() => CompanyType)
export class DecisionLogResolver {
  constructor(
    private readonly reading: DecisionReading,
    private readonly reader: CompanyReader,
  ) {}

  @FieldResolver(() => LoggedDecisionConnection, {
    nullable: true,
    description: "Decisions that were made, newest first, for who may review; a second may pass until one is here.",
  })
  async decisionLog(
    @Root() company: CompanyType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("filter", () => DecisionLogFilter, { nullable: true }) filter: DecisionLogFilter | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<LoggedDecisionType>> {
    await this.reader.require(context, company.entity, "review");
    const query = queryOf(filter, zoneOf(company.entity));
    return listUnder(context, company.id, args, {
      name: `decision log ${JSON.stringify(query)}`,
      pages: (ids, request) => this.reading.pages(ids, request, query),
      node: (entity) => LoggedDecisionType.of(entity),
    });
  }

  /** For `node(id)`; null: no such decision, or not for this actor. */
  async find(actor: Actor, id: string): Promise<LoggedDecisionType | null> {
    const entity = await this.reading.byId(id);
    if (!entity || !(await this.reader.permits(actor, entity.companyId, "review"))) return null;
    return LoggedDecisionType.of(entity);
  }
}

function queryOf(filter: DecisionLogFilter | null, zone: string): DecisionQuery {
  const { from, until, ...rest } = filter ?? {};
  return { ...rest, ...periodFrom({ from, until }, zone, ["filter"]) };
}
