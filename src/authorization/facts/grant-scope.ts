import { In } from "typeorm";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { Database } from "../../infra/db/database";
import { carries } from "../../erp/catalogue/catalogue";
import { isId } from "../../kernel/ids";
import { normalText } from "../../kernel/text";
import type { GrantBounds } from "../../directory/grants/grant-bounds";
import type { Direction, Feature } from "../../policy/model/vocabulary";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { DEFAULT_CONNECTOR } from "../../erp/catalogue/catalogue-item";

/** Tells grants what there is in a company: features that its connector carries, and projects. */
export class GrantScope implements GrantBounds {
  constructor(private readonly database: Database) {}

  async carries(companyId: string, feature: Feature, direction: Direction): Promise<boolean> {
    const connection = await this.database.read().findOneBy(ConnectionEntity, { defaultOf: companyId });
    return carries(connection?.connector ?? DEFAULT_CONNECTOR, feature, direction);
  }

  async projectIds(companyId: string, references: readonly string[]): Promise<(string | null)[]> {
    const keys = references.map((reference) => normalText("code", reference));
    const ids = keys.map((key) => key.toLowerCase()).filter(isId);
    const found = await this.database.read().find(ProjectEntity, {
      where: [
        { companyId, id: In(ids) },
        { companyId, code: In(keys) },
      ],
    });
    const known = new Map(found.flatMap(({ id, code }) => [[id, id] as const, [code, id] as const]));
    return keys.map((key) => known.get(key) ?? known.get(key.toLowerCase()) ?? null);
  }
}
