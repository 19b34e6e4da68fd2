import { Field, Int, ObjectType } from "type-graphql";
import { enumOf, StaffRoleName } from "../../tenant/graphql/enums";
import { Node } from "../../infra/graphql/node";
import type { Locale } from "../../kernel/locale";
import type { StaffRole } from "../../policy/model/vocabulary";
import { itemOf } from "../items/catalogue";
import {
  QUESTION_MOVES,
  QUESTION_STATES,
  QUESTION_MACHINE,
  type QuestionMove,
  type QuestionState,
} from "./question/question-machine";
import type { QuestionPostEntity } from "./question/question-post.entity";
import type { QuestionEntity } from "./question/question.entity";
import type { Responsible } from "./responsible";
import { DateTime } from "../../infra/graphql/scalars";

export const QuestionStateName = enumOf(QUESTION_STATES, "QuestionState", "How far a question is.");
export const QuestionMoveName = enumOf(QUESTION_MOVES, "QuestionMove", "What can be done with a question.");

@ObjectType("QuestionResponsible", { description: "Who of the vendor answers a company's questions today." })
export class ResponsibleType {
  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field(() => StaffRoleName, { description: "The specialist while their help lasts, the point of contact after it." })
  role!: StaffRole;

  static of(responsible: Responsible): ResponsibleType {
    return Object.assign(new ResponsibleType(), responsible);
  }
}

@ObjectType("QuestionPost", { implements: Node, description: "What was said to a question, and what it did to it." })
export class QuestionPostType extends Node {
  @Field(() => QuestionMoveName)
  move!: QuestionMove;

  @Field({ description: "Empty: closed without a word." })
  text!: string;

  @Field({ description: "By name." })
  writtenBy!: string;

  @Field(() => DateTime)
  createdAt!: string;

  static of({ id, move, text, writtenBy, createdAt }: QuestionPostEntity): QuestionPostType {
    return Object.assign(new QuestionPostType(), { id, move, text, writtenBy, createdAt });
  }
}

@ObjectType("Question", { implements: Node, description: "A question of the customer about the set-up." })
export class QuestionType extends Node {
  @Field()
  text!: string;

  @Field(() => QuestionStateName)
  state!: QuestionState;

  @Field(() => String, { nullable: true, description: "Code of the action item it is about." })
  itemCode!: string | null;

  @Field(() => String, { nullable: true, description: "The item's title, in your language." })
  itemTitle!: string | null;

  @Field({ description: "By name." })
  askedBy!: string;

  @Field(() => DateTime, { nullable: true, description: "Since when it waits for an answer, ISO-8601 instant." })
  waitsSince!: string | null;

  @Field(() => [QuestionMoveName], { description: "What can be done with it now, by those who may." })
  moves!: readonly QuestionMove[];

  @Field(() => Int, { description: "Send it back as `expectedVersion` when you change the question." })
  version!: number;

  @Field(() => DateTime)
  createdAt!: string;

  /** Not a field. */
  entity!: QuestionEntity;

  static of(entity: QuestionEntity, locale: Locale): QuestionType {
    const { id, text, state, itemCode, askedBy, waitsSince, version, createdAt } = entity;
    const own = { id, text, state, itemCode, askedBy, waitsSince, version, createdAt };
    const itemTitle = itemCode === null ? null : (itemOf(itemCode)?.title[locale] ?? itemCode);
    return Object.assign(new QuestionType(), own, {
      itemTitle,
      moves: QUESTION_MACHINE.allowed({ state, by: null }),
      entity,
    });
  }
}
