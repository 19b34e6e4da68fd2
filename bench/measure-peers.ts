import { FEATURES, type Feature } from "../src/policy/model/vocabulary";
import { carries } from "../src/erp/catalogue/catalogue";
import type { SubjectFacts } from "../src/policy/model/facts";
import { plainCasl, verdictTables } from "./approaches";
import { cerbosShot, withCerbos, type Cerbos, type CerbosAnswer } from "./cerbos";
import { contest, race, rightAnswers, type Contest } from "./decisions";
import { Gun, shot, type Shot } from "./load";
import type { Serving } from "./http-contestants";
import { median, Neighbours } from "./machine";
import { duel, httpTable, withServer, type Bout } from "./measure-http";
import { casbin, cedar } from "./peer-engines";
import { COMPANIES, populate, questions, type Population, type Question } from "./population";
import { Chance } from "./random";
import { ratesTable } from "./report";

/* The same questions to us and to others, answers compared before anything is timed. See bench/peers/README.md. */

/** casbin takes its time to build an enforcer a company. */
const PEER_COMPANIES = 100;
const QUESTIONS = 2_048;
const ROUNDS = 5;
const ROUND_MILLISECONDS = 400;
const BATCH = 50;
const BATCHES = 64;
const FOREIGN_SHARE = 0.1;
const SEED = 77;
/** The goal beside Cerbos. */
const FASTER = 15;

type Print = (...lines: string[]) => void;

export async function measurePeers(print: Print): Promise<void> {
  await inProcess(print);
  await withServer(COMPANIES, (ours) => withCerbos((cerbos) => overHttp(print, ours, cerbos)));
}

async function inProcess(print: Print): Promise<void> {
  const population = populate(PEER_COMPANIES);
  const asked = questions(population, QUESTIONS);
  const right = rightAnswers(population, asked, () => undefined);
  const approaches = [verdictTables(population), plainCasl(population), await casbin(population), cedar(population)];
  const contests: readonly Contest[] = approaches.map((one) => contest(one, asked, right));
  const neighbours = new Neighbours();
  const rates = race(contests, ROUNDS, ROUND_MILLISECONDS);
  const [ours] = rates;
  if (!ours) throw new Error("Nothing was measured.");
  print(`In one process, random over ${PEER_COMPANIES * 20} members, every answer compared with the oracle`, "");
  print(ratesTable(rates, ours), "", `  ${neighbours.told()}`, "");
}

interface Batch {
  readonly member: SubjectFacts;
  readonly asked: readonly Question[];
}

/** Fifty questions about one member, over what the server's connector carries, so that the grants alone decide. */
function batchesOf({ members, companies }: Population): readonly Batch[] {
  const chance = new Chance(SEED);
  const ids = [...companies.keys()];
  const carried = FEATURES.filter((feature) => carries("xero", feature, "export"));
  return Array.from({ length: BATCHES }, () => {
    const member = members[chance.below(members.length)] as SubjectFacts;
    const asked = Array.from({ length: BATCH }, () => ({
      subjectId: member.subjectId,
      companyId: chance.happens(FOREIGN_SHARE) ? (ids[chance.below(ids.length)] as string) : member.companyId,
      resource: carried[chance.below(carried.length)] as Feature,
    }));
    return { member, asked };
  });
}

function ourShot(url: string, key: string, { member, asked }: Batch): Shot {
  const evaluations = asked.map(({ companyId, resource }) => ({
    resource: { type: "feature", id: resource, properties: { company: companyId } },
  }));
  const subject = { type: "user", id: member.subjectId };
  return shot(url, "/access/v1/evaluations", key, { subject, action: { name: "send" }, evaluations });
}

async function overHttp(print: Print, { url, key, spent }: Serving, cerbos: Cerbos): Promise<void> {
  const batches = batchesOf(populate(COMPANIES));
  const ours = { gun: await Gun.at(url), shots: batches.map((batch) => ourShot(url, key, batch)), spent };
  const shots = batches.map(({ member, asked }) => cerbosShot(cerbos.url, member, asked));
  const theirs = { gun: await Gun.at(cerbos.url), shots, spent: cerbos.spent };
  for (const [index, one] of ours.shots.entries()) {
    const { evaluations } = await ours.gun.json<{ evaluations: { decision: boolean }[] }>(one);
    const { results } = await theirs.gun.json<CerbosAnswer>(shots[index] as Shot);
    evaluations.forEach(({ decision }, position) => {
      if (decision !== (results[position]?.actions.send === "EFFECT_ALLOW"))
        throw new Error(`Another answer: ${JSON.stringify(batches[index]?.asked[position])}. Nothing is timed.`);
    });
  }
  const neighbours = new Neighbours();
  const contestants = [
    { name: "Cerbos, 50 about one member", each: BATCH, ...theirs },
    { name: "AuthZEN evaluations, 50 about one member", each: BATCH, ...ours },
  ];
  const rates = await duel(contestants);
  print("Over HTTP, one connection, 50 questions a request, every answer the same", "");
  print(httpTable(contestants, rates), "", `  ${neighbours.told()}`, "");
  const times = (pick: (bout: Bout) => number) => {
    const [cerbosRounds = [], ourRounds = []] = rates;
    return median(ourRounds.map((bout, round) => pick(bout) / pick(cerbosRounds[round] as Bout)));
  };
  const [faster, cheaper] = [times(({ perSecond }) => perSecond), 1 / times(({ cpu }) => cpu)];
  const goal = `at least ${FASTER} times Cerbos: ${faster.toFixed(1)} times the decisions a second`;
  print(`  ${faster >= FASTER ? "met" : "MISSED"}: ${goal}, ${cheaper.toFixed(1)} times those of a CPU second`, "");
}
