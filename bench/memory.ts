import { spawnSync } from "node:child_process";
import { memoryUsage } from "node:process";
import type { Approach } from "./approaches";
import { plainCasl, records, verdictTables } from "./approaches";
import { populate, type Population, type RecordQuestion } from "./population";

/** What an approach keeps once its population is forgotten; ids count, for they are its keys. Sizes in bytes. */
export interface Footprint {
  readonly kept: number;
  readonly rss: number;
  readonly members: number;
  readonly buildMilliseconds: number;
}

export type Weighed = "tables" | "casl" | "records";

const BUILDERS: Readonly<Record<Weighed, (population: Population) => Approach | Approach<RecordQuestion>>> = {
  tables: verdictTables,
  casl: plainCasl,
  records,
};

/** Builds the approach in a process of its own, so that nobody else's garbage is on the scales. */
export function weigh(approach: Weighed, companies: number): Footprint {
  const args = ["--expose-gc", "-r", "@swc-node/register", __filename, approach, String(companies)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`Weighing ${approach} failed: ${stderr}`);
  return JSON.parse(stdout) as Footprint;
}

function held(): number {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Builds one company first, so that compiled code and one-off tables are not counted. */
function weighHere(approach: Weighed, companies: number): Footprint {
  const warm = build(approach, 5);
  const before = held();
  const { built, members, buildMilliseconds } = build(approach, companies);
  const kept = held() - before;
  // Both are still needed here, or the collector would have taken them.
  if (!built || !warm.built) throw new Error("Nothing was built.");
  return { kept, rss: memoryUsage().rss, members, buildMilliseconds };
}

function build(approach: Weighed, companies: number) {
  const population = populate(companies);
  const started = performance.now();
  const built = BUILDERS[approach](population);
  const buildMilliseconds = performance.now() - started;
  warmUp(built, population);
  return { built, members: population.members.length, buildMilliseconds };
}

/** CASL compiles a rule's condition when it is first asked about. */
function warmUp(built: Approach | Approach<RecordQuestion>, population: Population): void {
  if (built.name !== "plain CASL") return;
  for (const { subjectId, companyId, grants } of population.members) {
    for (const { feature } of grants) (built as Approach).answer({ subjectId, companyId, resource: feature });
  }
}

if (require.main === module) {
  const [approach, companies] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(weighHere(approach as Weighed, Number(companies))));
}
