import "reflect-metadata";
import { lexicographicSortSchema, printSchema } from "graphql";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createSchema } from "../../app";
import { FEATURE_NAMES } from "../../erp/feature-map/feature-names";
import { LOCALES, type Locale } from "../../kernel/locale";
import { FEATURES, GATE_CODES } from "../../policy/model/vocabulary";
import { TEXTS } from "../../policy/texts/language";
import {
  ACTION_SEARCH_SCHEMA,
  EVALUATION_SCHEMA,
  EVALUATIONS_SCHEMA,
  RESOURCE_SEARCH_SCHEMA,
  SUBJECT_SEARCH_SCHEMA,
} from "../../authorization/authzen/transport/schemas";
import { caseFileJsonSchema } from "../check/case-schema";
import { exitWith } from "./exit";

const SCHEMA = path.join(__dirname, "../../../schema");
/** As seen from SCHEMA. */
const CONSOLE = "../src/console/generated";
const HEADER = "# Emitted from the code by `npm run generate`. Do not edit.\n\n";

/** Writes schema/schema.graphql and schema/authzen/*.json and schema/check/*.json, and the words that the console takes over. */
async function emit(): Promise<void> {
  const schema = lexicographicSortSchema(createSchema(null));
  await mkdir(path.join(SCHEMA, "authzen"), { recursive: true });
  await writeFile(path.join(SCHEMA, "schema.graphql"), `${HEADER}${printSchema(schema)}\n`);
  await mkdir(path.join(SCHEMA, "check"), { recursive: true });
  await writeJson("check/cases.schema.json", caseFileJsonSchema());
  await writeJson("authzen/evaluation-request.schema.json", EVALUATION_SCHEMA);
  await writeJson("authzen/evaluations-request.schema.json", EVALUATIONS_SCHEMA);
  await writeJson("authzen/subject-search-request.schema.json", SUBJECT_SEARCH_SCHEMA);
  await writeJson("authzen/resource-search-request.schema.json", RESOURCE_SEARCH_SCHEMA);
  await writeJson("authzen/action-search-request.schema.json", ACTION_SEARCH_SCHEMA);
  for (const locale of LOCALES) await writeJson(`${CONSOLE}/words-${locale}.json`, consoleWords(locale));
}

/** What the console calls each feature, and says in short of each gate: said once, in the catalogue and the policy's texts. */
function consoleWords(locale: Locale): Readonly<Record<string, string>> {
  const { gates } = TEXTS[locale];
  return Object.fromEntries<string>([
    ...FEATURES.map((feature) => [`feature.${feature.toUpperCase()}`, FEATURE_NAMES[feature][locale][0]] as const),
    ...GATE_CODES.map((code) => [`gate.${code}`, gates[code].short] as const),
  ]);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(path.join(SCHEMA, file), `${JSON.stringify(value, null, 2)}\n`);
}

void emit().catch(exitWith);
