import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn, WholeColumn } from "../../../infra/db/schema/columns";
import { MemberEntity } from "../../../directory/members/member.entity";
import { QUESTION_STATES, type QuestionState } from "./question-machine";

/** A question of the customer about the set-up. Whom it goes to is not kept: that depends on the day it is looked at. */
@Entity({ name: "implementation_question" })
@Unique(["companyId", "id"])
@ForeignKey("implementation_call", ["companyId", "callId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@ForeignKey(() => MemberEntity, ["companyId", "askerId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@Index(["companyId", "state"])
export class QuestionEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  text!: string;

  @OneOfColumn(QUESTION_STATES)
  state!: QuestionState;

  /** Code of the action item it is about; null: none. */
  @TextColumn({ nullable: true })
  itemCode!: string | null;

  /** The call it is about; null: none. */
  @TextColumn({ nullable: true })
  callId!: string | null;

  /** Member; null: Ledgergate itself. */
  @TextColumn({ nullable: true })
  askerId!: string | null;

  @TextColumn()
  askedBy!: string;

  /** Since when it waits for an answer; null: it waits for none. */
  @InstantColumn({ nullable: true })
  waitsSince!: string | null;

  @WholeColumn({ default: 1 })
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
