import { Entity, ForeignKey } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { LedgerDocument } from "../../erp/connector/ledger-document";
import { IdColumn, InstantColumn, JsonColumn, TextColumn, WholeColumn } from "../../infra/db/schema/columns";

/** What a record was when the ledger took it: the side of the platform in every comparison. */
@Entity({ name: "ledger_snapshot" })
export class LedgerSnapshotEntity {
  /** The record's id. */
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** The revision that was delivered. */
  @WholeColumn()
  revision!: number;

  /** What the ledger took it as; a record that was tied to something else since is not compared. */
  @TextColumn()
  externalId!: string;

  @JsonColumn()
  document!: LedgerDocument;

  @InstantColumn()
  createdAt!: string;
}
