import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { ErpConnectionType } from "../../erp/connections/connection.graphql";
import { MappingRuleType } from "../../erp/mapping/mapping.graphql";
import { PROPOSAL_SOURCES, type Proposal, type ProposalSource } from "../../erp/mapping/proposal/proposal";
import { MAPPING_TEXTS } from "../../erp/texts/mapping-texts";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { fill } from "../../kernel/catalogue";
import type { Locale } from "../../kernel/locale";
import { enumOf } from "../../tenant/graphql/enums";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import type { SweepOutcome } from "./change-sweep";
import type { ErpImportService } from "./erp-import.service";
import { ListsOutcomeName } from "./list-reading.graphql";

const SourceName = enumOf(PROPOSAL_SOURCES, "MappingProposalSource", "What a proposed rule of a mapping rests on.", {
  bills: "How the ERP's bills of the last 180 days are booked.",
  item: "What the ERP's item says of its purchases.",
  contact: "What the ERP's contact says of its bills.",
});

@InputType()
export class ProposeMappingInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID, { nullable: true, description: "The company's default if left out." })
  connection?: string | null;
}

@ObjectType("MappingProposal", { description: "A rule that the ERP's books suggest; `setMapping` accepts it." })
export class MappingProposalType {
  @Field(() => MappingRuleType, { description: "As it would be, with what a rule of that match says already." })
  rule!: MappingRuleType;

  @Field(() => SourceName, { description: "What it rests on." })
  source!: ProposalSource;

  @Field(() => Int, { description: "Lines of bills that were looked at; 0 where it rests on none." })
  lines!: number;

  @Field(() => Int, { description: "How many of them are booked so." })
  agreeing!: number;

  @Field({ description: "What it rests on, in words." })
  text!: string;

  static of({ rule, source, lines, agreeing }: Proposal, locale: Locale): MappingProposalType {
    const text = {
      bills: fill(MAPPING_TEXTS.bookedSo, { lines, agreeing }),
      item: MAPPING_TEXTS.itemSaysSo,
      contact: MAPPING_TEXTS.contactSaysSo,
    }[source];
    const shown = { rule: MappingRuleType.of(rule), source, lines, agreeing, text: text[locale] };
    return Object.assign(new MappingProposalType(), shown);
  }
}

@ObjectType()
export class ProposeMappingPayload extends MutationPayload {
  @Field(() => ListsOutcomeName, { nullable: true, description: "What came of reading the ERP." })
  outcome: SweepOutcome | null = null;

  @Field(() => String, { nullable: true, description: "Why it is not complete." })
  reason: string | null = null;

  @Field(() => [MappingProposalType], { description: "Cost codes first, then vendors, then the default." })
  proposals: MappingProposalType[] = [];

  @Field(() => ErpConnectionType, { nullable: true, description: "Whose version accepting them names." })
  connection: ErpConnectionType | null = null;
}

/** A mapping proposed from what the ledger uses. */
@Resolver()
export class MappingProposalResolver {
  constructor(private readonly service: ErpImportService) {}

  @Mutation(() => ProposeMappingPayload, {
    description:
      "Reads bills, items and contacts of the ERP, and proposes accounts and tax rates of invoices; sets nothing.",
  })
  proposeMapping(
    @Arg("input") { company, connection }: ProposeMappingInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ProposeMappingPayload> {
    return payload(ProposeMappingPayload, async () => {
      const found = await this.service.proposeMapping(actorOf(context), company, connection ?? null);
      return {
        outcome: found.outcome,
        reason: found.reason,
        proposals: found.proposals.map((one) => MappingProposalType.of(one, context.locale)),
        connection: ErpConnectionType.of(found.connection, context.locale),
      };
    });
  }
}
