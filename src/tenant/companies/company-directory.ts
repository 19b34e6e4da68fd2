import { isId } from "../../kernel/ids";
import type { Database } from "../../infra/db/database";
import { CompanyEntity } from "./company.entity";

/** Finds companies. What the asker may see of them is decided elsewhere. */
export class CompanyDirectory {
  constructor(private readonly database: Database) {}

  /** By id or slug, in any case; null: none. */
  async find(reference: string): Promise<CompanyEntity | null> {
    const key = reference.trim().toLowerCase();
    // PostgreSQL cannot even be asked for a NUL.
    if (key === "" || key.includes("\0")) return null;
    return this.database.read().findOneBy(CompanyEntity, isId(key) ? { id: key } : { slug: key });
  }

  /** Inside a write: the company, locked until the transaction ends, so that its changes come one after another. */
  async lock(id: string): Promise<CompanyEntity> {
    const query = this.database.read().createQueryBuilder(CompanyEntity, "company").where("company.id = :id", { id });
    if (this.database.kind === "postgres") query.setLock("pessimistic_write");
    return query.getOneOrFail();
  }
}
