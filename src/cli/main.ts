import "reflect-metadata";
import { Command } from "commander";
import { createApp, type App } from "../app";
import { loadConfig } from "../config";
import { isDemoSeeded, seedDemo } from "./demo-seed";
import { exitWith } from "./exit";
import { serve } from "./serve";
import { printToken } from "./token";

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
  .action(() => withApp(async () => process.stdout.write("The database is up to date.\n")));

program
  .command("seed")
  .description("create the demo companies, if they are not there (development only)")
  .action(() => withApp(seedOnce));

program
  .command("token")
  .description("print a token for a person (development only)")
  .requiredOption("--as <email>", "whom the token is for")
  .action(({ as }: { as: string }) => printToken(as));

async function seedOnce(app: App): Promise<void> {
  if (!app.developmentIssuer) throw new Error("The demo exists in development only.");
  if (await isDemoSeeded(app)) {
    process.stdout.write("The demo companies are there already.\n");
    return;
  }
  await seedDemo(app);
  process.stdout.write("The demo companies are set up.\n");
}

async function withApp(work: (app: App) => Promise<unknown>): Promise<void> {
  const app = await createApp(loadConfig(process.env));
  try {
    await app.database.migrate();
    await work(app);
  } finally {
    await app.database.close();
  }
}

program.parseAsync(process.argv).catch(exitWith);
