import { Kind, parse } from "graphql";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** A ready tab of GraphiQL. */
export interface OperationTab {
  /** The operation's name, which GraphiQL shows on the tab. */
  readonly name: string;
  /** First line of the leading comment, or the name. */
  readonly title: string;
  readonly query: string;
  /** JSON text. */
  readonly variables?: string;
}

/**
 * Reads `*.graphql` of a directory in the order of their names; a missing directory is none. `name.variables.json` beside
 * `name.graphql` holds its example variables. A leading `#` comment, the title and explanation, stays part of the tab.
 * Throws with the file's name where one holds no named operation or no JSON.
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

async function readTab(directory: string, file: string, files: readonly string[]): Promise<OperationTab> {
  const query = await readFile(path.join(directory, file), "utf8");
  const name = check(file, () => operationName(query));
  const tab = { name, title: /^#+ *(.*\S)/.exec(query)?.[1] ?? name, query };
  const beside = file.replace(/\.graphql$/, ".variables.json");
  if (!files.includes(beside)) return tab;
  const variables = await readFile(path.join(directory, beside), "utf8");
  check(beside, () => JSON.parse(variables) as unknown);
  return { ...tab, variables };
}

function operationName(query: string): string {
  for (const definition of parse(query).definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.name) return definition.name.value;
  throw new Error("no named operation");
}

function check<T>(name: string, reading: () => T): T {
  try {
    return reading();
  } catch (error) {
    throw new Error(`${name} cannot be shown in GraphiQL: ${(error as Error).message}`, { cause: error });
  }
}
