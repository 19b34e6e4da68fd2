import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import { CHANGE_KINDS, type ChangeKind } from "../../erp/connector/connector";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../infra/db/schema/columns";

/** What the ledger is read for. */
export const SWEEP_PURPOSES = ["import", "payments", "reconcile", "terms"] as const;
export type SweepPurpose = (typeof SWEEP_PURPOSES)[number];

/** Up to which change of the ledger everything has been read and kept: of one connection, one kind, for one purpose. */
@Entity({ name: "erp_watermark" })
@Unique(["connectionId", "purpose", "kind"])
@Index(["companyId"])
export class ErpWatermarkEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  @ForeignKey(() => ConnectionEntity, { onDelete: "RESTRICT" })
  connectionId!: string;

  @OneOfColumn(SWEEP_PURPOSES)
  purpose!: SweepPurpose;

  @OneOfColumn(CHANGE_KINDS)
  kind!: ChangeKind;

  /** By the ledger's own clock; null: nothing was read, or the kind comes whole. */
  @InstantColumn({ nullable: true })
  changedUpTo!: string | null;

  /** When a reading came to its end last. */
  @InstantColumn({ nullable: true })
  sweptAt!: string | null;

  /** Why the last reading did not; null: it did. */
  @TextColumn({ nullable: true })
  lastError!: string | null;

  @InstantColumn()
  createdAt!: string;
}
