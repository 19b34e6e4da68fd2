import { In } from "typeorm";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { ProjectType } from "../../directory/projects/project.graphql";
import type { Database } from "../../infra/db/database";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { lastDayBefore } from "../../kernel/days";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { zoneOf } from "../../tenant/companies/time-zone";

/** What the scope of a right means in its company. All that one request asks for is read together. */
export class ScopeLinks {
  constructor(private readonly database: Database) {}

  /** The projects, in the order of their ids; null: all. One of another company is left out. */
  async projects(
    context: GraphQLContext,
    companyId: string,
    projectIds: readonly string[] | null,
  ): Promise<ProjectType[] | null> {
    if (projectIds === null) return null;
    const loader = loaderFor(context, "projects of scopes", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(ProjectEntity, { id: In([...ids]) });
      const projects = new Map(found.map((project) => [project.id, project]));
      return ids.map((id) => projects.get(id) ?? null);
    });
    const projects = await Promise.all(projectIds.map((id) => loader.load(id)));
    return projects.flatMap((project) => (project?.companyId === companyId ? [ProjectType.of(project)] : []));
  }

  /** The last day in the company's zone; null: there is no end, or it is within a day. */
  async lastDay(context: GraphQLContext, companyId: string, validUntil: string | null): Promise<string | null> {
    if (validUntil === null) return null;
    const loader = loaderFor(context, "zones of scopes' companies", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(CompanyEntity, { id: In([...ids]) });
      const zones = new Map(found.map((company) => [company.id, zoneOf(company)]));
      return ids.map((id) => zones.get(id) ?? "UTC");
    });
    return lastDayBefore(await loader.load(companyId), validUntil);
  }
}
