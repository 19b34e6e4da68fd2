import { oracleAllows } from "../test/policy/oracle";
import type { RecordFacts, SubjectFacts } from "../src/policy/model/facts";
import type { Approach } from "./approaches";
import { median } from "./machine";
import { factsOf, type Population, type Question } from "./population";

/** An approach with its questions and the right answers to them. */
export interface Contest {
  readonly name: string;
  /** Asks every question once; how many were allowed. */
  readonly pass: () => number;
  readonly questions: number;
}

export interface Rate {
  readonly name: string;
  readonly perSecond: number;
  /** Of processor time, garbage collection included: what the process could do if it had its core to itself. */
  readonly perCpuSecond: number;
  readonly slowest: number;
  readonly fastest: number;
}

/** The right answers, from a table scan that shares no code with the policy. Reports progress in shares of 1. */
export function rightAnswers(
  population: Population,
  questions: readonly (Question & { readonly record?: RecordFacts })[],
  progress: (share: number) => void,
): readonly boolean[] {
  const members = new Map<string, SubjectFacts>(population.members.map((member) => [member.subjectId, member]));
  return questions.map(({ subjectId, companyId, resource, record }, index) => {
    if (index % 4_096 === 0) progress(index / questions.length);
    const member = members.get(subjectId);
    if (!member) throw new Error(`No member ${subjectId} in the population.`);
    return oracleAllows(factsOf(population, member, companyId), "send", resource, record ?? null);
  });
}

/** Refuses to time what answers wrongly: throws at the first answer that differs from the oracle's. */
export function contest<Q extends Question>(
  { name, answer }: Approach<Q>,
  questions: readonly Q[],
  right: readonly boolean[],
): Contest {
  questions.forEach((question, index) => {
    const said = answer(question);
    if (said === right[index]) return;
    throw new Error(
      `"${name}" says ${said}, the oracle ${right[index]}: ${JSON.stringify(question)}. Nothing is timed.`,
    );
  });
  const pass = () => {
    let allowed = 0;
    for (const question of questions) if (answer(question)) allowed++;
    return allowed;
  };
  return { name, pass, questions: questions.length };
}

/** Rounds of all contestants in turn, so that a busy neighbour hits them alike; the first round only warms up. */
export function race(contests: readonly Contest[], rounds: number, milliseconds: number): readonly Rate[] {
  const measured = contests.map((): Speed[] => []);
  for (let round = 0; round <= rounds; round++) {
    contests.forEach((one, index) => {
      const speed = speedOf(one, milliseconds);
      if (round > 0) measured[index]?.push(speed);
    });
  }
  return contests.map(({ name }, index) => {
    const speeds = measured[index] ?? [];
    const rates = speeds.map(({ perSecond }) => perSecond);
    return {
      name,
      perSecond: median(rates),
      perCpuSecond: median(speeds.map(({ perCpuSecond }) => perCpuSecond)),
      slowest: Math.min(...rates),
      fastest: Math.max(...rates),
    };
  });
}

interface Speed {
  readonly perSecond: number;
  readonly perCpuSecond: number;
}

function speedOf({ pass, questions }: Contest, milliseconds: number): Speed {
  const expected = pass();
  const cpu = process.cpuUsage();
  const started = performance.now();
  let asked = 0;
  while (performance.now() - started < milliseconds) {
    if (pass() !== expected) throw new Error("The same questions got other answers.");
    asked += questions;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: (asked * 1e3) / (performance.now() - started), perCpuSecond: (asked * 1e6) / (user + system) };
}
