import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { InvalidArgumentError, type Command } from "commander";
import { auditFile, checkAuditFile } from "../../tenant/audit/audit-file";
import { AuditProof } from "../../tenant/audit/audit-proof";
import type { ChainPlace } from "../../tenant/audit/chain";
import type { ChainReport } from "../../tenant/audit/chain-check";
import type { RightsProof } from "../../authorization/proof/rights-proof";
import { acceptRights } from "../../authorization/proof/rights-acceptance";
import type { RightsProblem } from "../../authorization/proof/rights-problem";
import { noSuchCompany, type CompanyChangePort } from "../../tenant/companies/company-change";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import { Refusal } from "../../kernel/errors";
import { printLines } from "./print-lines";

/** What of the application the commands need. */
export interface AuditApp {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: CompanyDirectory;
  readonly rightsProof: RightsProof;
  readonly changes: CompanyChangePort;
}

interface VerifyArguments {
  readonly company?: string;
  readonly file?: string;
  readonly anchor: readonly ChainPlace[];
}

type WithApp = (work: (app: AuditApp) => Promise<void>) => Promise<void>;

/** Adds `ledgergate audit verify` and `ledgergate audit export`. */
export function registerAudit(program: Command, withApp: WithApp): void {
  const audit = program.command("audit").description("the audit trail of rights and its proof (docs/audit.md)");
  audit
    .command("verify")
    .description(
      "find what was altered in the trail, and in rights, versions and reviews against it; exits 1 where something was",
    )
    .option("--company <slug>", "one company, by slug or id; all if left out")
    .option("--file <export>", "an exported trail, by itself, without a database")
    .option("--anchor <sequence:hash>", "an entry's hash that was kept elsewhere; may be repeated", anchorFrom, [])
    .action((given: VerifyArguments) =>
      given.file === undefined ? withApp((app) => verify(app, given)) : verifyFile(given.file, given.anchor),
    );
  audit
    .command("accept")
    .description(
      "take a company's rights as they stand, whatever the trail says, and seal them anew; the trail says so",
    )
    .requiredOption("--company <slug>", "the company, by slug or id")
    .requiredOption("--reason <text>", "why: kept in the trail with every difference that was found")
    .action((given: { company: string; reason: string }) => withApp((app) => accept(app, given)));
  audit
    .command("export")
    .description("print a company's audit trail with its proof as JSON lines")
    .requiredOption("--company <slug>", "the company, by slug or id")
    .action(({ company }: { company: string }) => withApp((app) => exportTrail(app, company)));
}

async function verify(app: AuditApp, { company, anchor }: VerifyArguments): Promise<void> {
  if (company === undefined && anchor.length > 0) throw new Refusal("BAD_INPUT", "An anchor is of one --company.");
  const companies = company === undefined ? await everyCompany(app) : [await named(app, company)];
  for (const one of companies) {
    const found = await app.rightsProof.verify(one, { anchors: anchor });
    tell(one.slug, found, found.rights ?? []);
  }
}

async function accept(app: AuditApp, { company, reason }: { company: string; reason: string }): Promise<void> {
  const found = await named(app, company);
  const { rights } = await app.rightsProof.verify(found);
  const revision = await acceptRights(app.changes, found, { reason, differences: rights ?? [] });
  process.stdout.write(`${found.slug}: ${rights?.length ?? 0} differences accepted, as of entry ${revision}.\n`);
}

async function verifyFile(file: string, anchors: readonly ChainPlace[]): Promise<void> {
  const input = createReadStream(file, "utf8");
  const failed = new Promise<never>((_resolve, reject) => {
    input.on("error", (error) => reject(new Refusal("BAD_INPUT", `The file cannot be read: ${error.message}`)));
  });
  const lines = createInterface({ input, crlfDelay: Infinity });
  const report = await Promise.race([checkAuditFile(lines, anchors), failed]);
  tell(`${report.company.slug} (exported at ${report.exportedAt})`, report);
}

async function exportTrail(app: AuditApp, reference: string): Promise<void> {
  const company = await named(app, reference);
  await printLines(auditFile(new AuditProof(app.database), company, toInstant(app.clock.now())));
}

function tell(name: string, report: ChainReport, rights: readonly RightsProblem[] = []): void {
  const { entries, end, problems } = report;
  const place = end ? `, ends with ${end.sequence}:${end.hash}` : "";
  const count = problems.length + rights.length;
  const found = count === 0 ? "intact" : `${count} problem${count === 1 ? "" : "s"}`;
  process.stdout.write(`${name}: ${found}; ${entries} entries${place}\n`);
  for (const { kind, sequence, entryId, message } of problems)
    process.stdout.write(`  entry ${sequence}${entryId ? ` (${entryId})` : ""}: ${kind}. ${message}\n`);
  for (const { kind, target, sequence, message } of rights)
    process.stdout.write(`  ${target}: ${kind}. ${message}${sequence === null ? "" : ` (entry ${sequence})`}\n`);
  if (count > 0) process.exitCode = 1;
}

async function named(app: AuditApp, reference: string): Promise<CompanyEntity> {
  const company = await app.companies.find(reference);
  if (!company) throw noSuchCompany();
  return company;
}

function everyCompany({ database }: AuditApp): Promise<CompanyEntity[]> {
  return database.read().find(CompanyEntity, { order: { slug: "ASC" } });
}

function anchorFrom(text: string, before: readonly ChainPlace[]): readonly ChainPlace[] {
  const [, sequence, hash] = /^(\d{1,9}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (sequence === undefined || hash === undefined)
    throw new InvalidArgumentError("An anchor is an entry's number and hash, as `audit verify` prints them.");
  return [...before, { sequence: Number(sequence), hash: hash.toLowerCase() }];
}
