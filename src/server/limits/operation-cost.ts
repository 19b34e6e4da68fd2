import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";

/** What a page holds where the query states no size. */
const UNSTATED_PAGE = 50;

/** What a list is taken to hold that has no pages: roughly the gates of a decision, the features of a company. */
const UNPAGED_LIST = 10;

type Fields = Readonly<Record<string, GraphQLField<unknown, unknown>>>;

/**
 * How many fields an operation may resolve at most: every field counts one, and its children once for each item of
 * the page asked for (`first`, `last`) or of the longest list among its arguments, variables included, and a number of times
 * for each list that has no pages.
 * The document must be valid. Introspection is not counted.
 */
export function operationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  return new CostCounter(schema, document, operation, variables).total();
}

class CostCounter {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  /** A fragment costs the same wherever it is spread, so it is counted once: no blow-up by nested spreads. */
  private readonly fragmentCosts = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  total(): number {
    const root = this.schema.getRootType(this.operation.operation);
    return this.ofSelections(this.operation.selectionSet, root?.getFields() ?? {});
  }

  /** @param ofPage whether these are the fields of a page, whose entries are counted already */
  private ofSelections(set: SelectionSetNode | undefined, fields: Fields, ofPage = false): number {
    let cost = 0;
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FIELD) cost += this.ofField(node, fields, ofPage);
      else if (node.kind === Kind.FRAGMENT_SPREAD) cost += this.ofFragment(node.name.value, ofPage);
      else
        cost += this.ofSelections(node.selectionSet, this.fieldsOf(node.typeCondition?.name.value) ?? fields, ofPage);
    }
    return cost;
  }

  private ofField(node: FieldNode, fields: Fields, ofPage: boolean): number {
    const field = fields[node.name.value];
    if (!field) return node.name.value === "__typename" ? 1 : 0;
    const page = this.pageOf(node, field);
    const isList = isListType(getNullableType(field.type));
    const items = page ?? this.givenTo(node, field) ?? (isList && !ofPage ? UNPAGED_LIST : 1);
    const inside = this.fieldsOf(getNamedType(field.type).name) ?? {};
    return 1 + items * this.ofSelections(node.selectionSet, inside, page !== null && !isList);
  }

  private ofFragment(name: string, ofPage: boolean): number {
    const key = `${name} ${ofPage}`;
    const known = this.fragmentCosts.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const fields = this.fieldsOf(fragment?.typeCondition.name.value) ?? {};
    const cost = this.ofSelections(fragment?.selectionSet, fields, ofPage);
    this.fragmentCosts.set(key, cost);
    return cost;
  }

  private fieldsOf(typeName: string | undefined): Fields | undefined {
    const type = typeName === undefined ? undefined : this.schema.getType(typeName);
    if (isObjectType(type)) return type.getFields();
    return isAbstractType(type) ? ("getFields" in type ? type.getFields() : {}) : undefined;
  }

  /** How large a page is asked for; null: the field has no pages. */
  private pageOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    const sizes = field.args.filter(({ name }) => name === "first" || name === "last");
    if (sizes.length === 0) return null;
    const asked = sizes.map((size) => this.argument(node, size)).filter((value) => typeof value === "number");
    return Math.max(0, ...asked) || UNSTATED_PAGE;
  }

  /** How long the longest list is that the field is given; null: it is given none. */
  private givenTo(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    const lists = field.args.filter(({ type }) => isListType(getNullableType(type)));
    const given = lists.map((list) => this.argument(node, list)).filter(Array.isArray);
    return given.length === 0 ? null : Math.max(1, ...given.map((list) => list.length));
  }

  private argument(node: FieldNode, { name, defaultValue }: GraphQLArgument): unknown {
    const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
    return given ? this.valueOf(given) : defaultValue;
  }

  /** The number or the list that an argument stands for, as far as it matters here. */
  private valueOf(node: ValueNode): unknown {
    if (node.kind === Kind.INT) return Number(node.value);
    if (node.kind === Kind.LIST) return node.values;
    if (node.kind !== Kind.VARIABLE) return undefined;
    const name = node.name.value;
    if (Object.hasOwn(this.variables, name)) return this.variables[name];
    const declared = this.operation.variableDefinitions?.find((definition) => definition.variable.name.value === name);
    return declared?.defaultValue ? this.valueOf(declared.defaultValue) : undefined;
  }
}
