import { Entity, ForeignKey, Index } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn, WholeColumn } from "../../infra/db/schema/columns";
import { FEATURES, type Feature } from "../../policy/model/vocabulary";

/** A review of everything that gave rights in a company when it was opened, to be signed off by a date. */
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

  /** Only what gives rights on this feature; null: everything. */
  @OneOfColumn(FEATURES, { nullable: true })
  feature!: Feature | null;

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
  closedBy!: string | null;

  @TextColumn({ nullable: true })
  closedByName!: string | null;

  /** What gave rights at the closing and was not there, or not so, at the opening: the next review's; null: open still. */
  @WholeColumn({ nullable: true })
  addedSince!: number | null;

  /** SHA-256 over the list as it was signed off (signed-list.ts); null: open still. */
  @TextColumn({ nullable: true })
  signature!: string | null;

  @InstantColumn()
  createdAt!: string;
}
