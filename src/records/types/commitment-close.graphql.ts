import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { MoneyType } from "../../infra/graphql/money";
import type { CommitmentCloseService } from "../approval/commitment-close.service";
import { contractBalances, type Balance, type ContractBalance } from "../readiness/contract-balance";
import type { RecordEntity } from "../record/record.entity";
import { RecordPayload, RecordReasonInput } from "./record-inputs.graphql";
import { RecordType } from "./record-type.graphql";
import type { RecordAnswers } from "./stale-record.graphql";

@ObjectType()
abstract class BalanceFields {
  @Field(() => MoneyType, { description: "With the change orders that the ERP holds or that are on their way." })
  ordered!: MoneyType;

  @Field(() => MoneyType, { description: "By invoices that the ERP holds or that are on their way." })
  billed!: MoneyType;

  @Field(() => MoneyType, { description: "Below zero: more is billed than ordered." })
  left!: MoneyType;
}

@ObjectType("ContractBalanceLine", { description: "What is left of one cost code of a commitment." })
export class ContractBalanceLineType extends BalanceFields {
  @Field({ description: "Empty: lines without one." })
  costCode!: string;
}

@ObjectType("ContractBalance", { description: "What is left of a commitment." })
export class ContractBalanceType extends BalanceFields {
  @Field(() => [ContractBalanceLineType], { description: "By cost code." })
  lines!: ContractBalanceLineType[];

  @Field(() => Int, { description: "Invoices in another currency than the commitment, which are not in the sums." })
  otherCurrencies!: number;

  static of({ lines, otherCurrencies, currency, ...total }: ContractBalance): ContractBalanceType {
    const line = ({ costCode, ...of }: ContractBalance["lines"][number]) =>
      Object.assign(new ContractBalanceLineType(), { costCode, ...moneys(of, currency) });
    const shown = { ...moneys(total, currency), lines: lines.map(line), otherCurrencies };
    return Object.assign(new ContractBalanceType(), shown);
  }
}

function moneys({ orderedMinor, billedMinor, leftMinor }: Balance, currency: string): BalanceFields {
  const money = (minor: number) => MoneyType.of({ minor, currency });
  return { ordered: money(orderedMinor), billed: money(billedMinor), left: money(leftMinor) };
}

/** What is left of commitments, and that nothing more is expected of them. */
@Resolver(() => RecordType)
export class CommitmentCloseResolver {
  constructor(
    private readonly database: Database,
    private readonly service: CommitmentCloseService,
    private readonly answers: RecordAnswers,
  ) {}

  @FieldResolver(() => ContractBalanceType, {
    nullable: true,
    description: "What is ordered, billed and left of it. Null: it is no commitment that the ERP holds or is about to.",
  })
  async balance(@Root() { entity }: RecordType, @Ctx() context: GraphQLContext): Promise<ContractBalanceType | null> {
    const loader = loaderFor(context, "balances of records", async (records: readonly RecordEntity[]) => {
      const found = await contractBalances(this.database.read(), records);
      return records.map(({ id }) => found.get(id) ?? null);
    });
    const balance = await loader.load(entity);
    return balance && ContractBalanceType.of(balance);
  }

  @Mutation(() => RecordPayload, {
    description:
      "Nothing more is expected of a commitment: what comes for it nevertheless is a misfit, ORDER_CLOSED. For who may unlink it.",
  })
  closeCommitment(@Arg("input") input: RecordReasonInput, @Ctx() context: GraphQLContext): Promise<RecordPayload> {
    const actor = actorOf(context);
    return this.answered(context, () => this.service.close(actor, input, input.reason ?? null));
  }

  @Mutation(() => RecordPayload, { description: "Opens a closed commitment again. For who may unlink it." })
  reopenCommitment(@Arg("input") input: RecordReasonInput, @Ctx() context: GraphQLContext): Promise<RecordPayload> {
    const actor = actorOf(context);
    return this.answered(context, () => this.service.reopen(actor, input, input.reason ?? null));
  }

  private answered(context: GraphQLContext, act: () => Promise<RecordEntity>): Promise<RecordPayload> {
    return this.answers.of(RecordPayload, context, async () => ({ record: RecordType.of(await act()) }));
  }
}
