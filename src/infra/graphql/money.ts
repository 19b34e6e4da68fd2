import { Field, Float, InputType, ObjectType } from "type-graphql";
import { BilingualRefusal } from "../../kernel/errors";
import { amountExample, decimalText, isCurrency, parseMoney, type Money } from "../../kernel/money";
import { CurrencyCode, Decimal } from "./scalars";

/** Characters of what was given that a refusal repeats. */
const MAX_SAID = 100;

@InputType({ description: "An amount of money as a decimal text, exact." })
export class MoneyInput {
  @Field(() => Decimal, { description: 'Plain decimal number: "1250.50". No thousands separators.' })
  value!: string;

  @Field(() => CurrencyCode, { description: "ISO 4217 code: USD, EUR, AUD, ..." })
  currency!: string;
}

@ObjectType("Money", { description: "An amount of money." })
export class MoneyType {
  @Field(() => Decimal, { description: "Plain decimal number." })
  value!: string;

  @Field(() => CurrencyCode)
  currency!: string;

  @Field(() => Float, { description: "The amount in minor units (cents); always a whole number." })
  minor!: number;

  static of(money: Money): MoneyType {
    return Object.assign(new MoneyType(), { ...money, value: decimalText(money) });
  }
}

/** Reads the input; throws Refusal BAD_INPUT at the field where it is no amount of that currency, or there is no such one. */
export function moneyFrom(input: MoneyInput, field: readonly string[]): Money {
  const { value, currency } = input;
  if (!isCurrency(currency)) throw noCurrency(currency, [...field, "currency"]);
  const money = parseMoney(value, currency);
  if (money) return money;
  const example = amountExample(currency);
  const said = value.slice(0, MAX_SAID);
  const texts = {
    en: `"${said}" is no amount of ${currency}; write it like ${example}.`,
    fr: `« ${said} » n’est pas un montant en ${currency} ; écrivez par exemple ${example}.`,
  };
  throw new BilingualRefusal("BAD_INPUT", texts, field);
}

/** The refusal of a currency that ISO 4217 does not have. */
export function noCurrency(code: string, field: readonly string[]): BilingualRefusal {
  const said = code.slice(0, MAX_SAID);
  const texts = {
    en: `"${said}" is no currency; write its ISO 4217 code in capitals, like USD or NZD.`,
    fr: `« ${said} » n’est pas une devise ; écrivez son code ISO 4217 en majuscules, EUR ou CAD par exemple.`,
  };
  return new BilingualRefusal("BAD_INPUT", texts, field);
}
