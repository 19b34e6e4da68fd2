import { Field, Int, ObjectType } from "type-graphql";
import { dayIn } from "../../../kernel/days";
import { FollowUpStateName } from "./call-enums";
import type { FollowUpState } from "../call/follow-up-machine";
import type { FollowUpEntity } from "../call/follow-up.entity";
import { Node } from "../../../infra/graphql/node";
import { DateTime, LocalDate } from "../../../infra/graphql/scalars";

@ObjectType("FollowUp", { implements: Node, description: "A task that came out of a call." })
export class FollowUpType extends Node {
  @Field()
  title!: string;

  @Field()
  ownerName!: string;

  @Field()
  ownerEmail!: string;

  @Field(() => LocalDate, { description: "Day in the company's zone: 2026-12-31." })
  dueOn!: string;

  @Field({ description: "Whether it is open and its day is past." })
  late!: boolean;

  @Field(() => FollowUpStateName)
  state!: FollowUpState;

  @Field(() => String, { nullable: true, description: "What came of it, or why it was dropped." })
  outcome!: string | null;

  @Field(() => DateTime, { nullable: true })
  endedAt!: string | null;

  @Field(() => String, { nullable: true, description: "By name." })
  endedBy!: string | null;

  @Field(() => Int, { description: "Send it back as `expectedVersion` when you change the task." })
  version!: number;

  @Field(() => DateTime)
  createdAt!: string;

  static of(entity: FollowUpEntity, companyZone: string, now: string): FollowUpType {
    const { id, title, ownerName, ownerEmail, dueOn, state, outcome, endedAt, endedBy, version, createdAt } = entity;
    const own = { id, title, ownerName, ownerEmail, dueOn, state, outcome, endedAt, endedBy, version, createdAt };
    const late = state === "open" && dueOn < dayIn(companyZone, now);
    return Object.assign(new FollowUpType(), own, { late });
  }
}
