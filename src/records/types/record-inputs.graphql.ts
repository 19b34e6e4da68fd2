import { MAX_LIST_TEXT_LENGTH, MaxLength } from "../../infra/graphql/input-bounds";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { enumOf, FeatureName } from "../../tenant/graphql/enums";
import { NotKept } from "../../tenant/graphql/keyed-mutations";
import { MutationPayload, UserError } from "../../tenant/graphql/payload";
import type { Feature } from "../../policy/model/vocabulary";
import { LIST_FORMATS, type ListFormat } from "../item/listed-items";
import { StaleRecordType } from "./stale-record.graphql";
import { RecordType } from "./record-type.graphql";

export const OFFER_OUTCOMES = ["submitted", "resubmitted", "unchanged", "refused"] as const;
export type OfferOutcome = (typeof OFFER_OUTCOMES)[number];
export const SENDING_OUTCOMES = ["sent", "first_approval", "rejected", "refused"] as const;
export type SendingOutcome = (typeof SENDING_OUTCOMES)[number];

const OfferOutcomeName = enumOf(
  OFFER_OUTCOMES,
  "RecordOfferOutcome",
  "UNCHANGED: the very same item is there already.",
);
const SendingOutcomeName = enumOf(
  SENDING_OUTCOMES,
  "RecordAnswerOutcome",
  "FIRST_APPROVAL: a second person must agree before it goes.",
);
const ListFormatName = enumOf(LIST_FORMATS, "RecordListFormat", "JSON_LINES: one JSON object a line.");

const SEEN_VERSION =
  "`version` of the record that you saw. Where it is another by now, nothing is done: STALE_EDIT, and `stale` tells the difference.";

@InputType()
export class RecordAddressInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID)
  record!: string;

  @Field(() => Int, { description: SEEN_VERSION })
  expectedVersion!: number;
}

@InputType()
export class RecordReasonInput extends RecordAddressInput {
  @Field(() => String, { nullable: true, description: "Kept in the history, and told to whom it concerns." })
  reason?: string | null;
}

@InputType()
export class UnlinkRecordInput extends RecordReasonInput {
  @Field({
    defaultValue: false,
    description: "You have seen that the ERP no longer holds it; asked for only where that cannot be looked up.",
  })
  counterpartGone!: boolean;
}

@InputType()
export class LinkRecordInput extends RecordAddressInput {
  @Field(() => ID, { description: "Id of the record read from the ERP, ready to import." })
  counterpart!: string;

  @Field(() => Int, { description: "`version` of the counterpart that you saw." })
  expectedCounterpartVersion!: number;
}

@InputType()
export class ImportRecordInput extends RecordAddressInput {
  @Field(() => String, {
    nullable: true,
    description: "Number or project code on the platform; the ERP's if left out.",
  })
  number?: string | null;
}

@InputType({ description: "A record as you saw it." })
export class SeenRecordInput {
  @Field(() => ID)
  record!: string;

  @Field(() => Int, { description: SEEN_VERSION })
  expectedVersion!: number;
}

@InputType()
export class RecordsInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => [SeenRecordInput])
  records!: SeenRecordInput[];

  @Field(() => String, { nullable: true, description: "Of a rejection." })
  reason?: string | null;
}

@InputType({ description: "Many items at once. Each counts for itself, and the same list may be given again." })
export class SubmitRecordListInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @MaxLength(MAX_LIST_TEXT_LENGTH)
  @Field(() => String, {
    nullable: true,
    description: "CSV or JSON lines (docs/records.md); the fields are those of the items' inputs.",
  })
  text?: string | null;

  @MaxLength(MAX_LIST_TEXT_LENGTH)
  @Field(() => String, {
    nullable: true,
    description: "Instead of `text`, a workbook (.xlsx) in base64; it is read as CSV is.",
  })
  workbook?: string | null;

  @Field(() => ListFormatName)
  format!: ListFormat;

  @Field(() => FeatureName, { nullable: true, description: "Of items that do not say." })
  feature?: Feature | null;

  @Field({ defaultValue: true, description: "Judges and checks every item, and changes nothing." })
  dryRun!: boolean;
}

@ObjectType()
export class RecordPayload extends MutationPayload {
  @Field(() => RecordType, { nullable: true, description: "As it is now; of a refused one, where you may see it." })
  record: RecordType | null = null;

  @NotKept()
  @Field(() => StaleRecordType, {
    nullable: true,
    description: "With STALE_EDIT: what has changed since you saw it, where you may see it.",
  })
  stale: StaleRecordType | null = null;
}

@ObjectType()
export class SendRecordPayload extends RecordPayload {
  @Field(() => SendingOutcomeName, { nullable: true })
  outcome: SendingOutcome | null = null;
}

@ObjectType()
export class SubmitRecordPayload extends RecordPayload {
  @Field(() => OfferOutcomeName, { nullable: true })
  outcome: OfferOutcome | null = null;
}

@ObjectType({ description: "What came of one record, which is shown as far as you may see it, refused or not." })
export class RecordRowResult extends RecordPayload {
  @Field(() => ID)
  recordId: string = "";

  @Field(() => SendingOutcomeName)
  outcome: SendingOutcome = "refused";
}

@ObjectType()
export class RecordRowsPayload extends MutationPayload {
  @Field(() => [RecordRowResult], { description: "In the order given." })
  results: RecordRowResult[] = [];
}

@ObjectType({ description: "What came of one item of a list." })
export class SubmittedItem {
  @Field(() => Int, { description: "Line of the list where it starts, from 1." })
  line!: number;

  @Field(() => FeatureName, { nullable: true })
  feature!: Feature | null;

  @Field(() => String, { nullable: true })
  number!: string | null;

  @Field(() => OfferOutcomeName)
  outcome!: OfferOutcome;

  @Field(() => ID, { nullable: true })
  recordId!: string | null;

  @Field(() => [UserError], { description: "All that is wrong with it." })
  errors!: UserError[];
}

@ObjectType()
export class SubmitRecordListPayload extends MutationPayload {
  @Field(() => [SubmittedItem], { description: "At most 1,000: refused ones first." })
  items: SubmittedItem[] = [];

  @Field(() => Int)
  submitted: number = 0;

  @Field(() => Int)
  resubmitted: number = 0;

  @Field(() => Int)
  unchanged: number = 0;

  @Field(() => Int)
  refused: number = 0;
}
