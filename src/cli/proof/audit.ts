import { InvalidArgumentError, type Command } from "commander";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Anchoring } from "../../authorization/proof/anchors/anchoring";
import { acceptRights } from "../../authorization/proof/rights-acceptance";
import type { RightsProof } from "../../authorization/proof/rights-proof";
import type { WholeCheck } from "../../authorization/proof/whole-check";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import { OperatorRefusal } from "../../kernel/errors";
import { keyIdOf, publicKeyText, readPublicKey } from "../../kernel/signing-keys";
import { auditFile } from "../../tenant/audit/audit-file";
import type { AuditProof } from "../../tenant/audit/audit-proof";
import type { ChainPlace } from "../../tenant/audit/chain";
import type { HeadKeys } from "../../tenant/audit/head-keys";
import { signHead } from "../../tenant/audit/head-signing";
import { noSuchCompany, type CompanyChangePort } from "../../tenant/companies/company-change";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { printLines } from "../commands/print-lines";
import { tell, tellCommon, verifyFile, type VerifyFile } from "./audit-telling";

/** What of the application the commands need. */
export interface AuditApp {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: CompanyDirectory;
  readonly changes: CompanyChangePort;
  readonly headKeys: HeadKeys;
  readonly auditProof: AuditProof;
  readonly rightsProof: RightsProof;
  readonly wholeCheck: WholeCheck;
  readonly anchoring: Anchoring;
}

interface VerifyArguments extends VerifyFile {
  readonly company?: string;
  readonly file?: string;
}

type WithApp = (work: (app: AuditApp) => Promise<void>) => Promise<void>;

/** Adds `ledgergate audit ...`. */
export function registerAudit(program: Command, withApp: WithApp): void {
  const audit = program.command("audit").description("the audit trail of rights and its proof (docs/audit.md)");
  registerVerify(audit, withApp);
  audit
    .command("export")
    .description("print a company's audit trail with its proof as JSON lines")
    .requiredOption("--company <slug>", "the company, by slug or id")
    .action(({ company }: { company: string }) => withApp((app) => exportTrail(app, company)));
  audit
    .command("accept")
    .description(
      "take a company's rights as they stand, whatever the trail says, and seal them anew; the trail says so",
    )
    .requiredOption("--company <slug>", "the company, by slug or id")
    .requiredOption("--reason <text>", "why: kept in the trail with every difference that was found")
    .action((given: { company: string; reason: string }) => withApp((app) => accept(app, given)));
  audit
    .command("sign")
    .description(
      "sign the ends of trails that are not signed, once they are found intact; from then on each change signs",
    )
    .option("--company <slug>", "one company, by slug or id; all if left out")
    .action(({ company }: { company?: string }) => withApp((app) => sign(app, company)));
  audit
    .command("anchor")
    .description("carry the ends of all trails to the places outside now, instead of when it is due")
    .action(() => withApp(anchor));
  audit.command("key").description("make an Ed25519 key for AUDIT_SIGNING_KEY").action(printKey);
}

function registerVerify(audit: Command, withApp: WithApp): void {
  audit
    .command("verify")
    .description("find what is otherwise than the trail, its signature and its anchors say; exits 1 where something is")
    .option("--company <slug>", "one company, by slug or id; all if left out")
    .option("--file <export>", "an exported trail, by itself, without a database")
    .option("--anchor <sequence:hash>", "an entry's hash that was kept elsewhere; may be repeated", anchorFrom, [])
    .option(
      "--key <public key>",
      "with --file: the key that signs, as `audit key` prints it; may be repeated",
      keyFrom,
      [],
    )
    .action((given: VerifyArguments) =>
      given.file === undefined ? withApp((app) => verify(app, given)) : verifyFile(given.file, given),
    );
}

async function verify(app: AuditApp, { company, anchor: kept }: VerifyArguments): Promise<void> {
  if (company === undefined && kept.length > 0)
    throw new OperatorRefusal("BAD_INPUT", "An anchor is of one --company.");
  const checks = app.wholeCheck.run(await chosen(app, company), kept);
  for (;;) {
    const next = await checks.next();
    if (next.done === true) return tellCommon(next.value);
    tell(next.value.company.slug, next.value.proof, next.value.proof.rights ?? []);
  }
}

async function exportTrail(app: AuditApp, reference: string): Promise<void> {
  const company = await named(app, reference);
  await printLines(auditFile(app.auditProof, company, toInstant(app.clock.now())));
}

async function accept(app: AuditApp, { company, reason }: { company: string; reason: string }): Promise<void> {
  const found = await named(app, company);
  const { rights } = await app.rightsProof.verify(found);
  const revision = await acceptRights(app.changes, found, { reason, differences: rights ?? [] });
  process.stdout.write(`${found.slug}: ${rights?.length ?? 0} differences accepted, as of entry ${revision}.\n`);
}

async function sign(app: AuditApp, reference: string | undefined): Promise<void> {
  if (!app.headKeys.signs)
    throw new OperatorRefusal(
      "CONFIGURATION",
      "There is no key to sign with: set AUDIT_SIGNING_KEY (make one: audit key).",
    );
  for (const company of await chosen(app, reference)) {
    const { problems, rights } = await app.rightsProof.verify(company);
    const others = problems.filter(({ kind }) => kind !== "unsigned");
    if (others.length > 0 || (rights ?? []).length > 0) {
      process.stdout.write(`${company.slug}: not signed; verify it, and look into what is wrong first.\n`);
      process.exitCode = 1;
      continue;
    }
    const signed = await signHead(app.database, app.companies, app.headKeys, company.id);
    process.stdout.write(`${company.slug}: ${signed ? `signed at entry ${signed.sequence}` : "nothing to sign"}.\n`);
  }
}

async function anchor(app: AuditApp): Promise<void> {
  if (!app.anchoring.configured)
    throw new OperatorRefusal(
      "CONFIGURATION",
      "There is no place to carry anchors to; see AUDIT_ANCHOR_* in docs/audit.md.",
    );
  await app.anchoring.run();
  process.stdout.write("The ends of all trails are anchored.\n");
}

function printKey(): void {
  const { privateKey } = generateKeyPairSync("ed25519");
  const text = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  process.stdout.write(`AUDIT_SIGNING_KEY=${text}\n`);
  process.stderr.write(
    `Keep it where the database is not. The public key, ${keyIdOf(privateKey)}, for whoever verifies:\n`,
  );
  process.stderr.write(`${publicKeyText(privateKey)}\n`);
}

function chosen(app: AuditApp, reference: string | undefined): Promise<CompanyEntity[]> {
  if (reference !== undefined) return named(app, reference).then((company) => [company]);
  return app.database.read().find(CompanyEntity, { order: { slug: "ASC" } });
}

async function named(app: AuditApp, reference: string): Promise<CompanyEntity> {
  const company = await app.companies.find(reference);
  if (!company) throw noSuchCompany();
  return company;
}

function anchorFrom(text: string, before: readonly ChainPlace[]): readonly ChainPlace[] {
  const [, sequence, hash] = /^(\d{1,9}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (sequence === undefined || hash === undefined)
    throw new InvalidArgumentError("An anchor is an entry's number and hash, as `audit verify` prints them.");
  return [...before, { sequence: Number(sequence), hash: hash.toLowerCase() }];
}

function keyFrom(text: string, before: readonly KeyObject[]): readonly KeyObject[] {
  const key = readPublicKey(text);
  if (!key) throw new InvalidArgumentError("It is no public Ed25519 key, as `audit key` prints it.");
  return [...before, key];
}
