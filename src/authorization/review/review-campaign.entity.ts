import { Entity, ForeignKey, Index } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, TextColumn } from "../../infra/db/schema/columns";

/** A review of all rights of a company that stood when it was opened, to be signed off by a date. */
@Entity({ name: "review_campaign" })
@Index(["companyId", "openedAt"])
export class ReviewCampaignEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  name!: string;

  @InstantColumn()
  dueAt!: string;

  @InstantColumn()
  openedAt!: string;

  /** Id of who opened it. */
  @TextColumn()
  openedBy!: string;

  @TextColumn()
  openedByName!: string;

  /** Null: open still. */
  @InstantColumn({ nullable: true })
  closedAt!: string | null;

  @TextColumn({ nullable: true })
  closedByName!: string | null;

  /** SHA-256 over the list as it was signed off; null: open still. */
  @TextColumn({ nullable: true })
  signature!: string | null;

  @InstantColumn()
  createdAt!: string;
}
