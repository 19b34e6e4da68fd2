import { CompanyEntity } from "../../src/tenant/companies/company.entity";
import { isAllowed } from "../../src/policy/judgement/decide";
import type { MemberPolicy } from "../../src/policy/judgement/member-policy";
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
  readonly facts: (self: string) => object;
}

/** What a record of the project can be, as far as rights depend on it. */
function probesOf(code: string, project: string): Probe[] {
  const probes: Probe[] = [];
  const add = (mine: boolean, state: string, minor: number, agreed: boolean) =>
    probes.push({
      name: [code, mine ? "mine" : "another's", state, minor, agreed ? "agreed" : "not agreed"].join(" "),
      facts: (self) => ({
        ...{ project, amount: { minor, currency: "USD" }, submittedBy: mine ? self : OTHER, state },
        ...{ workflowCompleted: true, prerequisitesBlocked: false, grantee: mine ? self : OTHER },
        ...(agreed ? { firstApprover: OTHER } : {}),
      }),
    });
  for (const mine of [true, false]) {
    for (const state of ["rejected", "synced", "staged", "failed"]) add(mine, state, 10_000, false);
    for (const state of ["draft", "awaiting"])
      for (const minor of [10_000, 200_000, 900_000_000])
        for (const agreed of [true, false]) add(mine, state, minor, agreed);
  }
  return probes;
}

/** What somebody is allowed, by company, time, action and resource: always, or for the records of these names. */
export type Allowed = ReadonlyMap<string, "always" | ReadonlySet<string>>;

/** Everything that the persona is allowed now and later, in every company there is. */
export async function allowedTo({ house, projects }: RightsWorld, { actor }: Persona): Promise<Allowed> {
  const { authorizer, subjects, policies } = house.services;
  const allowed = new Map<string, "always" | ReadonlySet<string>>();
  if (actor.kind !== "person") return allowed;
  const probes = [...projects].flatMap(([code, id]) => probesOf(code, id));
  for (const company of await house.database.read().find(CompanyEntity)) {
    if (!(await authorizer.asking.companyFor(actor, company.id))) continue;
    const subject = await subjects.findPerson(company.id, actor);
    for (const days of LATER) {
      const at = new Date(house.clock.now().getTime() + days * DAY).toISOString();
      const policy = await policies.policyOf(company, subject, at);
      for (const [action, resource, verdict] of open(policy)) {
        const cell = `${company.slug} in ${days} days: ${action} ${resource}`;
        allowed.set(cell, verdict === "always" ? verdict : passing(policy, action, resource, probes));
      }
    }
  }
  return allowed;
}

function open(policy: MemberPolicy) {
  return ACTIONS.filter((action) => !TASKS.includes(action)).flatMap((action) =>
    RESOURCES.map((resource) => [action, resource, policy.verdict(action, resource)] as const).filter(
      ([, , verdict]) => verdict !== "never",
    ),
  );
}

function passing(policy: MemberPolicy, action: Action, resource: Resource, probes: readonly Probe[]): Set<string> {
  const { companyId } = policy.facts.company;
  const self = policy.facts.subject?.subjectId ?? "";
  const passed = probes.filter(({ facts }) =>
    isAllowed(policy, { action, resource, record: { companyId, feature: resource, ...facts(self) } }),
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
