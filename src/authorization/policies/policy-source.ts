import { mapInTurns } from "../../kernel/deadline";
import type { MemberEntity } from "../../directory/members/member.entity";
import { ProjectEntity } from "../../directory/projects/project.entity";
import type { KnownSubject } from "../../directory/subjects/subject-directory";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { Database } from "../../infra/db/database";
import { MemberPolicy } from "../../policy/judgement/member-policy";
import type { CompanyFacts } from "../../policy/model/facts";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { CompiledPolicy } from "../answer/compiled-policy";
import type { DecisionCache } from "../cache/decision-cache";
import type { FactsLoader } from "../facts/facts-loader";
import { ProjectBook } from "../facts/project-book";
import type { PastInstant } from "../history/past-facts";
import type { PastPolicies } from "../history/past-policies";

/** Hands out compiled policies: from the cache where the revision still holds, else from facts read afresh. */
export class PolicySource {
  constructor(
    private readonly database: Database,
    private readonly loader: FactsLoader,
    private readonly cache: DecisionCache,
    private readonly past: PastPolicies,
  ) {}

  /** Policies asked for since the start: found in the cache, and not. */
  get cacheCounts(): Readonly<DecisionCache["counts"]> {
    return this.cache.counts;
  }

  async policyOf(company: CompanyEntity, subject: KnownSubject | null, at: string): Promise<MemberPolicy> {
    return (await this.compiled(company, subject, at)).policy;
  }

  /** @param past the instant was asked for, so the rights of then are read and nothing is kept */
  async compiled(
    company: CompanyEntity,
    subject: KnownSubject | null,
    at: string,
    past: PastInstant | null = null,
  ): Promise<CompiledPolicy> {
    const owner = { company, subject };
    if (past) return new CompiledPolicy(await this.past.policyOf(company, subject, past), owner);
    const kept = this.mayKeep() ? this.cache.policy(company, subject?.id ?? null, at) : null;
    if (kept) return kept;
    const facts = await this.companyFacts(company);
    const held = subject ? await this.loader.subject(facts, subject, at) : null;
    const compiled = new CompiledPolicy(new MemberPolicy({ company: facts, subject: held, at }), owner);
    if (this.mayKeep()) this.cache.keepPolicy(company, subject, compiled);
    return compiled;
  }

  /** The policies of members and staff in several companies, compiled in a constant number of SELECTs. */
  async policiesIn(
    companies: readonly CompanyEntity[],
    people: { readonly members: readonly MemberEntity[]; readonly staffIds: readonly string[] },
    at: string,
  ): Promise<readonly MemberPolicy[]> {
    const facts = new Map((await this.loader.companies(companies)).map((one) => [one.companyId, one]));
    const members = await this.loader.members(people.members, at);
    const staff = await this.loader.staffIn([...facts.keys()], people.staffIds, at);
    const policies = await mapInTurns([...members, ...staff], (subject) => {
      const company = facts.get(subject.companyId);
      return company ? [new MemberPolicy({ company, subject, at })] : [];
    });
    return policies.flat();
  }

  async projects(company: CompanyEntity): Promise<ProjectBook> {
    const kept = this.mayKeep() ? this.cache.of(company)?.projects : null;
    if (kept) return kept;
    const where = { companyId: company.id };
    const manager = this.database.read();
    const connections = await manager.find(ConnectionEntity, { where, select: { id: true } });
    const ids = connections.map(({ id }) => id);
    const projects = new ProjectBook(await manager.findBy(ProjectEntity, where), ids);
    if (this.mayKeep()) this.cache.keepProjects(company, projects);
    return projects;
  }

  async companyFacts(company: CompanyEntity): Promise<CompanyFacts> {
    const kept = this.mayKeep() ? this.cache.of(company)?.facts : null;
    if (kept) return kept;
    const facts = await this.loader.company(company);
    if (this.mayKeep()) this.cache.keepFacts(company, facts);
    return facts;
  }

  /** What is read inside a transaction may never be committed. */
  private mayKeep(): boolean {
    return !this.database.inWrite();
  }
}
