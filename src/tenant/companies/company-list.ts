import { Brackets, type SelectQueryBuilder } from "typeorm";
import type { Database } from "../../infra/db/database";
import { pageOf, type Page } from "../../infra/db/query/keyset";
import { occursIn } from "../../infra/db/query/search";
import type { Actor } from "../../kernel/actor";
import type { Phase } from "../../policy/model/vocabulary";
import type { SizedRequest } from "./batched-list";
import { CompanyEntity } from "./company.entity";
import { StaffAssignmentEntity } from "./staff-assignment.entity";
import { accountOf } from "../identity/account";
import { linkedTo, unlinked } from "../identity/links";
import { VendorStaffEntity } from "./vendor-staff.entity";

export interface CompanyFilter {
  /** Occurs in the name or the slug. */
  readonly search?: string | null;
  readonly phase?: Phase | null;
}

type CompanyQuery = SelectQueryBuilder<CompanyEntity>;

/** The companies that know an actor, as SubjectDirectory.findPerson finds them in one. */
export class CompanyList {
  constructor(private readonly database: Database) {}

  /** By name. Throws Refusal BAD_INPUT for a bad size or cursor. */
  async page(actor: Actor, { search, phase }: CompanyFilter, request: SizedRequest): Promise<Page<CompanyEntity>> {
    const query = this.database.read().createQueryBuilder(CompanyEntity, "company");
    restrictTo(actor, query);
    if (search) query.andWhere(...occursIn(["company.name", "company.slug"], search));
    if (phase) query.andWhere(`company.id IN ${companiesIn(query)}`, { phase });
    return pageOf({
      ...request,
      query,
      alias: "company",
      orderBy: [{ column: "name", direction: "asc", folded: true }],
    });
  }
}

function restrictTo(actor: Actor, query: CompanyQuery): void {
  if (actor.kind === "system") return;
  if (actor.kind === "service") {
    if (actor.companyIds.length === 0) query.andWhere("1 = 0");
    else query.andWhere("company.id IN (:...keyCompanies)", { keyCompanies: actor.companyIds });
    return;
  }
  if (actor.kind === "letter") {
    query.andWhere("company.id = :letterCompany", { letterCompany: actor.companyId });
    return;
  }
  const { email } = actor;
  const ways = new Brackets((where) => {
    // The address of who has none is nobody's.
    where.where(`company.id IN ${linkedTo(query, "companyId")}`, { ...accountOf(actor.subject), email: email ?? "" });
    // An account is on one side: that of the staff is no member by its address, and the other way round.
    const free = `member.email = :email AND ${unlinked(query, "member", "memberId")}`;
    where.orWhere(`(company.id IN ${memberOf(query, free)} AND NOT EXISTS ${linkedTo(query, "staffId")})`);
    where.orWhere(`company.id IN ${assignedTo(query, `staff.id IN ${linkedTo(query, "staffId")}`)}`);
    // A record of that address that is linked with another account shuts the way through the address.
    const record = memberOf(query, "member.email = :email");
    const freeStaff = `staff.email = :email AND ${unlinked(query, "staff", "staffId")}`;
    const byAddress = `company.id IN ${assignedTo(query, freeStaff)} AND company.id NOT IN ${record}`;
    where.orWhere(`(${byAddress} AND NOT EXISTS ${linkedTo(query, "memberId")})`);
  });
  query.andWhere(ways);
}

/** By the table's name: member/ stands above. */
function memberOf(query: CompanyQuery, condition: string): string {
  return query.subQuery().select("member.companyId").from("member", "member").where(condition).getQuery();
}

function assignedTo(query: CompanyQuery, condition: string): string {
  const assigned = query.subQuery().select("assignment.companyId").from(StaffAssignmentEntity, "assignment");
  assigned.innerJoin(VendorStaffEntity, "staff", "staff.id = assignment.staffId");
  return assigned.where(condition).getQuery();
}

/** By the table's name: implementation/ stands above. */
function companiesIn(query: CompanyQuery): string {
  const plans = query.subQuery().select("plan.companyId").from("implementation_plan", "plan");
  return plans.where("plan.phase = :phase").getQuery();
}
