import path from "node:path";
import type { App } from "../../app";
import { DeliveryLoop, type DeliveryTimings } from "../../app-delivery";
import type { Config } from "../../config/config";
import { isLoopback } from "../../config/config-variables";
import type { WebhookTarget } from "../../dev/ledger/webhook-sender";
import { SandboxLedger } from "../../dev/ledger/http/sandbox-ledger";
import { WEBHOOK_PATH } from "../../erp/oauth/http/webhook-route";
import { stockSandbox } from "../../dev/demo/demo-ledger";

/** What carries records on: the loop that delivers, and in development the sandbox ledger. */
export interface RunningDelivery {
  /** Where the sandbox ledger's page is; null: there is none. */
  readonly ledger: string | null;
  stop(): Promise<void>;
}

/**
 * Delivers to Xero, and outside production to a sandbox ledger for what nobody consented to: to the one that runs by
 * itself where it is named, else to one beside the server.
 */
export async function startDelivery(
  app: App,
  warn: (error: unknown) => void,
  timings: Partial<DeliveryTimings> = {},
): Promise<RunningDelivery> {
  const { publicUrl, sandboxUrl, production } = app.config;
  const embedded = production || sandboxUrl !== null ? null : await embeddedLedger(app);
  const address = production ? null : (embedded?.address ?? sandboxUrl);
  if (address !== null) app.tenancy.ledgerPlaces.standIn(address);
  const loop = new DeliveryLoop({ ...app, publicUrl, ledger: address === null ? null : () => address, warn, timings });
  loop.start();
  return {
    ledger: address,
    stop: async () => {
      await loop.stop();
      await embedded?.stop();
    },
  };
}

/** With its own books in the data directory, and in them what the demo's records were said to be in the ledger. */
async function embeddedLedger(app: App): Promise<SandboxLedger> {
  const { dataDir, sandboxPort } = app.config;
  const file = path.join(dataDir, "sandbox-ledger.sqlite");
  const webhooks = webhookTarget(app.config);
  const ledger = await SandboxLedger.start({
    file,
    port: sandboxPort,
    clock: app.clock,
    ...(webhooks ? { webhooks } : {}),
  });
  await stockSandbox(app, ledger.store);
  return ledger;
}

/** The server's own address on this machine; null: it listens elsewhere only. */
function webhookTarget({ host, port, ledger: { xero, webhookKey: key } }: Config): WebhookTarget | null {
  const here = ["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host;
  if (xero !== null || key === null || !isLoopback(here)) return null;
  return { address: `http://${here.includes(":") ? `[${here}]` : here}:${port}${WEBHOOK_PATH}`, key };
}
