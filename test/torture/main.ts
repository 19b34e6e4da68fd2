import "reflect-metadata";
import { Command, InvalidArgumentError } from "commander";
import { startPostgres } from "../support/postgres-server";
import { tortureBridge } from "./bridge/bridge";
import { bridgeLines, reportLines } from "./report";
import { torture } from "./torture";

const print = (line: string): void => void process.stdout.write(`${line}\n`);

interface Options {
  readonly records: number;
  readonly seed: number;
  readonly minutes: number;
  readonly database: string;
  readonly part: string;
}

/** `npm run torture`: exits 1 where something was lost, doubled, sent without a right, or left unexplained. */
async function run({ records, seed, minutes, database, part }: Options): Promise<void> {
  const kinds = database === "both" ? ["sqlite", "postgres"] : [database];
  for (const kind of kinds) {
    const again = `--records ${records} --seed ${seed} --minutes ${minutes} --database ${kind} --part ${part}`;
    print(`Torture on ${kind}; again by: npm run torture -- ${again}`);
    const given = { records, seed, minutes, say: print };
    // Each part furnishes a database of its own.
    if (part !== "bridge")
      await onDatabase(kind, async (databaseUrl) => tell(await torture({ ...given, databaseUrl }), reportLines));
    if (part !== "delivery")
      await onDatabase(kind, async (databaseUrl) => tell(await tortureBridge({ ...given, databaseUrl }), bridgeLines));
  }
}

async function onDatabase(kind: string, work: (url: string | null) => Promise<void>): Promise<void> {
  const postgres = kind === "postgres" ? await startPostgres() : null;
  try {
    await work(postgres?.url ?? null);
  } finally {
    await postgres?.stop();
  }
}

function tell<T extends { readonly violations: readonly string[] }>(report: T, lines: (report: T) => string[]): void {
  for (const line of lines(report)) print(line);
  if (report.violations.length > 0) process.exitCode = 1;
}

function atLeastOne(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError("It expects a number above 0.");
  return number;
}

void new Command("torture")
  .description("beats a real server while people work with it, then compares its books with the ledger's")
  .option("--records <number>", "records that are offered", atLeastOne, 2_000)
  .option("--seed <number>", "the same seed gives the same items and the same plan", atLeastOne, Date.now() % 1_000_000)
  .option("--minutes <number>", "the longest that it is beaten, for each database", atLeastOne, 15)
  .option("--database <kind>", "sqlite (one server), postgres (two), or both", "sqlite")
  .option("--part <name>", "delivery (to the ledger), bridge (from the platform to the ledger), or both", "both")
  .action(run)
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  });
