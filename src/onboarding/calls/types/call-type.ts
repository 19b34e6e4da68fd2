import { Field, Int, ObjectType } from "type-graphql";
import { Node } from "../../../infra/graphql/node";
import type { Goal } from "../call/agenda";
import type { AttendeeEntity, AttendeeRole } from "../call/attendee.entity";
import { AttendeeRoleName, CallGoalName, CallKindName, CallStateName } from "./call-enums";
import type { CallKind } from "../call/call-kind";
import type { CallEntity } from "../call/call.entity";
import type { NoteEntity } from "../call/note.entity";
import { DateTime } from "../../../infra/graphql/scalars";

@ObjectType("CallAttendee", { description: "Who is asked to a call; once for each part they have." })
export class AttendeeType {
  @Field(() => AttendeeRoleName)
  role!: AttendeeRole;

  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field({ description: "Whether the call cannot do without." })
  required!: boolean;

  @Field({ description: "Whether they were there; said when the call is closed." })
  present!: boolean;

  static of({ role, name, email, required, present }: AttendeeEntity): AttendeeType {
    return Object.assign(new AttendeeType(), { role, name, email, required, present });
  }
}

@ObjectType("CallGoal", { description: "A goal of a call, to be ticked off." })
export class GoalType {
  @Field(() => CallGoalName)
  goal!: Goal;

  @Field({ description: "In the reader's language." })
  text!: string;

  @Field({ description: "Whether it is reached." })
  ticked!: boolean;

  @Field(() => DateTime, { nullable: true, description: "ISO-8601 instant; null: open." })
  tickedAt!: string | null;

  @Field(() => String, { nullable: true, description: "By name." })
  tickedBy!: string | null;
}

@ObjectType("CallNote", { implements: Node, description: "What was written down about a call." })
export class NoteType extends Node {
  @Field()
  text!: string;

  @Field({ description: "By name." })
  writtenBy!: string;

  @Field(() => DateTime)
  createdAt!: string;

  static of({ id, text, writtenBy, createdAt }: NoteEntity): NoteType {
    return Object.assign(new NoteType(), { id, text, writtenBy, createdAt });
  }
}

@ObjectType("CallHost", { description: "The specialist who leads a call." })
export class CallHostType {
  @Field()
  name!: string;

  @Field()
  email!: string;
}

@ObjectType("Call", {
  implements: Node,
  description: "A call of the implementation. A cancelled one stays, and is followed by another.",
})
export class CallType extends Node {
  @Field(() => CallKindName)
  kind!: CallKind;

  @Field(() => CallStateName)
  state!: CallEntity["state"];

  @Field(() => Int, { description: "Length." })
  minutes!: number;

  @Field(() => DateTime, { nullable: true, description: "Agreed start, ISO-8601 instant; null: none is agreed." })
  startsAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Agreed end, ISO-8601 instant." })
  endsAt!: string | null;

  @Field(() => String, { nullable: true, description: "Who agreed to the time, by name." })
  agreedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it began, ISO-8601 instant." })
  startedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was closed or cancelled, ISO-8601 instant." })
  endedAt!: string | null;

  @Field(() => Int, { description: "Raised with every change." })
  version!: number;

  @Field(() => DateTime)
  createdAt!: string;

  /** Not fields. */
  entity!: CallEntity;
  companyZone!: string;

  static of(entity: CallEntity, companyZone: string): CallType {
    const { id, kind, state, minutes, startsAt, endsAt, agreedBy, startedAt, endedAt, version, createdAt } = entity;
    const own = { id, kind, state, minutes, startsAt, endsAt, agreedBy, startedAt, endedAt, version, createdAt };
    return Object.assign(new CallType(), own, { entity, companyZone });
  }
}
