import path from "node:path";
import type { App } from "../../application";
import { DeliveryLoop, type DeliveryTimings, type RunningDelivery } from "../../records/delivery/delivery-loop";
import type { Config } from "../../config/config";
import { isLoopback } from "../../config/config-variables";
import type { WebhookTarget } from "../ledger/webhook-sender";
import { SandboxLedger } from "../ledger/http/sandbox-ledger";
import { WEBHOOK_PATH } from "../../erp/oauth/http/webhook-route";
import { sandboxStandIn } from "../ledger/stand-in";
import { stockSandbox } from "./demo-ledger";

/**
 * Delivers as the server does, and to a sandbox ledger what nobody consented to: to the one that runs by itself where it is
 * named, else to one beside the server.
 */
export async function startSandboxDelivery(
  app: App,
  warn: (error: unknown) => void,
  timings: Partial<DeliveryTimings> = {},
): Promise<RunningDelivery> {
  const { publicUrl, sandboxUrl } = app.config;
  const embedded = sandboxUrl === null ? await embeddedLedger(app) : null;
  const address = embedded?.address ?? sandboxUrl ?? "";
  app.tenancy.ledgerPlaces.standIn(address);
  const standIn = (timeoutMs: number) => sandboxStandIn(() => address, timeoutMs);
  const loop = new DeliveryLoop({ ...app, publicUrl, standIn, warn, timings });
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
