import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { MaxItems } from "../../infra/graphql/input-bounds";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { enumOf, FeatureName } from "../../tenant/graphql/enums";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import type { Feature } from "../../policy/model/vocabulary";
import { ErpConnectionType } from "../connections/connection.graphql";
import type { ConnectionEntity } from "../connections/connection.entity";
import { BilingualRefusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import { ARRIVES_AS, type ArrivesAs } from "../connector/ledger-document";
import { knownLists, NO_LISTS } from "./known-lists";
import { ErpListsType } from "./lists.graphql";
import { isMapped, MATCHES, type MappingRule, type MatchOn } from "./mapping";
import { MappingRuleEntity } from "./mapping-rule.entity";
import { MAX_RULES, type MappingService } from "./mapping.service";

const MatchName = enumOf(MATCHES, "MappingMatch", "What a rule of a mapping matches on, the nearest first.", {
  cost_code: "One cost code.",
  cost_type: "Cost codes of one type.",
  vendor: "One vendor, by number.",
  project: "One project, by code.",
  default: "Whatever no other rule matches.",
});
const ArrivalName = enumOf(ARRIVES_AS, "ErpArrival", "How far a document is when it arrives in the ERP.", {
  draft: "A draft.",
  submitted: "Waiting for approval there.",
  authorised: "Approved.",
});

@ObjectType("MappingRule", {
  description: "How what is sent is booked: each value comes from the nearest rule that has one.",
})
export class MappingRuleType {
  @Field(() => FeatureName, { description: "Commitments, their change orders, or invoices." })
  feature!: Feature;

  @Field(() => MatchName, { description: "What of a line or a document decides whether the rule applies." })
  matchOn!: MatchOn;

  @Field({ description: "The code, cost type, vendor number or project code; empty for the default." })
  matchValue!: string;

  @Field(() => String, { nullable: true, description: "Code of the account of its lines." })
  account!: string | null;

  @Field(() => String, { nullable: true, description: "Code of the tax rate of its lines." })
  taxType!: string | null;

  @Field(() => ID, { nullable: true, description: "The ERP's other tracking category, beside the projects'." })
  trackingCategoryId!: string | null;

  @Field(() => ID, { nullable: true, description: "The option of that category." })
  trackingOptionId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Days from an invoice's billing date until it is due, where the ERP has no terms.",
  })
  paymentDays!: number | null;

  @Field(() => ArrivalName, { nullable: true, description: "Of documents; null: approved." })
  arrivesAs!: ArrivesAs | null;

  static of({ accountCode, ...rule }: MappingRule): MappingRuleType {
    return Object.assign(new MappingRuleType(), rule, { account: accountCode });
  }
}

@InputType({ description: "A rule, which takes the place of the one that matches the same." })
export class MappingRuleInput {
  @Field(() => FeatureName, { description: "COMMITMENT, COMMITMENT_CHANGE_ORDER or SUBCONTRACTOR_INVOICE." })
  feature!: Feature;

  @Field(() => MatchName, { description: "What of a line or a document decides whether the rule applies." })
  matchOn!: MatchOn;

  @Field({
    defaultValue: "",
    description: "The code, cost type, vendor number or project code; empty for the default.",
  })
  matchValue!: string;

  @Field(() => String, { nullable: true, description: "Code of an active account of the ERP's chart." })
  account?: string | null;

  @Field(() => String, { nullable: true, description: "Code of an active tax rate that the account allows." })
  taxType?: string | null;

  @Field(() => ID, { nullable: true, description: "Of the ERP's other tracking category; with its option." })
  trackingCategoryId?: string | null;

  @Field(() => ID, { nullable: true, description: "With its category." })
  trackingOptionId?: string | null;

  @Field(() => Int, { nullable: true, description: "0 to 365." })
  paymentDays?: number | null;

  @Field(() => ArrivalName, { nullable: true, description: "Left out: approved." })
  arrivesAs?: ArrivesAs | null;
}

