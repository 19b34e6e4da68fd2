import { createMongoAbility, subject as typed, type MongoAbility } from "@casl/ability";
import { decide, isAllowed } from "../src/policy/judgement/decide";
import { explain } from "../src/policy/explain";
import { MemberPolicy } from "../src/policy/judgement/member-policy";
import { factsOf, type Population, type Question, type RecordQuestion } from "./population";
import type { VerdictTable } from "../src/policy/judgement/verdict-table";

/** A way of answering, built over a population and ready to be asked. */
export interface Approach<Q extends Question = Question> {
  readonly name: string;
  readonly answer: (question: Q) => boolean;
}

/** A: whether the member may send any record of the feature, from the verdict tables of compiled policies alone. */
export function verdictTables(population: Population): Approach {
  const tables = tablesOf(population);
  const answer = ({ subjectId, resource }: Question) =>
    (tables.get(subjectId)?.at("send", resource) ?? "never") !== "never";
  return { name: "verdict tables", answer };
}

/** Apart from the answering function, or its closure would keep the population alive. */
function tablesOf(population: Population): ReadonlyMap<string, VerdictTable> {
  return new Map(
    population.members.map((member) => [member.subjectId, new MemberPolicy(factsOf(population, member)).table]),
  );
}

/** B: what one would write with CASL alone: an ability for each member, a rule for each grant, one condition. */
export function plainCasl(population: Population): Approach {
  const abilities = new Map<string, MongoAbility>();
  for (const { subjectId, companyId, grants } of population.members) {
    const rules = grants.map(({ feature }) => ({ action: "send", subject: feature, conditions: { companyId } }));
    abilities.set(subjectId, createMongoAbility(rules));
  }
  const answer = ({ companyId, subjectId, resource }: Question) =>
    abilities.get(subjectId)?.can("send", typed(resource, { companyId })) ?? false;
  return { name: "plain CASL", answer };
}

/** C: whether this very record may be sent: the table first, then CASL where it says "ask". */
export function records(population: Population): Approach<RecordQuestion> {
  const policies = policiesOf(population);
  const answer = ({ subjectId, resource, record }: RecordQuestion) => {
    const policy = policies.get(subjectId);
    return policy !== undefined && isAllowed(policy, { action: "send", resource, record });
  };
  return { name: "one record, with its conditions", answer };
}

/** D: the same with every gate judged and put into English. */
export function explanations(population: Population): Approach<RecordQuestion> {
  const policies = policiesOf(population);
  const answer = ({ subjectId, resource, record }: RecordQuestion) => {
    const policy = policies.get(subjectId);
    if (!policy) return false;
    const decision = decide(policy, { action: "send", resource, record });
    return explain(decision, policy.facts, "en", (project) => project).message !== "" && decision.allowed;
  };
  return { name: "one record, every gate explained", answer };
}

/** As the server's cache keeps them, with CASL's abilities made. */
function policiesOf(population: Population): ReadonlyMap<string, MemberPolicy> {
  const policies = population.members.map((member) => new MemberPolicy(factsOf(population, member)));
  for (const policy of policies) policy.ability();
  return new Map(policies.map((policy) => [policy.facts.subject?.subjectId ?? "", policy]));
}
