import { Field, ObjectType } from "type-graphql";
import { isZone } from "../../../tenant/companies/time-zone";
import { BilingualRefusal } from "../../../kernel/errors";
import { AvailabilityName, SlotStateName } from "./call-enums";
import type { Availability, SlotAnswerEntity } from "../call/slot-answer.entity";
import type { SlotState } from "../call/slot-machine";
import type { SlotEntity } from "../call/slot.entity";
import { wallTime } from "../../days/wall-time";
import { Node } from "../../../infra/graphql/node";
import { DateTime } from "../../../infra/graphql/scalars";
import { CALL_REFUSALS } from "../../texts/call-refusals";

@ObjectType("CallSlotAnswer", { description: "Whether somebody can attend at a slot." })
export class SlotAnswerType {
  @Field()
  email!: string;

  @Field(() => AvailabilityName)
  availability!: Availability;

  @Field({ description: "By name: the person themselves, or the contact who asked them." })
  answeredBy!: string;

  @Field(() => DateTime)
  answeredAt!: string;

  static of({ email, availability, answeredBy, answeredAt }: SlotAnswerEntity): SlotAnswerType {
    return Object.assign(new SlotAnswerType(), { email, availability, answeredBy, answeredAt });
  }
}

@ObjectType("CallSlot", {
  implements: Node,
  description: "A time that was offered or suggested for a call; never deleted.",
})
export class SlotType extends Node {
  @Field(() => SlotStateName)
  state!: SlotState;

  @Field(() => DateTime)
  startsAt!: string;

  @Field(() => DateTime)
  endsAt!: string;

  @Field({ description: "IANA zone in which it was written." })
  zone!: string;

  @Field({ description: "By name." })
  madeBy!: string;

  @Field(() => DateTime, { nullable: true, description: "When it was agreed, passed over, released or withdrawn." })
  decidedAt!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was released or withdrawn." })
  why!: string | null;

  /** Not fields: where it belongs, and the clocks it is shown by. */
  companyId!: string;
  companyZone!: string;

  static of(slot: SlotEntity, companyZone: string): SlotType {
    const { id, state, startsAt, endsAt, zone, madeBy, decidedAt, why, companyId } = slot;
    const own = { id, state, startsAt, endsAt, zone, madeBy, decidedAt, why };
    return Object.assign(new SlotType(), own, { companyId, companyZone });
  }
}

/** The instant on the clocks of the reader's zone. Throws Refusal BAD_INPUT for what is no zone. */
export function shownIn(instant: string, zone: string | null | undefined, fallback: string): string {
  const wanted = zone ?? fallback;
  if (isZone(wanted)) return wallTime(instant, wanted);
  throw new BilingualRefusal("BAD_INPUT", CALL_REFUSALS.zone, ["zone"]);
}
