import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { GrantType } from "../../directory/grants/grant-type";
import { ProjectType } from "../../directory/projects/project.graphql";
import type { GraphQLContext } from "../../infra/graphql/context";
import { LocalDate } from "../../infra/graphql/scalars";
import type { ScopeLinks } from "./scope-links";

/** What a grant's scope means in its company: the projects, and the last day. */
@Resolver(() => GrantType)
export class GrantProjectsResolver {
  constructor(private readonly links: ScopeLinks) {}

  @FieldResolver(() => [ProjectType], { nullable: true, description: "The projects it is limited to; null: all." })
  projects(@Root() { entity }: GrantType, @Ctx() context: GraphQLContext): Promise<ProjectType[] | null> {
    return this.links.projects(context, entity.companyId, entity.projectIds);
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description:
      "The last day that it is good for, in the company's zone, 2026-06-30; null: it is open, or ends within a day.",
  })
  lastDay(@Root() { entity, validUntil }: GrantType, @Ctx() context: GraphQLContext): Promise<string | null> {
    return this.links.lastDay(context, entity.companyId, validUntil);
  }
}
