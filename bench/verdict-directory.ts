import type { MemberPolicy } from "../src/policy/member-policy";
import type { CellVerdict, VerdictTable } from "../src/policy/verdict-table";
import type { Action, Resource } from "../src/policy/vocabulary";

/** The verdict tables of many members by company, without the facts they were compiled from. A company leaves at once. */
export class VerdictDirectory {
  private readonly companies = new Map<string, Map<string, VerdictTable>>();

  put({ facts: { company, subject }, table }: MemberPolicy): void {
    if (subject === null) return;
    const members = this.companies.get(company.companyId) ?? new Map<string, VerdictTable>();
    this.companies.set(company.companyId, members.set(subject.subjectId, table));
  }

  /** Never for whoever is not of the company. */
  verdict(companyId: string, subjectId: string, action: Action, resource: Resource): CellVerdict {
    return this.companies.get(companyId)?.get(subjectId)?.at(action, resource) ?? "never";
  }
}
