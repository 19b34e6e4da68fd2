import { VerdictDirectory } from "../src/authorization/cache/memory/verdict-directory";
import { MemberPolicy } from "../src/policy/judgement/member-policy";
import type { Resource } from "../src/policy/model/vocabulary";
import { RESOURCES } from "../src/policy/model/vocabulary";
import type { Approach } from "./approaches";
import { contest, race, type Contest } from "./decisions";
import { median, Neighbours } from "./machine";
import { measureGrowthServed } from "./measure-growth-served";
import { AT, factsOf, MEMBERS_PER_COMPANY, populate, type Question } from "./population";
import { Chance } from "./random";
import { table, whole } from "./report";

/*
 * What a verdict costs beside more and more companies. Compiling two million members would take minutes, so the tables of a
 * pool are put under new ids: looking up does not know the difference. Asked twice: about people drawn from everybody, and about
 * the members of the same ten companies, as a server is that is asked about a few at a time. And twice in another way: with ids that
 * are the same texts at each turn, and with texts made anew, as they come from a request; making them is not timed.
 */

const SIZES = [10, 1_000, 100_000];
const POOL_COMPANIES = 25;
const ASKED_COMPANIES = 10;
const QUESTIONS = 16_384;
const ROUNDS = 5;
const ROUND_MILLISECONDS = 250;
const SEED = 4_711;
/** As many questions are read from their JSON before they are asked: small enough to stay in the nearest cache. */
const READ_AT_ONCE = 512;

interface Grown {
  readonly directory: VerdictDirectory;
  readonly members: readonly {
    readonly companyId: string;
    readonly subjectId: string;
    readonly policy: MemberPolicy;
  }[];
  readonly bytes: number;
}

export async function measureGrowth(print: (...lines: string[]) => void): Promise<void> {
  measureTables(print);
  await measureGrowthServed(print);
}

function measureTables(print: (...lines: string[]) => void): void {
  const population = populate(POOL_COMPANIES);
  const pool = population.members.map((member) => new MemberPolicy(factsOf(population, member)));
  const sizes = SIZES.map((companies) => grow(companies, pool));
  const neighbours = new Neighbours();
  const rates = measured(sizes);
  const cost = (rate = Number.NaN, base = Number.NaN) => [`${whole(1e9 / rate)} ns`, `${(base / rate).toFixed(2)} x`];
  const cells = sizes.map(({ members, bytes }, size) => [
    // Of a few hundred members the collector's own rounding is larger.
    ...[
      whole(SIZES[size] ?? 0),
      whole(members.length),
      members.length < 1_000 ? "" : `${whole(bytes / members.length)} B`,
    ],
    ...rates.flatMap((one) => cost(one[size], one[0])),
  ]);
  print(`Growth: a verdict, about members of the same ${ASKED_COMPANIES} companies, and about everybody`, "");
  const head = ["companies", "members", "a member", "ten companies", "cost", "everybody", "cost"];
  print(table([[...head, "ten, new texts", "cost", "everybody, new texts", "cost"], ...cells]));
  print("", `  ${neighbours.told()}`, "");
}

/** Verdicts in a second of processor time for each size: about few, about all, and both with new texts. All take turns. */
function measured(sizes: readonly Grown[]): readonly (readonly number[])[] {
  const [few, all] = [ASKED_COMPANIES * MEMBERS_PER_COMPANY, Number.POSITIVE_INFINITY].map((among) =>
    sizes.map((grown) => ({ directory: grown.directory, ...drawn(grown, Math.min(among, grown.members.length)) })),
  );
  const both = [...(few ?? []), ...(all ?? [])];
  const kept = race(both.map(contestOver), ROUNDS, ROUND_MILLISECONDS).map(({ perCpuSecond }) => perCpuSecond);
  const fresh = freshRates(both);
  return [kept, fresh].flatMap((rates) => [rates.slice(0, sizes.length), rates.slice(sizes.length)]);
}

