import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, TextColumn, WholeColumn } from "../../infra/db/schema/columns";

/** A reason of the ledger that has no code yet, counted, without what it says of one record. */
@Entity({ name: "unknown_fault" })
@Unique(["companyId", "digest"])
@Index(["companyId", "lastSeenAt"])
export class UnknownFaultEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** SHA-256 of the text. */
  @TextColumn()
  digest!: string;

  /** The ledger's words without numbers, names in quotes, addresses and ids. */
  @TextColumn()
  text!: string;

  @WholeColumn()
  count!: number;

  @InstantColumn()
  firstSeenAt!: string;

  @InstantColumn()
  lastSeenAt!: string;

  /** The record that it was last said of. */
  @TextColumn()
  exampleRecordId!: string;

  @InstantColumn()
  createdAt!: string;
}
