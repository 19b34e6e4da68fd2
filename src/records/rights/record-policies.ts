import { In } from "typeorm";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { groupBy } from "../../kernel/groups";
import { BilingualRefusal } from "../../kernel/errors";
import type { SqlFilter } from "../../policy/judgement/condition-sql";
import { decide } from "../../policy/judgement/decide";
import { approvalStands } from "../../policy/judgement/first-approval";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import type { AnsweredDecision } from "../../policy/ports";
import type { RecordFacts } from "../../policy/model/facts";
import type { Action } from "../../policy/model/vocabulary";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { recordColumns } from "../record/record-columns";
import { factsOf } from "../record/record-facts";
import type { RecordDecider, RecordRights } from "../record/record-rights";
import type { RecordEntity } from "../record/record.entity";
import { answerOf, outsiderAnswer } from "../../authorization/answer/answer";
import { NOBODY, recordFilter } from "../../authorization/insight/record-filter";
import type { PolicySource } from "../../authorization/policies/policy-source";
import type { RequestInsight } from "../../authorization/insight/request-insight";
import type { SubjectDirectory } from "../../directory/subjects/subject-directory";
import { RECORD_TEXTS } from "../texts/record-texts";

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
    const place = { columns: recordColumns(alias), feature: `${alias}.feature` };
    return actions.map((action) => recordFilter(policies, action, place));
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
    if (!company) throw new BilingualRefusal("NOT_FOUND", RECORD_TEXTS.noSuchCompany);
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

  async standing(companyId: string, records: readonly RecordEntity[]): Promise<Set<string>> {
    const { companies, subjects, policies, clock } = this.parts;
    const agreed = records.filter(({ firstApproverId }) => firstApproverId !== null);
    const company = agreed.length === 0 ? null : await companies.find(companyId);
    const stands = new Set<string>();
    if (!company) return stands;
    const at = toInstant(clock.now());
    const byApprover = groupBy(agreed, ({ firstApproverId }) => firstApproverId ?? "");
    for (const [approverId, own] of byApprover) {
      const policy = await policies.policyOf(company, await subjects.find(companyId, approverId), at);
      const facts = { ...policy.facts, at };
      for (const record of own) if (approvalStands(facts, recordFactsOf(record))) stands.add(record.id);
    }
    return stands;
  }
}

function recordFactsOf(record: RecordEntity): RecordFacts {
  return { ...factsOf(record), companyId: record.companyId, feature: record.feature };
}

class PolicyDecider implements RecordDecider {
  constructor(
    private readonly policy: MemberPolicy,
    private readonly company: CompanyEntity,
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  decide(record: RecordEntity, action: Action, locale: CompanyEntity["locale"]): AnsweredDecision {
    const { policy, company, names } = this;
    const decision = decide(policy, { action, resource: record.feature, record: recordFactsOf(record) });
    const subject = policy.facts.subject && { id: policy.facts.subject.subjectId };
    return answerOf({ decision, policy, subject, company, record, locale, at: policy.facts.at, names });
  }
}
