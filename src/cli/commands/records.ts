import path from "node:path";
import { Option, type Command } from "commander";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { Database } from "../../infra/db/database";
import { LOCALES, pickLocale, type Locale } from "../../kernel/locale";
import { OFFERED, type Offered } from "../../records/item/forms";
import { LIST_FORMATS, type ListFormat } from "../../records/item/listed-items";
import { offerList, type ListedOutcome } from "../../records/approval/list-offering";
import type { OfferingService } from "../../records/approval/offering.service";
import { actorOf } from "./import";
import { openListFile } from "./list-file";

/** What of the application the command needs. */
export interface RecordsApp {
  readonly database: Database;
  readonly companies: CompanyDirectory;
  readonly offering: OfferingService;
}

interface RecordsArguments {
  readonly company: string;
  readonly file: string;
  readonly format?: ListFormat;
  readonly feature?: Offered;
  readonly apply?: boolean;
  readonly as?: string;
  readonly locale: Locale;
}

type Counts = Record<ListedOutcome["outcome"], number>;

const TEXTS: Readonly<Record<Locale, { line: string; summary: (counts: Counts) => string; dryRun: string }>> = {
  en: {
    line: "line",
    summary: (n) =>
      `${n.submitted} submitted, ${n.resubmitted} resubmitted, ${n.unchanged} unchanged, ${n.refused} refused.`,
    dryRun: "This was a dry run: nothing was written. Add --apply to write it.",
  },
  fr: {
    line: "ligne",
    summary: (n) =>
      `${n.submitted} soumis, ${n.resubmitted} soumis de nouveau, ${n.unchanged} inchangés, ${n.refused} refusés.`,
    dryRun: "C’était un essai : rien n’a été écrit. Ajoutez --apply pour écrire.",
  },
};

/** Adds `ledgergate records import`: items of the platform, from CSV or JSON lines. */
export function registerRecords(
  program: Command,
  withApp: (work: (app: RecordsApp) => Promise<void>) => Promise<void>,
): void {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = new Option("--locale <language>", "of the report").choices([...LOCALES]);
  program
    .command("records")
    .description("records offered to the ERP")
    .command("import")
    .description("offer the items of a list; shows what would come of it unless told to apply it")
    .requiredOption("--company <slug>", "the company, by slug or id")
    .requiredOption("--file <list>", "CSV, .xlsx or JSON lines (docs/records.md)")
    .addOption(new Option("--format <format>", "by the file's name if left out").choices([...LIST_FORMATS]))
    .addOption(new Option("--feature <feature>", "of items that do not say").choices([...OFFERED]))
    .option("--apply", "offer them; each item counts for itself")
    .option("--as <email>", "on behalf of this person, who must be allowed to; otherwise as the system")
    .addOption(language.default(pickLocale((LC_ALL || LC_MESSAGES || LANG || "").replace("_", "-"))))
    .action((given: RecordsArguments) => withApp((app) => importRecords(app, given)));
}

async function importRecords(app: RecordsApp, given: RecordsArguments): Promise<void> {
  const say = TEXTS[given.locale];
  const { company, file, feature = null, apply } = given;
  const format = given.format ?? (path.extname(file).toLowerCase() === ".csv" ? "csv" : "json_lines");
  const { source } = await openListFile(file);
  const counts: Counts = { submitted: 0, resubmitted: 0, unchanged: 0, refused: 0 };
  const known = await actorOf(app, given);
  const actor = known.kind === "person" ? { ...known, locale: given.locale } : known;
  const options = { format, feature, dryRun: !apply };
  for await (const outcome of offerList(app.offering, actor, company, source, options)) {
    counts[outcome.outcome] += 1;
    for (const { code, field, message } of outcome.faults)
      print(`${say.line} ${outcome.line}${field ? `, ${field.join(".")}` : ""}, ${code}: ${message}`);
  }
  print(say.summary(counts));
  if (!apply) print(say.dryRun);
  if (counts.refused > 0) process.exitCode = 1;
}

/** What a file holds must not steer the terminal that it is shown on. */
function print(text: string): void {
  process.stdout.write(`${text.replace(/\p{Cc}/gu, " ")}\n`);
}
