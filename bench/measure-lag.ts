import { setTimeout as sleep } from "node:timers/promises";
import { SandboxLedger, type ObservedCall } from "../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_CREDENTIALS } from "../src/dev/platform/platform-parts";
import { SandboxPlatform } from "../src/dev/platform/sandbox-platform";
import { DEMO_PLATFORM_COMPANY } from "../src/dev/platform/tool/world-parts";
import { standingOf } from "../src/dev/platform/tool/closing";
import { systemActor } from "../src/kernel/actor";
import { startPostgres } from "../test/support/postgres-server";
import { approverUser, stockBridge, type Object } from "../test/torture/bridge/bridge-world";
import { COMPANY, furnish, RunFolder } from "../test/torture/house";
import { FIRST_PORT, ServerProcess } from "../test/torture/processes";
import { Neighbours } from "./machine";
import { table, whole } from "./report";

/*
 * How long a commitment takes from the press of "Send to ERP" over there to the ledger, and to the green ribbon, while fifty
 * a second are pressed. The server is `npm start`'s with both sandboxes on the same machine, which set no limits of their
 * own; the ledger is called at the pace that Xero allows all the same.
 */

const SEED = 7;
const PER_SECOND = 50;
/** So many objects of all kinds make some 250 commitments. */
const OBJECTS = 700;
const PATIENCE_MS = 5 * 60_000;
const LOOK_MS = 50;
const NO_LIMITS = {
  ledger: { concurrent: 100, perMinute: 1_000_000, perDay: 10_000_000, appPerMinute: 1_000_000 },
  // Alike, so that answers tell of both windows.
  platform: { perHour: 1_000_000, perTenSeconds: 1_000_000 },
} as const;

export async function measureLag(print: (...lines: string[]) => void): Promise<void> {
  const neighbours = new Neighbours();
  const rows = [["", "commitments", "to the ledger p50 s", "p95 s", "to green p50 s", "p95 s", "calls to the ledger"]];
  rows.push(await measured("SQLite", null));
  const postgres = await startPostgres();
  try {
    rows.push(await measured("PostgreSQL", postgres.url));
  } finally {
    await postgres.stop();
  }
  print(`From "Send to ERP" to the ledger, ${PER_SECOND} commitments a second`, "");
  print(table(rows), "", `  ${neighbours.told()}`, "");
}

async function measured(name: string, databaseUrl: string | null): Promise<string[]> {
  const folder = new RunFolder(databaseUrl, `http://127.0.0.1:${FIRST_PORT}`);
  const stops: (() => Promise<void>)[] = [];
  try {
    await furnish(folder, [], 1);
    const objects = stockBridge(folder.platformFile, SEED, OBJECTS, 1);
    const watch = new Watch();
    const ledger = await SandboxLedger.start({
      ...{ file: folder.ledgerFile, port: 0, allowance: NO_LIMITS.ledger },
      observer: (call) => watch.called(call),
    });
    stops.push(() => ledger.stop());
    const platform = await SandboxPlatform.start({ file: folder.platformFile, port: 0, allowance: NO_LIMITS.platform });
    stops.push(() => platform.stop());
    await connect(folder, platform.address);
    const addresses = { SANDBOX_LEDGER_URL: ledger.address, SANDBOX_PLATFORM_URL: platform.address };
    const server = new ServerProcess(folder, 0, addresses, undefined, {});
    stops.push(() => server.stop());
    await server.start();
    return [name, ...(await race(platform, objects, watch))];
  } finally {
    for (const stop of stops.reverse()) await stop();
    folder.remove();
  }
}

async function connect(folder: RunFolder, address: string): Promise<void> {
  const app = await folder.openApp();
  app.platform.hosts.standIn(address);
  const given = { platformCompanyId: String(DEMO_PLATFORM_COMPANY), ...SANDBOX_CREDENTIALS };
  await app.platform.connecting.connect(systemActor("bench"), COMPANY, { ...given, deciding: "there" });
  await app.close();
}

async function race(platform: SandboxPlatform, objects: readonly Object[], watch: Watch): Promise<string[]> {
  const commitments = objects.filter(({ kind }) => kind === "commitment");
  const foundations = objects.filter(({ kind }) => ["standard_cost_code", "project", "vendor"].includes(kind));
  for (const one of foundations) press(platform, one);
  await watch.untilGreen(platform, foundations);
  watch.calls = 0;
  const began = performance.now();
  const watching = watch.untilGreen(platform, commitments);
  for (const [index, one] of commitments.entries()) {
    await sleep(Math.max(0, began + (index * 1_000) / PER_SECOND - performance.now()));
    watch.pressed.set(one.id, performance.now());
    press(platform, one);
  }
  await watching;
  const numbers = [...watch.arrivals(platform, commitments), ...watch.greens(commitments)];
  return [whole(commitments.length), ...numbers.map((ms) => (ms / 1_000).toFixed(1)), whole(watch.calls)];
}

function press(platform: SandboxPlatform, { kind, id }: Object): void {
  platform.tool.send(kind, id);
  platform.tool.export(approverUser(0), kind, [id]);
}

/** When what was pressed came where. */
class Watch {
  readonly pressed = new Map<number, number>();
  calls = 0;
  private readonly inLedger = new Map<string, number>();
  private readonly green = new Map<number, number>();

  called({ method, body }: ObservedCall): void {
    this.calls += 1;
    if (method === "GET") return;
    const { PurchaseOrders: orders } = (body ?? {}) as { PurchaseOrders?: { PurchaseOrderNumber?: string }[] };
    for (const { PurchaseOrderNumber: number = "" } of orders ?? [])
      if (!this.inLedger.has(number)) this.inLedger.set(number, performance.now());
  }

  async untilGreen(platform: SandboxPlatform, objects: readonly Object[]): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    const left = new Set(objects);
    while (left.size > 0) {
      if (Date.now() > until) throw new Error(`${left.size} objects are not green`);
      for (const one of left) {
        const thing = platform.store.get(one.kind, one.id);
        const { state, messages } = thing ? standingOf(thing) : { state: "none", messages: [] };
        if (state === "given_back") throw new Error(messages.join(" "));
        if (!thing || state !== "none" || !platform.tool.isSynced(one.kind, thing)) continue;
        this.green.set(one.id, performance.now());
        left.delete(one);
      }
      await sleep(LOOK_MS);
    }
  }

  arrivals(platform: SandboxPlatform, objects: readonly Object[]): number[] {
    return shares(
      objects.map(({ kind, id }) => {
        const number = String(platform.store.get(kind, id)?.body["number"]);
        return (this.inLedger.get(number) ?? Number.NaN) - (this.pressed.get(id) ?? Number.NaN);
      }),
    );
  }

  greens(objects: readonly Object[]): number[] {
    return shares(objects.map(({ id }) => (this.green.get(id) ?? Number.NaN) - (this.pressed.get(id) ?? Number.NaN)));
  }
}

/** The median, and what 95 of a hundred stay below. */
function shares(milliseconds: number[]): number[] {
  const sorted = milliseconds.sort((a, b) => a - b);
  return [0.5, 0.95].map((share) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
}
