import {
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  type IntValueNode,
} from "graphql";
import { Directive, Extensions } from "type-graphql";

/** How much one input may hold. What is left out is the type's own bound. */
export interface InputBound {
  /** Items of the list. */
  readonly maxItems?: number;
  /** UTF-16 units of the text, or of each text in the list. */
  readonly maxLength?: number;
}

/** Of lists that say nothing else. */
export const MAX_LIST_ITEMS = 100;

/**
 * Lengths of texts by their type, where an input says nothing else. What a service asks of a name or a reason is less, and
 * is told by it; these are the ends beyond which nobody looks at a text at all. A type that is not here needs its line.
 */
export const MAX_TEXT_LENGTHS: Readonly<Record<string, number>> = {
  ID: 320,
  String: 10_000,
  DateTime: 100,
  Date: 100,
  DateOrDateTime: 100,
  Decimal: 100,
  CurrencyCode: 100,
  CountryCode: 100,
};

/** Of what is searched for. Longer patterns are not taken by every database. */
export const MAX_SEARCH_LENGTH = 200;

/** Of a whole file that is given as a text. The body has a bound of its own, in bytes. */
export const MAX_LIST_TEXT_LENGTH = 4_000_000;

/** Projects that one grant is limited to. */
export const MAX_GRANT_PROJECTS = 500;

/** A list of an input object that holds more, or fewer, items than usual. */
export const MaxItems = (maxItems: number): PropertyDecorator => bounded({ maxItems });

/** A text of an input object that is longer, or shorter, than usual. */
export const MaxLength = (maxLength: number): PropertyDecorator => bounded({ maxLength });

/** The same for arguments of a query or mutation, by their names. */
export const ArgBounds = (argBounds: Readonly<Record<string, InputBound>>): MethodDecorator =>
  Extensions({ argBounds });

/** As a directive, since input types that extend another one inherit these, and no extensions. It is not in the SDL. */
function bounded(bound: InputBound): PropertyDecorator {
  const [[name, value]] = Object.entries(bound) as [[string, number]];
  return Directive(`@bound(${name}: ${value})`);
}

/** The bound declared beside an input object's field. */
export function boundOfInput({ astNode }: Pick<GraphQLInputField, "astNode">): InputBound {
  const given = (astNode?.directives ?? []).filter(({ name }) => name.value === "bound");
  const values = given.flatMap((directive) => directive.arguments ?? []);
  return Object.fromEntries(values.map(({ name, value }) => [name.value, Number((value as IntValueNode).value)]));
}

/** The bound declared for an argument. */
export function boundOfArgument({ extensions }: GraphQLField<unknown, unknown>, argument: string): InputBound {
  return (extensions["argBounds"] as Record<string, InputBound> | undefined)?.[argument] ?? {};
}

/** A field of an input object or an argument, by the name that documents use. */
export interface BoundedInput {
  readonly name: string;
  readonly input: GraphQLInputField | GraphQLArgument;
  readonly bound: InputBound;
}

/** Every input of the schema. */
export function inputsOf(schema: GraphQLSchema): BoundedInput[] {
  return Object.values(schema.getTypeMap()).flatMap((type): BoundedInput[] => {
    if (isInputObjectType(type))
      return Object.values(type.getFields()).map((input) => {
        return { name: `${type.name}.${input.name}`, input, bound: boundOfInput(input) };
      });
    if (isIntrospectionType(type) || !(isObjectType(type) || isInterfaceType(type))) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.map((input) => {
        return { name: `${type.name}.${field.name}(${input.name}:)`, input, bound: boundOfArgument(field, input.name) };
      }),
    );
  });
}

/** Writes the declared bounds into the descriptions, and the usual ones into the schema's. */
export function describeBounds(schema: GraphQLSchema): void {
  const texts = Object.entries(MAX_TEXT_LENGTHS).map(([type, length]) => `${type} ${grouped(length)} characters`);
  schema.description =
    `Every input has a bound; where its description names none, a list holds ${MAX_LIST_ITEMS} items at most, and a text ` +
    `of type ${texts.join(", of type ")}. What goes over one is refused with LIMIT_EXCEEDED before anything is done.`;
  for (const { input, bound } of inputsOf(schema)) describe(input, bound);
}

function describe(input: GraphQLInputField | GraphQLArgument, { maxItems, maxLength }: InputBound): void {
  const bounds: string[] = [];
  if (maxItems !== undefined) bounds.push(`At most ${grouped(maxItems)}.`);
  if (maxLength !== undefined) bounds.push(`At most ${grouped(maxLength)} characters.`);
  if (bounds.length > 0) input.description = [input.description, ...bounds].filter(Boolean).join(" ");
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** The type without what says whether it may be null, and the bound of its items. */
export function itemOf(type: GraphQLInputType): GraphQLInputType | null {
  const list = getNullableType(type);
  return isListType(list) ? list.ofType : null;
}
