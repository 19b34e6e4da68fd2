import type { MemberPolicy } from "../src/policy/member-policy";
import { TABLE_WORDS, verdictIn, type CellVerdict } from "../src/policy/verdict-table";
import type { Action, Resource } from "../src/policy/vocabulary";

/** The tables of one company's members, side by side in one block. */
interface CompanyTables {
  readonly starts: ReadonlyMap<string, number>;
  readonly block: Uint32Array;
}

/**
 * The verdict tables of many members by company, without the facts they were compiled from. A company is put as a
 * whole, for a new policy revision makes all its tables stale at once.
 */
export class VerdictDirectory {
  private readonly companies = new Map<string, CompanyTables>();

  put(companyId: string, policies: readonly MemberPolicy[]): void {
    const starts = new Map<string, number>();
    const block = new Uint32Array(policies.length * TABLE_WORDS);
    policies.forEach(({ facts, table }, index) => {
      if (facts.subject === null || facts.company.companyId !== companyId) return;
      table.copyInto(block, index * TABLE_WORDS);
      starts.set(facts.subject.subjectId, index * TABLE_WORDS);
    });
    this.companies.set(companyId, { starts, block });
  }

  /** Never for whoever is not of the company. */
  verdict(companyId: string, subjectId: string, action: Action, resource: Resource): CellVerdict {
    const company = this.companies.get(companyId);
    const start = company?.starts.get(subjectId);
    return company === undefined || start === undefined ? "never" : verdictIn(company.block, start, action, resource);
  }
}
