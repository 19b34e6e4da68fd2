import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { boundOfArgument, inputsOf } from "../../infra/graphql/input-bounds";
import { checkAt, type InputCheck, InputChecks } from "./input-check";

type Variables = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, GraphQLField<unknown, unknown>>>;

/** An argument of an operation whose value is to be looked at. */
interface GivenInput {
  readonly name: string;
  readonly value: ValueNode;
  readonly check: InputCheck;
}

/** Looks at all that an operation is given, in its text and in its variables, before the engine reads any of it. */
export class OperationInputs {
  private readonly checks = new InputChecks();
  /** An operation is the same at its next request; what of it is to be looked at is found once. */
  private readonly given = new WeakMap<OperationDefinitionNode, readonly GivenInput[]>();

  /** Throws an Error for an input of the schema that has no bound. */
  constructor(private readonly schema: GraphQLSchema) {
    for (const { input, bound } of inputsOf(schema)) this.checks.of(input.type, bound);
  }

  /** How many items the lists of its inputs hold. Throws `InputOverBound`. The document must be valid. */
  check(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
    let given = this.given.get(operation);
    if (!given) this.given.set(operation, (given = this.givenIn(document, operation)));
    let items = 0;
    for (const { name, value, check } of given) items += checkAt(check, valueOf(value, operation, variables), name);
    return items;
  }

  private givenIn(document: DocumentNode, operation: OperationDefinitionNode): GivenInput[] {
    const found: GivenInput[] = [];
    const root = this.schema.getRootType(operation.operation);
    this.collect(operation.selectionSet, root?.getFields() ?? {}, found);
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.collect(definition.selectionSet, this.fieldsOf(definition.typeCondition.name.value) ?? {}, found);
    return found;
  }

  private collect(set: SelectionSetNode | undefined, fields: Fields, into: GivenInput[]): void {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.INLINE_FRAGMENT)
        this.collect(node.selectionSet, this.fieldsOf(node.typeCondition?.name.value) ?? fields, into);
      else if (node.kind === Kind.FIELD) this.collectField(node, fields[node.name.value], into);
    }
  }

  private collectField(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined, into: GivenInput[]): void {
    if (!field) return;
    for (const { name, value } of node.arguments ?? []) {
      const check = this.checkOf(field, name.value);
      if (check) into.push({ name: name.value, value, check });
    }
    this.collect(node.selectionSet, this.fieldsOf(getNamedType(field.type).name) ?? {}, into);
  }

  private checkOf(field: GraphQLField<unknown, unknown>, argument: string): InputCheck | null {
    const declared = field.args.find(({ name }) => name === argument);
    return declared ? this.checks.of(declared.type, boundOfArgument(field, argument)) : null;
  }

  private fieldsOf(typeName: string | undefined): Fields | undefined {
    const type = typeName === undefined ? undefined : this.schema.getType(typeName);
    if (isObjectType(type)) return type.getFields();
    return isAbstractType(type) ? ("getFields" in type ? type.getFields() : {}) : undefined;
  }
}

/** What the node stands for; enum values and numbers as their texts, which no check looks at. */
function valueOf(node: ValueNode, operation: OperationDefinitionNode, variables: Variables): unknown {
  switch (node.kind) {
    case Kind.VARIABLE: {
      const { value: name } = node.name;
      if (Object.hasOwn(variables, name)) return variables[name];
      const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
      return declared?.defaultValue ? valueOf(declared.defaultValue, operation, {}) : undefined;
    }
    case Kind.LIST:
      return node.values.map((item) => valueOf(item, operation, variables));
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map(({ name, value }) => [name.value, valueOf(value, operation, variables)]),
      );
    case Kind.NULL:
      return null;
    default:
      return node.value;
  }
}
