import type { Command } from "commander";
import type { App } from "../application";
import { OperatorRefusal } from "../kernel/errors";
import { isDemoSeeded, seedDemo } from "./demo/demo-seed";
import { registerSandbox } from "./demo/sandbox";
import { registerSandboxPlatform } from "./demo/sandbox-platform-command";
import { registerStory } from "./story/demo-story";

export { DEMO_PEOPLE } from "./demo/demo-people";
export { startSandboxDelivery } from "./demo/sandbox-delivery";
export { startSandboxPlatform } from "./demo/sandbox-platform";

/*
 * The one door to what exists in development only: the demo, the sandbox ledger and platform, the story. The command line opens it where
 * it is wanted; nothing that runs in production leads here.
 */

/** Creates the demo companies where they are not there. False: they are. */
export async function seedDemoOnce(app: App, before: () => void = () => undefined): Promise<boolean> {
  if (await isDemoSeeded(app)) return false;
  before();
  await seedDemo(app);
  return true;
}

/** The commands of development. */
export function registerDevelopment(
  program: Command,
  withApp: (work: (app: App) => Promise<unknown>) => Promise<void>,
) {
  program
    .command("seed")
    .description("create the demo companies, if they are not there (development only)")
    .action(() => withApp(seedByHand));
  registerSandbox(program);
  registerSandboxPlatform(program);
  registerStory(program);
}

async function seedByHand(app: App): Promise<void> {
  if (!app.developmentIssuer) throw new OperatorRefusal("CONFIGURATION", "The demo exists in development only.");
  const seeded = await seedDemoOnce(app);
  process.stdout.write(seeded ? "The demo companies are set up.\n" : "The demo companies are there already.\n");
}
