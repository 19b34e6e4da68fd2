import { userInfo } from "node:os";
import { Option, type Command } from "commander";
import type { EntityManager } from "typeorm";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { accountsOf } from "../../tenant/identity/links";
import { identityOf } from "../../tenant/identity/account";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import type { Database } from "../../infra/db/database";
import { systemActor, type Actor } from "../../kernel/actor";
import { personKey } from "../../kernel/email";
import { OperatorRefusal } from "../../kernel/errors";
import { LOCALES, pickLocale, type Locale } from "../../kernel/locale";
import type { ImportOutcome, ImportProgress } from "../../directory/access-list/access-list-outcome";
import type { AccessListService } from "../../directory/access-list/access-list.service";
import { MemberEntity } from "../../directory/members/member.entity";
import { PolicyRefusal } from "../../policy/ports";
import { IMPORT_TEXTS, outcomeText } from "./import-text";
import { openListFile } from "./list-file";

/** What of the application the command needs. */
export interface ImportApp {
  readonly database: Database;
  readonly companies: CompanyDirectory;
  readonly accessList: AccessListService;
}

interface ImportArguments {
  readonly company: string;
  readonly file: string;
  readonly apply?: boolean;
  readonly complete?: boolean;
  readonly as?: string | undefined;
  readonly reason?: string;
  readonly ignoreColumn?: readonly string[];
  readonly locale: Locale;
}

/** Without a terminal, progress is told every so many rows. */
const ROWS_A_LINE = 5000;

/** Adds `ledgergate import`: the list of people and their features, from a spreadsheet's CSV. */
export function registerImport(
  program: Command,
  withApp: (work: (app: ImportApp) => Promise<void>) => Promise<void>,
): void {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = new Option("--locale <language>", "of the report").choices([...LOCALES]);
  program
    .command("import")
    .description("import an access list; shows what would change unless told to apply it")
    .requiredOption("--company <slug>", "the company, by slug or id")
    .requiredOption("--file <list>", "the list, CSV or .xlsx, as a spreadsheet saves it (docs/access-list.md)")
    .option("--apply", "write the changes; all or nothing")
    .option("--complete", "the list names everybody: who is not in it loses all rights")
    .option("--as <email>", "on behalf of this person, who must be allowed to; otherwise as the system")
    .option("--ignore-column <heading...>", "columns that are left aside")
    .option("--reason <text>", "kept in the audit trail for rows that give none")
    .addOption(language.default(pickLocale((LC_ALL || LC_MESSAGES || LANG || "").replace("_", "-"))))
    .action((given: ImportArguments) => withApp((app) => importList(app, given)));
}

async function importList(app: ImportApp, given: ImportArguments): Promise<void> {
  const say = IMPORT_TEXTS[given.locale];
  const { source, encoding } = await openListFile(given.file);
  if (encoding !== "utf-8" && encoding !== "workbook") process.stderr.write(`${say.encoding(encoding)}\n`);
  const { complete, reason, locale, ignoreColumn = [] } = given;
  const onProgress = progressTo(process.stderr, locale);
  const options = { dryRun: !given.apply, complete, reason, locale, onProgress, ignoreColumns: ignoreColumn };
  const outcome = await app.accessList.import(await actorOf(app, given), given.company, source, options).catch(plainly);
  process.stdout.write(outcomeText(outcome, locale));
  if (outcome.errorCount > 0) process.exitCode = 1;
}

/**
 * Whoever may run the command has the database anyway, so they are told what there is not; the audit trail names their account.
 * Throws Refusal NOT_FOUND (company, person).
 */
export async function actorOf(
  app: Pick<ImportApp, "companies" | "database">,
  { as, company }: Pick<ImportArguments, "as" | "company">,
): Promise<Actor> {
  const companyId = (await app.companies.find(company))?.id;
  if (companyId === undefined) throw new OperatorRefusal("NOT_FOUND", `There is no company "${company}".`);
  if (as === undefined) return systemActor(`command line (${userInfo().username})`);
  const email = personKey(as);
  const manager = app.database.read();
  const member = await manager.findOneBy(MemberEntity, { companyId, email });
  const staff = member ? null : await assignedStaff(manager, companyId, email);
  if (!member && !staff)
    throw new OperatorRefusal(
      "NOT_FOUND",
      `${email} is not of ${company}: no member, and no vendor staff assigned to it.`,
    );
  // Who has signed in once is known by their account from then on, not by their e-mail.
  const [account] = await accountsOf(manager, member ? { memberId: member.id } : { staffId: staff?.id ?? "" });
  const subject = account ? identityOf(account) : `command-line|${email}`;
  return { kind: "person", email, subject, name: null };
}

async function assignedStaff(
  manager: EntityManager,
  companyId: string,
  email: string,
): Promise<VendorStaffEntity | null> {
  const staff = await manager.findOneBy(VendorStaffEntity, { email });
  if (!staff) return null;
  return (await manager.existsBy(StaffAssignmentEntity, { companyId, staffId: staff.id })) ? staff : null;
}

function plainly(error: unknown): ImportOutcome {
  throw error instanceof PolicyRefusal ? new OperatorRefusal("FORBIDDEN", error.message) : error;
}

function progressTo(stream: NodeJS.WriteStream, locale: Locale): (progress: ImportProgress) => void {
  const say = IMPORT_TEXTS[locale];
  let told = 0;
  return (progress) => {
    const last = progress.done === progress.total;
    if (stream.isTTY) stream.write(`\r${say.progress(progress)}${last ? "\n" : ""}`);
    else if (progress.stage === "rows" && progress.done - told >= ROWS_A_LINE) {
      told = progress.done;
      stream.write(`${say.progress(progress)}\n`);
    }
  };
}
