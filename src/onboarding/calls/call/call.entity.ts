import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../../tenant/companies/company.entity";
import { VendorStaffEntity } from "../../../tenant/companies/vendor-staff.entity";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn, WholeColumn } from "../../../infra/db/schema/columns";
import { CALL_KINDS, type CallKind } from "./call-kind";
import { CALL_STATES, type CallState } from "./call-move";

/** States of a stored call: `none` is the absence of one. */
export const STORED_CALL_STATES = CALL_STATES.filter((state) => state !== "none");

/** A call of the implementation. Never deleted: a cancelled one is followed by another. */
@Entity({ name: "implementation_call" })
@Unique(["companyId", "id"])
// For the clashes of a specialist's calls over all companies.
@Index(["hostId", "startsAt"])
export class CallEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @OneOfColumn(CALL_KINDS)
  kind!: CallKind;

  @OneOfColumn(STORED_CALL_STATES)
  state!: Exclude<CallState, "none">;

  @WholeColumn()
  minutes!: number;

  /** The specialist who leads it. */
  @TextColumn()
  @ForeignKey(() => VendorStaffEntity, { onDelete: "RESTRICT" })
  hostId!: string;

  /** Agreed start; null: none agreed on now. */
  @InstantColumn({ nullable: true })
  startsAt!: string | null;

  @InstantColumn({ nullable: true })
  endsAt!: string | null;

  /** Who agreed to the time, by name. */
  @TextColumn({ nullable: true })
  agreedBy!: string | null;

  /** SEQUENCE of the last invitation (RFC 5545); null: none was sent. */
  @WholeColumn({ nullable: true })
  invitation!: number | null;

  @InstantColumn({ nullable: true })
  startedAt!: string | null;

  /** When it was closed or cancelled. */
  @InstantColumn({ nullable: true })
  endedAt!: string | null;

  @WholeColumn({ default: 1 })
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
