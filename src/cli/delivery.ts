import path from "node:path";
import type { App } from "../app";
import { DeliveryLoop } from "../app-delivery";
import { SandboxLedger } from "../connector/sandbox/sandbox-ledger";
import { stockSandbox } from "./demo-ledger";

/** What carries records on: the sandbox ledger and the loop that delivers to it. */
export interface RunningDelivery {
  /** Where the sandbox ledger's page is. */
  readonly ledger: string;
  stop(): Promise<void>;
}

/** Starts the sandbox ledger beside the server, with its own books in the data directory, and delivers to it. */
export async function startDelivery(app: App, warn: (error: unknown) => void): Promise<RunningDelivery> {
  const { dataDir, publicUrl, sandboxPort } = app.config;
  const file = path.join(dataDir, "sandbox-ledger.sqlite");
  const ledger = await SandboxLedger.start({ file, port: sandboxPort, clock: app.clock });
  await stockSandbox(app, ledger.store);
  const loop = new DeliveryLoop({ ...app, publicUrl, ledger: () => ledger.address, warn });
  loop.start();
  return {
    ledger: ledger.address,
    stop: async () => {
      await loop.stop();
      await ledger.stop();
    },
  };
}
