import { In } from "typeorm";
import type { Database } from "../../infra/db/database";
import type { Actor } from "../../kernel/actor";
import type { RecordRights } from "../record/record-rights";
import { RecordEntity } from "../record/record.entity";

/** Records by id, as far as somebody may see them; in a constant number of SELECTs. */
export class VisibleRecords {
  constructor(
    private readonly database: Database,
    private readonly rights: RecordRights,
  ) {}

  /** Those of the company, or of any if none is named, that the actor may see as they are now. */
  async among(
    actor: Actor,
    ids: readonly string[],
    companyId: string | null = null,
  ): Promise<ReadonlyMap<string, RecordEntity>> {
    if (ids.length === 0) return new Map();
    const where = { id: In([...ids]), ...(companyId === null ? {} : { companyId }) };
    const found = await this.database.read().findBy(RecordEntity, where);
    const deciders = await this.rights.deciders(actor, [...new Set(found.map((one) => one.companyId))]);
    const seen = found.filter((one) => deciders.get(one.companyId)?.decide(one, "view", "en").allowed);
    return new Map(seen.map((one) => [one.id, one]));
  }
}
