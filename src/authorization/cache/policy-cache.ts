import { LRUCache } from "lru-cache";
import type { CompanyFacts } from "../../policy/model/facts";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import { PairMap } from "./pair-map";
import type { ProjectBook } from "../facts/project-book";

interface Dated<T> {
  readonly revision: number;
  readonly value: T;
}

/** Stands for all whom a company does not know: they have one policy, which allows nothing. */
export const NOBODY = "";

/**
 * Compiled policies by company and subject. An entry is good only for the policy revision it was compiled at, and only
 * until the next boundary of a validity; a company's next revision makes all its entries stale at once.
 */
export class PolicyCache {
  /** Policies asked for since the start: found, and not. */
  readonly counts = { hits: 0, misses: 0 };
  /** By company and subject. */
  private readonly policies: PairMap<Dated<MemberPolicy>>;
  private readonly companies: LRUCache<string, Dated<CompanyFacts>>;
  private readonly books: LRUCache<string, Dated<ProjectBook>>;

  constructor(options: { readonly maxPolicies: number; readonly maxCompanies: number }) {
    this.policies = new PairMap(options.maxPolicies);
    this.companies = new LRUCache({ max: options.maxCompanies });
    this.books = new LRUCache({ max: options.maxCompanies });
  }

  policy(companyId: string, subjectId: string, revision: number, at: string): MemberPolicy | null {
    const found = this.policies.get(companyId, subjectId);
    const policy = found?.revision === revision && holdsAt(found.value, at) ? found.value : null;
    if (policy) this.counts.hits += 1;
    else this.counts.misses += 1;
    return policy;
  }

  keepPolicy(subjectId: string, revision: number, policy: MemberPolicy): void {
    this.policies.set(policy.facts.company.companyId, subjectId, { revision, value: policy });
  }

  company(companyId: string, revision: number): CompanyFacts | null {
    const found = this.companies.get(companyId);
    return found?.revision === revision ? found.value : null;
  }

  keepCompany(revision: number, facts: CompanyFacts): void {
    this.companies.set(facts.companyId, { revision, value: facts });
  }

  projects(companyId: string, revision: number): ProjectBook | null {
    const found = this.books.get(companyId);
    return found?.revision === revision ? found.value : null;
  }

  keepProjects(companyId: string, revision: number, value: ProjectBook): void {
    this.books.set(companyId, { revision, value });
  }
}

/** Whether the policy was compiled for the instant. */
export function holdsAt({ facts, validUntil }: MemberPolicy, at: string): boolean {
  return facts.at <= at && (validUntil === null || at < validUntil);
}
