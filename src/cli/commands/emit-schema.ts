import "reflect-metadata";
import { lexicographicSortSchema, printSchema } from "graphql";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createSchema } from "../../app";
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
const HEADER = "# Emitted from the code by `npm run generate`. Do not edit.\n\n";

/** Writes schema/schema.graphql and schema/authzen/*.json and schema/check/*.json. */
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
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(path.join(SCHEMA, file), `${JSON.stringify(value, null, 2)}\n`);
}

void emit().catch(exitWith);
