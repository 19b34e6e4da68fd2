import { In } from "typeorm";
import type { Database } from "../db/database";
import { FEATURE_NAMES } from "../feature/feature-names";
import type { AccessListBounds } from "../member/access-list-bounds";
import { ProjectEntity } from "../project/project.entity";
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