function grow(companies: number, pool: readonly MemberPolicy[]): Grown {
  const chance = new Chance(SEED);
  const members: Grown["members"][number][] = [];
  for (let index = 0; index < companies; index++) {
    const companyId = chance.id();
    for (let each = 0; each < MEMBERS_PER_COMPANY; each++)
      members.push({ companyId, subjectId: chance.id(), policy: pool[chance.below(pool.length)] as MemberPolicy });
  }
  const before = held();
  const directory = new VerdictDirectory(members.length);
  for (const { policy, companyId, subjectId } of members) directory.put(1, renamed(policy, companyId, subjectId));
  return { directory, members, bytes: held() - before };
}

/** The same rights of another person in another company. */
function renamed({ facts, table: verdicts, validUntil }: MemberPolicy, companyId: string, subjectId: string) {
  const subject = facts.subject && { ...facts.subject, companyId, subjectId };
  const company = { ...facts.company, companyId };
  return { facts: { ...facts, subject, company }, table: verdicts, validUntil } as unknown as MemberPolicy;
}

function held(): number {
  for (let turn = 0; turn < 3; turn++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

interface Drawn {
  readonly asked: readonly Question[];
  readonly right: readonly boolean[];
}

interface Asking extends Drawn {
  readonly directory: VerdictDirectory;
}

function drawn({ members }: Grown, among: number): Drawn {
  const chance = new Chance(SEED + 1);
  const asked: Question[] = [];
  const right: boolean[] = [];
  for (let index = 0; index < QUESTIONS; index++) {
    const member = members[chance.below(among)];
    const resource = RESOURCES[chance.below(RESOURCES.length)] as Resource;
    if (!member) throw new Error("Nobody to ask about.");
    asked.push({ companyId: member.companyId, subjectId: member.subjectId, resource });
    right.push(member.policy.verdict("send", resource) !== "never");
  }
  return { asked, right };
}

function answers(directory: VerdictDirectory, { companyId, subjectId, resource }: Question): boolean {
  return (directory.verdict(companyId, 1, subjectId, AT, "send", resource) ?? "never") !== "never";
}

function contestOver({ directory, asked, right }: Asking): Contest {
  const approach: Approach = { name: "growth", answer: (question) => answers(directory, question) };
  return contest(approach, asked, right);
}

/** Verdicts in a second of processor time, median of rounds in turns, the first of which only warms up. */
function freshRates(askings: readonly Asking[]): readonly number[] {
  const contests = askings.map(({ directory, asked, right }) => {
    const texts: string[] = [];
    for (let from = 0; from < asked.length; from += READ_AT_ONCE)
      texts.push(JSON.stringify(asked.slice(from, from + READ_AT_ONCE)));
    return { directory, texts, expected: right.filter(Boolean).length };
  });
  const rates = contests.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round++)
    contests.forEach((one, index) => {
      const rate = freshRate(one);
      if (round > 0) rates[index]?.push(rate);
    });
  return rates.map(median);
}

interface Fresh {
  readonly directory: VerdictDirectory;
  readonly texts: readonly string[];
  readonly expected: number;
}

function freshRate({ directory, texts, expected }: Fresh): number {
  const spent = { microseconds: 0, asked: 0 };
  const started = performance.now();
  while (performance.now() - started < ROUND_MILLISECONDS) {
    let allowed = 0;
    for (const text of texts) allowed += timed(directory, JSON.parse(text) as Question[], spent);
    if (allowed !== expected) throw new Error("New texts got other answers.");
  }
  return (spent.asked * 1e6) / spent.microseconds;
}

function timed(
  directory: VerdictDirectory,
  asked: readonly Question[],
  spent: { microseconds: number; asked: number },
): number {
  const before = process.cpuUsage();
  let allowed = 0;
  for (const question of asked) if (answers(directory, question)) allowed++;
  const { user, system } = process.cpuUsage(before);
  spent.microseconds += user + system;
  spent.asked += asked.length;
  return allowed;
}
