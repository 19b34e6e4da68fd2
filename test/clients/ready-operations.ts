import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  separateOperations,
  typeFromAST,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");

/** Documents that may spread each other's fragments: each ready operation's file alone, the console's all together. */
export function modules(): ReadonlyMap<string, string> {
  const found = new Map(readFolder("schema/operations").map(([file, text]) => [path.parse(file).name, text]));
  const console = [...readFolder("src/console/operations"), ...readFolder("src/console/operations/access")];
  return found.set("console", console.map(([, text]) => text).join("\n"));
}

function readFolder(folder: string): (readonly [string, string])[] {
  const files = readdirSync(path.join(ROOT, folder)).filter((name) => name.endsWith(".graphql"));
  return files.map((name) => [name, readFileSync(path.join(ROOT, folder, name), "utf8")] as const);
}

/** One operation with the fragments it spreads, as a front end carries it. */
export interface ReadyOperation {
  /** Of its module and itself. */
  readonly name: string;
  readonly module: string;
  readonly kind: "query" | "mutation" | "subscription";
  readonly definition: OperationDefinitionNode;
  readonly document: DocumentNode;
}

/** All of them but subscriptions, which are not answered once. */
export function readyOperations(): ReadyOperation[] {
  const all = [...modules()].flatMap(([module, text]) =>
    Object.entries(separateOperations(parse(text))).map(([name, document]): ReadyOperation => {
      const found = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      const definition = found as OperationDefinitionNode;
      return { name: `${module} ${name}`, module, kind: definition.operation, document, definition };
    }),
  );
  return all.filter(({ kind }) => kind !== "subscription");
}

/** What the operation's variables without a default are: as in `known` by the variable's name, or the least that its type takes. */
export function variablesOf(
  schema: GraphQLSchema,
  { definition }: ReadyOperation,
  known: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const wanted = (definition.variableDefinitions ?? []).filter(({ defaultValue }) => !defaultValue);
  const values = wanted.map(({ variable: { name }, type }) => {
    const of = typeFromAST(schema, type as never) as GraphQLInputType;
    return [name.value, known[name.value] ?? (isNonNullType(of) ? leastOf(of, known) : undefined)] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function leastOf(type: GraphQLInputType, known: Readonly<Record<string, unknown>>): unknown {
  const of = getNamedType(type);
  if (isListType(getNullableType(type))) return [leastOf(of, known)];
  if (isEnumType(of)) return of.getValues()[0]!.name;
  if (!isInputObjectType(of)) return { Int: 1, Boolean: true, DateOrDateTime: "2030-01-01" }[of.name] ?? "demo";
  const required = Object.values(of.getFields()).filter(
    (field) => field.name in known || (isNonNullType(field.type) && field.defaultValue === undefined),
  );
  return Object.fromEntries(required.map(({ name, type: wanted }) => [name, known[name] ?? leastOf(wanted, known)]));
}
