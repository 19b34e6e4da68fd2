import { Entity, ForeignKey, Index } from "typeorm";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../../infra/db/schema/columns";
import { QUESTION_MOVES, type QuestionMove } from "./question-machine";

/** What was said after a question was asked; never changed. */
@Entity({ name: "question_post" })
@ForeignKey("implementation_question", ["companyId", "questionId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@Index(["companyId", "questionId"])
export class QuestionPostEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  questionId!: string;

  @OneOfColumn(QUESTION_MOVES)
  move!: QuestionMove;

  /** Empty: closed without a word. */
  @TextColumn()
  text!: string;

  @TextColumn()
  writtenBy!: string;

  @InstantColumn()
  createdAt!: string;
}
