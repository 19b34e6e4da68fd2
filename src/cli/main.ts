import "reflect-metadata";
import { Command } from "commander";
import { createApp, type App } from "../application";
import { loadConfig } from "../config/config";
import { systemActor } from "../kernel/actor";
import { OperatorRefusal } from "../kernel/errors";
import { amountLines, doubtfulAmounts, registerAmounts } from "./amounts/amounts";
import { registerCheck } from "./commands/check";
import { registerDecisions } from "./commands/decisions";
import { registerEvidence } from "./commands/evidence";
import { exitWith } from "./commands/exit";
import { registerImport } from "./commands/import";
import { printLines } from "./commands/print-lines";
import { registerRecords } from "./commands/records";
import { registerBackup } from "./operations/backup";
import { registerDoctor } from "./operations/doctor/doctor";
import { registerAudit } from "./proof/audit";
import { registerReview } from "./proof/review";
import { serve } from "./commands/serve";
import { printToken } from "./commands/token";
import { registerTokens } from "./commands/tokens";

const program = new Command("ledgergate")
  .description("Decides, and explains, who may send what from a construction platform to the ledger.")
  .showHelpAfterError();

program
  .command("serve", { isDefault: true })
  .description("migrate the database, seed the demo on the first run in development, and listen")
  .action(() => serve(process.env));

program
  .command("migrate")
  .description("bring the database's tables up to date")
  .action(() => withApp(reportMigrated));

program
  .command("token")
  .description("print a token for a person (development only)")
  .requiredOption("--as <email>", "whom the token is for")
  .action(({ as }: { as: string }) => printToken(as));

program
  .command("vendor-staff")
  .description("put a person on the vendor's staff, who registers companies and leads them")
  .requiredOption("--email <email>", "the person's e-mail")
  .requiredOption("--name <name>", "the person's name")
  .option("--super-user", "may act in every company and name other staff", false)
  .action((person: { email: string; name: string; superUser: boolean }) =>
    withApp((app) => addVendorStaff(app, person)),
  );

program
  .command("relink-staff")
  .description("say which account is whose of the vendor's staff; without one, whoever next signs in with the address")
  .requiredOption("--email <email>", "the person's e-mail")
  .requiredOption("--reason <text>", "kept in the audit trails of the companies that the person serves")
  .option("--issuer <address>", "the account's issuer, as tokens have it")
  .option("--subject <id>", "the account's own identifier at the issuer")
  .action((asked: RelinkArguments) => withApp((app) => relinkStaff(app, asked)));

registerImport(program, withApp);
registerRecords(program, withApp);
registerDecisions(program, withApp);
registerAudit(program, withApp);
registerReview(program, withApp);
registerEvidence(program, withApp);
registerCheck(program);
registerAmounts(program, withApp);
registerTokens(program, withApp);
registerBackup(program, withApp);
registerDoctor(program);

interface RelinkArguments {
  readonly email: string;
  readonly reason: string;
  readonly issuer?: string;
  readonly subject?: string;
}

async function relinkStaff(app: App, { email, reason, issuer, subject }: RelinkArguments): Promise<void> {
  if ((issuer === undefined) !== (subject === undefined))
    throw new OperatorRefusal("BAD_INPUT", "An account is an issuer and a subject: give both, or neither.");
  const account = issuer !== undefined && subject !== undefined ? { issuer, subject } : null;
  const staff = await app.relink.relinkStaff(systemActor("command line"), { email, reason, account });
  process.stdout.write(account ? `${staff.email} is linked.\n` : `${staff.email} is linked at the next sign-in.\n`);
}

async function addVendorStaff(app: App, person: { email: string; name: string; superUser: boolean }): Promise<void> {
  const added = await app.company.addVendorStaff(systemActor("command line"), person);
  process.stdout.write(`${added.email} is on the vendor's staff.\n`);
}

async function reportMigrated({ database }: App): Promise<void> {
  process.stdout.write("The database is up to date.\n");
  const doubtful = await doubtfulAmounts(database.read());
  if (doubtful.length > 0) await printLines(amountLines(doubtful));
}

async function withApp(work: (app: App) => Promise<unknown>): Promise<void> {
  const app = await createApp(loadConfig(process.env));
  try {
    await app.migrate();
    await work(app);
  } finally {
    await app.close();
  }
}

async function run(): Promise<void> {
  const { registerDevelopment } = await import("../dev/development.js");
  registerDevelopment(program, withApp);
  await program.parseAsync(process.argv);
}

void run().catch(exitWith);
