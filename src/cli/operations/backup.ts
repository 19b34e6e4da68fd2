import type { Command } from "commander";
import { In, Not } from "typeorm";
import { TABLES } from "../../app";
import type { WholeCheck } from "../../authorization/proof/whole-check";
import { loadConfig } from "../../config/config";
import type { Backup } from "../../infra/db/backup/backup-file";
import { backupPostgres, restorePostgres } from "../../infra/db/backup/postgres-backup";
import { backupSqlite, restoreSqlite } from "../../infra/db/backup/sqlite-backup";
import type { Database } from "../../infra/db/database";
import { MailMessageEntity } from "../../infra/mail/mail-message.entity";
import { OutboxMessageEntity } from "../../infra/outbox/outbox-message.entity";
import { FINISHED_STATES } from "../../infra/outbox/message-state";
import { CompanyEntity } from "../../tenant/companies/company.entity";

/** What of the application is needed to look a restored database through. */
export interface RestoredApp {
  readonly database: Database;
  readonly wholeCheck: WholeCheck;
}

type WithApp = (work: (app: RestoredApp) => Promise<void>) => Promise<void>;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Adds `ledgergate backup` and `ledgergate restore` (docs/operations.md). */
export function registerBackup(program: Command, withApp: WithApp, env: NodeJS.ProcessEnv = process.env): void {
  program
    .command("backup")
    .description("copy the database into one file, while the server goes on")
    .requiredOption("--to <file>", "the file to make; nothing may be there")
    .action(async ({ to }: { to: string }) => {
      const { file, bytes } = await backup(env, to);
      say(`${file}: ${bytes} bytes. The keys of the environment are not in it: keep them elsewhere.`);
    });
  program
    .command("restore")
    .description(
      "put a backup in the database's place, bring it up to date and look it through; the server must not run",
    )
    .requiredOption("--from <file>", "the backup")
    .option("--replace", "SQLite: put the database that is there aside", false)
    .action(async ({ from, replace }: { from: string; replace: boolean }) => {
      await restore(env, from, replace);
      await withApp(lookThrough);
    });
}

/** Throws Refusal CONFIGURATION. */
export function backup(env: NodeJS.ProcessEnv, to: string): Promise<Backup> {
  const { database } = loadConfig(env);
  return database.kind === "sqlite" ? backupSqlite(database.file, to, TABLES) : backupPostgres(database.url, to);
}

async function restore(env: NodeJS.ProcessEnv, from: string, replace: boolean): Promise<void> {
  const { database } = loadConfig(env);
  if (database.kind === "postgres") return restorePostgres(from, database.url, TABLES);
  const { setAside } = restoreSqlite(from, database.file, { replace, now: new Date(), tables: TABLES });
  if (setAside !== null) say(`The database that was there is ${setAside} now.`);
}

/** A database of yesterday: is it whole, and what of it goes out once more when the server starts? */
export async function lookThrough({ database, wholeCheck }: RestoredApp): Promise<void> {
  const manager = database.read();
  const companies = await manager.find(CompanyEntity, { order: { slug: "ASC" } });
  const checks = wholeCheck.run(companies);
  let problems = 0;
  let next = await checks.next();
  for (; next.done !== true; next = await checks.next()) {
    const { company, proof } = next.value;
    const found = [...proof.problems, ...(proof.rights ?? [])].length;
    if (found > 0) say(`${company.slug}: ${found} problems`);
    problems += found;
  }
  problems += next.value.problems.length;
  say(`Restored: ${companies.length} companies, ${problems === 0 ? "every trail proven" : `${problems} problems`}.`);
  if (problems > 0) {
    say("`ledgergate audit verify` names them. Anchors from after the backup tell of what it does not have.");
    process.exitCode = 1;
  }
  const letters = await manager.countBy(MailMessageEntity, { state: In(["queued", "sending"]) });
  const deliveries = await manager.countBy(OutboxMessageEntity, { state: Not(In([...FINISHED_STATES])) });
  say(`Waiting: ${letters} letters and ${deliveries} deliveries; they go out when the server starts.`);
  if (letters + deliveries > 0)
    say("What went out after the backup was made is among them: docs/operations.md tells what to do before the start.");
}
