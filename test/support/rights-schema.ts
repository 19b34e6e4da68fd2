import { graphql, type ExecutionResult, type GraphQLSchema } from "graphql";
import { Arg, buildSchema, Query, Resolver } from "type-graphql";
import { In } from "typeorm";
import { FactsLoader } from "../../src/authorization/facts/facts-loader";
import { GrantProjectsResolver } from "../../src/authorization/insight/grant-projects.graphql";
import { ScopeLinks } from "../../src/authorization/insight/scope-links";
import { RequestInsight } from "../../src/authorization/insight/request-insight";
import { AuditResolver } from "../../src/tenant/audit/audit.graphql";
import { CompanyReader } from "../../src/tenant/companies/company-reader";
import { CompanyEntity } from "../../src/tenant/companies/company.entity";
import { CompanyType } from "../../src/tenant/companies/company.graphql";
import { ConnectionResolver } from "../../src/erp/connections/connection.graphql";
import { FeatureResolver } from "../../src/erp/switches/feature-switch.graphql";
import { newContext } from "../../src/infra/graphql/context";
import type { Caller } from "../../src/infra/graphql/caller";
import { ImplementationResolver } from "../../src/onboarding/progress/implementation.graphql";
import { ApproverResolver } from "../../src/directory/grants/approver.graphql";
import { GrantReading } from "../../src/directory/grants/grant-reading";
import {
  CompanyGrantsResolver,
  GrantPeopleResolver,
  MemberGrantsResolver,
} from "../../src/directory/grants/grant.graphql";
import type { Locale } from "../../src/kernel/locale";
import type { RightsHouse } from "./rights-house";

/** A root to hang the companies on; the real one is not under test here. */
@Resolver()
class CompaniesRoot {
  constructor(private readonly house: RightsHouse) {}

  @Query(() => [CompanyType])
  async companiesNamed(@Arg("slugs", () => [String]) slugs: string[]): Promise<CompanyType[]> {
    const found = await this.house.database.read().findBy(CompanyEntity, { slug: In(slugs) });
    return found.map((company) => CompanyType.of(company));
  }
}

export interface Ask {
  readonly as: Caller;
  readonly locale?: Locale;
  readonly variables?: Record<string, unknown>;
}

/** The resolvers of rights and settings over the house's services. */
export class RightsSchema {
  private constructor(
    private readonly schema: GraphQLSchema,
    readonly audit: AuditResolver,
    readonly grants: CompanyGrantsResolver,
  ) {}

  static async over(house: RightsHouse): Promise<RightsSchema> {
    const { database } = house;
    const insight = new RequestInsight(database, new FactsLoader(database), house.clock);
    const reader = new CompanyReader(database, insight, house.authorizer);
    const reading = new GrantReading(database);
    const audit = new AuditResolver(database, reader);
    const grants = new CompanyGrantsResolver(reading, reader, house.grant);
    const instances: object[] = [
      new CompaniesRoot(house),
      ...[audit, grants, new MemberGrantsResolver(reading, reader), new GrantPeopleResolver(reading)],
      new GrantProjectsResolver(new ScopeLinks(database)),
      new ApproverResolver(database, reader, house.approver),
      new ConnectionResolver(database, reader, house.connection),
      new FeatureResolver(database, reader, house.featureSwitch),
      new ImplementationResolver(database, house.clock, reader, house.implementation),
    ];
    const container = { get: (type: unknown) => instances.find((one) => one.constructor === type) };
    const resolvers = instances.map((one) => one.constructor) as unknown as [() => void];
    return new RightsSchema(await buildSchema({ resolvers, container, validate: false }), audit, grants);
  }

  async ask(source: string, { as, locale = "en", variables }: Ask): Promise<ExecutionResult> {
    const contextValue = newContext({ caller: as, locale, requestId: "test", signal: new AbortController().signal });
    const result = await graphql({ schema: this.schema, source, contextValue, variableValues: variables });
    return JSON.parse(JSON.stringify(result)) as ExecutionResult;
  }

  /** The data; fails where there are errors. */
  async data<T = Record<string, unknown>>(source: string, ask: Ask): Promise<T> {
    const { data, errors } = await this.ask(source, ask);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data as T;
  }

  /** Fields of the company `acme`. */
  async acme<T>(fields: string, ask: Ask & { readonly arguments?: string }): Promise<T> {
    const source = `query ${ask.arguments ?? ""} { companiesNamed(slugs: ["acme"]) { ${fields} } }`;
    const { companiesNamed } = await this.data<{ companiesNamed: [T] }>(source, ask);
    return companiesNamed[0];
  }
}

/** A list as these tests ask for it. */
export interface Listed<Node> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Node }[];
}
