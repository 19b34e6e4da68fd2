import { Field, Int, ObjectType } from "type-graphql";
import { LocaleName } from "../graphql/enums";
import { MoneyType } from "../../infra/graphql/money";
import { Node } from "../../infra/graphql/node";
import type { Locale } from "../../kernel/locale";
import type { CompanyEntity } from "./company.entity";
import { choicesIn } from "./contract-control";
import { MisfitChoiceType } from "./contract-control.graphql";
import { zoneOf } from "./time-zone";
import { CountryCode, CurrencyCode, DateTime } from "../../infra/graphql/scalars";

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

  @Field(() => [MisfitChoiceType], {
    description: "What it does about each way in which a record may not fit its contract.",
  })
  contractControl!: MisfitChoiceType[];

  @Field(() => Int, { description: "Send it back as `expectedVersion` when you change the company." })
  version!: number;

  @Field(() => DateTime)
  createdAt!: string;

  /** Not a field: for the resolvers of what hangs on a company. */
  entity!: CompanyEntity;

  static of(entity: CompanyEntity): CompanyType {
    const { id, slug, name, country, locale, currency, policyRevision, digestHour, version, createdAt } = entity;
    const contractControl = choicesIn(entity.contractControl);
    const settings = { currency, policyRevision, digestHour, contractControl };
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
