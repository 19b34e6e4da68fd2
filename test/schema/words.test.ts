import { readFileSync } from "node:fs";
import path from "node:path";
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from "graphql";

/* Everything in the schema says in words what it is, and codes are closed lists. */

const schema = buildSchema(readFileSync(path.join(__dirname, "../../schema/schema.graphql"), "utf8"));
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type),
);

const HINT = "Say it in its decorator, or in src/server/graphql/words";

type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;

function fieldsOf(type: GraphQLNamedType): readonly AnyField[] {
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  const fields: Readonly<Record<string, AnyField>> = type.getFields();
  return Object.values(fields);
}

test("every type, value, field and argument has words", () => {
  const silent: string[] = [];
  for (const type of types) {
    if (!type.description) silent.push(type.name);
    if (isEnumType(type))
      silent.push(
        ...type.getValues().flatMap(({ name, description }) => (description ? [] : [`${type.name}.${name}`])),
      );
    for (const field of fieldsOf(type)) {
      if (!field.description) silent.push(`${type.name}.${field.name}`);
      for (const arg of "args" in field ? field.args : [])
        if (!arg.description) silent.push(`${type.name}.${field.name}(${arg.name})`);
    }
  }
  expect({ silent, hint: HINT }).toEqual({ silent: [], hint: HINT });
});

/** Texts that are called like a code and are none: names that a company or a page gives. */
const NO_CODES = [
  "Project.code",
  "MirroredProject.code",
  "AddProjectInput.code",
  "CostCodeItemInput.code",
  "ActionItem.code",
  "GuidePage.code",
  "Question.itemCode",
  "CommitmentChangeOrderLineInput.costCode",
  "CommitmentLineInput.costCode",
  "ContractBalanceLine.costCode",
  "SubcontractorInvoiceLineInput.costCode",
  "VendorItemInput.postalCode",
  "FollowUp.outcome",
];
/** Of a log: what was asked may be none of the vocabulary. Of a record: each form has kinds of its own. */
const OPEN_LISTS = ["AuditEntry.targetKind", "ErpRecord.kind"];

test("codes, kinds, states and outcomes are enums", () => {
  const texts = types.flatMap((type) =>
    fieldsOf(type).flatMap((field) => {
      const named = /(^code|Code|^kind|Kind|^state|State|^status|^outcome|^basis|Role)$/.test(field.name);
      const open = ["String", "ID"].includes(getNamedType(field.type).name);
      return named && open ? [`${type.name}.${field.name}`] : [];
    }),
  );
  expect(texts.filter((name) => !NO_CODES.includes(name) && !OPEN_LISTS.includes(name))).toEqual([]);
});

test("no name leaks how it is made, and none takes Relay's reserved endings", () => {
  const names = types.map(({ name }) => name);
  expect(names.filter((name) => /(?<!Cost)(Type|Entity|Dto|Impl)$/.test(name))).toEqual([]);
  const reserved = types.filter(({ name }) => name.endsWith("Connection"));
  expect(reserved.filter((type) => !fieldsOf(type).some(({ name }) => name === "edges"))).toEqual([]);
});
