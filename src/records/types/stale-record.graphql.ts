import { GraphQLJSON } from "graphql-scalars";
import { MoreThan } from "typeorm";
import { Field, Int, ObjectType, type ClassType } from "type-graphql";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import { RecordRevisionEntity } from "../record/record-revision.entity";
import { RecordRevisionType, RecordType } from "./record-type.graphql";
import type { VisibleRecords } from "./visible-records";
import { differencesSince, type FieldDifference } from "../transaction/differences";
import { StaleRecord } from "../transaction/stale-record";

/** The latest things that happened are told in full; the differences count them all. */
const MAX_REVISIONS_TOLD = 50;

@ObjectType("FieldDifference", { description: "A field that is not what you saw." })
export class FieldDifferenceType implements FieldDifference {
  @Field({ description: "As the record has it: `amount`, `state`, `item.lines[0].amount`, ..." })
  path!: string;

  @Field(() => GraphQLJSON, { nullable: true, description: "As you saw it; null: it was not there." })
  seen!: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: "As it is; null: it is not there any more." })
  now!: unknown;
}

@ObjectType("StaleRecord", { description: "What has happened to a record since the version that you named." })
export class StaleRecordType {
  @Field(() => Int, { description: "The version that you named." })
  expectedVersion!: number;

  @Field(() => Int, { description: "The version that it is at." })
  version!: number;

  @Field(() => [FieldDifferenceType], { description: "What is not as you saw it." })
  differences!: readonly FieldDifference[];

  @Field(() => [RecordRevisionType], { description: "Who did what to it, the first thing first; the latest 50." })
  revisions!: RecordRevisionType[];
}

/** What is answered where a record is not what its caller saw. */
export interface RecordAnswer extends MutationPayload {
  record: RecordType | null;
  stale: StaleRecordType | null;
}

/** Puts what was done to a record into a payload; a stale one is answered with the difference. */
export class RecordAnswers {
  constructor(
    private readonly database: Database,
    private readonly seen: VisibleRecords,
  ) {}

  async of<P extends RecordAnswer>(
    type: ClassType<P>,
    context: GraphQLContext,
    work: () => Promise<Partial<P>>,
  ): Promise<P> {
    let stale: StaleRecord | null = null;
    const answer = await payload(type, async () => {
      try {
        return await work();
      } catch (error) {
        if (error instanceof StaleRecord) stale = error;
        throw error;
      }
    });
    return stale === null ? answer : Object.assign(answer, await this.difference(context, stale));
  }

  /** Nothing is told of a record that the caller may not see. */
  private async difference(
    context: GraphQLContext,
    { record: { id, companyId }, expectedVersion }: StaleRecord,
  ): Promise<Pick<RecordAnswer, "record" | "stale">> {
    const record = (await this.seen.among(actorOf(context), [id], companyId)).get(id);
    if (!record) return { record: null, stale: null };
    const since = await this.database.read().find(RecordRevisionEntity, {
      where: { recordId: id, version: MoreThan(expectedVersion) },
      order: { version: "ASC" },
    });
    const told = {
      expectedVersion,
      version: record.version,
      differences: differencesSince(since, record).map((one) => Object.assign(new FieldDifferenceType(), one)),
      revisions: since.slice(-MAX_REVISIONS_TOLD).map((one) => RecordRevisionType.of(one)),
    };
    return { record: RecordType.of(record), stale: Object.assign(new StaleRecordType(), told) };
  }
}
