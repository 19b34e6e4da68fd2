import { Entity, ForeignKey, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn, WholeColumn } from "../../infra/db/schema/columns";
import { ITEM_STATES, type ItemState } from "./item-machine";

/** What people have said of one action item of a company; no row: nothing yet. */
@Entity({ name: "implementation_item" })
@Unique(["companyId", "code"])
export class ItemEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** Of the catalogue. */
  @TextColumn()
  code!: string;

  @OneOfColumn(ITEM_STATES)
  state!: ItemState;

  /** Null: whoever the catalogue names. */
  @TextColumn({ nullable: true })
  ownerEmail!: string | null;

  /** A day in the company's zone, 2026-11-24; null: none agreed. */
  @TextColumn({ nullable: true })
  dueOn!: string | null;

  @TextColumn({ nullable: true })
  evidence!: string | null;

  /** Why it was waived or reopened. */
  @TextColumn({ nullable: true })
  reason!: string | null;

  @TextColumn()
  changedBy!: string;

  @InstantColumn()
  changedAt!: string;

  @WholeColumn({ default: 1 })
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
