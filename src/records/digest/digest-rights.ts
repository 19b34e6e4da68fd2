import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { MemberEntity } from "../../directory/members/member.entity";
import type { SqlFilter } from "../../policy/judgement/condition-sql";

/** Which records somebody may act on: WHERE clauses over `erp_record` under the alias `r`, for raw SQL. */
export interface DigestFilters {
  /** That they may send now, or give the first of two approvals. */
  readonly send: SqlFilter;
  /** That they may give back: of those that failed, the ones that wait for them. */
  readonly reject: SqlFilter;
}

/** The port to the policy; access/ implements it. */
export interface DigestRights {
  /**
   * By the member's id, for members of one company, in a constant number of SELECTs. All filters can stand in one
   * statement: no two parameters have the same name.
   */
  filters(
    company: CompanyEntity,
    members: readonly MemberEntity[],
    at: string,
  ): Promise<ReadonlyMap<string, DigestFilters>>;
}
