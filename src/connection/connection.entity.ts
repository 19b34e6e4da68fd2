import { Entity, ForeignKey, Unique } from "typeorm";
import { CompanyEntity } from "../company/company.entity";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn, WholeColumn } from "../db/columns";
import { CONNECTION_STATUSES, type ConnectionStatus } from "../policy/vocabulary";

/** A company's one connection to its ERP. */
@Entity({ name: "connection" })
@Unique(["companyId"])
export class ConnectionEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** Code of the connector, e.g. "xero". */
  @TextColumn()
  connector!: string;

  /** The ERP's edition, in the connector's own words. */
  @TextColumn()
  edition!: string;

  /** ISO 3166-1 alpha-2 of the organisation in the ERP. */
  @TextColumn()
  country!: string;

  @OneOfColumn(CONNECTION_STATUSES)
  status!: ConnectionStatus;

  @TextColumn({ nullable: true })
  organisationName!: string | null;

  @TextColumn({ nullable: true })
  trackingCategory!: string | null;

  @WholeColumn({ default: 1 })
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
