import { Entity, Unique } from "typeorm";
import { FlagColumn, IdColumn, InstantColumn, TextColumn } from "../../infra/db/schema/columns";

/** A person of the vendor: leads companies through the implementation. */
@Entity({ name: "vendor_staff" })
@Unique(["email"])
export class VendorStaffEntity {
  @IdColumn()
  id!: string;

  /** Lower case. */
  @TextColumn()
  email!: string;

  @TextColumn()
  name!: string;

  @FlagColumn()
  active!: boolean;

  /** Registers companies and assigns staff. */
  @FlagColumn({ default: false })
  superUser!: boolean;

  @InstantColumn()
  createdAt!: string;
}
