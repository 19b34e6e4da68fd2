import { Entity, ForeignKey, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, TextColumn } from "../../infra/db/schema/columns";

/** That somebody was reminded of something, once. */
@Entity({ name: "reminder" })
@Unique(["companyId", "about", "email"])
export class ReminderEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** What, with its day or start: another day is another reminder. */
  @TextColumn()
  about!: string;

  /** Lower case. */
  @TextColumn()
  email!: string;

  @InstantColumn()
  createdAt!: string;
}
