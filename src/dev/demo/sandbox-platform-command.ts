import type { Command } from "commander";
import path from "node:path";
import { loadConfig } from "../../config/config";
import { OperatorRefusal } from "../../kernel/errors";
import { SandboxPlatform } from "../platform/sandbox-platform";
import { stockPlatform } from "../platform/tool/world";
import { portNumber } from "./sandbox";

/** `ledgergate sandbox-platform`: the sandbox platform by itself, for several servers, or for adapters under development. */
export function registerSandboxPlatform(program: Command): void {
  program
    .command("sandbox-platform")
    .description("run the sandbox platform by itself: a stand-in for the construction platform on this machine")
    .option("--port <number>", "port on loopback; 0 takes a free one", portNumber, 0)
    .option("--file <path>", "its file; the data directory's sandbox-platform.sqlite if left out")
    .action(run);
}

async function run({ port, file }: { readonly port: number; readonly file?: string }): Promise<void> {
  const config = loadConfig(process.env);
  if (config.production) throw new OperatorRefusal("CONFIGURATION", "The sandbox platform is for development only.");
  const kept = file ?? path.join(config.dataDir, "sandbox-platform.sqlite");
  const platform = await SandboxPlatform.start({ file: kept, port });
  stockPlatform(platform.store);
  process.stdout.write(`The sandbox platform is at ${platform.address}\n`);
  const stop = () => void platform.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop).once("SIGINT", stop);
}
