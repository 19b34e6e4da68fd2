import { type Command, InvalidArgumentError } from "commander";
import path from "node:path";
import { loadConfig } from "../../config/config";
import { SandboxLedger } from "../ledger/http/sandbox-ledger";
import { OperatorRefusal } from "../../kernel/errors";

/** `ledgergate sandbox`: the sandbox ledger by itself, for connectors under development. */
export function registerSandbox(program: Command): void {
  program
    .command("sandbox")
    .description("run the sandbox ledger by itself: a stand-in for Xero on this machine (not in production)")
    .option("--port <number>", "port on loopback; 0 takes a free one", portNumber, 0)
    .option("--file <path>", "its books; the data directory's sandbox-ledger.sqlite if left out")
    .option("--webhooks <address>", "where on this machine changes are told, signed with XERO_WEBHOOK_KEY")
    .action(runSandbox);
}

interface SandboxFlags {
  readonly port: number;
  readonly file?: string;
  readonly webhooks?: string;
}

async function runSandbox({ port, file, webhooks: address }: SandboxFlags): Promise<void> {
  const config = loadConfig(process.env);
  if (config.production) throw new OperatorRefusal("CONFIGURATION", "The sandbox ledger is for development only.");
  const books = file ?? path.join(config.dataDir, "sandbox-ledger.sqlite");
  const key = process.env["XERO_WEBHOOK_KEY"]?.trim();
  if (address !== undefined && !key)
    throw new OperatorRefusal(
      "CONFIGURATION",
      "XERO_WEBHOOK_KEY: expects the key that the server checks webhooks with.",
    );
  const webhooks = address === undefined || !key ? {} : { webhooks: { address, key } };
  const ledger = await SandboxLedger.start({ file: books, port, ...webhooks });
  process.stdout.write(`The sandbox ledger is at ${ledger.address}\n`);
  const stop = () => void ledger.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop).once("SIGINT", stop);
}

export function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError("A port is 0 to 65535.");
  return port;
}
