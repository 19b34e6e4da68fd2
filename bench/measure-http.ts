import { fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { rightAnswers } from "./decisions";
import { fireFor, Gun, shot, type Shot, type Volley } from "./load";
import { median, Neighbours } from "./machine";
import { COMPANIES, populate, questions, type Question } from "./population";
import { table, whole } from "./report";

/*
 * Over HTTP on one connection, the load generator on the same machine: AuthZEN with one and with fifty questions a
 * request, GraphQL `decisions` with fifty, each beside a route of the same server that parses the same request behind the
 * same authentication and answers the same JSON without deciding anything. All contestants take turns.
 */

const BATCH = 50;
const BATCHES = 64;
const ROUNDS = 3;
const ROUND_MILLISECONDS = 800;
const QUERY = "query ($inputs: [DecisionInput!]!) { decisions(inputs: $inputs) { allowed } }";
const QUERY_CODES = "query ($inputs: [DecisionInput!]!) { decisions(inputs: $inputs) { allowed code } }";

export interface Contestant {
  readonly name: string;
  readonly shots: readonly Shot[];
  readonly each: number;
  readonly gun: Gun;
}

export interface Serving {
  readonly url: string;
  readonly key: string;
}

export async function measureHttp(print: (...lines: string[]) => void) {
  await withServer(COMPANIES, async ({ url, key }) => {
    const contestants = await prepare(url, key);
    const neighbours = new Neighbours();
    const rates = await duel(contestants);
    print("Over HTTP, one connection, random over 20,000 members, load generator on the same machine", "");
    print(httpTable(contestants, rates), "", `  ${neighbours.told()}`, "");
  });
}

/** Runs the work beside a server with a stored population of so many companies, and takes both away afterwards. */
export async function withServer(companies: number, work: (server: Serving) => Promise<void>): Promise<void> {
  // Libraries check themselves less in production.
  const env = { ...process.env, NODE_ENV: "production" };
  const child = fork(path.join(__dirname, "server.ts"), [String(companies)], { execArgv: childArgs(), env });
  try {
    const [serving] = (await once(child, "message")) as [Serving & { readonly directory: string }];
    await work(serving);
    child.disconnect();
    await once(child, "exit");
    rmSync(serving.directory, { recursive: true, force: true });
  } finally {
    child.kill();
  }
}

/** BENCH_PROFILE=DIRECTORY writes a processor profile of the server there. */
function childArgs(): string[] {
  const directory = process.env.BENCH_PROFILE;
  const profile = directory ? ["--cpu-prof", `--cpu-prof-dir=${directory}`] : [];
  return [...profile, "-r", "@swc-node/register"];
}

async function prepare(url: string, key: string): Promise<Contestant[]> {
  const asked = questions(populate(COMPANIES), BATCH * BATCHES);
  const batches = Array.from({ length: BATCHES }, (_, index) => asked.slice(index * BATCH, (index + 1) * BATCH));
  const gun = await Gun.at(url);
  const at = (where: string, body: unknown, method = "POST") => shot(url, where, key, body, method);
  const single = asked.map((one) => at("/access/v1/evaluation", entityOf(one)));
  const many = batches.map((batch) => at("/access/v1/evaluations", { evaluations: batch.map(entityOf) }));
  const graphql = (query: string) =>
    batches.map((batch) => at("/graphql", { query, variables: { inputs: batch.map(inputOf) } }));
  await verify(gun, many, graphql(QUERY), asked);
  const answers = { single: await gun.json<object>(single[0] as Shot), batch: await gun.json<object>(many[0] as Shot) };
  await gun.json(at("/bench/answers", answers, "PUT"));
  const contestants = [
    {
      name: "the same route, deciding nothing, 1",
      shots: asked.map((one) => at("/bench/single", entityOf(one))),
      each: 1,
    },
    { name: "AuthZEN evaluation, 1, explained", shots: single, each: 1 },
    {
      name: "the same route, deciding nothing, 50",
      shots: batches.map((batch) => at("/bench/batch", { evaluations: batch.map(entityOf) })),
      each: BATCH,
    },
    { name: "AuthZEN evaluations, 50", shots: many, each: BATCH },
    { name: "GraphQL decisions, 50, allowed", shots: graphql(QUERY), each: BATCH },
    { name: "GraphQL decisions, 50, allowed and code", shots: graphql(QUERY_CODES), each: BATCH },
  ];
  return contestants.map((one) => ({ ...one, gun }));
}

function entityOf({ subjectId, companyId, resource }: Question) {
  return {
    subject: { type: "user", id: subjectId },
    action: { name: "send" },
    resource: { type: "feature", id: resource, properties: { company: companyId } },
  };
}

function inputOf({ subjectId, companyId, resource }: Question) {
  const feature = resource === "company" ? null : resource.toUpperCase();
  return { company: companyId, subject: subjectId, action: "SEND", feature };
}

/** Refuses to time what answers wrongly. The server's connector carries less than the population's, so yes is never wrong. */
async function verify(gun: Gun, many: readonly Shot[], graphql: readonly Shot[], asked: readonly Question[]) {
  const right = rightAnswers(populate(COMPANIES), asked, () => undefined);
  for (const [index, one] of many.entries()) {
    const { evaluations } = await gun.json<{ evaluations: { decision: boolean }[] }>(one);
    const { data } = await gun.json<{ data: { decisions: { allowed: boolean }[] } }>(graphql[index] as Shot);
    evaluations.forEach(({ decision }, position) => {
      const allowed = data.decisions[position]?.allowed;
      if (decision !== allowed || (decision && !right[index * BATCH + position]))
        throw new Error(
          `AuthZEN says ${decision}, GraphQL ${allowed}: ${JSON.stringify(asked[index * BATCH + position])}`,
        );
    });
  }
}

export async function duel(contestants: readonly Contestant[]): Promise<readonly Volley[][]> {
  const rounds: Volley[][] = contestants.map(() => []);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [index, { gun, shots }] of contestants.entries()) {
      const fired = await fireFor(gun, shots, ROUND_MILLISECONDS);
      if (round >= 0) rounds[index]?.push(fired);
      await pause(20);
    }
  }
  for (const { gun } of contestants) gun.close();
  return rounds;
}

export function httpTable(contestants: readonly Contestant[], rounds: readonly Volley[][]): string {
  const middle = (index: number, pick: (one: Volley) => number) => median((rounds[index] ?? []).map(pick));
  let base = 1;
  const rows = contestants.map(({ name, each }, index) => {
    const perSecond = middle(index, (one) => one.perSecond) * each;
    if (index === 0 || name.startsWith("the same route")) base = perSecond;
    const micros = (pick: (one: Volley) => number) => whole(middle(index, pick));
    const times = [micros((one) => one.p50), micros((one) => one.p95), micros((one) => one.p99)];
    return [name, whole(perSecond), ...times, `${(perSecond / base).toFixed(2)} x`];
  });
  return table([["", "decisions/s", "p50 us", "p95 us", "p99 us", "to the route above"], ...rows]);
}
