import { Entity, ForeignKey, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn, WholeColumn } from "../../infra/db/schema/columns";
import { CONNECTION_STATUSES, type ConnectionStatus } from "../../policy/model/vocabulary";

/** One connection of a company to its ERP: one legal entity, one organisation there. A company may have several. */
@Entity({ name: "connection" })
@Unique(["companyId", "name"])
@Unique(["defaultOf"])
export class ConnectionEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** What people call it: the legal entity whose books it leads to. */
  @TextColumn()
  name!: string;

  /** The company, where it is the company's default; null: it is not. */
  @TextColumn({ nullable: true })
  defaultOf!: string | null;

  /**
   * What the keys of its records begin with: one code or vendor of the platform can be in several ledgers. Empty for the
   * company's first.
   */
  @TextColumn()
  keyPrefix!: string;

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
