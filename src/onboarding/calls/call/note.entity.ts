import { Entity, ForeignKey, Index } from "typeorm";
import { IdColumn, InstantColumn, TextColumn } from "../../../infra/db/schema/columns";

/** What was written down about a call. Only ever added. */
@Entity({ name: "call_note" })
@ForeignKey("implementation_call", ["companyId", "callId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@Index(["companyId", "callId"])
export class NoteEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  callId!: string;

  @TextColumn()
  text!: string;

  @TextColumn()
  writtenBy!: string;

  @InstantColumn()
  createdAt!: string;
}
