import type { CompanyInsight, Insight } from "../../tenant/companies/company-reader";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { includesCompany } from "../../directory/api-keys/api-key-scopes";
import { ownMembers } from "../../directory/subjects/own-members";
import { staffOf } from "../../tenant/companies/staff-person";
import type { Database } from "../../infra/db/database";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { oneBy } from "../../kernel/groups";
import { isAllowed } from "../../policy/judgement/decide";
import type { SubjectFacts } from "../../policy/model/facts";
import { MemberPolicy } from "../../policy/judgement/member-policy";
import type { FactsLoader } from "../facts/facts-loader";

/** Asks the policy about many companies at once, reading the facts of all of them together. */
export class RequestInsight implements CompanyInsight {
  constructor(
    private readonly database: Database,
    private readonly loader: FactsLoader,
    private readonly clock: Clock,
  ) {}

  async permitted(actor: Actor, companies: readonly CompanyEntity[], insight: Insight): Promise<ReadonlySet<string>> {
    if (actor.kind === "system") return new Set(companies.map(({ id }) => id));
    const policies = await this.policies(actor, companies);
    const asked = { action: insight, resource: "company", record: null };
    const allowed = policies.filter((policy) => isAllowed(policy, asked));
    return new Set(allowed.map(({ facts }) => facts.company.companyId));
  }

  /** The actor's rights in those of the companies that know them, in a constant number of SELECTs. */
  async policies(actor: Actor, companies: readonly CompanyEntity[]): Promise<MemberPolicy[]> {
    const at = toInstant(this.clock.now());
    if (actor.kind === "service") return this.servicePolicies(actor, companies, at);
    // No letter is about looking into companies.
    if (actor.kind === "system" || actor.kind === "letter") return [];
    const subjects = await this.subjects(actor, companies, at);
    const facts = await this.loader.companies(companies.filter(({ id }) => subjects.has(id)));
    return facts.map((company) => new MemberPolicy({ company, subject: subjects.get(company.companyId) ?? null, at }));
  }

  private async servicePolicies(
    service: Extract<Actor, { kind: "service" }>,
    companies: readonly CompanyEntity[],
    at: string,
  ): Promise<MemberPolicy[]> {
    const facts = await this.loader.companies(companies.filter(({ id }) => includesCompany(service, id)));
    const byId = oneBy(facts, ({ companyId }) => companyId);
    const held = await this.loader.services(facts, [service.keyId], at);
    return held.flatMap((subject) => {
      const company = byId.get(subject.companyId);
      return company ? [new MemberPolicy({ company, subject, at })] : [];
    });
  }

  /** Who the person is in each company, as SubjectDirectory.findPerson finds it in one. */
  private async subjects(
    person: Extract<Actor, { kind: "person" }>,
    companies: readonly CompanyEntity[],
    at: string,
  ): Promise<ReadonlyMap<string, SubjectFacts>> {
    const companyIds = [...new Set(companies.map(({ id }) => id))];
    const manager = this.database.read();
    const { members: own, taken, links } = await ownMembers(manager, person, companyIds);
    const members = await this.loader.members(own, at);
    const staff = await staffOf(manager, person, links);
    const free = companyIds.filter((id) => !taken.has(id));
    const assigned = staff && free.length > 0 ? await this.loader.staffIn(free, [staff.id], at) : [];
    return new Map([...members, ...assigned].map((facts) => [facts.companyId, facts]));
  }
}
