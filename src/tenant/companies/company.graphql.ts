import { Field, Int, ObjectType } from "type-graphql";
import { enumOf, LocaleName } from "../graphql/enums";
import { MoneyType } from "../../infra/graphql/money";
import { Node } from "../../infra/graphql/node";
import type { Locale } from "../../kernel/locale";
import type { CompanyEntity } from "./company.entity";
import { CONTRACT_MISFITS, misfitsIn, type ContractMisfit } from "./contract-misfits";
import { zoneOf } from "./time-zone";
import { CountryCode, CurrencyCode, DateTime } from "../../infra/graphql/scalars";

export const ContractMisfitName = enumOf(
  CONTRACT_MISFITS,
  "ContractMisfit",
  "How an invoice or a change order may not fit its contract.",
  {
    OVER_ORDER_LINE: "It bills more of a cost code than its order has left of it.",
    VENDOR_DIFFERS: "It is of another vendor than its order.",
    ZERO_INVOICE: "It bills nothing.",
    NUMBER_USED_BEFORE: "Another invoice of the vendor has the same number, however it is spelled.",
  },
);

@ObjectType("Company", { implements: Node, description: "A company that uses Ledgergate." })
export class CompanyType extends Node {
  @Field({ description: "Its name in addresses and questions, lower case." })
  slug!: string;

  @Field()
  name!: string;

  @Field(() => CountryCode, { description: "ISO 3166-1 alpha-2 code." })
  country!: string;

  @Field(() => LocaleName, { description: "Language of what Ledgergate sends to its people." })
  locale!: Locale;

  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Field({ description: "IANA name of the zone that its days are counted in." })
  timezone!: string;

  @Field(() => Int, { description: "Raised with every change that a decision can depend on." })
  policyRevision!: number;

  @Field(() => MoneyType, {
    nullable: true,
    description: "Above this amount two people must agree; null: no such rule.",
  })
  twoPersonAbove!: MoneyType | null;

  @Field(() => Int, {
    description: "When the daily digest is written on working days, 0 to 23, on each reader's own clocks.",
  })
  digestHour!: number;

  @Field({
    description: "Whether an invoice that bills more than its order has left is refused; else it is told only.",
  })
  refusesOverOrder!: boolean;

  @Field(() => [ContractMisfitName], {
    description: "What does not fit a contract and is refused; else it is told only.",
  })
  refusedMisfits!: ContractMisfit[];

  @Field(() => Int, { description: "Send it back as `expectedVersion` when you change the company." })
  version!: number;

  @Field(() => DateTime)
  createdAt!: string;

  /** Not a field: for the resolvers of what hangs on a company. */
  entity!: CompanyEntity;

  static of(entity: CompanyEntity): CompanyType {
    const { id, slug, name, country, locale, currency, policyRevision, digestHour, version, createdAt } = entity;
    const { refusesOverOrder } = entity;
    const refusedMisfits = misfitsIn(entity.refusedMisfits);
    const settings = { currency, policyRevision, digestHour, refusesOverOrder, refusedMisfits };
    const scalars = { id, slug, name, country, locale, version, createdAt, ...settings };
    return Object.assign(
      new CompanyType(),
      scalars,
      { timezone: zoneOf(entity) },
      { twoPersonAbove: twoPersonAboveOf(entity), entity },
    );
  }
}

function twoPersonAboveOf({ twoPersonAboveMinor: minor, twoPersonAboveCurrency: currency }: CompanyEntity) {
  return minor === null || currency === null ? null : MoneyType.of({ minor, currency });
}
