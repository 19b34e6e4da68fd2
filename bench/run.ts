import { explanations, plainCasl, records, verdictTables } from "./approaches";
import { contest, race, rightAnswers, type Contest, type Rate } from "./decisions";
import { load, machine, Neighbours } from "./machine";
import { measureGrowthServed } from "./measure-growth-served";
import { measureHttp } from "./measure-http";
import { measureIntake } from "./measure-intake";
import { measureLag } from "./measure-lag";
import { measureMonthEnd } from "./measure-month-end";
import { measurePeers } from "./measure-peers";
import { weigh } from "./memory";
import { COMPANIES, populate, questions, recordQuestions } from "./population";
import { memoryTable, memoryVerdicts, ratesTable, speedVerdicts, startsText } from "./report";
import { measureStarts } from "./start";

/*
 * `npm run bench`: one report on stdout, its progress on stderr, nothing written. Only the ratios of one run mean
 * something: the machine is seldom alone.
 */

const QUESTIONS = 32_768;
/** With their abilities made, members take kilobytes each: as many as a cache would hold, then. */
const CACHED_COMPANIES = 25;
const RECORD_QUESTIONS = 8_192;
const ROUNDS = 7;
const ROUND_MILLISECONDS = 250;
const STARTS = 5;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join("\n")}\n`);

function tableContests(): readonly Contest[] {
  const population = populate();
  const asked = questions(population, QUESTIONS);
  say("Compiling 20,000 members ...");
  const approaches = [verdictTables(population), plainCasl(population)];
  const right = rightAnswers(population, asked, (share) => say(`Asking the oracle ... ${Math.round(share * 100)} %`));
  return approaches.map((approach) => contest(approach, asked, right));
}

function recordContests(): readonly Contest[] {
  const population = populate(CACHED_COMPANIES);
  const asked = recordQuestions(population, RECORD_QUESTIONS);
  const right = rightAnswers(population, asked, () => say("Asking the oracle about records ..."));
  return [records(population), explanations(population)].map((approach) => contest(approach, asked, right));
}

function rated(rates: readonly Rate[], name: string): Rate {
  const found = rates.find((rate) => rate.name === name);
  if (!found) throw new Error(`Nothing measured under "${name}".`);
  return found;
}

async function decisions(): Promise<void> {
  const contests = [...tableContests(), ...recordContests()];
  say("Timing ...");
  const neighbours = new Neighbours();
  const rates = race(contests, ROUNDS, ROUND_MILLISECONDS);
  const share = Math.round(neighbours.share() * 100);
  const [ours, casl] = [rated(rates, "verdict tables"), rated(rates, "plain CASL")];
  print(`Decisions in one process, every answer compared with the oracle, medians of ${ROUNDS} rounds in turn`);
  print(`  (other programs used ${share} % of all cores meanwhile)`, "", ratesTable(rates, casl), "");
  print(speedVerdicts(ours, casl), "");
  return Promise.resolve();
}

async function memory(): Promise<void> {
  const [tables, abilities] = [weigh("tables", COMPANIES), weigh("casl", COMPANIES)];
  const cached = weigh("records", CACHED_COMPANIES);
  print("Memory kept, each built in a process of its own", "");
  print(
    memoryTable([
      ["verdict tables", tables],
      ["plain CASL", abilities],
      ["policies with facts and abilities", cached],
    ]),
  );
  print("", memoryVerdicts(tables, abilities), "");
  return Promise.resolve();
}

async function starts(): Promise<void> {
  print("`npm start` on an installed, built tree with data", "", startsText(await measureStarts(STARTS)), "");
}

/** One measurement each; `npm run bench -- NAME` runs one, without a name all of them run. */
const MEASUREMENTS: Readonly<Record<string, () => Promise<void>>> = {
  decisions,
  memory,
  http: () => measureHttp(print),
  growth: () => measureGrowthServed(print),
  peers: () => measurePeers(print),
  intake: () => measureIntake(print),
  lag: () => measureLag(print),
  "month-end": () => measureMonthEnd(print),
  start: starts,
};

async function run(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !(name in MEASUREMENTS));
  if (unknown) throw new Error(`There is no "${unknown}"; there are ${Object.keys(MEASUREMENTS).join(", ")}.`);
  print(`Ledgergate bench, ${new Date().toISOString()}`, `  ${machine()}`, `  load average before: ${load()}`, "");
  for (const [name, measure] of Object.entries(MEASUREMENTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    say(`${name} ...`);
    await measure();
  }
  print(`  load average after: ${load()}`);
}

void run(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
