import { MAX_SEARCH_LENGTH, MaxLength } from "../../infra/graphql/input-bounds";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LocaleName, PhaseName } from "../graphql/enums";
import { MoneyInput } from "../../infra/graphql/money";
import { MutationPayload } from "../graphql/payload";
import type { Locale } from "../../kernel/locale";
import type { Phase } from "../../policy/model/vocabulary";
import { CompanyType } from "./company.graphql";
import { MisfitChoiceInput } from "./contract-control.graphql";
import { CountryCode, CurrencyCode } from "../../infra/graphql/scalars";

@InputType({ description: "Which companies to list; what is left out does not restrict." })
export class CompanyFilterInput {
  @MaxLength(MAX_SEARCH_LENGTH)
  @Field(() => String, { nullable: true, description: "Occurs in the name or the slug." })
  search?: string | null;

  @Field(() => PhaseName, { nullable: true, description: "Phase of the implementation." })
  phase?: Phase | null;
}

@InputType({ description: "The company's first member, with every right over people and rights." })
export class AdministratorInput {
  @Field()
  email!: string;

  @Field()
  name!: string;
}

@InputType()
export class RegisterCompanyInput {
  @Field({ description: "3 to 40 of a-z, 0-9 and hyphens; unique, for good." })
  slug!: string;

  @Field()
  name!: string;

  @Field(() => CountryCode, { description: "ISO 3166-1 alpha-2 code, such as US." })
  country!: string;

  @Field(() => LocaleName, { nullable: true, description: "EN if left out." })
  locale?: Locale | null;

  @Field(() => CurrencyCode, { description: "ISO 4217 code, such as USD." })
  currency!: string;

  @Field(() => String, { nullable: true, description: "IANA name; left out: the usual one of the country." })
  timezone?: string | null;

  @Field(() => AdministratorInput)
  administrator!: AdministratorInput;
}

@InputType()
export class UpdateCompanyInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => LocaleName, { nullable: true })
  locale?: Locale | null;

  @Field(() => String, { nullable: true, description: "IANA name, such as Europe/Paris." })
  timezone?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: "In the company's currency; null ends the rule." })
  twoPersonAbove?: MoneyInput | null;

  @Field(() => Int, {
    nullable: true,
    description: "When the daily digest is written, 0 to 23, on each reader's own clocks.",
  })
  digestHour?: number | null;

  @Field(() => [MisfitChoiceInput], {
    nullable: true,
    description: "What to do about records that do not fit their contract; a misfit that is not named stays as it is.",
  })
  contractControl?: MisfitChoiceInput[] | null;

  @Field(() => Int, { description: "The version you saw; a later one is not overwritten." })
  expectedVersion!: number;
}

@ObjectType()
export class CompanyPayload extends MutationPayload {
  @Field(() => CompanyType, { nullable: true })
  company: CompanyType | null = null;
}
