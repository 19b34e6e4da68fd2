import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Database } from "../../infra/db/database";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { GrantType } from "../../directory/grants/grant-type";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { ProjectType } from "../../directory/projects/project.graphql";

/** The projects of a grant's scope. Here, since member/ and project/ stand side by side. */
@Resolver(() => GrantType)
export class GrantProjectsResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => [ProjectType], { nullable: true, description: "The projects it is limited to; null: all." })
  async projects(@Root() grant: GrantType, @Ctx() context: GraphQLContext): Promise<ProjectType[] | null> {
    const { companyId, projectIds } = grant.entity;
    if (projectIds === null) return null;
    const loader = loaderFor(context, "projects of grants", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(ProjectEntity, { id: In([...ids]) });
      const projects = new Map(found.map((project) => [project.id, project]));
      return ids.map((id) => projects.get(id) ?? null);
    });
    const projects = await Promise.all(projectIds.map((id) => loader.load(id)));
    return projects.flatMap((project) => (project?.companyId === companyId ? [ProjectType.of(project)] : []));
  }
}
