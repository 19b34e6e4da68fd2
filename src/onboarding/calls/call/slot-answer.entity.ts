import { Entity, ForeignKey, Unique } from "typeorm";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../../infra/db/schema/columns";

export const AVAILABILITIES = ["can", "cannot"] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** Whether somebody can attend at a slot. By e-mail: not everybody who attends is in the directory. */
@Entity({ name: "call_slot_answer" })
@ForeignKey("call_slot", ["companyId", "slotId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@Unique(["companyId", "slotId", "email"])
export class SlotAnswerEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  slotId!: string;

  /** Lower case. */
  @TextColumn()
  email!: string;

  @OneOfColumn(AVAILABILITIES)
  availability!: Availability;

  /** By name: the person themselves, or the contact who asked them. */
  @TextColumn()
  answeredBy!: string;

  @InstantColumn()
  answeredAt!: string;

  @InstantColumn()
  createdAt!: string;
}
