import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, JsonColumn, OneOfColumn, TextColumn } from "../../infra/db/schema/columns";
import { DETAIL_STATUSES, type DetailStatus } from "../port/item-types";

/** What the platform waits for after a request: one for each object, or one for all of it. */
@Entity({ name: "platform_detail" })
@Unique(["connectionId", "detailId"])
@Index(["companyId", "recordId", "status"])
@Index(["requestId"])
@Index(["connectionId", "status"])
export class PlatformDetailEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  connectionId!: string;

  /** Our request's id. */
  @TextColumn()
  requestId!: string;

  /** In the platform's ids. */
  @TextColumn()
  detailId!: string;

  /** The record whose end ends it; null: none. */
  @TextColumn({ nullable: true })
  recordId!: string | null;

  /** What we have said of it, or are about to. */
  @OneOfColumn(DETAIL_STATUSES)
  status!: DetailStatus;

  /** What the platform's users read. */
  @JsonColumn()
  messages!: readonly string[];

  /** When the platform was told its end; null: it was not. */
  @InstantColumn({ nullable: true })
  toldAt!: string | null;

  @InstantColumn()
  createdAt!: string;
}
