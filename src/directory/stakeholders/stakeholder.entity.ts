import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { FlagColumn, IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../infra/db/schema/columns";
import { STAKEHOLDER_ROLES, type StakeholderRole } from "../../policy/model/vocabulary";

/** A person with a part in the company's implementation; a member, or somebody the directory does not know. */
@Entity({ name: "stakeholder" })
// By the table's name: stakeholder/ does not import member/.
@ForeignKey("member", ["companyId", "memberId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@Unique(["companyId", "role", "email"])
@Index(["companyId", "memberId"])
export class StakeholderEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @OneOfColumn(STAKEHOLDER_ROLES)
  role!: StakeholderRole;

  @TextColumn({ nullable: true })
  memberId!: string | null;

  @TextColumn()
  name!: string;

  /** Lower case. */
  @TextColumn()
  email!: string;

  /** Whether the implementation cannot do without. */
  @FlagColumn()
  required!: boolean;

  @InstantColumn()
  createdAt!: string;
}
