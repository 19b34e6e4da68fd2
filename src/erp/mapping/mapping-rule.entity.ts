import { Entity, ForeignKey, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn, WholeColumn } from "../../infra/db/schema/columns";
import { ConnectionEntity } from "../connections/connection.entity";
import { ARRIVES_AS, type ArrivesAs } from "../connector/ledger-document";
import { MAPPED_FEATURES, MATCHES, type MappedFeature, type MatchOn } from "./mapping";

/** How a company books what it sends by a connection: one rule, of one feature, by what it matches on. */
@Entity({ name: "mapping_rule" })
@Unique(["connectionId", "feature", "matchOn", "matchValue"])
export class MappingRuleEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  @ForeignKey(() => ConnectionEntity, { onDelete: "RESTRICT" })
  connectionId!: string;

  @OneOfColumn(MAPPED_FEATURES)
  feature!: MappedFeature;

  @OneOfColumn(MATCHES)
  matchOn!: MatchOn;

  /** Code, cost type, vendor number or project code; empty for the default. */
  @TextColumn()
  matchValue!: string;

  @TextColumn({ nullable: true })
  accountCode!: string | null;

  @TextColumn({ nullable: true })
  taxType!: string | null;

  /** Of the ledger's other tracking category. */
  @TextColumn({ nullable: true })
  trackingCategoryId!: string | null;

  @TextColumn({ nullable: true })
  trackingOptionId!: string | null;

  /** Days from the date of a bill to its due date, where the ledger's contact has no terms. */
  @WholeColumn({ nullable: true })
  paymentDays!: number | null;

  @OneOfColumn(ARRIVES_AS, { nullable: true })
  arrivesAs!: ArrivesAs | null;

  @InstantColumn()
  createdAt!: string;
}
