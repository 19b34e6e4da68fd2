import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { contestantsAt, type Contestant, type Serving } from "./http-contestants";
import { fireFor, type Volley } from "./load";
import { median, Neighbours } from "./machine";
import { COMPANIES, MEMBERS_PER_COMPANY } from "./population";
import { table, whole } from "./report";

/*
 * Over HTTP on one connection, the load generator on the same machine: AuthZEN with one and with fifty questions a
 * request, GraphQL `decisions` with fifty, each beside a route of the same server that parses the same request behind the
 * same authentication and answers the same JSON without deciding anything. All contestants take turns.
 */

const ROUNDS = 5;
const ROUND_MILLISECONDS = 800;

/** What a contestant did in one round. */
export interface Bout extends Volley {
  /** Processor time of the server for one request, in microseconds; NaN: not told. */
  readonly cpu: number;
}

/** What hears of the decisions meanwhile, the default first: the log, metrics and the uses of grants, or nobody. */
const LOGS = {
  complete: "the default configuration (decision log complete, metrics off)",
  metrics: "decision log off, metrics on",
  off: "decision log and metrics off",
} as const;

export async function measureHttp(print: (...lines: string[]) => void) {
  for (const [log, told] of Object.entries(LOGS)) {
    await withServer(COMPANIES, (serving) => measureAt(serving, told, print), log);
  }
}

async function measureAt(serving: Serving, told: string, print: (...lines: string[]) => void): Promise<void> {
  const contestants = await contestantsAt(serving);
  const neighbours = new Neighbours();
  const rates = await duel(contestants);
  const what = "one connection, random over 20,000 members, load generator on the same machine";
  print(`Over HTTP, ${told}, ${what}`, "");
  print(httpTable(contestants, rates), "", `  ${neighbours.told()}`, "");
}

/** Runs the work beside a server with a stored population of so many companies, and takes both away afterwards. */
export async function withServer(
  companies: number,
  work: (server: Serving) => Promise<void>,
  decisionLog = "off",
  membersEach = MEMBERS_PER_COMPANY,
): Promise<void> {
  // Libraries check themselves less in production.
  const env = { ...process.env, NODE_ENV: "production" };
  const args = [String(companies), decisionLog, String(membersEach)];
  const child = fork(path.join(__dirname, "server.ts"), args, { execArgv: childArgs(), env });
  try {
    const [serving] = (await once(child, "message")) as [Omit<Serving, "spent"> & { readonly directory: string }];
    await work({ ...serving, spent: () => spentBy(child) });
    child.disconnect();
    await once(child, "exit");
    rmSync(serving.directory, { recursive: true, force: true });
  } finally {
    child.kill();
  }
}

async function spentBy(child: ChildProcess): Promise<number> {
  child.send("spent");
  const [microseconds] = (await once(child, "message")) as [number];
  return microseconds;
}

/** BENCH_PROFILE=DIRECTORY writes a processor profile of the server there. */
function childArgs(): string[] {
  const directory = process.env.BENCH_PROFILE;
  const profile = directory ? ["--cpu-prof", `--cpu-prof-dir=${directory}`] : [];
  return [...profile, "-r", "@swc-node/register"];
}

/** In turns; before them each shot is fired once at least, so that everything is warm. */
export async function duel(contestants: readonly Contestant[]): Promise<readonly Bout[][]> {
  const rounds: Bout[][] = contestants.map(() => []);
  for (const { gun, shots } of contestants) for (const one of shots) await gun.fire(one);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [index, contestant] of contestants.entries()) {
      const fired = await bout(contestant);
      if (round >= 0) rounds[index]?.push(fired);
      await pause(20);
    }
  }
  for (const { gun } of contestants) gun.close();
  return rounds;
}

async function bout({ gun, shots, spent }: Contestant): Promise<Bout> {
  const before = (await spent?.()) ?? Number.NaN;
  const fired = await fireFor(gun, shots, ROUND_MILLISECONDS);
  const after = (await spent?.()) ?? Number.NaN;
  return { ...fired, cpu: (after - before) / fired.requests };
}

/** The ratios are of rounds that lay side by side, so that a busy neighbour hits both. */
export function httpTable(contestants: readonly Contestant[], rounds: readonly Bout[][]): string {
  let base = 0;
  const rows = contestants.map(({ name, each }, index) => {
    const mine = rounds[index] ?? [];
    if (name.startsWith("the same route")) base = index;
    const middle = (pick: (one: Bout) => number) => median(mine.map(pick));
    const ratio = (pick: (one: Bout) => number) =>
      median(mine.map((one, round) => pick(one) / pick(rounds[base]?.[round] as Bout)));
    const share = ratio((one) => one.perSecond) * (each / (contestants[base]?.each ?? each));
    const times = [middle((one) => one.p50), middle((one) => one.p95), middle((one) => one.p99)].map(whole);
    const cpu = middle((one) => one.cpu);
    const processor = Number.isNaN(cpu) ? ["", ""] : [cpu.toFixed(0), `${(1 / ratio((one) => one.cpu)).toFixed(2)} x`];
    return [name, whole(middle((one) => one.perSecond) * each), ...times, `${share.toFixed(2)} x`, ...processor];
  });
  const head = ["", "decisions/s", "p50 us", "p95 us", "p99 us", "to the route above"];
  return table([[...head, "server's CPU us a request", "the same in CPU"], ...rows]);
}
