import { VerdictDirectory } from "../src/access/memory/verdict-directory";
import { MemberPolicy } from "../src/policy/member-policy";
import type { Resource } from "../src/policy/vocabulary";
import { RESOURCES } from "../src/policy/vocabulary";
import type { Approach } from "./approaches";
import { contest, race, type Contest } from "./decisions";
import { Neighbours } from "./machine";
import { AT, factsOf, MEMBERS_PER_COMPANY, populate, type Question } from "./population";
import { Chance } from "./random";
import { table, whole } from "./report";

/*
 * What a verdict costs beside more and more companies. Compiling two million members would take minutes, so the tables of a
 * pool are put under new ids: looking up does not know the difference. Asked twice: about people drawn from everybody, and about
 * the members of the same ten companies, as a server is that is asked about a few at a time.
 */

const SIZES = [10, 1_000, 100_000];
const POOL_COMPANIES = 25;
const ASKED_COMPANIES = 10;
const QUESTIONS = 16_384;
const ROUNDS = 5;
const ROUND_MILLISECONDS = 250;
const SEED = 4_711;

interface Grown {
  readonly directory: VerdictDirectory;
  readonly members: readonly {
    readonly companyId: string;
    readonly subjectId: string;
    readonly policy: MemberPolicy;
  }[];
  readonly bytes: number;
}

export function measureGrowth(print: (...lines: string[]) => void): Promise<void> {
  const population = populate(POOL_COMPANIES);
  const pool = population.members.map((member) => new MemberPolicy(factsOf(population, member)));
  const neighbours = new Neighbours();
  const rows = SIZES.map((companies) => measured(companies, pool));
  const [few, all] = [rows[0]?.few ?? 1, rows[0]?.all ?? 1];
  const cells = rows.map(({ companies, members, bytes, ...rate }) => [
    // Of a few hundred members the collector's own rounding is larger.
    ...[whole(companies), whole(members), members < 1_000 ? "" : `${whole(bytes / members)} B`],
    ...[`${whole(1e9 / rate.few)} ns`, `${(few / rate.few).toFixed(2)} x`],
    ...[`${whole(1e9 / rate.all)} ns`, `${(all / rate.all).toFixed(2)} x`],
  ]);
  print(`Growth: a verdict, about members of the same ${ASKED_COMPANIES} companies, and about everybody`, "");
  print(table([["companies", "members", "a member", "ten companies", "cost", "everybody", "cost"], ...cells]));
  print("", `  ${neighbours.told()}`, "");
  return Promise.resolve();
}

function measured(companies: number, pool: readonly MemberPolicy[]) {
  const grown = grow(companies, pool);
  const contests = [
    contestOver(grown, ASKED_COMPANIES * MEMBERS_PER_COMPANY),
    contestOver(grown, grown.members.length),
  ];
  const [few, all] = race(contests, ROUNDS, ROUND_MILLISECONDS).map(({ perCpuSecond }) => perCpuSecond);
  return { companies, members: grown.members.length, bytes: grown.bytes, few: few ?? 1, all: all ?? 1 };
}

function grow(companies: number, pool: readonly MemberPolicy[]): Grown {
  const chance = new Chance(SEED);
  const members: Grown["members"][number][] = [];
  const before = held();
  const directory = new VerdictDirectory(companies * MEMBERS_PER_COMPANY);
  for (let index = 0; index < companies; index++) {
    const companyId = chance.id();
    for (let each = 0; each < MEMBERS_PER_COMPANY; each++) {
      const policy = pool[chance.below(pool.length)] as MemberPolicy;
      const subjectId = chance.id();
      directory.put(1, renamed(policy, companyId, subjectId));
      members.push({ companyId, subjectId, policy });
    }
  }
  return { directory, members, bytes: held() - before };
}

/** The same rights of another person in another company. */
function renamed({ facts, table: verdicts, validUntil }: MemberPolicy, companyId: string, subjectId: string) {
  const subject = facts.subject && { ...facts.subject, companyId, subjectId };
  const company = { ...facts.company, companyId };
  return { facts: { ...facts, subject, company }, table: verdicts, validUntil } as unknown as MemberPolicy;
}

/** The ids and the list of members are part of it: they are the keys. */
function held(): number {
  for (let turn = 0; turn < 3; turn++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function contestOver({ directory, members }: Grown, among: number): Contest {
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
  const answer = ({ companyId, subjectId, resource }: Question) =>
    (directory.verdict(companyId, 1, subjectId, AT, "send", resource) ?? "never") !== "never";
  const approach: Approach = { name: `${among}`, answer };
  return contest(approach, asked, right);
}
