import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { ErpConnectionType } from "../../erp/connections/connection.graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { enumOf } from "../../tenant/graphql/enums";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import { SWEEP_OUTCOMES, type SweepOutcome } from "./change-sweep";
import type { ErpImportService } from "./erp-import.service";

export const ListsOutcomeName = enumOf(SWEEP_OUTCOMES, "ErpListsOutcome", "What came of reading the ERP's lists.", {
  complete: "All were read.",
  put_off: "The ERP's allowance is used up, or it did not answer: the schedule goes on.",
  failed: "The ERP refused.",
  not_connected: "Nothing leads to a ledger.",
});

@InputType()
export class ReadErpListsInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID, { nullable: true, description: "The company's default if left out." })
  connection?: string | null;
}

@ObjectType()
export class ReadErpListsPayload extends MutationPayload {
  @Field(() => ListsOutcomeName, { nullable: true })
  outcome: SweepOutcome | null = null;

  @Field(() => String, { nullable: true, description: "Why it is not complete." })
  reason: string | null = null;

  @Field(() => ErpConnectionType, { nullable: true, description: "With its lists as they are now." })
  connection: ErpConnectionType | null = null;
}

/** Reading the ledger's lists on demand. */
@Resolver()
export class ErpListsResolver {
  constructor(private readonly service: ErpImportService) {}

  @Mutation(() => ReadErpListsPayload, {
    description: "Reads accounts, tax rates, currencies, tracking categories and lock dates from the ERP, now.",
  })
  readErpLists(@Arg("input") input: ReadErpListsInput, @Ctx() context: GraphQLContext): Promise<ReadErpListsPayload> {
    return payload(ReadErpListsPayload, async () => {
      const { connection, ...read } = await this.service.readLists(
        actorOf(context),
        input.company,
        input.connection ?? null,
      );
      return { ...read, connection: ErpConnectionType.of(connection, context.locale) };
    });
  }
}
