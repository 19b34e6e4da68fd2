import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalDate, DateTime } from "../../infra/graphql/scalars";
import { enumOf } from "../../tenant/graphql/enums";
import { ACCOUNT_CLASSES, type AccountClass } from "../connector/ledger-lists";
import { TERM_KINDS, type TermKind } from "../connector/payment-terms";
import type { KnownLists } from "./known-lists";

const AccountClassName = enumOf(ACCOUNT_CLASSES, "ErpAccountClass", "What an account of the ERP is for.", {
  ASSET: "What the organisation owns.",
  EQUITY: "What its owners put in.",
  EXPENSE: "What it spends, direct costs among it.",
  LIABILITY: "What it owes.",
  REVENUE: "What it earns.",
});

@ObjectType("ErpAccount", { description: "An account of the organisation's chart." })
export class ErpAccountType {
  @Field({ description: "What a mapping names it by: its code in the ERP." })
  account!: string;

  @Field({ description: "What it is called there." })
  name!: string;

  @Field(() => AccountClassName, { nullable: true, description: "Null: the ERP does not say." })
  accountClass!: AccountClass | null;

  @Field(() => String, { nullable: true, description: "The tax rate of a line on it that names none." })
  taxType!: string | null;

  @Field({ description: "False: archived; nothing can be booked to it." })
  active!: boolean;
}

@ObjectType("ErpTaxRate", { description: "A tax rate of the organisation." })
export class ErpTaxRateType {
  @Field({ description: "What a mapping names it by: its code in the ERP, not its name." })
  taxType!: string;

  @Field({ description: "What it is called there." })
  name!: string;

  @Field({ description: "Per cent, as a decimal text." })
  rate!: string;

  @Field(() => [AccountClassName], { description: "Accounts that it is allowed on." })
  accountClasses!: readonly AccountClass[];

  @Field({ description: "False: deleted or archived there." })
  active!: boolean;
}

@ObjectType("ErpCurrency", { description: "A currency that the organisation has subscribed to." })
export class ErpCurrencyType {
  @Field({ description: "ISO 4217." })
  currency!: string;

  @Field({ description: "What it is called there." })
  name!: string;
}

@ObjectType("ErpTrackingOption", { description: "An option of a tracking category." })
export class ErpTrackingOptionType {
  @Field(() => ID, { description: "The ERP's own id of it." })
  optionId!: string;

  @Field({ description: "What it is called there." })
  name!: string;

  @Field({ description: "False: archived there." })
  active!: boolean;
}

@ObjectType("ErpTrackingCategory", { description: "A tracking category of the organisation, with its options." })
export class ErpTrackingCategoryType {
  @Field(() => ID, { description: "The ERP's own id of it." })
  categoryId!: string;

  @Field({ description: "What it is called there." })
  name!: string;

  @Field({ description: "False: archived there." })
  active!: boolean;

  @Field(() => [ErpTrackingOptionType], { description: "In the ERP's order." })
  options!: ErpTrackingOptionType[];
}

const TermKindName = enumOf(TERM_KINDS, "PaymentTermKind", "What the days of payment terms count from.", {
  days_after_bill_date: "So many days after the bill's date.",
  days_after_bill_month: "So many days after the end of the bill's month.",
  of_current_month: "That day of the bill's month.",
  of_following_month: "That day of the month after.",
});

@ObjectType("PaymentTerms", { description: "When bills are due." })
export class PaymentTermsType {
  @Field(() => TermKindName, { description: "What the day counts from." })
  kind!: TermKind;

  @Field(() => Int, { description: "So many days, or the day of the month; a shorter month ends with its last day." })
  day!: number;
}

@ObjectType("ErpLists", { description: "What the organisation's books are kept by, as it was read from the ERP last." })
export class ErpListsType {
  @Field(() => DateTime, { nullable: true, description: "The oldest reading among them; null: never read whole." })
  readAt!: string | null;

  @Field(() => [ErpAccountType], { nullable: true, description: "The chart of accounts; null: never read." })
  accounts!: ErpAccountType[] | null;

  @Field(() => [ErpTaxRateType], { nullable: true, description: "Null: never read." })
  taxRates!: ErpTaxRateType[] | null;

  @Field(() => [ErpCurrencyType], { nullable: true, description: "Null: never read." })
  currencies!: ErpCurrencyType[] | null;

  @Field(() => [ErpTrackingCategoryType], { nullable: true, description: "Null: never read." })
  trackingCategories!: ErpTrackingCategoryType[] | null;

  @Field(() => String, { nullable: true, description: "ISO 4217 code that the books are kept in; null: never read." })
  baseCurrency!: string | null;

  @Field(() => LocalDate, { nullable: true, description: "Last day of the locked period; null: none is known to be." })
  lockedUpTo!: string | null;

  @Field(() => PaymentTermsType, {
    nullable: true,
    description: "When bills are due of contacts that have no terms of their own; null: the organisation has none.",
  })
  billTerms!: PaymentTermsType | null;

  static of(lists: KnownLists): ErpListsType {
    const { account, tax_rate, currency, tracking_category, organisation, readAt } = lists;
    return Object.assign(new ErpListsType(), {
      readAt,
      accounts: account?.map(({ code, ...more }) => ({ account: code, ...more })) ?? null,
      taxRates:
        tax_rate?.map(({ code, classes, ...more }) => ({ taxType: code, accountClasses: classes, ...more })) ?? null,
      currencies: currency?.map(({ code, name }) => ({ currency: code, name })) ?? null,
      trackingCategories:
        tracking_category?.map(({ id, options, ...more }) => ({
          categoryId: id,
          options: options.map((one) => ({ optionId: one.id, name: one.name, active: one.active })),
          ...more,
        })) ?? null,
      baseCurrency: organisation?.[0]?.baseCurrency ?? null,
      billTerms: organisation?.[0]?.billTerms ?? null,
      lockedUpTo: organisation?.[0]?.lockedUpTo ?? null,
    });
  }
}
