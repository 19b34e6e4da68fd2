import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../../infra/db/schema/columns";
import { SLOT_STATES, type SlotState } from "./slot-machine";

/** A time that was offered or suggested for a call. Never deleted: slots are the history of how a call got its time. */
@Entity({ name: "call_slot" })
@ForeignKey("implementation_call", ["companyId", "callId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@Unique(["companyId", "id"])
@Index(["companyId", "callId"])
export class SlotEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  callId!: string;

  @OneOfColumn(SLOT_STATES)
  state!: SlotState;

  /** As it was written: the wall time in `zone`. */
  @TextColumn()
  localStart!: string;

  /** IANA name. */
  @TextColumn()
  zone!: string;

  @InstantColumn()
  startsAt!: string;

  @InstantColumn()
  endsAt!: string;

  @TextColumn()
  madeBy!: string;

  /** When it left the open states. */
  @InstantColumn({ nullable: true })
  decidedAt!: string | null;

  /** Why it was released or withdrawn. */
  @TextColumn({ nullable: true })
  why!: string | null;

  @InstantColumn()
  createdAt!: string;
}
