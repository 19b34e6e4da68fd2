import { Entity } from "typeorm";
import { IdColumn, InstantColumn, TextColumn } from "../../infra/db/schema/columns";

/** When a grant last carried an allowed decision; a row once it has. Kept whatever the decision log keeps. */
@Entity({ name: "grant_use" })
export class GrantUseEntity {
  /** The grant's own id. */
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  /** Somebody acted on it: Ledgergate let them, or a service was told that they may with a record. Null: nobody yet. */
  @InstantColumn({ nullable: true })
  lastUsedAt!: string | null;

  /** It was the reason of a yes, acted on or not. */
  @InstantColumn()
  lastAllowedAt!: string;

  @InstantColumn()
  createdAt!: string;
}
