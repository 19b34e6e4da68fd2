import { tableOf } from "../../infra/graphql/table-input";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { payload, UserError } from "../../tenant/graphql/payload";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import type { RecordAnswers } from "../types/stale-record.graphql";
import { isOffered } from "../item/forms";
import { itemGiven, SubmitRecordInput } from "../types/item-inputs.graphql";
import { offerList, type ListedOutcome } from "../approval/list-offering";
import { UnfitItem, type OfferingService } from "../approval/offering.service";
import {
  RecordAddressInput,
  RecordRowResult,
  RecordRowsPayload,
  RecordsInput,
  SeenRecordInput,
  SubmitRecordListInput,
  SubmitRecordListPayload,
  SubmitRecordPayload,
  SubmittedItem,
  type SendingOutcome,
} from "../types/record-inputs.graphql";
import { RecordType } from "../types/record-type.graphql";
import type { RecordEntity } from "../record/record.entity";
import type { RecordService } from "../approval/record.service";
import type { VisibleRecords } from "../types/visible-records";
import { RECORD_TEXTS } from "../texts/record-texts";

const MAX_ITEMS_TOLD = 1_000;

/** Offering items, and answering many records at once. */
@Resolver()
export class BulkMutationsResolver {
  constructor(
    private readonly offering: OfferingService,
    private readonly records: RecordService,
    private readonly seen: VisibleRecords,
    private readonly answers: RecordAnswers,
  ) {}

  @Mutation(() => SubmitRecordPayload, {
    description: "Offers an item of the platform to the ERP: new, corrected after a reject, or a later version.",
  })
  @TakesIdempotencyKey(SubmitRecordPayload)
  async submitRecord(
    @Arg("input") input: SubmitRecordInput,
    @Ctx() context: GraphQLContext,
  ): Promise<SubmitRecordPayload> {
    const actor = actorOf(context);
    const item = itemGiven(input);
    const offer = async (): Promise<Partial<SubmitRecordPayload>> => {
      if (item === null) {
        await this.offering.requireKnown(actor, input.company);
        throw new BilingualRefusal("BAD_INPUT", RECORD_TEXTS.exactlyOneItem, ["input"]);
      }
      try {
        const { record, outcome } = await this.offering.offer(actor, input.company, item, input.dryRun);
        return { record: RecordType.of(record), outcome };
      } catch (error) {
        if (!(error instanceof UnfitItem)) throw error;
        return { outcome: "refused", userErrors: faultsAt(error, ["input", item.field]) };
      }
    };
    return payload(SubmitRecordPayload, offer);
  }

  @Mutation(() => SubmitRecordPayload, { description: "Offers a rejected record again as it is." })
  async resubmitRecord(
    @Arg("input") input: RecordAddressInput,
    @Ctx() context: GraphQLContext,
  ): Promise<SubmitRecordPayload> {
    const actor = actorOf(context);
    return this.answers.of(SubmitRecordPayload, context, async () => {
      const { record, outcome } = await this.offering.resubmit(actor, input);
      return { record: RecordType.of(record), outcome };
    });
  }

  @Mutation(() => SubmitRecordListPayload, { description: "Offers the items of a list, each for itself." })
  async submitRecordList(
    @Arg("input") input: SubmitRecordListInput,
    @Ctx() context: GraphQLContext,
  ): Promise<SubmitRecordListPayload> {
    const actor = actorOf(context);
    const { company, text: csv, workbook, format, feature, dryRun } = input;
    return payload(SubmitRecordListPayload, async () => {
      const options = { format, feature: feature && isOffered(feature) ? feature : null, dryRun };
      const source = tableOf({ csv, workbook }, ["text"]);
      const told: ListedOutcome[] = [];
      for await (const one of offerList(this.offering, actor, company, source, options)) told.push(one);
      return listPayload(told);
    });
  }

  @Mutation(() => RecordRowsPayload, { description: "Sends many records; each counts for itself." })
  async sendRecords(@Arg("input") input: RecordsInput, @Ctx() context: GraphQLContext): Promise<RecordRowsPayload> {
    const actor = actorOf(context);
    return this.each(input, context, (seen) => this.records.send(actor, { company: input.company, ...seen }));
  }

  @Mutation(() => RecordRowsPayload, { description: "Rejects many records for one reason; each counts for itself." })
  async rejectRecords(@Arg("input") input: RecordsInput, @Ctx() context: GraphQLContext): Promise<RecordRowsPayload> {
    const actor = actorOf(context);
    const { company, reason } = input;
    return this.each(input, context, async (seen) => ({
      record: await this.records.reject(actor, { company, ...seen }, reason ?? null),
      outcome: "rejected",
    }));
  }

  private each(
    { company, records }: RecordsInput,
    context: GraphQLContext,
    act: (seen: SeenRecordInput) => Promise<{ record: RecordEntity; outcome: SendingOutcome }>,
  ): Promise<RecordRowsPayload> {
    return payload(RecordRowsPayload, async () => {
      const actor = actorOf(context);
      const { id: companyId } = await this.offering.requireKnown(actor, company);
      const results: RecordRowResult[] = [];
      // One after another: what one row changes, the next one is judged by.
      for (const [index, seen] of records.entries()) {
        const row = await this.answers.of(RecordRowResult, context, async () => {
          const { record, outcome } = await act(seen);
          return { record: RecordType.of(record), outcome };
        });
        for (const error of row.userErrors) error.field = fieldOfRow(error.field, index);
        results.push(Object.assign(row, { recordId: seen.record }));
      }
      await this.show(actor, companyId, results);
      return { results };
    });
  }

  /** Refused rows come with their record too, where the actor may see it. */
  private async show(actor: Actor, companyId: string, results: readonly RecordRowResult[]): Promise<void> {
    const refused = results.filter(({ record }) => record === null);
    const idOf = ({ recordId }: RecordRowResult) => recordId.trim().toLowerCase();
    const seen = await this.seen.among(actor, refused.map(idOf).filter(isId), companyId);
    for (const row of refused) {
      const record = seen.get(idOf(row));
      if (record) row.record = RecordType.of(record);
    }
  }
}

/** The field of one record's input, as that of a row. */
function fieldOfRow(field: readonly string[] | null, index: number): readonly string[] | null {
  const [input, name] = field ?? [];
  const isOfRow = input === "input" && (name === "record" || name === "expectedVersion");
  return isOfRow ? ["input", "records", String(index), name] : field;
}

/** All that is wrong with an item, each at its field. */
function faultsAt({ faults }: UnfitItem, path: readonly string[]): UserError[] {
  return faults.map(({ code, message, field }) =>
    Object.assign(new UserError(), { code, message, field: [...path, ...field] }),
  );
}

function listPayload(told: readonly ListedOutcome[]): Partial<SubmitRecordListPayload> {
  const count = (outcome: ListedOutcome["outcome"]) => told.filter((one) => one.outcome === outcome).length;
  const refusedFirst = [...told].sort((a, b) => Number(b.outcome === "refused") - Number(a.outcome === "refused"));
  return {
    items: refusedFirst.slice(0, MAX_ITEMS_TOLD).map((one) =>
      Object.assign(new SubmittedItem(), one, {
        errors: one.faults.map((fault) => Object.assign(new UserError(), fault)),
      }),
    ),
    submitted: count("submitted"),
    resubmitted: count("resubmitted"),
    unchanged: count("unchanged"),
    refused: count("refused"),
  };
}
