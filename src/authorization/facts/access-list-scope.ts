import { In } from "typeorm";
import type { Database } from "../../infra/db/database";
import { FEATURE_NAMES } from "../../erp/feature-map/feature-names";
import type { AccessListBounds } from "../../directory/access-list/access-list-bounds";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { GrantScope } from "./grant-scope";

/** Tells access lists what there is in a company, and what things are called. */
export class AccessListScope extends GrantScope implements AccessListBounds {
  readonly featureNames = FEATURE_NAMES;

  constructor(private readonly source: Database) {
    super(source);
  }

  async projectCodes(companyId: string, ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.source.read().findBy(ProjectEntity, { companyId, id: In([...ids]) });
    return new Map(found.map(({ id, code }) => [id, code]));
  }
}
