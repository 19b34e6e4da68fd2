import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import { lastDayBefore } from "../../kernel/days";
import { LocalDate } from "../../infra/graphql/scalars";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { Database } from "../../infra/db/database";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { GrantType } from "../../directory/grants/grant-type";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { ProjectType } from "../../directory/projects/project.graphql";

/** What a grant's scope means in its company: the projects, and the last day. */
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

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description:
      "The last day that it is good for, in the company's zone, 2026-06-30; null: it is open, or ends within a day.",
  })
  async lastDay(@Root() grant: GrantType, @Ctx() context: GraphQLContext): Promise<string | null> {
    if (grant.validUntil === null) return null;
    const loader = loaderFor(context, "zones of grants' companies", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(CompanyEntity, { id: In([...ids]) });
      const zones = new Map(found.map((company) => [company.id, zoneOf(company)]));
      return ids.map((id) => zones.get(id) ?? "UTC");
    });
    return lastDayBefore(await loader.load(grant.entity.companyId), grant.validUntil);
  }
}
