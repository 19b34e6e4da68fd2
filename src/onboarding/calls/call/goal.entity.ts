import { Entity, ForeignKey, Unique } from "typeorm";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn, WholeColumn } from "../../../infra/db/schema/columns";
import { GOALS, type Goal } from "./agenda";

/** A goal of a call, as it stood on the agenda when the call was opened. */
@Entity({ name: "call_goal" })
@ForeignKey("implementation_call", ["companyId", "callId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@Unique(["companyId", "callId", "goal"])
export class GoalEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  callId!: string;

  @OneOfColumn(GOALS)
  goal!: Goal;

  /** 1, 2, 3, ... */
  @WholeColumn()
  position!: number;

  /** Null: open. */
  @InstantColumn({ nullable: true })
  tickedAt!: string | null;

  /** By name. */
  @TextColumn({ nullable: true })
  tickedBy!: string | null;

  @InstantColumn()
  createdAt!: string;
}
