import {
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from "graphql";
import { createSchema } from "../../src/app";
import { TestServer } from "../support/server";

/** Root fields that a stranger may ask, each with the reason. A field that refuses them after all must leave the list. */
const OPEN_TO_STRANGERS: Readonly<Record<string, string>> = {
  features: "the catalogue is the same for everybody and holds no company's data",
  viewer: "tells a person about himself only",
  companies: "lists the asker's own companies only",
  setMailPreferences: "sets how the asker himself is written to, and nothing else",
};
/** Root fields that answer without credentials. */
const OPEN_TO_NOBODY: Readonly<Record<string, string>> = {};

const schema = createSchema(null);
const FIELDS = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ["query", field.name, field] as const),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
    (field) => ["mutation", field.name, field] as const,
  ),
];

const TEXTS: Readonly<Record<string, string>> = {
  company: "demo",
  companies: "demo",
  slug: "demo",
  email: "x@demo.test",
  scopes: "decisions:read",
};

/** What is said though it need not be: the company, and one of the forms in which a list may come. */
const NAMED: readonly string[] = ["company", "csv", "text"];

/** A value of the input type: the demo company where a company is asked for, anything well-formed elsewhere. */
function literal(type: GraphQLInputType, name: string): string {
  const bare = getNullableType(type);
  if (isListType(bare)) return `[${literal(bare.ofType, name)}]`;
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).filter(
      (field) => isRequiredInputField(field) || NAMED.includes(field.name),
    );
    return `{ ${fields.map((field) => `${field.name}: ${literal(field.type, field.name)}`).join(", ")} }`;
  }
  const scalar = getNamedType(bare).name;
  if (scalar === "Int" || scalar === "Float") return "1";
  if (scalar === "Boolean") return "true";
  return JSON.stringify(TEXTS[name] ?? "x");
}

function call(kind: string, field: GraphQLField<unknown, unknown>): string {
  const args = field.args.filter((arg) => isRequiredArgument(arg) || ["company", "slug"].includes(arg.name));
  const list = args.map((arg) => `${arg.name}: ${literal(arg.type, arg.name)}`).join(", ");
  return `${kind} { ${field.name}${list ? `(${list})` : ""} ${selection(field.type)} }`;
}

/** Refusals where the type has them, else whatever can be read of it. */
function selection(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isLeafType(named) || !("getFields" in named)) return "";
  const fields = named.getFields();
  if ("userErrors" in fields) return "{ userErrors { code } }";
  if ("allowed" in fields) return "{ allowed policyRevision }";
  return "{ __typename }";
}

interface Outcome {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const REFUSALS = ["NOT_FOUND", "NOT_A_MEMBER", "FORBIDDEN"];

/** Whether the answer tells a stranger nothing of the company. */
function refuses({ data, errors }: Outcome, name: string): boolean {
  if (errors) return errors.every(({ extensions }) => REFUSALS.includes(extensions.code));
  const answers = [data?.[name]].flat();
  return answers.every((answer) => {
    if (answer === null || answer === undefined) return true;
    const { userErrors, allowed, policyRevision } = answer as Record<string, unknown>;
    if (allowed !== undefined) return allowed === false && policyRevision === null;
    return (
      Array.isArray(userErrors) &&
      userErrors.length > 0 &&
      userErrors.every(({ code }) => REFUSALS.includes(code as string))
    );
  });
}

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()), 60_000);
afterAll(() => server.stop());

test("there are root fields to look at", () => expect(FIELDS.length).toBeGreaterThan(15));

test.each(FIELDS.map((field) => [...field] as const))(
  "a stranger's %s %s tells and changes nothing",
  async (kind, name, field) => {
    const outcome = (await server.ask("admin@other.test", call(kind, field))) as unknown as Outcome;
    expect({ name, outcome, refused: refuses(outcome, name) }).toMatchObject({ refused: !(name in OPEN_TO_STRANGERS) });
  },
);

test.each(FIELDS.map((field) => [...field] as const))(
  "without credentials %s %s is refused",
  async (kind, name, field) => {
    const { errors } = (await server.ask(null, call(kind, field))) as unknown as Outcome;
    const refused = errors?.every(({ extensions }) => extensions.code === "UNAUTHENTICATED") ?? false;
    expect({ name, refused }).toEqual({ name, refused: !(name in OPEN_TO_NOBODY) });
  },
);

test("every exemption names a field that exists", () => {
  const names = FIELDS.map(([, name]) => name);
  expect(
    [...Object.keys(OPEN_TO_STRANGERS), ...Object.keys(OPEN_TO_NOBODY)].filter((name) => !names.includes(name)),
  ).toEqual([]);
});
