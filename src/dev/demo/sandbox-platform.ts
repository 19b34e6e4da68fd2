import path from "node:path";
import type { App } from "../../application";
import { PlatformLoop, type RunningPlatform } from "../../platform/platform-loop";
import type { DeliveryTimings } from "../../records/delivery/delivery-loop";
import { SandboxPlatform } from "../platform/sandbox-platform";
import { stockPlatform } from "../platform/tool/world";
import { connectDemoCompany } from "./demo-platform";

/**
 * Works together with the platform as the server does, and where none is configured with a sandbox platform: with the one
 * that runs by itself where it is named, else with one beside the server.
 */
export async function startSandboxPlatform(
  app: App,
  warn: (error: unknown) => void,
  { idleMs }: Partial<DeliveryTimings> = {},
): Promise<RunningPlatform> {
  const { apiUrl, sandboxUrl } = app.config.platform;
  const embedded = apiUrl === null && sandboxUrl === null ? await embeddedPlatform(app) : null;
  const address = apiUrl === null ? (embedded?.address ?? sandboxUrl) : null;
  if (address !== null) app.platform.hosts.standIn(address);
  const loop = new PlatformLoop({ ...app, warn, idleMs });
  loop.start();
  // After a restart too: addresses may have changed.
  if (embedded) await connectDemoCompany(app).catch(warn);
  return {
    address,
    stop: async () => {
      await loop.stop();
      await embedded?.stop();
    },
  };
}

/** With its own file in the data directory. */
async function embeddedPlatform({ config, clock }: App): Promise<SandboxPlatform> {
  const file = path.join(config.dataDir, "sandbox-platform.sqlite");
  const sandbox = await SandboxPlatform.start({ file, port: config.platform.sandboxPort, clock });
  stockPlatform(sandbox.store);
  return sandbox;
}
