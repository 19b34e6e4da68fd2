import type { Command } from "commander";
import { periodFrom } from "../../infra/graphql/days";
import { zoneOf } from "../../tenant/companies/time-zone";
import { noSuchCompany } from "../../tenant/companies/company-change";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import { evidenceFile } from "../../records/evidence/evidence-file";
import { EvidenceReading } from "../../records/evidence/evidence-reading";
import { printLines } from "./print-lines";

/** What of the application the command needs. */
export interface EvidenceApp {
  readonly database: Database;
  readonly companies: CompanyDirectory;
  readonly clock: Clock;
}

interface ExportArguments {
  readonly company: string;
  readonly from?: string;
  readonly until?: string;
}

/** Adds `ledgergate evidence export`. */
export function registerEvidence(
  program: Command,
  withApp: (work: (app: EvidenceApp) => Promise<void>) => Promise<void>,
): void {
  const evidence = program.command("evidence").description("how records were sent to the ERP");
  evidence
    .command("export")
    .description("print what a company sent as JSON lines, the first sending first (docs/delivery.md)")
    .requiredOption("--company <slug>", "the company, by slug or id")
    .option("--from <instant>", "sent at or after this instant, or from this day of the company's on")
    .option("--until <instant>", "sent before this instant, or until this day, which counts whole")
    .action((given: ExportArguments) => withApp((app) => exportEvidence(app, given)));
}

async function exportEvidence(app: EvidenceApp, { company, from, until }: ExportArguments): Promise<void> {
  const found = await app.companies.find(company);
  if (!found) throw noSuchCompany();
  const period = periodFrom({ from, until }, zoneOf(found));
  await printLines(evidenceFile(new EvidenceReading(app.database), found, period, toInstant(app.clock.now())));
}
