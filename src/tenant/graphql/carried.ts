import {
  defaultFieldResolver,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { GraphQLContext } from "../../infra/graphql/context";

/** Finds a company by slug or id, as far as the caller may know of it. */
export type CompanyFinder = (context: GraphQLContext, reference: string) => Promise<object | null>;

/** What an entry of the usual list is placed by: the properties of its node in the order of the list's cursor. */
type Place = readonly string[];

/** Of lists that are sorted as people sort: the name without case and accents, then the name itself. */
const FOLDED_NAME = ["name", "name", "id"] as const;

/** Nouns whose mutations answer with an entry of their list. */
const LISTED: Readonly<Record<string, { readonly list: string; readonly place: Place }>> = {
  Member: { list: "Company.members", place: FOLDED_NAME },
  Project: { list: "Company.projects", place: ["code", "id"] },
  Grant: { list: "Company.grants", place: ["givenAt", "id"] },
  ErpLedger: { list: "Company.connections", place: FOLDED_NAME },
  FollowUp: { list: "Company.followUps", place: ["dueOn", "id"] },
  Question: { list: "Company.questions", place: ["createdAt", "id"] },
  Call: { list: "Company.calls", place: ["createdAt", "id"] },
  AccessReview: { list: "Company.accessReviews", place: ["openedAt", "id"] },
  Reconciliation: { list: "ErpIntegration.reconciliations", place: ["madeAt", "id"] },
  ErpRecord: { list: "ErpIntegration.records", place: ["updatedAt", "id"] },
  Company: { list: "companies", place: FOLDED_NAME },
};

/** The company that the mutation's input named, kept beside the payload. */
const references = new WeakMap<object, string>();

/**
 * Lets every payload carry what else has changed: the company, with its counts and revision, and for nouns that stand in
 * lists the entry (Relay's edge), so that a client puts it into its list without asking again.
 */
export function carryChanges(schema: GraphQLSchema, find: CompanyFinder): void {
  const company = schema.getType("Company");
  if (!isObjectType(company)) throw new Error("The schema has no Company.");
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.name.endsWith("Payload")) continue;
    carryEdges(schema, type);
    carryCompany(type, company, find);
  }
  const mutations: readonly GraphQLField<unknown, GraphQLContext>[] = Object.values(
    schema.getMutationType()?.getFields() ?? {},
  );
  for (const field of mutations) keepReference(field);
}

function keepReference(field: GraphQLField<unknown, GraphQLContext>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (root, args: { input?: { company?: unknown } }, context, info) => {
    const payload: unknown = await resolve(root, args, context, info);
    const reference = args.input?.company;
    if (typeof payload === "object" && payload !== null && typeof reference === "string")
      references.set(payload, reference);
    return payload;
  };
}

function carryCompany(type: GraphQLObjectType, company: GraphQLObjectType, find: CompanyFinder): void {
  if ("company" in type.getFields()) return;
  add(type, {
    name: "company",
    type: company,
    description:
      "The company as it is now, with its counts and its policy revision. Null: none was named, or not for you.",
    resolve: (payload: object, _, context: GraphQLContext) => {
      const reference = references.get(payload);
      return reference === undefined ? null : find(context, reference);
    },
  });
}

function carryEdges(schema: GraphQLSchema, type: GraphQLObjectType): void {
  for (const { name, type: of } of Object.values(type.getFields())) {
    const listed = isObjectType(of) ? LISTED[of.name] : undefined;
    const edge = isObjectType(of) && schema.getType(`${of.name}Edge`);
    if (!listed || !isObjectType(edge)) continue;
    add(type, {
      name: `${name}Edge`,
      type: edge,
      description: `The same as an entry of \`${listed.list}\` in its usual order.`,
      resolve: (payload: Readonly<Record<string, unknown>>) => {
        const node = payload[name] as Readonly<Record<string, unknown>> | null | undefined;
        return node ? { node, cursor: cursorAt(listed.place.map((property) => node[property])) } : null;
      },
    });
  }
}

function cursorAt(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

interface NewField {
  readonly name: string;
  readonly type: GraphQLObjectType;
  readonly description: string;
  readonly resolve: GraphQLFieldResolver<never, GraphQLContext>;
}

function add(type: GraphQLObjectType, field: NewField): void {
  const rest = { args: [], subscribe: undefined, deprecationReason: undefined, extensions: {}, astNode: undefined };
  type.getFields()[field.name] = { ...rest, ...field } as unknown as GraphQLField<unknown, GraphQLContext>;
}
