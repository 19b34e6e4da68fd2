import { fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { Agent, request } from "node:http";
import path from "node:path";
import { startPostgres } from "../test/support/postgres-server";
import { median, Neighbours } from "./machine";
import { table, whole } from "./report";

/*
 * How many events of the platform are taken in: each is stored before it is answered. Over an empty database, then over one in
 * which a million events and requests lie.
 */

const CONNECTIONS = 16;
const ROUNDS = 5;
const ROUND_MS = 2_000;
const GROWN = 1_000_000;

interface Serving {
  readonly url: string;
  readonly directory: string;
  readonly authorization: string;
  readonly company: number;
}

interface Intake {
  readonly perSecond: number;
  /** Milliseconds, as who tells the event sees them. */
  readonly p50: number;
  readonly p99: number;
}

export async function measureIntake(print: (...lines: string[]) => void): Promise<void> {
  const neighbours = new Neighbours();
  const rows = [["intake of events", "rows", "events/s", "p50 ms", "p99 ms", "to empty"]];
  rows.push(...(await measured("SQLite", "")));
  const postgres = await startPostgres();
  try {
    rows.push(...(await measured("PostgreSQL", postgres.url)));
  } finally {
    await postgres.stop();
  }
  print(`Events over HTTP on ${CONNECTIONS} connections, stored and answered; medians of ${ROUNDS} rounds`, "");
  print(table(rows), "", `  ${neighbours.told()}`, "");
}

async function measured(name: string, databaseUrl: string): Promise<string[][]> {
  const child = fork(path.join(__dirname, "intake-server.ts"), [databaseUrl], {
    execArgv: ["-r", "@swc-node/register"],
  });
  const [serving] = (await once(child, "message")) as [Serving];
  try {
    await round(serving, "warm");
    const empty = await rounds(serving, "empty");
    child.send(GROWN);
    await once(child, "message");
    await round(serving, "warmer");
    const grown = await rounds(serving, "grown");
    const row = (rows: number, { perSecond, p50, p99 }: Intake) => {
      const ratio = `${(perSecond / empty.perSecond).toFixed(2)} ×`;
      return [name, whole(rows), whole(perSecond), p50.toFixed(1), p99.toFixed(1), ratio];
    };
    return [row(0, empty), row(GROWN, grown)];
  } finally {
    child.disconnect();
    await once(child, "exit");
    rmSync(serving.directory, { recursive: true, force: true });
  }
}

async function rounds(serving: Serving, name: string): Promise<Intake> {
  const all: Intake[] = [];
  for (let index = 0; index < ROUNDS; index += 1) all.push(await round(serving, `${name} ${index}`));
  const of = (what: keyof Intake) => median(all.map((one) => one[what]));
  return { perSecond: of("perSecond"), p50: of("p50"), p99: of("p99") };
}

/** Each connection tells one event after the other, never the same twice. */
async function round(serving: Serving, name: string): Promise<Intake> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const taken: number[] = [];
  const began = performance.now();
  const tell = async (connection: number) => {
    for (let index = 0; performance.now() - began < ROUND_MS; index += 1) {
      const sent = performance.now();
      const status = await post(
        serving,
        agent,
        event(serving.company, `${name} ${connection} ${index}`, connection, index),
      );
      if (status !== 204 && status !== 200) throw new Error(`The intake answered ${status}`);
      taken.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, connection) => tell(connection)));
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? Number.NaN;
  return { perSecond: taken.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** An ERP request in the form v4. */
function event(company: number, id: string, connection: number, index: number): string {
  const timestamp = new Date().toISOString();
  const place = { company_id: String(company), project_id: null, user_id: "102" };
  const resource = { resource_type: "ERP Requests", resource_id: `${hash(id)}${connection}${index}` };
  return JSON.stringify({ id, timestamp, reason: "create", ...place, ...resource });
}

/** Nine digits; the same for the same text. */
function hash(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 899_999_963;
  return sum + 100_000_000;
}

function post({ url, authorization }: Serving, agent: Agent, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", authorization, "content-length": Buffer.byteLength(body) };
    const sent = request(`${url}/webhooks/platform`, { method: "POST", agent, headers }, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject).end(body);
  });
}
