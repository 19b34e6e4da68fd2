import { serialize } from "node:v8";
import { CompanyEntity } from "../../src/tenant/companies/company.entity";
import { isAllowed } from "../../src/policy/judgement/decide";
import type { MemberPolicy } from "../../src/policy/judgement/member-policy";
import type { RecordFacts } from "../../src/policy/model/facts";
import { ACTIONS, RESOURCES, type Action, type Resource } from "../../src/policy/model/vocabulary";
import type { Persona } from "./personas";
import type { RightsWorld } from "./world";

const DAY = 86_400_000;
/** In days from now: rights that begin or end later count too. */
const LATER = [0, 20, 100];
const OTHER = "somebody-else";

/** What a part in the implementation asks of its holder: whoever keeps the list of stakeholders may be on it. */
const TASKS = ["confirm_slot", "answer_availability", "carry_out_item"];

interface Probe {
  readonly name: string;
  readonly record: Omit<RecordFacts, "feature">;
}

/** What a record of the project can be, as far as rights depend on it. */
function probesOf({ facts: { company, subject } }: MemberPolicy, code: string, project: string): Probe[] {
  const { companyId } = company;
  const self = subject?.subjectId ?? "";
  const probes: Probe[] = [];
  const add = (mine: boolean, state: string, minor: number, agreed: boolean) =>
    probes.push({
      name: [code, mine ? "mine" : "another's", state, minor, agreed ? "agreed" : "not agreed"].join(" "),
      record: {
        ...{ companyId, project, amount: { minor, currency: "USD" }, submittedBy: mine ? self : OTHER, state },
        ...{ workflowCompleted: true, prerequisitesBlocked: false, grantee: mine ? self : OTHER },
        ...(agreed ? { firstApprover: OTHER } : {}),
      },
    });
  for (const mine of [true, false]) {
    for (const state of ["rejected", "synced", "staged", "failed"]) add(mine, state, 10_000, false);
    for (const state of ["draft", "awaiting"])
      for (const minor of [10_000, 200_000, 900_000_000])
        for (const agreed of [true, false]) add(mine, state, minor, agreed);
  }
  return probes;
}

/** Always, or for the records of these names. */
type Verdict = "always" | ReadonlySet<string>;

/** What somebody is allowed, by company, time, action and resource. */
export type Allowed = ReadonlyMap<string, Verdict>;

/** Everything that the persona is allowed now and later, in every company there is. */
export async function allowedTo({ house, projects }: RightsWorld, { actor }: Persona): Promise<Allowed> {
  const { authorizer, subjects, policies } = house.services;
  const allowed = new Map<string, Verdict>();
  if (actor.kind !== "person") return allowed;
  for (const company of await house.database.read().find(CompanyEntity)) {
    if (!(await authorizer.asking.companyFor(actor, company.id))) continue;
    const subject = await subjects.findPerson(company.id, actor);
    for (const days of LATER) {
      const at = new Date(house.clock.now().getTime() + days * DAY).toISOString();
      const cells = cellsOf(await policies.policyOf(company, subject, at), projects);
      for (const [cell, verdict] of cells) allowed.set(`${company.slug} in ${days} days: ${cell}`, verdict);
    }
  }
  return allowed;
}

/** Cells of policies by their facts. A policy is a pure function of its facts, so what rests on the same ones is judged once. */
const judged = new Map<string, ReadonlyMap<string, Verdict>>();

function cellsOf(policy: MemberPolicy, projects: ReadonlyMap<string, string>): ReadonlyMap<string, Verdict> {
  const key = serialize([policy.facts, projects]).toString("latin1");
  const known = judged.get(key);
  if (known) return known;
  const probes = [...projects].flatMap(([code, id]) => probesOf(policy, code, id));
  const cells = new Map<string, Verdict>();
  for (const action of ACTIONS.filter((one) => !TASKS.includes(one)))
    for (const resource of RESOURCES) {
      const verdict = policy.verdict(action, resource);
      if (verdict === "never") continue;
      cells.set(`${action} ${resource}`, verdict === "always" ? verdict : passing(policy, action, resource, probes));
    }
  judged.set(key, cells);
  return cells;
}

function passing(policy: MemberPolicy, action: Action, resource: Resource, probes: readonly Probe[]): Set<string> {
  const passed = probes.filter(({ record }) =>
    isAllowed(policy, { action, resource, record: { ...record, feature: resource } }),
  );
  return new Set(passed.map(({ name }) => name));
}

/** What is allowed after and was not before, in words. */
export function gainedBetween(before: Allowed, after: Allowed): string[] {
  return [...after].flatMap(([cell, now]) => {
    const then = before.get(cell);
    if (then === "always") return [];
    if (now === "always" || then === undefined) return [cell];
    return [...now].filter((name) => !then.has(name)).map((name) => `${cell}, ${name}`);
  });
}
