import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../infra/graphql/connection";
import { ActorKindName, enumOf, FeatureName, GrantDirection, RecordStateName } from "../../tenant/graphql/enums";
import { JsonObject } from "../../infra/graphql/json-object";
import { MoneyType } from "../../infra/graphql/money";
import { Node } from "../../infra/graphql/node";
import type { Locale } from "../../kernel/locale";
import type { Direction, Feature, RecordState } from "../../policy/model/vocabulary";
import { UNMET_CODES, type Unmet, type UnmetCode } from "../readiness/readiness";
import { unmetText } from "../readiness/readiness-texts";
import { PAID_STATES, paidStateOf, type PaidState } from "../transaction/paid-state";
import { RECORD_FILTERS, RECORD_SORTS, TOOL_TABS } from "../record/record-list";
import { RECORD_EVENTS, type RecordEvent } from "../record/record-event";
import { RECORD_MACHINES } from "../record/record-machine";
import type { RecordRevisionEntity } from "../record/record-revision.entity";
import type { RecordEntity } from "../record/record.entity";
import type { ActorKind } from "../../kernel/actor-kind";
import { FaultCodeName, shownFaultCode, type ShownFaultCode } from "../faults/fault-code";
import { DateTime, LocalDate } from "../../infra/graphql/scalars";

export const RecordEventName = enumOf(RECORD_EVENTS, "RecordEvent", "What can happen to a record.");
export const RecordFilterName = enumOf(
  RECORD_FILTERS,
  "RecordFilter",
  "A filter of the tool; each record is in exactly one. WITH_SUBMITTER: drafts, rejected and unlinked ones.",
);
export const RecordSortName = enumOf(RECORD_SORTS, "RecordSort", "What a list of records is sorted by.");
export const ToolTabName = enumOf(TOOL_TABS, "ErpToolTab", "A tab of the ERP Integrations tool.");
export const PaidStateName = enumOf(PAID_STATES, "InvoicePaidState", "How far an invoice is paid in the ERP.");
export const UnmetCodeName = enumOf(UNMET_CODES, "UnmetPrerequisiteCode", "Why a record may not be sent yet.");

@ObjectType("RecordFailure", { description: "Why the ERP refused a record, or why it is not known what came of it." })
export class RecordFailureType {
  @Field(() => FaultCodeName, { description: "Which fault it is; `fault` says what it means." })
  code!: ShownFaultCode;

  @Field(() => String, { nullable: true, description: "The ERP's own words." })
  text!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id in the ERP of what stands in its place under the same number or code; `linkToClash` ties the two.",
  })
  clashId!: string | null;
}

@ObjectType("UnmetPrerequisite", {
  description: "One thing that keeps a record from being sent: of itself, or of what it builds on, along the chain.",
})
export class UnmetType {
  @Field(() => UnmetCodeName)
  code!: UnmetCode;

  @Field(() => FeatureName, { description: "Of what is not ready." })
  feature!: Feature;

  @Field({ description: "Number of what is not ready." })
  number!: string;

  @Field(() => ID, { nullable: true, description: "Its record; null: there is none yet." })
  recordId!: string | null;

  @Field(() => RecordStateName, { nullable: true })
  state!: RecordState | null;

  @Field({ description: "Whether the record itself builds on it, not something that it builds on." })
  direct!: boolean;

  @Field()
  message!: string;

  @Field({ description: "What to do about it." })
  fix!: string;

  @Field(() => String, { nullable: true, description: "The mutation that does it, where there is one." })
  mutation!: string | null;

  static of(unmet: Unmet, locale: Locale): UnmetType {
    return Object.assign(new UnmetType(), unmet, unmetText(unmet, locale));
  }
}

@ObjectType("RecordRevision", { implements: Node, description: "One thing that happened to a record." })
export class RecordRevisionType extends Node {
  @Field(() => RecordEventName)
  event!: RecordEvent;

  @Field(() => RecordStateName, { nullable: true, description: "Null: there was no such record before." })
  fromState!: RecordState | null;

  @Field(() => RecordStateName)
  toState!: RecordState;

  @Field(() => DateTime)
  at!: string;

  @Field({ description: "Who did it." })
  actorName!: string;

  @Field(() => ActorKindName)
  actorKind!: ActorKind;

  @Field(() => ID, { nullable: true, description: "The grant that it rested on; null: it needed none." })
  grantId!: string | null;

