import { Entity, ForeignKey, Index } from "typeorm";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn, WholeColumn } from "../../../infra/db/schema/columns";
import { CompanyEntity } from "../../companies/company.entity";
import { StaffAssignmentEntity } from "../../companies/staff-assignment.entity";
import { VendorStaffEntity } from "../../companies/vendor-staff.entity";

export const ACCESS_KINDS = ["request", "emergency"] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

export const ACCESS_VERDICTS = ["accepted", "declined"] as const;
export type AccessVerdict = (typeof ACCESS_VERDICTS)[number];

/** What the vendor asks a customer for, or took in an emergency, and what the customer said to it. */
@Entity({ name: "vendor_access" })
@Index(["companyId"])
export class VendorAccessEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** Who would be, or was, specialist. */
  @TextColumn()
  @ForeignKey(() => VendorStaffEntity, { onDelete: "RESTRICT" })
  staffId!: string;

  @OneOfColumn(ACCESS_KINDS)
  kind!: AccessKind;

  @TextColumn()
  reason!: string;

  /** First instant at which it counts no more. */
  @InstantColumn()
  until!: string;

  /** Null: not given. */
  @TextColumn({ nullable: true })
  @ForeignKey(() => StaffAssignmentEntity, { onDelete: "RESTRICT" })
  assignmentId!: string | null;

  /** Null: the customer has not said yet. */
  @OneOfColumn(ACCESS_VERDICTS, { nullable: true })
  verdict!: AccessVerdict | null;

  @TextColumn({ nullable: true })
  decidedByName!: string | null;

  @InstantColumn({ nullable: true })
  decidedAt!: string | null;

  @TextColumn({ nullable: true })
  comment!: string | null;

  @TextColumn()
  askedByName!: string;

  @WholeColumn()
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
