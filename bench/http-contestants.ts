import { sharedParts } from "../src/client/shared-parts";
import { rightAnswers } from "./decisions";
import { Gun, shot, type Shot } from "./load";
import { COMPANIES, populate, questions, recordQuestions, type Question, type RecordQuestion } from "./population";

/*
 * What is asked over HTTP, and the routes that decide nothing beside it. The same gun fires all of it. Batches are put together
 * as the typed client does it: what all of a batch's questions have alike is said once.
 */

const BATCH = 50;
const BATCHES = 64;
const QUERY = "query ($inputs: [DecisionInput!]!) { decisions(inputs: $inputs) { allowed } }";
const QUERY_CODES = "query ($inputs: [DecisionInput!]!) { decisions(inputs: $inputs) { allowed code } }";

export interface Contestant {
  readonly name: string;
  readonly shots: readonly Shot[];
  readonly each: number;
  readonly gun: Gun;
  /** Processor time that the server has used so far, in microseconds; left out: not told. */
  readonly spent?: () => Promise<number>;
}

export interface Serving {
  readonly url: string;
  readonly key: string;
  /** Processor time of the server so far, in microseconds. */
  readonly spent: () => Promise<number>;
}

/** Everything that is asked, each beside the route that decides nothing. Refuses to begin where an answer is wrong. */
export async function contestantsAt({ url, key, spent }: Serving): Promise<Contestant[]> {
  const asked = questions(populate(COMPANIES), BATCH * BATCHES);
  const batches = Array.from({ length: BATCHES }, (_, index) => asked.slice(index * BATCH, (index + 1) * BATCH));
  const gun = await Gun.at(url);
  const at = (where: string, body: unknown, method = "POST") => shot(url, where, key, body, method);
  const single = asked.map((one) => at("/access/v1/evaluation", entityOf(one)));
  const many = batches.map((batch) => at("/access/v1/evaluations", sharedParts(batch.map(entityOf))));
  const graphql = (query: string) =>
    batches.map((batch) => at("/graphql", { query, variables: { inputs: batch.map(inputOf) } }));
  await verify(gun, many, graphql(QUERY), asked);
  const answers = { single: await gun.json<object>(single[0] as Shot), batch: await gun.json<object>(many[0] as Shot) };
  await gun.json(at("/bench/answers", answers, "PUT"));
  const records = recordShots(at);
  const contestants = [
    {
      name: "the same route, deciding nothing, 1",
      shots: asked.map((one) => at("/bench/single", entityOf(one))),
      each: 1,
    },
    { name: "AuthZEN evaluation, 1, explained", shots: single, each: 1 },
    { name: "AuthZEN evaluation, 1, of a record, explained", shots: records.single, each: 1 },
    {
      name: "the same route, deciding nothing, 50",
      shots: batches.map((batch) => at("/bench/batch", sharedParts(batch.map(entityOf)))),
      each: BATCH,
    },
    { name: "AuthZEN evaluations, 50", shots: many, each: BATCH },
    { name: "AuthZEN evaluations, 50 of records", shots: records.many, each: BATCH },
    { name: "GraphQL decisions, 50, allowed", shots: graphql(QUERY), each: BATCH },
    { name: "GraphQL decisions, 50, allowed and code", shots: graphql(QUERY_CODES), each: BATCH },
  ];
  return contestants.map((one) => ({ ...one, gun, spent }));
}

/** Each about a record of its own: where the rights depend on it, conditions are evaluated over its facts. */
function recordShots(at: (where: string, body: unknown) => Shot): Readonly<Record<"single" | "many", readonly Shot[]>> {
  const asked = recordQuestions(populate(COMPANIES), BATCH * BATCHES).map(recordEntityOf);
  const single = asked.map((one) => at("/access/v1/evaluation", one));
  const batches = Array.from({ length: BATCHES }, (_, index) => asked.slice(index * BATCH, (index + 1) * BATCH));
  return { single, many: batches.map((batch) => at("/access/v1/evaluations", sharedParts(batch))) };
}

export function entityOf({ subjectId, companyId, resource }: Question) {
  return {
    subject: { type: "user", id: subjectId },
    action: { name: "send" },
    resource: { type: "feature", id: resource, properties: { company: companyId } },
  };
}

function recordEntityOf({ subjectId, companyId, resource, record }: RecordQuestion) {
  const { project, submittedBy, state, amount } = record;
  const { minor, currency } = amount as { minor: number; currency: string };
  const facts = { project, submittedBy, state, amount: { value: (minor / 100).toFixed(2), currency } };
  return {
    subject: { type: "user", id: subjectId },
    action: { name: "send" },
    resource: { type: resource, id: "bench", properties: { company: companyId, ...facts } },
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
