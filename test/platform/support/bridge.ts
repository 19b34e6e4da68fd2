import type { App } from "../../../src/application";
import { stockSandbox } from "../../../src/dev/demo/demo-ledger";
import { sandboxStandIn } from "../../../src/dev/ledger/stand-in";
import { SandboxLedger } from "../../../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_CREDENTIALS } from "../../../src/dev/platform/platform-parts";
import { SandboxPlatform } from "../../../src/dev/platform/sandbox-platform";
import { stockPlatform } from "../../../src/dev/platform/tool/world";
import { DEMO_PLATFORM_COMPANY } from "../../../src/dev/platform/tool/world-parts";
import type { Deciding } from "../../../src/platform/connect/platform-connection.entity";
import { createPlatformRelay } from "../../../src/platform/platform-loop";
import { createRelay } from "../../../src/records/delivery/delivery-loop";
import { holdPort } from "../../support/held-port";
import { person } from "../../support/house";
import { TestServer } from "../../support/server";

const ALLOWANCE = { perHour: 1_000_000, perTenSeconds: 100_000 };
const ROUNDS = 4;

/** The whole bridge: the real server on a port, the sandbox platform on one side and the sandbox ledger on the other. */
export class Bridge {
  private constructor(
    readonly server: TestServer,
    readonly platform: SandboxPlatform,
    readonly ledger: SandboxLedger,
    private readonly turns: readonly (() => Promise<unknown>)[],
  ) {}

  static async start(deciding: Deciding = "there", env: Readonly<Record<string, string>> = {}): Promise<Bridge> {
    const { port, letGo } = await holdPort();
    const own = { PUBLIC_URL: `http://127.0.0.1:${port}`, PORT: String(port) };
    const server = await TestServer.start({ ...own, ...env });
    const { app } = server;
    await letGo();
    await server.http.listen({ host: "127.0.0.1", port });
    const platform = await SandboxPlatform.start({ file: ":memory:", port: 0, allowance: ALLOWANCE, firstWaitMs: 10 });
    stockPlatform(platform.store);
    app.platform.hosts.standIn(platform.address);
    const ledger = await SandboxLedger.start({ file: ":memory:", port: 0 });
    await stockSandbox(app, ledger.store);
    const bridge = new Bridge(server, platform, ledger, turnsOf(app, platform, ledger));
    const platformCompanyId = String(DEMO_PLATFORM_COMPANY);
    const given = { platformCompanyId, ...SANDBOX_CREDENTIALS, deciding };
    const connection = await app.platform.connecting.connect(person("admin@demo.test"), "demo", given);
    await app.platform.linking.link(connection);
    return bridge;
  }

  get app(): App {
    return this.server.app;
  }

  /** Until everything that can happen now has happened. */
  async settle(): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) for (const turn of this.turns) await turn();
  }

  async stop(): Promise<void> {
    await this.platform.stop();
    await this.ledger.stop();
    await this.server.stop();
  }
}

function turnsOf(app: App, platform: SandboxPlatform, ledger: SandboxLedger): (() => Promise<unknown>)[] {
  const { publicUrl } = app.config;
  const warn = (error: unknown) => {
    throw error;
  };
  const standIn = (timeoutMs: number) => sandboxStandIn(() => ledger.address, timeoutMs);
  const deliveries = createRelay({ ...app, publicUrl, standIn, warn, timings: { lookUpAfterMs: 0 } });
  const answers = createPlatformRelay({ ...app, warn, lookUpAfterMs: 0 });
  return [
    () => platform.events.settled(),
    () => app.platform.worker.turn(),
    () => deliveries.turn(),
    () => answers.turn(),
  ];
}
