import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import { CHANGE_KINDS, type ChangeKind } from "../../erp/connector/connector";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { enumOf, FeatureName } from "../../tenant/graphql/enums";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import type { Feature } from "../../policy/model/vocabulary";
import { ErpIntegrationType } from "../types/erp-integration.graphql";
import { SWEEP_OUTCOMES } from "./change-sweep";
import type { ErpImportService } from "./erp-import.service";
import { ErpWatermarkEntity, SWEEP_PURPOSES, type SweepPurpose } from "./erp-watermark.entity";
import type { FeatureImport } from "./ledger-import";
import { DateTime } from "../../infra/graphql/scalars";

export const READING_OUTCOMES = [...SWEEP_OUTCOMES, "not_open"] as const;
const ReadingOutcomeName = enumOf(
  READING_OUTCOMES,
  "ErpReadingOutcome",
  "PUT_OFF: the ledger's allowance is used up; the schedule goes on. NOT_OPEN: switched off, not live or not authorised.",
);
const ChangeKindName = enumOf(CHANGE_KINDS, "ErpChangeKind", "What the ledger is read for by date of change.");
const SweepPurposeName = enumOf(SWEEP_PURPOSES, "ErpReadingPurpose", "What a reading of the ledger is for.");

@InputType()
export class ImportFromErpInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => [FeatureName], {
    defaultValue: [],
    description: "PROJECT, VENDOR, JOB_COST, COMMITMENT_PAYMENT; none: all of them.",
  })
  features!: Feature[];

  @Field(() => ID, { nullable: true, description: "The company's first one if left out." })
  connection?: string | null;
}

@ObjectType("ErpFeatureImport", { description: "What came of reading one feature from the ledger." })
export class FeatureImportType {
  @Field(() => FeatureName)
  feature!: Feature;

  @Field(() => ReadingOutcomeName)
  outcome!: FeatureImport["outcome"];

  @Field(() => Int, { description: "Things of the ledger that were looked at." })
  read!: number;

  @Field(() => Int, { description: "New or changed here." })
  staged!: number;

  @Field(() => Int, { description: "Taken over at once: payments and costs need nobody's consent." })
  imported!: number;

  @Field(() => String, { nullable: true, description: "Why it is not complete." })
  reason!: string | null;
}

@ObjectType()
export class ImportFromErpPayload extends MutationPayload {
  @Field(() => [FeatureImportType])
  results: FeatureImportType[] = [];
}

@ObjectType("ErpReading", { description: "Up to where a ledger has been read." })
export class ErpReadingType {
  @Field(() => ID)
  connectionId!: string;

  @Field(() => SweepPurposeName)
  purpose!: SweepPurpose;

  @Field(() => ChangeKindName)
  kind!: ChangeKind;

  @Field(() => DateTime, {
    nullable: true,
    description: "ISO-8601 instant by the ledger's clock; null: it comes whole.",
  })
  changedUpTo!: string | null;

  @Field(() => DateTime, { nullable: true, description: "ISO-8601 instant; null: never to its end." })
  sweptAt!: string | null;

  @Field(() => String, { nullable: true, description: "Why the last reading failed; null: it did not." })
  lastError!: string | null;
}

/** Reading the ledger on demand. */
@Resolver()
export class ErpImportResolver {
  constructor(private readonly service: ErpImportService) {}

  @Mutation(() => ImportFromErpPayload, {
    description: "Reads what changed in the ledger: jobs, contacts, job costs, payments. For who may import them.",
  })
  importFromErp(
    @Arg("input") input: ImportFromErpInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ImportFromErpPayload> {
    const actor = actorOf(context);
    return payload(ImportFromErpPayload, async () => {
      const results = await this.service.read(actor, input.company, input.features, input.connection ?? null);
      return { results: results.map((one) => Object.assign(new FeatureImportType(), one)) };
    });
  }
}

/** Up to where the ledger has been read, in the tool. */
@Resolver(() => ErpIntegrationType)
export class ErpImportStateResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => [ErpReadingType], { description: "Up to where the ledger has been read, for each kind." })
  async readings(@Root() { companyId }: ErpIntegrationType, @Ctx() context: GraphQLContext): Promise<ErpReadingType[]> {
    const loader = loaderFor(context, "readings of companies", async (ids: readonly string[]) => {
      const order = { connectionId: "ASC", purpose: "ASC", kind: "ASC" } as const;
      const found = await this.database.read().find(ErpWatermarkEntity, { where: { companyId: In([...ids]) }, order });
      return ids.map((id) => found.filter((one) => one.companyId === id));
    });
    return (await loader.load(companyId)).map((one) => Object.assign(new ErpReadingType(), one));
  }
}
