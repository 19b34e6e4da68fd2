import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ProjectType } from "../../directory/projects/project.graphql";
import type { GraphQLContext } from "../../infra/graphql/context";
import { LocalDate } from "../../infra/graphql/scalars";
import type { ScopeLinks } from "../insight/scope-links";
import { RequestedScopeType } from "./access-request-type";

/** What a requested scope means in its company: the projects, and the last day. */
@Resolver(() => RequestedScopeType)
export class RequestedScopeResolver {
  constructor(private readonly links: ScopeLinks) {}

  @FieldResolver(() => [ProjectType], { nullable: true, description: "The projects it is limited to; null: all." })
  projects(@Root() scope: RequestedScopeType, @Ctx() context: GraphQLContext): Promise<ProjectType[] | null> {
    return this.links.projects(context, scope.companyId, scope.projectIds);
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description: "The last day that it is good for, in the company's zone, 2026-06-30; null: it ends within a day.",
  })
  lastDay(@Root() scope: RequestedScopeType, @Ctx() context: GraphQLContext): Promise<string | null> {
    return this.links.lastDay(context, scope.companyId, scope.validUntil);
  }
}
