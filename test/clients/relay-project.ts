import { Kind, parse, print, visit, type DirectiveNode } from "graphql";
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { ConcreteRequest } from "relay-runtime";

const SCHEMA = path.join(__dirname, "../../schema/schema.graphql");
const ENDINGS = { query: "Query", mutation: "Mutation", subscription: "Subscription" };
const CONFIG = {
  src: "src",
  schema: "schema.graphql",
  artifactDirectory: "out",
  language: "javascript",
  eagerEsModules: false,
  // How a component spreads a fragment on an interface is no matter of the schema.
  featureFlags: { enforce_fragment_alias_where_ambiguous: { kind: "disabled" } },
};
/** A component sees its own fragment only; what is read back here is to be the whole answer. */
const UNMASKED = (
  parse("{ x @relay(mask: false) }").definitions[0] as unknown as {
    selectionSet: { selections: { directives: DirectiveNode[] }[] };
  }
).selectionSet.selections[0]!.directives;

/** Relay wants names that begin with the file's; everything else is as it was written. */
function inRelaysNames(module: string, text: string): string {
  const named = (value: string) => ({ kind: Kind.NAME, value: `${module}_${value}` }) as const;
  const document = parse(text);
  const isPlain = (name: string) =>
    document.definitions.every(
      (one) => one.kind !== Kind.FRAGMENT_DEFINITION || one.name.value !== name || one.directives!.length === 0,
    );
  const renamed = visit(document, {
    OperationDefinition: (node) => ({ ...node, name: named(`${node.name!.value}${ENDINGS[node.operation]}`) }),
    FragmentDefinition: (node) => ({ ...node, name: named(node.name.value) }),
    FragmentSpread: (node) => ({
      ...node,
      name: named(node.name.value),
      directives: [...node.directives!, ...(isPlain(node.name.value) ? UNMASKED : [])],
    }),
  });
  return renamed.definitions.map((definition) => `graphql\`${print(definition)}\`;`).join("\n");
}

const nameOf = (module: string) => `M${module.replaceAll(/[^a-z0-9]/gi, "")}`;

/** A front end on Relay: its documents, and what Relay's compiler has made of them. */
export class RelayProject {
  private constructor(private readonly folder: string) {}

  /** Compiles the documents by the names of their modules; fails with what the compiler says. */
  static async compile(documents: ReadonlyMap<string, string>): Promise<RelayProject> {
    const folder = await mkdtemp(path.join(os.tmpdir(), "ledgergate-relay-"));
    const project = new RelayProject(folder);
    for (const name of ["src", "out"]) await mkdir(path.join(folder, name));
    await copyFile(SCHEMA, path.join(folder, "schema.graphql"));
    await writeFile(path.join(folder, "relay.config.json"), JSON.stringify(CONFIG));
    for (const [module, text] of documents)
      await writeFile(path.join(folder, "src", `${nameOf(module)}.js`), inRelaysNames(nameOf(module), text));
    const command = [require.resolve("relay-compiler/cli.js"), "--noWatchman", "--output", "quiet-with-errors"];
    await promisify(execFile)(process.execPath, command, { cwd: folder }).catch(async (error: { stderr: string }) => {
      await project.remove();
      throw new Error(`relay-compiler: ${error.stderr}`);
    });
    return project;
  }

  /** The compiled operation of a module. */
  request(module: string, operation: string, kind: keyof typeof ENDINGS): ConcreteRequest {
    const file = path.join(this.folder, "out", `${nameOf(module)}_${operation}${ENDINGS[kind]}.graphql.js`);
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- made while the test runs
    return require(file) as ConcreteRequest;
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
