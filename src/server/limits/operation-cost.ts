import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";

/** What a page holds where the query states no size. */
const UNSTATED_PAGE = 50;

type Fields = Readonly<Record<string, GraphQLField<unknown, unknown>>>;

/**
 * How many fields an operation may resolve at most: every field counts one, and its children once for each item of
 * the page asked for (`first`, `last`) or of the longest list among its arguments, variables included.
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

  private ofSelections(set: SelectionSetNode | undefined, fields: Fields): number {
    let cost = 0;
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FIELD) cost += this.ofField(node, fields);
      else if (node.kind === Kind.FRAGMENT_SPREAD) cost += this.ofFragment(node.name.value);
      else cost += this.ofSelections(node.selectionSet, this.fieldsOf(node.typeCondition?.name.value) ?? fields);
    }
    return cost;
  }

  private ofField(node: FieldNode, fields: Fields): number {
    const field = fields[node.name.value];
    if (!field) return node.name.value === "__typename" ? 1 : 0;
    const children = this.ofSelections(node.selectionSet, this.fieldsOf(getNamedType(field.type).name) ?? {});
    return 1 + this.itemsOf(node, field) * children;
  }

  private ofFragment(name: string): number {
    const known = this.fragmentCosts.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const fields = this.fieldsOf(fragment?.typeCondition.name.value) ?? {};
    const cost = this.ofSelections(fragment?.selectionSet, fields);
    this.fragmentCosts.set(name, cost);
    return cost;
  }

  private fieldsOf(typeName: string | undefined): Fields | undefined {
    const type = typeName === undefined ? undefined : this.schema.getType(typeName);
    if (isObjectType(type)) return type.getFields();
    return isAbstractType(type) ? ("getFields" in type ? type.getFields() : {}) : undefined;
  }

  private itemsOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    let items = 1;
    let page: number | undefined;
    for (const { name, type, defaultValue } of field.args) {
      const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
      const value = given ? this.valueOf(given) : defaultValue;
      if (name === "first" || name === "last") {
        page ??= 0;
        if (typeof value === "number") page = Math.max(page, value);
      } else if (Array.isArray(value) && isListType(isNonNullType(type) ? type.ofType : type)) {
        items = Math.max(items, value.length);
      }
    }
    return page === undefined ? items : Math.max(items, page === 0 ? UNSTATED_PAGE : page);
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
