import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/*
 * From `npm start` to the first answer that needed the schema, a token, the database and the policy. The tree is
 * installed and built, the data seeded; what npm itself takes is part of it.
 */

export interface Start {
  readonly milliseconds: number;
  /** Of the server alone, after that answer; null where the system does not tell. */
  readonly rssBytes: number | null;
  /** Processor time until then, npm's own included. */
  readonly cpuMilliseconds: number | null;
}

/** The starts in their order, or why there are none. */
export type Starts = { readonly starts: readonly Start[] } | { readonly unavailable: string };

const ROOT = path.resolve(__dirname, "..");
const PATIENCE_MILLISECONDS = 60_000;
const ASKER = "commitments-only@demo.test";
const QUERY = `{ decision(input: { company: "demo", action: SEND, feature: COMMITMENT }) { allowed } }`;

export async function measureStarts(count: number): Promise<Starts> {
  const directory = mkdtempSync(path.join(tmpdir(), "ledgergate-bench-"));
  const env = { ...process.env, DATA_DIR: directory, HOST: "127.0.0.1", PORT: String(await freePort()) };
  try {
    await startOnce({ ...env, LOG_LEVEL: "warn" }, "{ __typename }", null);
    const cli = path.join(ROOT, "src/cli/ledgergate.cjs");
    const token = execFileSync(process.execPath, [cli, "token", "--as", ASKER], { env, encoding: "utf8" }).trim();
    const starts: Start[] = [];
    while (starts.length < count) starts.push(await startOnce(env, QUERY, token));
    return { starts };
  } catch (error) {
    return { unavailable: error instanceof Error ? error.message : String(error) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function startOnce(env: NodeJS.ProcessEnv, query: string, token: string | null): Promise<Start> {
  const started = performance.now();
  const npm = spawn("npm", ["start"], { cwd: ROOT, env, stdio: ["ignore", "ignore", "pipe"], detached: true });
  let complaint = "";
  npm.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const ended = once(npm, "close");
  const runs = () => npm.exitCode === null && npm.signalCode === null;
  try {
    const url = `http://127.0.0.1:${env.PORT}/graphql`;
    let refused = "no answer";
    while (performance.now() - started < PATIENCE_MILLISECONDS && runs()) {
      refused = await ask(url, query, token);
      if (refused === "") return { milliseconds: performance.now() - started, ...sizeOf(npm) };
      await pause(5);
    }
    throw new Error(`The server gave no answer (${refused}). ${complaint.trim().split("\n").at(-1) ?? ""}`);
  } finally {
    if (runs() && npm.pid !== undefined) process.kill(-npm.pid, "SIGTERM");
    await ended;
  }
}

/** Empty when the answer holds data; else what was wrong with it. */
async function ask(url: string, query: string, token: string | null): Promise<string> {
  const headers = { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
  try {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query }) });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: readonly { message: string }[] };
    return response.ok && data && !errors ? "" : `${response.status} ${errors?.[0]?.message ?? ""}`;
  } catch {
    return "connection refused";
  }
}

/** `exec` in the script makes the server npm's own child. Linux tells; elsewhere null. */
function sizeOf({ pid }: ChildProcess): Pick<Start, "rssBytes" | "cpuMilliseconds"> {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    const server = children.at(-1);
    const status = readFileSync(`/proc/${server}/status`, "utf8");
    const rssBytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1_024 || null;
    return { rssBytes, cpuMilliseconds: cpuOf(String(pid)) + cpuOf(String(server)) };
  } catch {
    return { rssBytes: null, cpuMilliseconds: null };
  }
}

/** Fields 14 and 15 of /proc/PID/stat, in hundredths of a second; the name before them may hold spaces. */
function cpuOf(pid: string): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
