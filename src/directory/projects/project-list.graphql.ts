import { ArgsType, Field, InputType } from "type-graphql";
import type { Database } from "../../infra/db/database";
import type { Page, SortColumn } from "../../infra/db/query/keyset";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { occursIn } from "../../infra/db/query/search";
import { ConnectionArgs } from "../../infra/graphql/connection";
import { MAX_SEARCH_LENGTH, MaxLength } from "../../infra/graphql/input-bounds";
import type { SizedRequest } from "../../tenant/companies/batched-list";
import { enumOf } from "../../tenant/graphql/enums";
import { ProjectEntity } from "./project.entity";

const PROJECT_SORTS = ["code", "name", "created"] as const;
type ProjectSort = (typeof PROJECT_SORTS)[number];

const COLUMNS: Readonly<Record<ProjectSort, Omit<SortColumn<ProjectEntity>, "direction">>> = {
  code: { column: "code" },
  name: { column: "name", folded: true },
  created: { column: "createdAt" },
};

const ProjectSortName = enumOf(PROJECT_SORTS, "ProjectSort", "What a list of projects is sorted by.", {
  code: "The code.",
  name: "The name.",
  created: "When it was added.",
});

@InputType({ description: "Which projects to list; what is left out does not restrict." })
class ProjectFilterInput {
  @MaxLength(MAX_SEARCH_LENGTH)
  @Field(() => String, { nullable: true, description: "Occurs in the code or the name." })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: "In use, or out of use." })
  active?: boolean | null;
}

@ArgsType()
export class ProjectsArgs extends ConnectionArgs {
  @Field(() => ProjectFilterInput, { nullable: true })
  filter?: ProjectFilterInput | null;

  @Field(() => ProjectSortName, { nullable: true, description: "CODE, if left out." })
  sort?: ProjectSort | null;

  @Field(() => Boolean, { nullable: true })
  descending?: boolean | null;
}

/** The same page of many companies' projects. Throws Refusal BAD_INPUT for a bad size or cursor. */
export function projectPages(
  database: Database,
  parentIds: readonly string[],
  request: SizedRequest,
  { filter, sort, descending }: Pick<ProjectsArgs, "filter" | "sort" | "descending">,
): Promise<ReadonlyMap<string, Page<ProjectEntity>>> {
  const query = database.read().createQueryBuilder(ProjectEntity, "project");
  if (filter?.search) query.andWhere(...occursIn(["project.code", "project.name"], filter.search));
  if (filter?.active != null) query.andWhere("project.active = :active", { active: filter.active });
  const orderBy = [{ ...COLUMNS[sort ?? "code"], direction: descending ? "desc" : "asc" } as const];
  return pagesByParent({ ...request, query, alias: "project", parent: "companyId", parentIds, orderBy });
}
