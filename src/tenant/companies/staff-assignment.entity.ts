import { Entity, ForeignKey, Index } from "typeorm";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../infra/db/schema/columns";
import { STAFF_ROLES, type StaffRole } from "../../policy/model/vocabulary";
import { CompanyEntity } from "./company.entity";
import { VendorStaffEntity } from "./vendor-staff.entity";

/** Vendor staff assigned to a company, for a time. */
@Entity({ name: "staff_assignment" })
@Index(["companyId", "staffId"])
@Index(["staffId"])
export class StaffAssignmentEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  @ForeignKey(() => VendorStaffEntity, { onDelete: "RESTRICT" })
  staffId!: string;

  @OneOfColumn(STAFF_ROLES)
  role!: StaffRole;

  @InstantColumn()
  assignedFrom!: string;

  /** Exclusive; null: open. */
  @InstantColumn({ nullable: true })
  assignedUntil!: string | null;

  /** Id of who assigned. */
  @TextColumn()
  assignedBy!: string;

  @InstantColumn()
  createdAt!: string;
}