  @Field(() => Int, { description: "The company's policy revision at which it was allowed." })
  policyRevision!: number;

  @Field(() => Int, { description: "The item's revision that it left." })
  revision!: number;

  @Field(() => JsonObject, { nullable: true, description: "What changed, as it was." })
  before!: Record<string, unknown> | null;

  @Field(() => JsonObject, { nullable: true, description: "What changed, as it is." })
  after!: Record<string, unknown> | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  static of(entity: RecordRevisionEntity): RecordRevisionType {
    return Object.assign(new RecordRevisionType(), entity);
  }
}

export const RecordRevisionConnection = connectionOf(RecordRevisionType, "RecordRevision");

@ObjectType("ErpRecord", {
  implements: Node,
  description: "An item offered to the ERP, or read from it, with its state. Read: SYNCED is imported, FAILED invalid.",
})
export class RecordType extends Node {
  @Field(() => FeatureName)
  feature!: Feature;

  @Field(() => GrantDirection)
  direction!: Direction;

  @Field(() => String, { nullable: true, description: "subcontract, purchase_order, a cost type, ..." })
  kind!: string | null;

  @Field()
  number!: string;

  @Field()
  title!: string;

  @Field(() => MoneyType, { nullable: true, description: "Null: the item has no amount." })
  amount!: MoneyType | null;

  @Field(() => LocalDate, { nullable: true, description: "The item's own day." })
  documentDate!: string | null;

  @Field(() => String, { nullable: true })
  vendorNumber!: string | null;

  @Field(() => String, { nullable: true, description: "Number of the commitment that it belongs to." })
  parentNumber!: string | null;

  @Field(() => RecordStateName)
  state!: RecordState;

  @Field(() => [RecordEventName], { description: "What its state allows; whether you may, `decision` says." })
  allowedEvents!: readonly RecordEvent[];

  @Field({ description: "Whether something that it builds on, or something of its own, is missing: see `readiness`." })
  prerequisitesBlocked!: boolean;

  @Field(() => DateTime, { nullable: true })
  submittedAt!: string | null;

  @Field(() => DateTime, { nullable: true })
  sentAt!: string | null;

  @Field(() => String, { nullable: true, description: "Its id in the ERP." })
  externalId!: string | null;

  @Field(() => PaidStateName, { nullable: true, description: "Null: it is no invoice that the ERP holds." })
  paidState!: PaidState | null;

  @Field(() => MoneyType, { nullable: true, description: "What the ERP's payments of the invoice come to." })
  paid!: MoneyType | null;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      "What the ERP says is still due of the invoice, after payments, credits and overpayments. Null: not said.",
  })
  outstanding!: MoneyType | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Of a commitment: since when nothing more is expected of it. Null: it is open.",
  })
  closedAt!: string | null;

  @Field(() => RecordFailureType, { nullable: true })
  failure!: RecordFailureType | null;

  @Field(() => String, { nullable: true, description: "Why it was rejected last." })
  rejectReason!: string | null;

  @Field(() => JsonObject, { description: "The item itself, as its form has it." })
  item!: Record<string, unknown>;

  @Field(() => Int, { description: "Raised when it is offered again; what was sent is named by id and revision." })
  revision!: number;

  @Field(() => Int, { description: "Raised by every change; send it back as `expectedVersion`." })
  version!: number;

  @Field(() => DateTime)
  createdAt!: string;

  @Field(() => DateTime)
  updatedAt!: string;

  /** Not a field: for the resolvers of what hangs on a record. */
  entity!: RecordEntity;

  static of(entity: RecordEntity): RecordType {
    const { amountMinor: minor, amountCurrency: currency, failureCode: code, failureText: text } = entity;
    const { paidMinor: paid, dueMinor, clashExternalId: clashId } = entity;
    const money = (minor: number | null) =>
      minor === null || currency === null ? null : MoneyType.of({ minor, currency });
    return Object.assign(new RecordType(), entity, {
      entity,
      amount: money(minor),
      paidState: paidStateOf(entity),
      paid: money(paid),
      outstanding: money(dueMinor),
      failure:
        code === null ? null : Object.assign(new RecordFailureType(), { code: shownFaultCode(code), text, clashId }),
      allowedEvents: RECORD_MACHINES[entity.direction].allowed(entity),
      item: entity.payload,
      documentDate: entity.documentDate?.slice(0, 10) ?? null,
    });
  }
}

export const RecordConnection = connectionOf(RecordType, "ErpRecord");
