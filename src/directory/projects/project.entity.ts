import { Entity, ForeignKey, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { FlagColumn, IdColumn, InstantColumn, TextColumn, WholeColumn } from "../../infra/db/schema/columns";

/** A construction project of a company. */
@Entity({ name: "project" })
@Unique(["companyId", "code"])
// For the composite foreign key that holds a level and its project in one company.
@Unique(["companyId", "id"])
export class ProjectEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  code!: string;

  @TextColumn()
  name!: string;

  /** The connection that its records travel by; null: the company's default. */
  @TextColumn({ nullable: true })
  // By the table's name: project/ does not import connection/.
  @ForeignKey("connection", { onDelete: "RESTRICT" })
  connectionId!: string | null;

  @FlagColumn()
  active!: boolean;

  /** Whether name, being active, and the levels of mirrored people are kept on the construction platform. */
  @FlagColumn({ default: false })
  mirrored!: boolean;

  @WholeColumn({ default: 1 })
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
