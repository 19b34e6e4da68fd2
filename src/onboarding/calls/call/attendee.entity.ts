import { Entity, ForeignKey, Unique } from "typeorm";
import { FlagColumn, IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../../infra/db/schema/columns";
import { STAKEHOLDER_ROLES } from "../../../policy/model/vocabulary";

export const ATTENDEE_ROLES = ["specialist", ...STAKEHOLDER_ROLES] as const;
export type AttendeeRole = (typeof ATTENDEE_ROLES)[number];

/** Who is asked to a call, with their part as it was when the call's time was last worked on. */
@Entity({ name: "call_attendee" })
@ForeignKey("implementation_call", ["companyId", "callId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@Unique(["companyId", "callId", "role", "email"])
export class AttendeeEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  callId!: string;

  @OneOfColumn(ATTENDEE_ROLES)
  role!: AttendeeRole;

  @TextColumn()
  name!: string;

  /** Lower case. */
  @TextColumn()
  email!: string;

  /** Whether the call cannot do without. */
  @FlagColumn()
  required!: boolean;

  /** Whether they were there, said when the call is closed. */
  @FlagColumn({ default: false })
  present!: boolean;

  @InstantColumn()
  createdAt!: string;
}
