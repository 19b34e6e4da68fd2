import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { DecisionResolver } from "./access/decision.graphql";
import { RemedyPeople } from "./access/remedy-people";
import { RemedyResolver } from "./access/remedy.graphql";
import type { Services } from "./app-services";
import { AuditResolver } from "./audit/audit.graphql";
import { ConnectionResolver } from "./connection/connection.graphql";
import { FeatureResolver } from "./feature/feature-switch.graphql";
import { ImplementationResolver } from "./implementation/implementation.graphql";
import { ApproverResolver } from "./member/approver.graphql";
import { CompanyGrantsResolver, GrantPeopleResolver, MemberGrantsResolver } from "./member/grant.graphql";
import { ProjectLevelResolver, ProjectResolver } from "./project/project.graphql";

type ResolverClass = abstract new (...args: never[]) => object;
type Resolvers = readonly (readonly [ResolverClass, (services: Services) => object])[];

/** Every resolver, and how it is made from the services. */
const RESOLVERS: Resolvers = [
  [DecisionResolver, ({ authorizer }) => new DecisionResolver(authorizer)],
  [RemedyResolver, ({ database, policies }) => new RemedyResolver(new RemedyPeople(database, policies))],
  [AuditResolver, ({ database, reader }) => new AuditResolver(database, reader)],
  [ConnectionResolver, ({ database, reader, connection }) => new ConnectionResolver(database, reader, connection)],
  [FeatureResolver, ({ database, reader, featureSwitch }) => new FeatureResolver(database, reader, featureSwitch)],
  [
    ImplementationResolver,
    ({ database, reader, implementation }) => new ImplementationResolver(database, reader, implementation),
  ],
  [ApproverResolver, ({ database, reader, approver }) => new ApproverResolver(database, reader, approver)],
  [CompanyGrantsResolver, ({ grantReading, reader, grant }) => new CompanyGrantsResolver(grantReading, reader, grant)],
  [MemberGrantsResolver, ({ grantReading, reader }) => new MemberGrantsResolver(grantReading, reader)],
  [GrantPeopleResolver, ({ grantReading }) => new GrantPeopleResolver(grantReading)],
  [ProjectResolver, ({ database, reader, project }) => new ProjectResolver(database, reader, project)],
  [ProjectLevelResolver, ({ database, reader }) => new ProjectLevelResolver(database, reader)],
];

/** The executable schema. Without services it can be printed, but not asked. */
export function createSchema(services: Services | null): GraphQLSchema {
  const made = new Map<unknown, object>(services ? RESOLVERS.map(([type, make]) => [type, make(services)]) : []);
  return buildSchemaSync({
    resolvers: RESOLVERS.map(([type]) => type) as unknown as NonEmptyArray<new () => object>,
    container: { get: (type) => made.get(type) },
    validate: false,
  });
}
