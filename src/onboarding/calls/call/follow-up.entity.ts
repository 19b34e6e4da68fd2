import { Entity, ForeignKey, Index } from "typeorm";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn, WholeColumn } from "../../../infra/db/schema/columns";
import { FOLLOW_UP_STATES, type FollowUpState } from "./follow-up-machine";

/** A task that came out of a call, with who does it and until when. */
@Entity({ name: "follow_up" })
@ForeignKey("implementation_call", ["companyId", "callId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@Index(["companyId", "callId"])
export class FollowUpEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  callId!: string;

  @TextColumn()
  title!: string;

  @TextColumn()
  ownerName!: string;

  /** Lower case. */
  @TextColumn()
  ownerEmail!: string;

  /** Day in the company's zone, "2026-12-31"; late from the day after. */
  @TextColumn()
  dueOn!: string;

  @OneOfColumn(FOLLOW_UP_STATES)
  state!: FollowUpState;

  /** What came of it, or why it was dropped. */
  @TextColumn({ nullable: true })
  outcome!: string | null;

  @InstantColumn({ nullable: true })
  endedAt!: string | null;

  @TextColumn({ nullable: true })
  endedBy!: string | null;

  @WholeColumn({ default: 1 })
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
