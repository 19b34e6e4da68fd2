import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Database } from "../../infra/db/database";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import type { Clock } from "../../kernel/clock";
import type { Locale } from "../../kernel/locale";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { enumOf } from "../../tenant/graphql/enums";
import {
  DECIDING,
  PLATFORM_STATES,
  PlatformConnectionEntity,
  type Deciding,
  type PlatformState,
} from "../connect/platform-connection.entity";
import { PROBLEM_CODES, PROBLEM_TEXTS, type ProblemCode } from "../connect/problems";
import { figuresOf, type PlatformFigures } from "./platform-figures";
import { DateTime } from "../../infra/graphql/scalars";

const PROBLEM_WORDS = Object.fromEntries(PROBLEM_CODES.map((code) => [code, PROBLEM_TEXTS[code].en])) as Readonly<
  Record<ProblemCode, string>
>;

export const PlatformStateName = enumOf(
  PLATFORM_STATES,
  "PlatformState",
  "CONNECTED: all is in place. INCOMPLETE: something is missing over there. LOST: the platform lets us in no more.",
);
export const DecidingName = enumOf(
  DECIDING,
  "PlatformDeciding",
  "Where approvers decide on what the platform exports: HERE, or THERE, where the policy judges who accepted it.",
);

const ProblemCodeName = enumOf(
  PROBLEM_CODES,
  "PlatformProblemCode",
  "What can be missing on the platform's side.",
  PROBLEM_WORDS,
);

@ObjectType({ description: "Something that is missing on the platform's side." })
export class PlatformProblem {
  @Field(() => ProblemCodeName)
  code!: ProblemCode;

  @Field({ description: "What is missing, and what to do about it." })
  message!: string;
}

@ObjectType("PlatformAccess", {
  description: "A company's connection to the construction platform. Its credentials are never shown.",
})
export class PlatformConnectionType {
  @Field({ description: "The company's id on the platform." })
  platformCompanyId!: string;

  @Field(() => PlatformStateName)
  state!: PlatformState;

  @Field(() => [PlatformProblem])
  problems!: PlatformProblem[];

  @Field(() => DateTime, { nullable: true, description: "Instant (ISO 8601) of the last look at the platform's side." })
  checkedAt!: string | null;

  @Field(() => DecidingName)
  deciding!: Deciding;

  @Field({ description: "Whoever gave the credentials." })
  connectedByName!: string;

  @Field(() => DateTime, { nullable: true, description: "Instant (ISO 8601) of the last event; null: none came yet." })
  lastEventAt!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Until then (ISO 8601) nothing is asked, because the platform said so; null: it did not.",
  })
  pausedUntil!: string | null;

  @Field(() => Int, { description: "Send it back as `expectedVersion` when you change the connection." })
  version!: number;

  /** Not fields: for the resolvers of what hangs on a connection. */
  id!: string;
  companyId!: string;

  static of(row: PlatformConnectionEntity, locale: Locale): PlatformConnectionType {
    const { id, companyId, platformCompanyId, state, checkedAt, deciding, connectedByName, version } = row;
    const problems = row.problems.map((code) =>
      Object.assign(new PlatformProblem(), { code, message: PROBLEM_TEXTS[code][locale] }),
    );
    const fields = { platformCompanyId, state, problems, checkedAt, deciding, connectedByName, version };
    const { lastEventAt, pausedUntil } = row;
    return Object.assign(new PlatformConnectionType(), { id, companyId, ...fields, lastEventAt, pausedUntil });
  }
}

/** The connection under Company. */
@Resolver(() => CompanyType)
export class CompanyPlatformResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
  ) {}

  @FieldResolver(() => PlatformConnectionType, {
    nullable: true,
    description: "The connection to the construction platform; null: it is not connected.",
  })
  async platform(@Root() company: CompanyType, @Ctx() context: GraphQLContext): Promise<PlatformConnectionType | null> {
    await this.reader.require(context, company.entity, "view");
    const loader = loaderFor(context, "platform of company", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(PlatformConnectionEntity, { companyId: In([...ids]) });
      const byCompany = new Map(found.map((row) => [row.companyId, row]));
      return ids.map((id) => byCompany.get(id) ?? null);
    });
    const row = await loader.load(company.id);
    return row && PlatformConnectionType.of(row, context.locale);
  }
}

/** What waits and what failed, under the connection; counted only where somebody asks. */
@Resolver(() => PlatformConnectionType)
export class PlatformFiguresResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => Int, {
    description: "Requests of the ERP tool of which the platform was not told yet how all of it ended.",
  })
  async openRequests(@Root() { id }: PlatformConnectionType, @Ctx() context: GraphQLContext): Promise<number> {
    return (await this.figures(context, id)).openRequests;
  }

  @FieldResolver(() => Int, { description: "Requests that are yet to be carried out." })
  async waitingRequests(@Root() { id }: PlatformConnectionType, @Ctx() context: GraphQLContext): Promise<number> {
    return (await this.figures(context, id)).waitingRequests;
  }

  @FieldResolver(() => Int, {
    description: "How many seconds the request has waited that waits longest to be carried out; 0: none waits.",
  })
  async lagSeconds(@Root() { id }: PlatformConnectionType, @Ctx() context: GraphQLContext): Promise<number> {
    return this.secondsSince((await this.figures(context, id)).waitingSince);
  }

  @FieldResolver(() => Int, { description: "Answers that the platform is yet to be told." })
  async waitingAnswers(@Root() { id }: PlatformConnectionType, @Ctx() context: GraphQLContext): Promise<number> {
    return (await this.figures(context, id)).waitingAnswers;
  }

  @FieldResolver(() => Int, {
    description: "How many seconds the answer has waited that waits longest; 0: none waits.",
  })
  async answerLagSeconds(@Root() { id }: PlatformConnectionType, @Ctx() context: GraphQLContext): Promise<number> {
    return this.secondsSince((await this.figures(context, id)).answersWaitingSince);
  }

  @FieldResolver(() => Int, { description: "Requests that did not do what was asked; `requests` says why." })
  async failedRequests(@Root() { id }: PlatformConnectionType, @Ctx() context: GraphQLContext): Promise<number> {
    return (await this.figures(context, id)).failedRequests;
  }

  private figures(context: GraphQLContext, id: string): Promise<PlatformFigures> {
    const read = (ids: readonly string[]) => figuresOf(this.database, ids);
    return loaderFor(context, "figures of platform", read).load(id);
  }

  private secondsSince(instant: string | null): number {
    if (instant === null) return 0;
    return Math.max(0, Math.round((this.clock.now().getTime() - Date.parse(instant)) / 1000));
  }
}
