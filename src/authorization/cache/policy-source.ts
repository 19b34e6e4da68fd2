import { mapInTurns } from "../../kernel/deadline";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import type { MemberEntity } from "../../directory/members/member.entity";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import { ProjectEntity } from "../../directory/projects/project.entity";
import type { CompanyFacts } from "../../policy/model/facts";
import { MemberPolicy } from "../../policy/judgement/member-policy";
import type { FactsLoader } from "../facts/facts-loader";
import type { VerdictDirectory } from "./memory/verdict-directory";
import { NOBODY, type PolicyCache } from "./policy-cache";
import type { PastInstant } from "../history/past-facts";
import type { PastPolicies } from "../history/past-policies";
import { ProjectBook } from "../facts/project-book";
import type { KnownSubject } from "../../directory/subjects/subject-directory";

/** Hands out compiled policies: from the cache where the revision still holds, else from facts read afresh. */
export class PolicySource {
  constructor(
    private readonly database: Database,
    private readonly loader: FactsLoader,
    private readonly cache: PolicyCache,
    private readonly past: PastPolicies,
    private readonly verdicts: VerdictDirectory | null = null,
  ) {}

  /** Policies asked for since the start: found in the cache, and not. */
  get cacheCounts(): Readonly<PolicyCache["counts"]> {
    return this.cache.counts;
  }

  /** @param past the instant was asked for, so the rights of then are read and nothing is cached */
  async policyOf(
    company: CompanyEntity,
    subject: KnownSubject | null,
    at: string,
    past: PastInstant | null = null,
  ): Promise<MemberPolicy> {
    if (past) return this.past.policyOf(company, subject, past);
    const cacheable = !this.database.inWrite();
    const id = subject?.id ?? NOBODY;
    const cached = cacheable ? this.cache.policy(company.id, id, company.policyRevision, at) : null;
    if (cached) return cached;
    const facts = await this.companyFacts(company);
    const held = subject ? await this.loader.subject(company.id, subject, at) : null;
    const policy = new MemberPolicy({ company: facts, subject: held, at });
    if (cacheable) {
      this.cache.keepPolicy(id, company.policyRevision, policy);
      this.verdicts?.put(company.policyRevision, policy);
    }
    return policy;
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
    const cacheable = !this.database.inWrite();
    const cached = cacheable ? this.cache.projects(company.id, company.policyRevision) : null;
    if (cached) return cached;
    const where = { companyId: company.id };
    const manager = this.database.read();
    const connections = await manager.find(ConnectionEntity, { where, select: { id: true } });
    const ids = connections.map(({ id }) => id);
    const book = new ProjectBook(await manager.findBy(ProjectEntity, where), ids);
    if (cacheable) this.cache.keepProjects(company.id, company.policyRevision, book);
    return book;
  }

  /** Facts read inside a transaction may never be committed, so they are not kept. */
  async companyFacts(company: CompanyEntity): Promise<CompanyFacts> {
    const cacheable = !this.database.inWrite();
    const cached = cacheable ? this.cache.company(company.id, company.policyRevision) : null;
    if (cached) return cached;
    const facts = await this.loader.company(company);
    if (cacheable) this.cache.keepCompany(company.policyRevision, facts);
    return facts;
  }
}
