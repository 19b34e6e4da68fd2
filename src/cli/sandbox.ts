import { type Command, InvalidArgumentError } from "commander";
import path from "node:path";
import { loadConfig } from "../config";
import { SandboxLedger } from "../connector/sandbox/sandbox-ledger";
import { Refusal } from "../kernel/errors";

/** `ledgergate sandbox`: the sandbox ledger by itself, for connectors under development. */
export function registerSandbox(program: Command): void {
  program
    .command("sandbox")
    .description("run the sandbox ledger by itself: a stand-in for Xero on this machine (not in production)")
    .option("--port <number>", "port on loopback; 0 takes a free one", portNumber, 0)
    .option("--file <path>", "its books; the data directory's sandbox-ledger.sqlite if left out")
    .action(runSandbox);
}

async function runSandbox({ port, file }: { port: number; file?: string }): Promise<void> {
  const config = loadConfig(process.env);
  if (config.production) throw new Refusal("CONFIGURATION", "The sandbox ledger is for development only.");
  const books = file ?? path.join(config.dataDir, "sandbox-ledger.sqlite");
  const ledger = await SandboxLedger.start({ file: books, port });
  process.stdout.write(`The sandbox ledger is at ${ledger.address}\n`);
  const stop = () => void ledger.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop).once("SIGINT", stop);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError("A port is 0 to 65535.");
  return port;
}
