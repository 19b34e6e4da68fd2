import {
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** Objects on the way down that are not gone into twice, and how deep a selection goes. */
interface Bounds {
  readonly depth: number;
  readonly path?: readonly string[];
}

/** Lists are asked for a few entries, so that everything fits into one question. */
const FEW = "first: 3";

/**
 * A selection of all that can be asked for without saying anything, each field once on each way down; of lists a few entries.
 * With the type's name and id, where it has one.
 */
export function everythingOf(type: GraphQLObjectType, { depth, path = [] }: Bounds): string {
  if (depth === 0 || path.includes(type.name)) return type.getFields()["id"] ? "__typename id" : "__typename";
  const below = { depth: depth - 1, path: [...path, type.name] };
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(({ type: of, defaultValue }) => isNonNullType(of) && defaultValue === undefined)) return [];
    const of = getNamedType(field.type);
    const args = field.args.some(({ name }) => name === "first") ? `(${FEW})` : "";
    if (isLeafType(of)) return [`${field.name}${args}`];
    return isObjectType(of) ? [`${field.name}${args} { ${everythingOf(of, below)} }`] : [];
  });
  return `__typename ${fields.join(" ")}`;
}

/** Everything of a company, by its slug. */
export function everythingOfACompany(schema: GraphQLSchema, depth = 6): string {
  const company = schema.getType("Company");
  if (!isObjectType(company)) throw new Error("There is no Company");
  return `query Everything($slug: ID!) { company(id: $slug) { ${everythingOf(company, { depth })} } }`;
}

/** Each object with an id in an answer: its id and type. */
export function identified(answer: unknown): (readonly [id: string, type: string])[] {
  if (Array.isArray(answer)) return answer.flatMap(identified);
  if (typeof answer !== "object" || answer === null) return [];
  const { id, __typename: type } = answer as { id?: unknown; __typename?: unknown };
  const own = typeof id === "string" && typeof type === "string" ? [[id, type] as const] : [];
  return [...own, ...Object.values(answer).flatMap(identified)];
}
