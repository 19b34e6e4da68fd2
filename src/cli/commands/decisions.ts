import type { Command } from "commander";
import { periodFrom } from "../../infra/graphql/days";
import { zoneOf } from "../../tenant/companies/time-zone";
import { decisionLine } from "../../authorization/log/decision-line";
import { DecisionReading } from "../../authorization/log/decision-reading";
import { noSuchCompany } from "../../tenant/companies/company-change";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { Database } from "../../infra/db/database";
import { printLines } from "./print-lines";

/** What of the application the command needs. */
export interface DecisionsApp {
  readonly database: Database;
  readonly companies: CompanyDirectory;
}

interface ExportArguments {
  readonly company: string;
  readonly from?: string;
  readonly until?: string;
  readonly denied?: boolean;
  readonly subject?: string;
  readonly asker?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly record?: string;
  readonly code?: string;
}

/** Adds `ledgergate decisions export`. */
export function registerDecisions(
  program: Command,
  withApp: (work: (app: DecisionsApp) => Promise<void>) => Promise<void>,
): void {
  const decisions = program.command("decisions").description("the log of decisions");
  decisions
    .command("export")
    .description("print a company's logged decisions as JSON lines, oldest first (docs/audit.md)")
    .requiredOption("--company <slug>", "the company, by slug or id")
    .option("--from <instant>", "an instant, inclusive, or a day of the company's")
    .option("--until <instant>", "an instant, exclusive, or a day, which counts whole")
    .option("--denied", "denials only")
    .option("--subject <person>", "about whom: id, e-mail, or as the asker named him")
    .option("--asker <asker>", "who asked")
    .option("--action <action>", "such as send")
    .option("--resource <feature>", "such as commitment")
    .option("--record <id>", "about this record")
    .option("--code <code>", "such as OWN_RECORD")
    .action((given: ExportArguments) => withApp((app) => exportDecisions(app, given)));
}

async function exportDecisions(app: DecisionsApp, given: ExportArguments): Promise<void> {
  const { company, from, until, denied, ...narrowed } = given;
  const found = await app.companies.find(company);
  if (!found) throw noSuchCompany();
  const entries = new DecisionReading(app.database).each(found.id, {
    ...narrowed,
    ...periodFrom({ from, until }, zoneOf(found)),
    allowed: denied === true ? false : null,
  });
  await printLines(texts(entries));
}

async function* texts(entries: ReturnType<DecisionReading["each"]>): AsyncGenerator<string> {
  for await (const entry of entries) yield decisionLine(entry);
}
