import fc, { type GeneratorValue } from "fast-check";
import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
  isRequiredArgument,
} from "graphql";

/** An operation that is valid by its types, whatever it means. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How deep selections go, and how many fields each has at most. */
const MAX_DEPTH = 4;
const MAX_FIELDS = 4;

/** Texts that programs stumble over, among those that mean something to the demo. */
const TEXTS = [
  ...["demo", "other", "admin@demo.test", "read-only@demo.test", "PO-002", "2026-11-31", "2027-01-31", "Europe/Paris"],
  ...[
    "",
    " ",
    "'",
    '"; DROP TABLE member; --',
    "%_\\",
    "\u0000",
    "\u202e\u2028",
    "\ud800",
    "ﬃ",
    "K",
    "../../etc/passwd",
  ],
  ...["<script>", "${7*7}", "=1+1", "-0", "1e999", "[]", "{}", "null", "😀".repeat(200), "a".repeat(11_000)],
];
const NUMBERS = [0, 1, -1, 2, 50, 200, 201, 2_147_483_647, -2_147_483_648];

const texts = fc.oneof({ arbitrary: fc.constantFrom(...TEXTS), weight: 3 }, fc.string({ unit: "binary" }), fc.uuid());
const scalars: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Int: fc.oneof(fc.constantFrom(...NUMBERS), fc.nat(300)),
  Float: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(...NUMBERS)),
  Boolean: fc.boolean(),
};

/** Makes operations out of what a property draws. */
export class OperationMaker {
  private readonly variables: Record<string, unknown> = {};
  private readonly declared: string[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly draw: GeneratorValue,
    /** Ids that were seen in answers. */
    private readonly ids: readonly string[],
  ) {}

  make(kind: "query" | "mutation"): RandomOperation {
    const root = kind === "query" ? this.schema.getQueryType() : this.schema.getMutationType();
    const selected = this.selection(root as GraphQLObjectType, 0, kind === "mutation" ? 1 : MAX_FIELDS);
    const variables = this.declared.length > 0 ? `(${this.declared.join(", ")})` : "";
    return { query: `${kind}${variables} ${selected}`, variables: this.variables };
  }

  private selection(type: GraphQLObjectType, depth: number, most: number): string {
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < MAX_DEPTH || isLeafType(getNamedType(field.type)),
    );
    const chosen = new Set(["__typename"]);
    const count = this.draw(fc.integer, { min: 1, max: most });
    for (let index = 0; index < count && fields.length > 0; index += 1) {
      const field = fields[this.draw(fc.nat, fields.length - 1)] as GraphQLField<unknown, unknown>;
      chosen.add(`f${chosen.size}: ${field.name}${this.given(field)}${this.inside(field, depth)}`);
    }
    return `{ ${[...chosen].join(" ")} }`;
  }

  private inside(field: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(field.type);
    if (isLeafType(named)) return "";
    if (isObjectType(named)) return ` ${this.selection(named, depth + 1, MAX_FIELDS)}`;
    if (!isInterfaceType(named)) return " { __typename }";
    const types = this.schema.getPossibleTypes(named);
    const type = types[this.draw(fc.nat, types.length - 1)] as GraphQLObjectType;
    return ` { id ... on ${type.name} ${this.selection(type, depth + 1, MAX_FIELDS)} }`;
  }

  private given(field: GraphQLField<unknown, unknown>): string {
    const given: string[] = [];
    for (const argument of field.args) {
      if (!isRequiredArgument(argument) && this.draw(fc.boolean)) continue;
      const name = `v${this.declared.length}`;
      this.declared.push(`$${name}: ${String(argument.type)}`);
      this.variables[name] = this.value(argument.type);
      given.push(`${argument.name}: $${name}`);
    }
    return given.length > 0 ? `(${given.join(", ")})` : "";
  }

  private value(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.value(type.ofType);
    if (isListType(type)) {
      const length = this.draw(fc.nat, 3);
      return Array.from({ length }, () => this.value(type.ofType));
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isRequiredInputField(field) || this.draw(fc.boolean),
      );
      return Object.fromEntries(fields.map((field) => [field.name, this.value(field.type)]));
    }
    if (isEnumType(type)) return this.draw(() => fc.constantFrom(...type.getValues().map(({ name }) => name)));
    if (type.name === "ID" && this.ids.length > 0 && this.draw(fc.boolean))
      return this.draw(() => fc.constantFrom(...this.ids));
    return this.draw(() => scalars[type.name] ?? texts);
  }
}
