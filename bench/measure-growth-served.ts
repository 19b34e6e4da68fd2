import { sharedParts } from "../src/client/shared-parts";
import { entityOf, type Serving } from "./http-contestants";
import { Gun, shot, type Shot } from "./load";
import { median, Neighbours } from "./machine";
import { duel, withServer, type Bout } from "./measure-http";
import { MEMBERS_PER_COMPANY, populate, questions } from "./population";
import { table, whole } from "./report";

/*
 * What a check costs its caller beside more and more companies: servers over databases of different sizes, asked in turns over
 * HTTP. First about the same questions again and again, drawn from everybody stored; then about people nobody has asked about
 * before, who are read from the database and compiled.
 */

/** Companies, and members of each: two million members would take half an hour to store. */
const SIZES = [
  { companies: 10, each: MEMBERS_PER_COMPANY },
  { companies: 1_000, each: MEMBERS_PER_COMPANY },
  { companies: 100_000, each: 1 },
] as const;
const ASKED = 6_400;
const BATCH = 50;
const NEW = 400;

interface Grown extends Serving {
  readonly companies: number;
  readonly each: number;
}

interface Cost {
  readonly one: readonly Bout[];
  readonly many: readonly Bout[];
  /** Microseconds of the server for somebody new; NaN: there are not enough people. */
  readonly fresh: number;
}

export async function measureGrowthServed(print: (...lines: string[]) => void): Promise<void> {
  await withServers(SIZES, [], async (servers) => {
    const neighbours = new Neighbours();
    const costs = await costsAt(servers);
    print(`Growth: AuthZEN over HTTP, drawn from everybody, ${whole(ASKED)} questions in turn, explained`, "");
    print(costTable(servers, costs), "", `  ${neighbours.told()}`, "");
  });
}

/** Starts one server after the other, and does the work beside all of them. */
function withServers(
  [next, ...rest]: readonly (typeof SIZES)[number][],
  servers: readonly Grown[],
  work: (servers: readonly Grown[]) => Promise<void>,
): Promise<void> {
  if (!next) return work(servers);
  const { companies, each } = next;
  const more = (serving: Serving) => withServers(rest, [...servers, { ...serving, companies, each }], work);
  return withServer(companies, more, "off", each);
}

async function costsAt(servers: readonly Grown[]): Promise<readonly Cost[]> {
  const asked = servers.map(shotsAt);
  // Before the connections of the contest are there: they would not outlive it unused.
  for (const [index, server] of servers.entries()) await spentOn(server, (asked[index] as Shots).one);
  const contestants = await Promise.all(
    servers.flatMap(({ companies, url, spent }, index) => {
      const { one, many } = asked[index] as Shots;
      const name = whole(companies);
      return [
        Gun.at(url).then((gun) => ({ name, shots: one, each: 1, gun, spent })),
        Gun.at(url).then((gun) => ({ name, shots: many, each: BATCH, gun, spent })),
      ];
    }),
  );
  const bouts = await duel(contestants);
  const costs: Cost[] = [];
  for (const [index, server] of servers.entries()) {
    const strangers = (asked[index] as Shots).fresh;
    const fresh = strangers.length < NEW ? Number.NaN : await spentOn(server, strangers);
    costs.push({ one: bouts[index * 2] ?? [], many: bouts[index * 2 + 1] ?? [], fresh });
  }
  return costs;
}

interface Shots {
  readonly one: readonly Shot[];
  readonly many: readonly Shot[];
  /** About people whom the others are not about. */
  readonly fresh: readonly Shot[];
}

function shotsAt({ companies, each, url, key }: Grown): Shots {
  const population = populate(companies, each);
  const drawn = questions(population, ASKED);
  const known = new Set(drawn.map(({ subjectId }) => subjectId));
  const strangers = population.members.filter(({ subjectId }) => !known.has(subjectId)).slice(-NEW);
  const about = (body: unknown, where = "evaluation") => shot(url, `/access/v1/${where}`, key, body);
  const batch = (_: unknown, index: number) => drawn.slice(index * BATCH, (index + 1) * BATCH);
  const many = Array.from({ length: ASKED / BATCH }, batch);
  return {
    one: drawn.map((one) => about(entityOf(one))),
    many: many.map((some) => about(sharedParts(some.map(entityOf)), "evaluations")),
    fresh: strangers.map(({ subjectId, companyId }) =>
      about(entityOf({ subjectId, companyId, resource: "commitment" })),
    ),
  };
}

/** Fires each once; the server's processor time for one, in microseconds. */
async function spentOn({ url, spent }: Grown, shots: readonly Shot[]): Promise<number> {
  const gun = await Gun.at(url);
  const before = await spent();
  for (const one of shots) await gun.fire(one);
  const after = await spent();
  gun.close();
  return (after - before) / shots.length;
}

/** Ratios to the fewest companies are of rounds that lay side by side. */
function costTable(servers: readonly Grown[], costs: readonly Cost[]): string {
  const middle = (bouts: readonly Bout[]) => `${median(bouts.map(({ cpu }) => cpu)).toFixed(0)} us`;
  const ratio = (bouts: readonly Bout[], base: readonly Bout[] = []) =>
    `${median(bouts.map(({ cpu }, round) => cpu / (base[round]?.cpu ?? Number.NaN))).toFixed(2)} x`;
  const p50 = (bouts: readonly Bout[]) => `${whole(median(bouts.map((bout) => bout.p50)))} us`;
  const rows = costs.map(({ one, many, fresh }, index) => {
    const { companies, each } = servers[index] as Grown;
    const cost = [middle(one), ratio(one, costs[0]?.one), p50(one), middle(many), ratio(many, costs[0]?.many)];
    return [whole(companies), whole(companies * each), ...cost, Number.isNaN(fresh) ? "" : `${whole(fresh)} us`];
  });
  const head = ["companies", "members", "one: server's CPU", "cost", "one: p50", "50: server's CPU", "cost"];
  return table([[...head, "somebody new: server's CPU"], ...rows]);
}
