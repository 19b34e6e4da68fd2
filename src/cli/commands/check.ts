import path from "node:path";
import { Option, type Command } from "commander";
import { loadConfig } from "../../config/config";
import { OperatorRefusal } from "../../kernel/errors";
import { dataAsker, serverAsker, type CaseAsker } from "../check/askers";
import { readCases, type PlacedCase } from "../check/case-file";
import { outcomeOf, type CaseOutcome } from "../check/outcome";
import { reportOf, REPORTERS, type Reporter } from "../check/report";

interface CheckArguments {
  readonly url?: string;
  readonly token?: string;
  readonly data?: string;
  readonly reporter: Reporter;
}

/** Asked at once; a call to a server takes a hundred. */
const BATCH_SIZE = 100;

/** Adds `ledgergate check`: policy cases in YAML, run like tests (docs/checks.md). Ends with 1 where one fails. */
export function registerCheck(program: Command): void {
  program
    .command("check")
    .description("run policy cases against a server, or a data directory, which is only read")
    .argument("<file...>", "YAML files of cases (docs/checks.md)")
    .option("--url <address>", "of a running server")
    .option("--token <token>", "for the server; LEDGERGATE_TOKEN if left out")
    .option("--data <directory>", "of the embedded database; DATA_DIR if left out")
    .addOption(new Option("--reporter <name>", "how to report").choices([...REPORTERS]).default("list"))
    .action(async (files: string[], given: CheckArguments) => {
      const cases = (await Promise.all(files.map(readCases))).flat();
      const asker = await askerFor(given);
      const outcomes = await run(cases, asker).finally(() => asker.close());
      process.stdout.write(reportOf(outcomes, given.reporter));
      if (outcomes.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
    });
}

/** The outcomes in the order of the cases. */
export async function run(cases: readonly PlacedCase[], asker: CaseAsker): Promise<CaseOutcome[]> {
  const outcomes: CaseOutcome[] = [];
  for (let from = 0; from < cases.length; from += BATCH_SIZE) {
    const some = cases.slice(from, from + BATCH_SIZE);
    outcomes.push(...(await Promise.all(some.map(async (tested) => outcomeOf(tested, await asker.ask(tested))))));
  }
  return outcomes;
}

async function askerFor({ url, token, data }: CheckArguments): Promise<CaseAsker> {
  if (url !== undefined && data !== undefined)
    throw new OperatorRefusal("BAD_INPUT", "Name a server or a data directory, not both.");
  if (url === undefined)
    return dataAsker(loadConfig({ ...process.env, ...(data === undefined ? {} : dataVariables(data)) }));
  const secret = token ?? process.env["LEDGERGATE_TOKEN"];
  if (!secret) throw new OperatorRefusal("BAD_INPUT", "Asking a server takes a token: --token, or LEDGERGATE_TOKEN.");
  return serverAsker(url, secret);
}

/** A directory that is named wins over a PostgreSQL of the environment. */
function dataVariables(directory: string): Record<string, string> {
  return { DATA_DIR: path.resolve(directory), DATABASE_URL: "" };
}
