import { Brackets, type SelectQueryBuilder } from "typeorm";
import type { Database } from "../../infra/db/database";
import { pageOf, type Page } from "../../infra/db/query/keyset";
import { occursIn } from "../../infra/db/query/search";
import type { Actor } from "../../kernel/actor";
import type { Phase } from "../../policy/model/vocabulary";
import type { SizedRequest } from "./batched-list";
import { CompanyEntity } from "./company.entity";
import { StaffAssignmentEntity } from "./staff-assignment.entity";
import { VendorStaffEntity } from "./vendor-staff.entity";

export interface CompanyFilter {
  /** Occurs in the name or the slug. */
  readonly search?: string | null;
  readonly phase?: Phase | null;
}

type CompanyQuery = SelectQueryBuilder<CompanyEntity>;

/** The companies that know an actor, as SubjectDirectory.findPerson finds him in one. */
export class CompanyList {
  constructor(private readonly database: Database) {}

  /** By name. Throws Refusal BAD_INPUT for a bad size or cursor. */
  async page(actor: Actor, { search, phase }: CompanyFilter, request: SizedRequest): Promise<Page<CompanyEntity>> {
    const query = this.database.read().createQueryBuilder(CompanyEntity, "company");
    restrictTo(actor, query);
    if (search) query.andWhere(...occursIn(["company.name", "company.slug"], search));
    if (phase) query.andWhere(`company.id IN ${companiesIn(query)}`, { phase });
    return pageOf({ ...request, query, alias: "company", orderBy: [{ column: "name", direction: "asc" }] });
  }
}

function restrictTo(actor: Actor, query: CompanyQuery): void {
  if (actor.kind === "system") return;
  if (actor.kind === "service") {
    if (actor.companyIds.length === 0) query.andWhere("1 = 0");
    else query.andWhere("company.id IN (:...keyCompanies)", { keyCompanies: actor.companyIds });
    return;
  }
  const { subject, email } = actor;
  const ways = new Brackets((where) => {
    where.where(`company.id IN ${memberOf(query, "member.identitySubject = :subject")}`, { subject });
    if (email === null) return;
    const free = "member.email = :email AND member.identitySubject IS NULL";
    where.orWhere(`company.id IN ${memberOf(query, free)}`, { email });
    // A record of that e-mail that is linked with somebody else's subject shuts the way through the e-mail.
    const record = memberOf(query, "member.email = :email");
    where.orWhere(`(company.id IN ${assignedTo(query)} AND company.id NOT IN ${record})`);
  });
  query.andWhere(ways);
}

/** By the table's name: member/ stands above. */
function memberOf(query: CompanyQuery, condition: string): string {
  return query.subQuery().select("member.companyId").from("member", "member").where(condition).getQuery();
}

function assignedTo(query: CompanyQuery): string {
  const assigned = query.subQuery().select("assignment.companyId").from(StaffAssignmentEntity, "assignment");
  assigned.innerJoin(VendorStaffEntity, "staff", "staff.id = assignment.staffId");
  return assigned.where("staff.email = :email").getQuery();
}

/** By the table's name: implementation/ stands above. */
function companiesIn(query: CompanyQuery): string {
  const plans = query.subQuery().select("plan.companyId").from("implementation_plan", "plan");
  return plans.where("plan.phase = :phase").getQuery();
}
