import type { CompanyEntity } from "../company/company.entity";
import type { Database } from "../db/database";
import type { MemberEntity } from "../member/member.entity";
import { ProjectEntity } from "../project/project.entity";
import type { CompanyFacts } from "../policy/facts";
import { MemberPolicy } from "../policy/member-policy";
import type { FactsLoader } from "./facts-loader";
import type { PolicyCache } from "./policy-cache";
import { ProjectBook } from "./project-book";
import type { KnownSubject } from "./subject-directory";

/** Hands out compiled policies: from the cache where the revision still holds, else from facts read afresh. */
export class PolicySource {
  constructor(
    private readonly database: Database,
    private readonly loader: FactsLoader,
    private readonly cache: PolicyCache,
  ) {}

  /** @param historical the instant was asked for, so the rights held then are read and nothing is cached */
  async policyOf(
    company: CompanyEntity,
    subject: KnownSubject | null,
    at: string,
    historical: boolean,
  ): Promise<MemberPolicy> {
    const cacheable = !historical && !this.database.inWrite();
    const cached = cacheable && subject ? this.cache.policy(company.id, subject.id, company.policyRevision, at) : null;
    if (cached) return cached;
    const facts = await this.companyFacts(company);
    const held = subject ? await this.loader.subject(company.id, subject, at) : null;
    const policy = new MemberPolicy({ company: facts, subject: held, at });
    if (cacheable && subject) this.cache.keepPolicy(subject.id, company.policyRevision, policy);
    return policy;
  }

  /** The policies of many members of one company, compiled in a constant number of SELECTs. */
  async policiesOf(company: CompanyEntity, members: readonly MemberEntity[], at: string): Promise<MemberPolicy[]> {
    const facts = await this.companyFacts(company);
    const subjects = await this.loader.members(members, at);
    return subjects.map((subject) => new MemberPolicy({ company: facts, subject, at }));
  }

  /** The same for vendor staff that is or was assigned to the company. */
  async policiesOfStaff(company: CompanyEntity, staffIds: readonly string[], at: string): Promise<MemberPolicy[]> {
    const facts = await this.companyFacts(company);
    const subjects = await this.loader.staffOf(company.id, staffIds, at);
    return subjects.map((subject) => new MemberPolicy({ company: facts, subject, at }));
  }

  /** The facts of many companies by their ids, in a constant number of SELECTs. */
  async companiesFacts(companies: readonly CompanyEntity[]): Promise<ReadonlyMap<string, CompanyFacts>> {
    const facts = await this.loader.companies(companies);
    return new Map(facts.map((one) => [one.companyId, one]));
  }

  /** The policies of many members of several companies, by member, in two SELECTs. */
  async policiesIn(
    facts: ReadonlyMap<string, CompanyFacts>,
    members: readonly MemberEntity[],
    at: string,
  ): Promise<ReadonlyMap<string, MemberPolicy>> {
    const subjects = await this.loader.members(members, at);
    return new Map(
      subjects.flatMap((subject) => {
        const company = facts.get(subject.companyId);
        return company ? [[subject.subjectId, new MemberPolicy({ company, subject, at })] as const] : [];
      }),
    );
  }

  async projects(company: CompanyEntity): Promise<ProjectBook> {
    const cacheable = !this.database.inWrite();
    const cached = cacheable ? this.cache.projects(company.id, company.policyRevision) : null;
    if (cached) return cached;
    const book = new ProjectBook(await this.database.read().findBy(ProjectEntity, { companyId: company.id }));
    if (cacheable) this.cache.keepProjects(company.id, company.policyRevision, book);
    return book;
  }

  /** Facts read inside a transaction may never be committed, so they are not kept. */
  private async companyFacts(company: CompanyEntity): Promise<CompanyFacts> {
    const cacheable = !this.database.inWrite();
    const cached = cacheable ? this.cache.company(company.id, company.policyRevision) : null;
    if (cached) return cached;
    const facts = await this.loader.company(company);
    if (cacheable) this.cache.keepCompany(company.policyRevision, facts);
    return facts;
  }
}