@InputType()
export class SetMappingInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID, { nullable: true, description: "Id or name; the company's default if left out." })
  connection?: string | null;

  @MaxItems(MAX_RULES)
  @Field(() => [MappingRuleInput], { description: "One that says nothing takes away the rule that matches the same." })
  rules!: MappingRuleInput[];

  @Field({ defaultValue: false, description: "True: all other rules are taken away." })
  replace!: boolean;

  @Field(() => Int, { description: "The version of the connection that you saw." })
  expectedVersion!: number;
}

@ObjectType()
export class SetMappingPayload extends MutationPayload {
  @Field(() => ErpConnectionType, { nullable: true, description: "With its mapping as it is now." })
  connection: ErpConnectionType | null = null;

  @Field(() => Int, { nullable: true, description: "From which policy revision on it counts." })
  policyRevision: number | null = null;
}

/** The mapping of a connection, and what it is chosen from. */
@Resolver(() => ErpConnectionType)
export class MappingResolver {
  constructor(
    private readonly database: Database,
    private readonly service: MappingService,
  ) {}

  @FieldResolver(() => [MappingRuleType], { description: "How what is sent by it is booked." })
  async mapping(@Root() { id }: ErpConnectionType, @Ctx() context: GraphQLContext): Promise<MappingRuleType[]> {
    const loader = loaderFor(context, "mapping of connection", async (ids: readonly string[]) => {
      const order = { feature: "ASC", matchOn: "ASC", matchValue: "ASC" } as const;
      const rules = await this.database
        .read()
        .find(MappingRuleEntity, { where: { connectionId: In([...ids]) }, order });
      return ids.map((one) => rules.filter(({ connectionId }) => connectionId === one));
    });
    return (await loader.load(id)).map((rule) => MappingRuleType.of(rule));
  }

  @FieldResolver(() => ErpListsType, { description: "Accounts, tax rates, currencies and more, to choose from." })
  async lists(@Root() { id }: ErpConnectionType, @Ctx() context: GraphQLContext): Promise<ErpListsType> {
    const loader = loaderFor(context, "lists of connection", async (ids: readonly string[]) => {
      const known = await knownLists(this.database.read(), ids);
      return ids.map((one) => known.get(one) ?? NO_LISTS);
    });
    return ErpListsType.of(await loader.load(id));
  }

  @Mutation(() => SetMappingPayload, {
    description: "Sets how what is sent is booked: accounts, tax rates, tracking, when it is due, how far it arrives.",
  })
  setMapping(@Arg("input") input: SetMappingInput, @Ctx() context: GraphQLContext): Promise<SetMappingPayload> {
    const shown = (connection: ConnectionEntity) => ({ connection: ErpConnectionType.of(connection, context.locale) });
    const work = async () => {
      const { company, rules, ...more } = input;
      const settings = { ...more, rules: () => rules.map((rule, index) => ruleOf(rule, index, context.locale)) };
      const { connection, policyRevision } = await this.service.set(actorOf(context), company, settings);
      return { ...shown(connection), policyRevision };
    };
    return payload(SetMappingPayload, work, shown);
  }
}

const UNMAPPED = {
  en: "Its documents have no lines that are booked: map COMMITMENT, COMMITMENT_CHANGE_ORDER or SUBCONTRACTOR_INVOICE.",
  fr: "Ses documents n’ont pas de lignes à imputer : visez COMMITMENT, COMMITMENT_CHANGE_ORDER ou SUBCONTRACTOR_INVOICE.",
};

function ruleOf(given: MappingRuleInput, index: number, locale: Locale): MappingRule {
  const { feature } = given;
  if (!isMapped(feature))
    throw new BilingualRefusal("BAD_INPUT", UNMAPPED, ["input", "rules", String(index), "feature"], locale);
  const { matchOn, matchValue, account, taxType, trackingCategoryId, trackingOptionId, paymentDays, arrivesAs } = given;
  return {
    feature,
    matchOn,
    matchValue,
    accountCode: account ?? null,
    taxType: taxType ?? null,
    trackingCategoryId: trackingCategoryId ?? null,
    trackingOptionId: trackingOptionId ?? null,
    paymentDays: paymentDays ?? null,
    arrivesAs: arrivesAs ?? null,
  };
}
