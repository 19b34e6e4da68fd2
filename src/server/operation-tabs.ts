import { type DocumentNode, Kind, parse } from "graphql";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** A ready tab of GraphiQL. */
export interface OperationTab {
  readonly query: string;
  /** JSON text. */
  readonly variables?: string;
}

/**
 * Reads `*.graphql` of a directory in the order of their names; a missing directory is none. `name.variables.json` beside
 * `name.graphql` holds its example variables. A leading `#` comment, the title and explanation, stays part of the tab.
 * Throws with the file's name where one is no GraphQL operation or no JSON.
 */
export async function readOperationTabs(directory: string): Promise<OperationTab[]> {
  const names = await filesOf(directory);
  const queries = names.filter((name) => name.endsWith(".graphql")).sort();
  return Promise.all(queries.map((name) => readTab(directory, name, names)));
}

async function filesOf(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

async function readTab(directory: string, name: string, names: readonly string[]): Promise<OperationTab> {
  const query = await readFile(path.join(directory, name), "utf8");
  check(name, () => {
    if (!hasOperation(parse(query))) throw new Error("no operation");
  });
  const beside = name.replace(/\.graphql$/, ".variables.json");
  if (!names.includes(beside)) return { query };
  const variables = await readFile(path.join(directory, beside), "utf8");
  check(beside, () => JSON.parse(variables) as unknown);
  return { query, variables };
}

function hasOperation(document: DocumentNode): boolean {
  return document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
}

function check(name: string, reading: () => unknown): void {
  try {
    reading();
  } catch (error) {
    throw new Error(`${name} cannot be shown in GraphiQL: ${(error as Error).message}`, { cause: error });
  }
}
