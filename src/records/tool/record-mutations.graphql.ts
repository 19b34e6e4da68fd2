import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import type { RecordAnswers } from "../types/stale-record.graphql";
import type { SeenCounterpart, StagingService } from "../import/staging.service";
import {
  ImportRecordInput,
  LinkRecordInput,
  RecordAddressInput,
  RecordPayload,
  RecordReasonInput,
  SendRecordPayload,
  UnlinkRecordInput,
} from "../types/record-inputs.graphql";
import { RecordType } from "../types/record-type.graphql";
import type { RecordService } from "../approval/record.service";
import type { RecordEntity } from "../record/record.entity";

/** What people do with one record. */
@Resolver()
export class RecordMutationsResolver {
  constructor(
    private readonly records: RecordService,
    private readonly staging: StagingService,
    private readonly answers: RecordAnswers,
  ) {}

  @Mutation(() => SendRecordPayload, {
    description: "Accepts a record, and it goes to the ERP; above the company's amount the first sending only agrees.",
  })
  sendRecord(@Arg("input") input: RecordAddressInput, @Ctx() context: GraphQLContext): Promise<SendRecordPayload> {
    const actor = actorOf(context);
    return this.answers.of(SendRecordPayload, context, async () => {
      const { record, outcome } = await this.records.send(actor, input);
      return { record: RecordType.of(record), outcome };
    });
  }

  @Mutation(() => RecordPayload, { description: "Gives a record back to be corrected, and tells whom it belongs to." })
  rejectRecord(@Arg("input") input: RecordReasonInput, @Ctx() context: GraphQLContext): Promise<RecordPayload> {
    const actor = actorOf(context);
    return this.answered(context, () => this.records.reject(actor, input, input.reason ?? null));
  }

  @Mutation(() => RecordPayload, { description: "Pulls back one's own record before anybody has answered." })
  retrieveRecord(@Arg("input") input: RecordAddressInput, @Ctx() context: GraphQLContext): Promise<RecordPayload> {
    const actor = actorOf(context);
    return this.answered(context, () => this.records.retrieve(actor, input));
  }

  @Mutation(() => RecordPayload, { description: "Takes the tie to the ERP off, once its counterpart is gone there." })
  unlinkRecord(@Arg("input") input: UnlinkRecordInput, @Ctx() context: GraphQLContext): Promise<RecordPayload> {
    const actor = actorOf(context);
    return this.answered(context, () => this.records.unlink(actor, input, input.counterpartGone, input.reason ?? null));
  }

  @Mutation(() => RecordPayload, {
    description: "Ties a project or vendor to one read from the ERP: no duplicate is made. A cost code: `linkToClash`.",
  })
  linkRecord(@Arg("input") input: LinkRecordInput, @Ctx() context: GraphQLContext): Promise<RecordPayload> {
    const actor = actorOf(context);
    return this.answered(context, () => this.staging.link(actor, input, counterpartOf(input)));
  }

  @Mutation(() => RecordPayload, {
    description:
      "Ties a record to what stands in the ERP in its place (`failure.clashId`), such as an item of the same code: nothing there is changed.",
  })
  linkToClash(@Arg("input") input: RecordAddressInput, @Ctx() context: GraphQLContext): Promise<RecordPayload> {
    const actor = actorOf(context);
    return this.answered(context, () => this.staging.linkToClash(actor, input));
  }

  @Mutation(() => RecordPayload, { description: "Takes what was read from the ERP onto the platform." })
  importRecord(@Arg("input") input: ImportRecordInput, @Ctx() context: GraphQLContext): Promise<RecordPayload> {
    const actor = actorOf(context);
    return this.answered(context, () => this.staging.import(actor, input, input.number ?? null));
  }

  @Mutation(() => RecordPayload, {
    description: "Puts aside what is not to travel: a mistaken draft, what was rejected or unlinked.",
  })
  archiveRecord(@Arg("input") input: RecordReasonInput, @Ctx() context: GraphQLContext): Promise<RecordPayload> {
    const actor = actorOf(context);
    return this.answered(context, () => this.records.archive(actor, input, input.reason ?? null));
  }

  @Mutation(() => RecordPayload, { description: "Brings back what was put aside." })
  restoreRecord(@Arg("input") input: RecordAddressInput, @Ctx() context: GraphQLContext): Promise<RecordPayload> {
    const actor = actorOf(context);
    return this.answered(context, () => this.records.restore(actor, input));
  }

  private answered(context: GraphQLContext, act: () => Promise<RecordEntity>): Promise<RecordPayload> {
    return this.answers.of(RecordPayload, context, async () => ({ record: RecordType.of(await act()) }));
  }
}

function counterpartOf({ counterpart, expectedCounterpartVersion }: LinkRecordInput): SeenCounterpart {
  return { counterpart, expectedVersion: expectedCounterpartVersion };
}
