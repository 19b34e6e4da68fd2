import { In } from "typeorm";
import type { CompanyDirectory } from "../company/company-directory";
import { CompanyEntity } from "../company/company.entity";
import type { Database } from "../db/database";
import type { Actor } from "../kernel/actor";
import { toInstant, type Clock } from "../kernel/clock";
import { Refusal } from "../kernel/errors";
import type { Conjunction } from "../policy/condition";
import { sqlFilter, type SqlFilter } from "../policy/condition-sql";
import { decide } from "../policy/decide";
import type { Facts } from "../policy/facts";
import { GATES } from "../policy/gates";
import { routes } from "../policy/judge";
import type { MemberPolicy } from "../policy/member-policy";
import type { AnsweredDecision } from "../policy/ports";
import { FEATURES, type Action, type Feature } from "../policy/vocabulary";
import { ProjectEntity } from "../project/project.entity";
import { recordColumns } from "../record/record-columns";
import { factsOf } from "../record/record-facts";
import type { RecordDecider, RecordRights } from "../record/record-rights";
import type { RecordEntity } from "../record/record.entity";
import { answer, outsiderAnswer } from "./answer";
import type { PolicySource } from "./policy-source";
import type { RequestInsight } from "./request-insight";
import type { SubjectDirectory } from "./subject-directory";

const NOBODY: SqlFilter = { where: "1 = 0", parameters: {} };
/** Without the gate that a first approval is there to open. */
const BEFORE_SECOND_APPROVAL = GATES.filter(({ code }) => code !== "SECOND_APPROVAL_NEEDED");
const FIRST_APPROVAL: Conjunction = [
  { kind: "is", fact: "hasFirstApproval", value: false },
  { kind: "equal", fact: "state", value: "awaiting" },
];

export interface RecordPolicyParts {
  readonly database: Database;
  readonly companies: CompanyDirectory;
  readonly subjects: SubjectDirectory;
  readonly policies: PolicySource;
  readonly insight: RequestInsight;
  readonly clock: Clock;
}

/** What people may do with stored records: as SQL for lists, and decided one by one over facts that are read once. */
export class RecordPolicies implements RecordRights {
  constructor(private readonly parts: RecordPolicyParts) {}

  async filters(
    actor: Actor,
    companies: readonly CompanyEntity[],
    actions: readonly Action[],
    alias: string,
  ): Promise<SqlFilter[]> {
    if (companies.length === 0) return actions.map(() => NOBODY);
    if (actor.kind === "system") {
      const parameters = { ofCompanies: companies.map(({ id }) => id) };
      return actions.map(() => ({ where: `${alias}.companyId IN (:...ofCompanies)`, parameters }));
    }
    const policies = await this.parts.insight.policies(actor, companies);
    return actions.map((action) => filterOf(policies, action, alias));
  }

  async deciders(actor: Actor, companyIds: readonly string[]): Promise<ReadonlyMap<string, RecordDecider>> {
    const id = In([...new Set(companyIds)]);
    const manager = this.parts.database.read();
    const companies = await manager.findBy(CompanyEntity, { id });
    const policies = await this.parts.insight.policies(actor, companies);
    const projects = policies.length === 0 ? [] : await manager.findBy(ProjectEntity, { companyId: id });
    const names = new Map(projects.map((project) => [project.id, project.name]));
    const byId = new Map(companies.map((company) => [company.id, company]));
    return new Map(
      policies.flatMap((policy) => {
        const company = byId.get(policy.facts.company.companyId);
        return company ? [[company.id, new PolicyDecider(policy, company, names)] as const] : [];
      }),
    );
  }

  async decideFor(subjectId: string, record: RecordEntity, action: Action): Promise<AnsweredDecision> {
    const { companies, subjects, policies, clock } = this.parts;
    const company = await companies.find(record.companyId);
    if (!company) throw new Refusal("NOT_FOUND", "There is no such company.");
    const at = toInstant(clock.now());
    const subject = await subjects.find(company.id, subjectId);
    const question = {
      company: company.id,
      subject: subjectId,
      action,
      resource: record.feature,
      locale: company.locale,
    };
    if (!subject) return outsiderAnswer(question, at);
    const policy = await policies.policyOf(company, subject, at);
    const { names } = await policies.projects(company);
    return new PolicyDecider(policy, company, names).decide(record, action, company.locale);
  }
}

function filterOf(policies: readonly MemberPolicy[], action: Action, alias: string): SqlFilter {
  const ways = policies.flatMap((policy) => waysOf(policy.facts, action));
  const filters = ways.map(({ companyId, features, conjunctions }, index) => {
    const { where, parameters } = sqlFilter(companyId, conjunctions, recordColumns(alias), `${action}${index}_`);
    const named = `${action}${index}_features`;
    return {
      where: `(${alias}.feature IN (:...${named}) AND ${where})`,
      parameters: { ...parameters, [named]: features },
    };
  });
  if (filters.length === 0) return NOBODY;
  const parameters = Object.assign({}, ...filters.map((one) => one.parameters)) as SqlFilter["parameters"];
  return { where: `(${filters.map(({ where }) => where).join(" OR ")})`, parameters };
}

class PolicyDecider implements RecordDecider {
  constructor(
    private readonly policy: MemberPolicy,
    private readonly company: CompanyEntity,
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  decide(record: RecordEntity, action: Action, locale: CompanyEntity["locale"]): AnsweredDecision {
    const { policy, company, names } = this;
    const facts = { ...factsOf(record), companyId: record.companyId, feature: record.feature };
    const decision = decide(policy, { action, resource: record.feature, record: facts });
    const subject = policy.facts.subject && { id: policy.facts.subject.subjectId };
    return answer({ decision, policy, subject, company, locale, at: policy.facts.at, names });
  }
}

interface Way {
  readonly companyId: string;
  readonly features: Feature[];
  readonly conjunctions: readonly Conjunction[];
}

/** The conditions under which the action is open, the features with the same ones together. */
function waysOf(facts: Facts, action: Action): Way[] {
  const { companyId, twoPersonAbove } = facts.company;
  const ways = new Map<string, Way>();
  for (const feature of FEATURES) {
    const open = routes(facts, action, feature).flatMap(({ conjunctions }) => conjunctions);
    const first =
      action !== "send" || twoPersonAbove === null
        ? []
        : routes(facts, action, feature, BEFORE_SECOND_APPROVAL).flatMap(({ conjunctions }) => conjunctions);
    const conjunctions = [...open, ...first.map((parts) => [...parts, ...FIRST_APPROVAL])];
    if (conjunctions.length === 0) continue;
    const key = JSON.stringify(conjunctions);
    const way = ways.get(key);
    if (way) way.features.push(feature);
    else ways.set(key, { companyId, features: [feature], conjunctions });
  }
  return [...ways.values()];
}
