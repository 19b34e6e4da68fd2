import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../infra/graphql/connection";
import { enumOf, FeatureName } from "../../tenant/graphql/enums";
import { Node } from "../../infra/graphql/node";
import { MutationPayload } from "../../tenant/graphql/payload";
import type { Locale } from "../../kernel/locale";
import type { MessageState } from "../../infra/outbox/message-state";
import type { OutboxMessageEntity } from "../../infra/outbox/outbox-message.entity";
import type { Feature } from "../../policy/model/vocabulary";
import { DeliveryStateName } from "../evidence/evidence.graphql";
import { DELIVERY_FILTERS, type LaneSummary } from "./delivery-list";
import { codeOf, WAIT_REASONS, type Wait, type WaitReason } from "./delivery-waits";
import type { LimitUse } from "../record/erp-limits";
import { FaultType } from "../faults/fault-type.graphql";
import type { UnknownFaultEntity } from "../faults/unknown-fault.entity";
import { waitText } from "./wait-texts";
import { derivedId } from "../../infra/graphql/global-id";
import { DateTime } from "../../infra/graphql/scalars";

export const DeliveryFilterName = enumOf(
  DELIVERY_FILTERS,
  "DeliveryFilter",
  "DEAD_LETTERS: deliveries that go on only when a person does something.",
);
const WaitReasonName = enumOf(
  WAIT_REASONS,
  "DeliveryWaitReason",
  "PARENT: what must arrive first has not. SHARED: what shares its purchase order is under way or unknown. " +
    "UNKNOWN_OUTCOME: the ERP is asked whether it arrived.",
);

@ObjectType("DeliveryWait", { description: "Why a delivery does not leave now." })
export class WaitType {
  @Field(() => WaitReasonName)
  reason!: WaitReason;

  @Field(() => DateTime, { nullable: true, description: "ISO-8601 instant; null: it is not known when it ends." })
  until!: string | null;

  @Field(() => ID, { nullable: true, description: "The record that it waits for." })
  recordId!: string | null;

  @Field(() => FaultType, { nullable: true, description: "What holds that up." })
  fault!: FaultType | null;

  @Field({ description: "The reason in a sentence." })
  message!: string;

  static of({ code, ...wait }: Wait, locale: Locale): WaitType {
    const fault = code === null ? null : FaultType.of(code, locale);
    return Object.assign(new WaitType(), wait, { fault, message: waitText(wait.reason, code, locale) });
  }
}

@ObjectType("Delivery", { implements: Node, description: "A sent record on its way to the ERP." })
export class DeliveryType extends Node {
  @Field(() => FeatureName)
  feature!: Feature;

  @Field(() => DeliveryStateName)
  state!: MessageState;

  @Field(() => ID)
  recordId!: string;

  @Field(() => ID, { description: "The lane that it queues in." })
  laneId!: string;

  @Field(() => Int, { description: "Tries so far, look-ups among them." })
  attempts!: number;

  @Field(() => Int, { description: "Tries in a row that came to nothing; after 14 it is given up." })
  failures!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: "ISO-8601 instant of the next try at the earliest; null: none.",
  })
  nextAttemptAt!: string | null;

  @Field(() => FaultType, { nullable: true, description: "What came of the last try, where that was a fault." })
  fault!: FaultType | null;

  @Field(() => String, { nullable: true, description: "The ERP's own words." })
  text!: string | null;

  @Field(() => DateTime)
  enqueuedAt!: string;

  @Field(() => DateTime, { nullable: true })
  finishedAt!: string | null;

  /** Not a field: for the resolvers of what hangs on it. */
  entity!: OutboxMessageEntity;

  static of(entity: OutboxMessageEntity, locale: Locale): DeliveryType {
    const { id, state, attempts, failures, finishedAt, lastCode, lastText } = entity;
    const open = state === "waiting" || state === "unknown" || state === "in_flight";
    return Object.assign(new DeliveryType(), {
      ...{ id, state, attempts, failures, finishedAt, entity },
      feature: entity.topic as Feature,
      recordId: entity.subjectId,
      laneId: derivedId("delivery-lane", entity.lane),
      nextAttemptAt: open ? entity.nextAt : null,
      fault: lastCode === null || state === "delivered" ? null : FaultType.of(lastCode, locale),
      text: lastText,
      enqueuedAt: entity.createdAt,
    });
  }
}
export const DeliveryConnection = connectionOf(DeliveryType, "Delivery");

@ObjectType("DeliveryLane", {
  implements: Node,
  description: "Where deliveries to one organisation of the ERP queue, within its limits.",
})
export class LaneType extends Node {
  @Field(() => ID, { description: "Whose deliveries it carries: the connection's id, or the company's." })
  connectionId!: string;

  @Field(() => DateTime, { nullable: true, description: "ISO-8601 instant; null: it is not paused." })
  pausedUntil!: string | null;

  @Field(() => FaultType, {
    nullable: true,
    description: "Why it is paused; null: within the allowance, or not at all.",
  })
  fault!: FaultType | null;

  @Field(() => Int, { description: "Deliveries that you may see, on their way." })
  underWay!: number;

  @Field(() => Int, { description: "Those that go on only when a person does something." })
  deadLetters!: number;

  static of({ lane, underWay, deadLetters }: LaneSummary, locale: Locale): LaneType {
    const { id, pausedUntil, pauseReason } = lane;
    const code = pausedUntil === null ? null : codeOf(pauseReason);
    const fault = code === null ? null : FaultType.of(code, locale);
    const ids = { id: derivedId("delivery-lane", id), connectionId: id };
    return Object.assign(new LaneType(), ids, { pausedUntil, fault, underWay, deadLetters });
  }
}

@ObjectType("ErpLimit", { description: "How much of one kind the ERP takes, and how much it holds or is about to." })
export class LimitType {
  @Field(() => FeatureName)
  feature!: Feature;

  @Field(() => Int)
  used!: number;

  @Field(() => Int)
  most!: number;

  @Field({ description: "Whether nothing more is sent beyond it; else it is the ERP's advice." })
  hard!: boolean;

  @Field(() => FaultType, { nullable: true, description: "Null: there is room." })
  fault!: FaultType | null;

  static of(use: LimitUse, locale: Locale): LimitType {
    const fault = use.used >= use.most ? FaultType.of(use.code, locale) : null;
    return Object.assign(new LimitType(), use, { fault });
  }
}

@ObjectType("UnknownFault", { implements: Node, description: "A reason of the ERP that has no code yet, counted." })
export class UnknownFaultType extends Node {
  @Field({ description: "SHA-256 of the text." })
  digest!: string;

  @Field({ description: "The ERP's words without numbers, names in quotes, addresses and ids." })
  text!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => DateTime)
  firstSeenAt!: string;

  @Field(() => DateTime)
  lastSeenAt!: string;

  @Field(() => ID, { description: "A record that it was said of." })
  exampleRecordId!: string;

  static of(entity: UnknownFaultEntity): UnknownFaultType {
    return Object.assign(new UnknownFaultType(), entity);
  }
}
export const UnknownFaultConnection = connectionOf(UnknownFaultType, "UnknownFault");

@InputType()
export class ResumeDeliveryLaneInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID)
  lane!: string;
}

@ObjectType()
export class ResumeDeliveryLanePayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: "Id of the lane that goes on." })
  laneId!: string | null;
}
