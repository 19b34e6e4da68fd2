import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { RunFolder } from "./house";

/**
 * Short enough for a run, and in the same order as in production: time-out, look-up, lease. A busy machine must answer
 * within the time-out, else it tortures by itself; the lease is on the run's clock, on which a second is longer.
 */
export const TIMINGS = { timeoutMs: 1_500, idleMs: 200, writeWithinMs: 1_500, lookUpAfterMs: 7_000, leaseMs: 120_000 };

export const FIRST_PORT = 41_000 + (process.pid % 400) * 20;

/** The process of a neighbour: the sandbox ledger, or the sandbox platform. */
export class NeighbourProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
  ) {}

  static ledger(folder: RunFolder): Promise<NeighbourProcess> {
    return NeighbourProcess.start("ledger-process.cjs", folder, { LEDGER_FILE: folder.ledgerFile });
  }

  static platform(folder: RunFolder): Promise<NeighbourProcess> {
    return NeighbourProcess.start("platform-process.cjs", folder, { PLATFORM_FILE: folder.platformFile });
  }

  private static async start(script: string, folder: RunFolder, env: Record<string, string>) {
    const child = forked(script, folder, env);
    const [address] = (await once(child, "message")) as [string];
    return new NeighbourProcess(child, address);
  }

  async control(method: "POST" | "DELETE", what: string, body?: unknown): Promise<void> {
    const json =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    const answer = await fetch(`${this.address}/sandbox/${what}`, { method, ...json });
    if (!answer.ok) throw new Error(`The neighbour refused ${what}: ${answer.status} ${await answer.text()}`);
  }

  async stop(): Promise<void> {
    await ended(this.child, "SIGTERM");
  }
}

/** One server, which can be killed and comes again on the same port. */
export class ServerProcess {
  readonly url: string;
  kills = 0;
  private child: ChildProcess | null = null;
  /** Loaded already, for when this one is killed. */
  private next: Promise<ChildProcess>;
  private said = "";

  constructor(
    private readonly folder: RunFolder,
    index: number,
    /** Where its neighbours are. */
    private readonly neighbours: Record<string, string>,
    private readonly port = FIRST_PORT + index,
    private readonly timings: Readonly<Record<string, number>> = TIMINGS,
  ) {
    this.url = `http://127.0.0.1:${port}`;
    this.next = this.loaded();
  }

  get up(): boolean {
    return this.child !== null;
  }

  async start(): Promise<void> {
    const child = await this.next;
    const outcome = firstWord(child);
    child.send("go");
    if ((await outcome) !== "ready") throw new Error(`A server did not start:\n${this.said}`);
    this.child = child;
    this.next = this.loaded();
  }

  /** SIGKILL, then up again. */
  async kill(): Promise<void> {
    const child = this.child;
    if (!child) return;
    this.child = null;
    this.kills += 1;
    await ended(child, "SIGKILL");
    await sleep(20);
    await this.start();
  }

  /** Ends it as an operator would. */
  async stop(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child) await ended(child, "SIGTERM");
    await ended(await this.next, "SIGKILL");
  }

  /** What it last complained of. */
  get complaint(): string {
    return this.said;
  }

  private async loaded(): Promise<ChildProcess> {
    const env = { ...this.folder.env(this.port), ...this.neighbours, TIMINGS: JSON.stringify(this.timings) };
    const child = forked("server-process.cjs", this.folder, env);
    // The log of errors goes to stdout.
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-12_000)));
    if ((await firstWord(child)) !== "loaded") throw new Error(`A server could not be loaded:\n${this.said}`);
    return child;
  }
}

async function firstWord(child: ChildProcess): Promise<unknown> {
  const [word] = (await Promise.race([once(child, "message"), once(child, "exit")])) as [unknown];
  return word;
}

function forked(script: string, folder: RunFolder, env: Record<string, string>): ChildProcess {
  const { PATH = "", HOME = "" } = process.env;
  return fork(path.join(__dirname, script), [], {
    cwd: folder.root,
    env: { PATH, HOME, ROOT: folder.root, CLOCK_FILE: folder.clock.file, ...env },
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill(signal);
  const impatient = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await exit;
  clearTimeout(impatient);
}
