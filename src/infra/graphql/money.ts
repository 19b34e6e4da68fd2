import { Field, Float, InputType, ObjectType } from "type-graphql";
import { Refusal } from "../../kernel/errors";
import { decimalText, parseMoney, type Money } from "../../kernel/money";

@InputType({ description: "An amount of money as a decimal text, exact." })
export class MoneyInput {
  @Field({ description: 'Plain decimal number: "1250.50". No thousands separators.' })
  value!: string;

  @Field({ description: "ISO 4217 code: USD, EUR, AUD, ..." })
  currency!: string;
}

@ObjectType("Money", { description: "An amount of money." })
export class MoneyType {
  @Field({ description: "Plain decimal number." })
  value!: string;

  @Field()
  currency!: string;

  @Field(() => Float, { description: "The amount in minor units (cents); always a whole number." })
  minor!: number;

  static of(money: Money): MoneyType {
    return Object.assign(new MoneyType(), { ...money, value: decimalText(money) });
  }
}

/** Reads the input; throws Refusal BAD_INPUT at the field where it is no amount of that currency. */
export function moneyFrom(input: MoneyInput, field: readonly string[]): Money {
  const money = parseMoney(input.value, input.currency);
  if (money) return money;
  throw new Refusal(
    "BAD_INPUT",
    `"${input.value}" is no amount of ${input.currency}; write it like 1250.50 and USD.`,
    field,
  );
}
