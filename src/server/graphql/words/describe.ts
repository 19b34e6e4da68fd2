import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import { explainedFault } from "../../../erp/connector/fault/fault";
import { FAULT_CODES } from "../../../erp/connector/fault/fault-codes";
import { FEATURE_NAMES } from "../../../erp/feature-map/feature-names";
import { ARGUMENT_WORDS } from "./argument-words";
import { DECISION_WORDS, ERROR_WORDS, ITEM_FAULT_WORDS } from "./code-words";
import { ERP_WORDS } from "./erp-words";
import { FIELD_WORDS } from "./field-words";
import { RECORD_WORDS } from "./record-words";
import { RIGHTS_WORDS } from "./rights-words";
import { TYPE_FIELD_WORDS } from "./type-field-words";

type Words = Readonly<Record<string, string>>;

const FAULT_WORDS: Words = Object.fromEntries(FAULT_CODES.map((code) => [code, explainedFault(code, "en").cause]));

const FEATURE_WORDS: Words = Object.fromEntries(
  Object.entries(FEATURE_NAMES).map(([feature, { en }]) => [
    feature.toUpperCase(),
    `On the platform: ${en[1] ?? en[0]}.`,
  ]),
);

const ENUM_WORDS: Readonly<Record<string, Words>> = {
  ...RIGHTS_WORDS,
  ...RECORD_WORDS,
  ...ERP_WORDS,
  FeatureName: FEATURE_WORDS,
  DecisionCode: DECISION_WORDS,
  GateCode: DECISION_WORDS,
  UserErrorCode: { ...DECISION_WORDS, ...ITEM_FAULT_WORDS, ...ERROR_WORDS },
  DeliveryFaultCode: { ...DECISION_WORDS, ...FAULT_WORDS },
};

/** Gives words to whatever has none of its own: values of enums, fields, arguments, payloads and inputs. */
export function describeSchema(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isEnumType(type))
      for (const value of type.getValues()) value.description ??= ENUM_WORDS[type.name]?.[value.name];
    if (isObjectType(type) || isInterfaceType(type)) describeFields(type.name, Object.values(type.getFields()));
    if (isInputObjectType(type)) describeInput(type);
  }
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  describe(schema.getQueryType(), "What can be asked.");
  describe(schema.getMutationType(), "What can be changed.");
  describe(schema.getSubscriptionType(), "What can be listened to.");
  for (const { name, args, type } of mutations) {
    describe(schema.getType(String(type).replace("!", "")), `What came of \`${name}\`.`);
    for (const { type: input } of args)
      describe(schema.getType(String(input).replace("!", "")), `What \`${name}\` is to do, and to what.`);
  }
}

function describe(type: GraphQLNamedType | null | undefined, words: string): void {
  if (type) type.description ??= words;
}

function describeFields(type: string, fields: readonly GraphQLField<unknown, unknown>[]): void {
  for (const field of fields) {
    field.description ??= wordsOf(type, field.name);
    for (const arg of field.args)
      arg.description ??=
        arg.name === "input" ? "What to do, and to what." : ARGUMENT_WORDS[`${field.name}(${arg.name})`];
  }
}

function describeInput(type: GraphQLInputObjectType): void {
  for (const field of Object.values(type.getFields())) field.description ??= wordsOf(type.name, field.name);
}

function wordsOf(type: string, field: string): string | undefined {
  return TYPE_FIELD_WORDS[`${type}.${field}`] ?? FIELD_WORDS[field];
}
