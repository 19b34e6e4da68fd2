import { MaxItems } from "../../../infra/graphql/input-bounds";
import { Field, ID, InputType, Int } from "type-graphql";
import type { Goal } from "../call/agenda";
import { AvailabilityName, CallGoalName, CallKindName, FoldName } from "./call-enums";
import type { CallKind } from "../call/call-kind";
import type { Availability } from "../call/slot-answer.entity";
import { MAX_SLOTS, type Fold } from "../call/slot-time";

@InputType({ description: "Which call: of a company, the one of that kind that is not cancelled." })
export class CallInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => CallKindName)
  kind!: CallKind;
}

@InputType({ description: "A time as clocks show it." })
export class CallSlotInput {
  @Field({ description: "What clocks of `zone` show: 2026-12-01T10:00." })
  localStart!: string;

  @Field({ description: "IANA time zone, such as Europe/Paris." })
  zone!: string;

  @Field(() => FoldName, {
    nullable: true,
    description: "Where clocks show the time twice; the earlier one is taken, and said so, if left out.",
  })
  fold?: Fold | null;
}

@InputType()
export class ProposeSlotsInput extends CallInput {
  @MaxItems(MAX_SLOTS)
  @Field(() => [CallSlotInput])
  slots!: CallSlotInput[];

  @Field(() => Int, { nullable: true, description: "Length of the call; the guide's if left out." })
  minutes?: number | null;
}

@InputType()
export class SuggestSlotsInput extends CallInput {
  @MaxItems(MAX_SLOTS)
  @Field(() => [CallSlotInput])
  slots!: CallSlotInput[];
}

@InputType({ description: "Whether somebody can attend at a time." })
export class SlotAvailabilityInput {
  @Field(() => ID)
  slot!: string;

  @Field(() => AvailabilityName)
  availability!: Availability;
}

@InputType()
export class AnswerAvailabilityInput extends CallInput {
  @Field(() => [SlotAvailabilityInput])
  answers!: SlotAvailabilityInput[];

  @Field(() => String, {
    nullable: true,
    description: "E-mail of whom the contact answers for; you answer for yourself if left out.",
  })
  attendee?: string | null;
}

@InputType()
export class CallSlotChoiceInput extends CallInput {
  @Field(() => ID)
  slot!: string;
}

@InputType()
export class RescheduleCallInput extends CallInput {
  @MaxItems(MAX_SLOTS)
  @Field(() => [CallSlotInput], { description: "Times that are up instead." })
  slots!: CallSlotInput[];

  @Field({ description: "Told to all who were asked, and kept in the audit trail." })
  reason!: string;
}

@InputType()
export class CancelCallInput extends CallInput {
  @Field({ description: "Told to all who were asked, and kept in the audit trail." })
  reason!: string;
}

@InputType()
export class TickAgendaInput extends CallInput {
  @Field(() => CallGoalName)
  goal!: Goal;

  @Field({ defaultValue: true, description: "False takes the tick back." })
  ticked!: boolean;
}

@InputType()
export class AddCallNoteInput extends CallInput {
  @Field()
  text!: string;
}

@InputType()
export class CloseCallInput extends CallInput {
  @Field(() => [String], { nullable: true, description: "E-mails of who was there." })
  present?: string[] | null;
}
