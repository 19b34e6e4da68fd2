import { In, type FindOperator } from "typeorm";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { mapInTurns } from "../../kernel/deadline";
import { oneBy } from "../../kernel/groups";
import { MemberEntity } from "../../directory/members/member.entity";
import type { CompanyFacts, SubjectFacts } from "../../policy/model/facts";
import { holdingsOf, rightsOf, type Holding } from "../../policy/holdings";
import { ApiKeyEntity } from "../../directory/api-keys/api-key.entity";
import { keysOfCompany } from "../../directory/api-keys/keys-of-company";
import type { FactsLoader } from "../facts/facts-loader";
import type { Holder, HolderKind, ReviewedHolding } from "./review-kinds";

/** Tells a company's holdings apart, at one time and from one time to another. */
export function holdingKey({
  holder,
  kind,
  reference,
}: Pick<ReviewedHolding, "holder" | "kind" | "reference">): string {
  return `${kind} ${holder.id} ${reference}`;
}

/**
 * Whoever may do anything in a company, on whatever basis. What lies idle is in it too: a grant of a company that is not
 * live yet, the levels of somebody who is deactivated.
 */
export class CompanyHoldings {
  constructor(
    private readonly database: Database,
    private readonly loader: FactsLoader,
  ) {}

  /** Of everybody, or of the holders with these ids alone; in a constant number of SELECTs. */
  async of(company: CompanyEntity, at: string, holders?: readonly string[]): Promise<readonly ReviewedHolding[]> {
    const only: Only = holders ? { id: In([...holders]) } : {};
    const facts = await this.loader.company(company);
    const held = async (people: readonly Holder[], subjects: readonly SubjectFacts[]) => {
      const byId = oneBy(subjects, ({ subjectId }) => subjectId);
      const each = await mapInTurns(people, (holder) => {
        const subject = byId.get(holder.id) ?? null;
        return holdingsOf({ company: facts, subject, at })
          .filter((holding) => !isOver(holding, at))
          .map((holding): ReviewedHolding => ({ holder, ...holding }));
      });
      return each.flat();
    };
    const { members, subjects } = await this.members(company, at, only);
    const staff = await this.staff(company, at, only);
    return [
      ...(await held(members, subjects)),
      ...(await held(staff.people, staff.subjects)),
      ...(await this.superUsers(only)),
      ...(await this.keys(facts, at, only)),
    ];
  }

  private async members(company: CompanyEntity, at: string, only: Only) {
    const order = { id: "ASC" } as const;
    const where = { companyId: company.id, ...only };
    const rows = await this.database.read().find(MemberEntity, { where, order });
    return { members: rows.map((row) => holderOf("member", row)), subjects: await this.loader.members(rows, at) };
  }

  private async staff({ id: companyId }: CompanyEntity, at: string, only: Only) {
    const manager = this.database.read();
    const mine = only.id ? { staffId: only.id } : {};
    const assignments = await manager.findBy(StaffAssignmentEntity, { companyId, ...mine });
    const ids = [...new Set(assignments.map(({ staffId }) => staffId))];
    const rows = await manager.find(VendorStaffEntity, { where: { id: In(ids), active: true }, order: { id: "ASC" } });
    const people = rows.map((row) => holderOf("staff", row));
    return { people, subjects: await this.loader.staffIn([companyId], ids, at) };
  }

  private async superUsers(only: Only): Promise<ReviewedHolding[]> {
    const where = { superUser: true, active: true, ...only };
    const rows = await this.database.read().find(VendorStaffEntity, { where, order: { id: "ASC" } });
    const held = { kind: "super_user", reference: "", state: { kind: "super_user" }, rights: {} } as const;
    return rows.map((row) => ({ holder: holderOf("staff", row), ...held }));
  }

  private async keys(company: CompanyFacts, at: string, only: Only): Promise<ReviewedHolding[]> {
    const where = { ...keysOfCompany(company.companyId), ...only };
    const rows = await this.database.read().find(ApiKeyEntity, { where, order: { id: "ASC" } });
    const open = rows
      .filter((key) => key.revokedAt === null && (key.expiresAt === null || at < key.expiresAt))
      .filter(({ companyIds }) => companyIds?.includes(company.companyId));
    const ids = open.map(({ id }) => id);
    const facts = oneBy(await this.loader.services([company], ids, at), ({ subjectId }) => subjectId);
    return open.map(({ id, name, scopes, expiresAt }) => ({
      holder: { kind: "service", id, name, email: null },
      ...{ kind: "api_key", reference: "", state: { kind: "api_key", scopes, expiresAt } },
      rights: rightsOf({ company, subject: facts.get(id) ?? null, at }),
    }));
  }
}

type Only = { readonly id?: FindOperator<string> };

function holderOf(kind: HolderKind, { id, name, email }: Omit<Holder, "kind" | "email"> & { email: string }): Holder {
  return { kind, id, name, email };
}

/** What has ended gives nothing, and cannot be given again. */
function isOver({ state }: Holding, at: string): boolean {
  if (state.kind === "grant") return state.validUntil !== null && state.validUntil <= at;
  return state.kind === "staff_assignment" && state.until !== null && state.until <= at;
}
