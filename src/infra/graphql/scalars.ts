import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

/*
 * Texts with a form. What comes in is taken as a text of any form and read by the service that asks for it, which tells a bad
 * one at its field, with all others that are bad (`userErrors`), instead of refusing the whole request.
 */

interface Form {
  readonly name: string;
  readonly description: string;
  readonly specifiedByURL?: string;
}

function textOf(form: Form): GraphQLScalarType<string, string> {
  const text = (value: unknown): string => {
    if (typeof value === "string") return value;
    throw new GraphQLError(`${form.name} is written as a text, in quotes.`, { extensions: { code: "BAD_USER_INPUT" } });
  };
  return new GraphQLScalarType<string, string>({
    ...form,
    serialize: text,
    parseValue: text,
    parseLiteral: (node) => text(node.kind === Kind.STRING ? node.value : null),
  });
}

export const DateTime = textOf({
  name: "DateTime",
  description: "An instant, ISO 8601 with its zone: `2026-11-24T09:00:00.000Z`. Answers are in UTC.",
  specifiedByURL: "https://scalars.graphql.org/andimarek/date-time.html",
});

export const LocalDate = textOf({
  name: "Date",
  description: "A day, ISO 8601: `2026-11-24`. It counts in the company's zone, unless something else is said.",
  specifiedByURL: "https://scalars.graphql.org/andimarek/local-date.html",
});

export const DateOrDateTime = textOf({
  name: "DateOrDateTime",
  description: "A day, which counts whole, or an instant: `2026-11-24`, or `2026-11-24T09:00:00Z`.",
});

export const Decimal = textOf({
  name: "Decimal",
  description: 'A decimal number as a text, exact: `"1250.50"`. No thousands separators, no exponent.',
});

export const CurrencyCode = textOf({
  name: "CurrencyCode",
  description: "A currency by its ISO 4217 code: `USD`.",
  specifiedByURL: "https://www.iso.org/iso-4217-currency-codes.html",
});

export const CountryCode = textOf({
  name: "CountryCode",
  description: "A country by its ISO 3166-1 alpha-2 code: `US`.",
  specifiedByURL: "https://www.iso.org/iso-3166-country-codes.html",
});
