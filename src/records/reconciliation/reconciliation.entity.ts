import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import { FlagColumn, IdColumn, InstantColumn, TextColumn, WholeColumn } from "../../infra/db/schema/columns";

/** One comparison of both sides: its rows are the plan. */
@Entity({ name: "reconciliation" })
@Unique(["companyId", "id"])
@Index(["companyId", "madeAt"])
@Index(["connectionId", "madeAt"])
export class ReconciliationEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  @ForeignKey(() => ConnectionEntity, { onDelete: "RESTRICT" })
  connectionId!: string;

  @InstantColumn()
  madeAt!: string;

  /** Who asked for it. */
  @TextColumn()
  madeByName!: string;

  /** Whether the ledger was read to its end. */
  @FlagColumn()
  complete!: boolean;

  /** Why it was not. */
  @TextColumn({ nullable: true })
  reason!: string | null;

  /** Rows of the ledger that were looked at. */
  @WholeColumn()
  compared!: number;

  @InstantColumn()
  createdAt!: string;
}
