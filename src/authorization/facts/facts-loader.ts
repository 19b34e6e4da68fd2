import { DEFAULT_CONNECTOR } from "../../erp/catalogue/catalogue-item";
import { In, type EntityManager, type FindOperator } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { controlIn } from "../../tenant/companies/contract-control";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { Database } from "../../infra/db/database";
import { carries } from "../../erp/catalogue/catalogue";
import { FeatureSwitchEntity } from "../../erp/switches/feature-switch.entity";
import { ImplementationPlanEntity } from "../../onboarding/plan/implementation-plan.entity";
import { groupBy, oneBy } from "../../kernel/groups";
import { GrantEntity } from "../../directory/grants/grant.entity";
import { MemberEntity } from "../../directory/members/member.entity";
import type { CompanyFacts, FeatureFacts, GrantFacts, ProjectLevelFacts, SubjectFacts } from "../../policy/model/facts";
import { FEATURES, type Feature } from "../../policy/model/vocabulary";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { ProjectLevelEntity } from "../../directory/projects/project-level.entity";
import { StakeholderEntity } from "../../directory/stakeholders/stakeholder.entity";
import { KeyFactsLoader } from "./key-facts";
import { NO_HOLDINGS } from "./no-holdings";
import { isServed, severalOf } from "./several-connections";
import { stakeholderFacts } from "./stakeholder-facts";
import type { KnownSubject } from "../../directory/subjects/subject-directory";

/** Reads what the policy needs to know: a constant number of SELECTs for one subject or all of a company. */
export class FactsLoader {
  private readonly keys: KeyFactsLoader;

  constructor(private readonly database: Database) {
    this.keys = new KeyFactsLoader(database);
  }

  async company(company: CompanyEntity): Promise<CompanyFacts> {
    const [facts] = await this.companies([company]);
    if (!facts) throw new Error("A company without facts");
    return facts;
  }

  /** The facts of many companies, in the order given, in four SELECTs; one more where some have several connections. */
  async companies(companies: readonly CompanyEntity[]): Promise<CompanyFacts[]> {
    const manager = this.database.read();
    const where = { companyId: In(companies.map(({ id }) => id)) };
    const connections = groupBy(await manager.findBy(ConnectionEntity, where), ({ companyId }) => companyId);
    const switches = groupBy(await manager.findBy(FeatureSwitchEntity, where), ({ companyId }) => companyId);
    const plans = oneBy(await manager.findBy(ImplementationPlanEntity, where), ({ companyId }) => companyId);
    const several = await severalOf(manager, connections);
    const outOfUse = await projectsOutOfUse(manager, where);
    return companies.map((company) => {
      const own = connections.get(company.id) ?? [];
      const connection = own.find(({ defaultOf }) => defaultOf !== null) ?? null;
      const made = several.get(company.id);
      return {
        companyId: company.id,
        phase: plans.get(company.id)?.phase ?? "preparation",
        connector: connection?.connector ?? null,
        connection: connection?.status ?? "none",
        edition: connection?.edition ?? null,
        editionSupported: connection !== null && isServed(connection),
        ...(made && { several: made }),
        ...(outOfUse.has(company.id) && { projectsOutOfUse: outOfUse.get(company.id) ?? [] }),
        ...(company.contractControl !== null && { contractControl: controlIn(company.contractControl) }),
        twoPersonAbove: moneyOf(company.twoPersonAboveMinor, company.twoPersonAboveCurrency),
        features: featuresOf(connection?.connector ?? DEFAULT_CONNECTOR, switches.get(company.id) ?? []),
      };
    });
  }

  /** One subject's facts. Grants are those held at the instant: given by then and not yet revoked. */
  async subject(company: CompanyFacts, { kind, id, email }: KnownSubject, at: string): Promise<SubjectFacts | null> {
    const { companyId } = company;
    if (kind === "service") return (await this.services([company], [id], at))[0] ?? null;
    if (kind === "stakeholder") return stakeholderFacts(this.database.read(), companyId, email);
    if (kind === "staff") return (await this.staffIn([companyId], [id], at))[0] ?? null;
    const member = await this.database.read().findOneBy(MemberEntity, { companyId, id });
    return member ? ((await this.members([member], at))[0] ?? null) : null;
  }

  /** The facts of services, by the ids of their API keys, in the companies that they reach; in a constant number of SELECTs. */
  services(
    companies: readonly CompanyFacts[],
    keyIds: readonly string[],
    at: string,
  ): Promise<readonly SubjectFacts[]> {
    const companyIds = companies.map(({ companyId }) => companyId);
    return this.keys.of(companies, keyIds, at, async (ids) => {
      const where = { companyId: In(companyIds), id: In([...ids]) };
      const members = await this.database.read().findBy(MemberEntity, where);
      return [...(await this.members(members, at)), ...(await this.staffIn(companyIds, ids, at))];
    });
  }

  /** The facts of many members, of one company or several, in the order given, in three SELECTs. */
  async members(members: readonly MemberEntity[], at: string): Promise<SubjectFacts[]> {
    if (members.length === 0) return [];
    const manager = this.database.read();
    const where = whereMembers(members);
    const grants = groupBy(await manager.findBy(GrantEntity, where), (grant) => grant.memberId);
    const levels = groupBy(await manager.findBy(ProjectLevelEntity, where), (held) => held.memberId);
    const companyId = In([...new Set(members.map((member) => member.companyId))]);
    const parts = groupBy(await manager.findBy(StakeholderEntity, { companyId }), partOf);
    return members.map((member) => ({
      subjectId: member.id,
      companyId: member.companyId,
      kind: "member",
      active: member.active,
      toolLevel: member.toolLevel,
      directoryLevel: member.directoryLevel,
      canPushToAccounting: member.canPushToAccounting,
      projectLevels: (levels.get(member.id) ?? []).map(projectLevelFacts),
      grants: (grants.get(member.id) ?? []).filter((grant) => heldAt(grant, at)).map(grantFacts),
      staffRole: null,
      stakeholderRoles: (parts.get(partOf(member)) ?? []).map(({ role }) => role).sort(),
      assignedUntil: null,
    }));
  }

  /** The company's assignments of vendor staff, running and over. */
  async assignments(companyId: string): Promise<AssignmentState[]> {
    const manager = this.database.read();
    const rows = await manager.find(StaffAssignmentEntity, { where: { companyId }, order: { id: "ASC" } });
    return rows.map(({ staffId, role, assignedFrom, assignedUntil }) => ({
      staffId,
      role,
      assignedFrom,
      assignedUntil,
    }));
  }

  /** The facts of vendor staff in the companies that they are or were assigned to; of others there are none. */
  async staffIn(companyIds: readonly string[], staffIds: readonly string[], at: string): Promise<SubjectFacts[]> {
    if (staffIds.length === 0) return [];
    const manager = this.database.read();
    const staffId = In([...staffIds]);
    const people = oneBy(await manager.findBy(VendorStaffEntity, { id: staffId }), ({ id }) => id);
    const rows = await manager.findBy(StaffAssignmentEntity, { companyId: In([...companyIds]), staffId });
    return assignedFacts(rows, people, at);
  }
}

/** Ids of the projects that are out of use, by company; of companies that have such. */
async function projectsOutOfUse(
  manager: EntityManager,
  where: { readonly companyId: FindOperator<string> },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const select = { id: true, companyId: true } as const;
  const found = await manager.find(ProjectEntity, { select, where: { ...where, active: false }, order: { id: "ASC" } });
  const byCompany = groupBy(found, ({ companyId }) => companyId);
  return new Map([...byCompany].map(([companyId, projects]) => [companyId, projects.map(({ id }) => id)]));
}

/** One assignment of vendor staff, as it is or as it was. */
export type AssignmentState = Pick<StaffAssignmentEntity, "staffId" | "role" | "assignedFrom" | "assignedUntil">;
type Assignment = AssignmentState & { readonly companyId: string };

/** The facts of each person in each company, from the assignments that had begun. */
export function assignedFacts(
  rows: readonly Assignment[],
  people: ReadonlyMap<string, VendorStaffEntity>,
  at: string,
): SubjectFacts[] {
  const begun = rows.filter(({ assignedFrom }) => assignedFrom <= at);
  const places = groupBy(begun, ({ companyId, staffId: person }) => `${companyId}|${person}`);
  return [...places.values()].flatMap((assignments) => {
    const assignment = strongest(assignments, at);
    const person = assignment && people.get(assignment.staffId);
    return assignment && person ? [staffFacts(person, assignment)] : [];
  });
}

function staffFacts({ id, active }: VendorStaffEntity, assignment: Assignment): SubjectFacts {
  const { companyId, role, assignedUntil } = assignment;
  return { ...NO_HOLDINGS, subjectId: id, companyId, kind: "staff", active, staffRole: role, assignedUntil };
}

/** Of several assignments the running one counts, a specialist's before a point of contact's; else the last to end. */
function strongest(assignments: readonly Assignment[], at: string): Assignment | undefined {
  const running = assignments.filter(({ assignedUntil }) => assignedUntil === null || at < assignedUntil);
  const byEnd = [...assignments].sort((a, b) => ((a.assignedUntil ?? "") < (b.assignedUntil ?? "") ? 1 : -1));
  return running.find(({ role }) => role === "specialist") ?? running[0] ?? byEnd[0];
}

function featuresOf(connector: string, switches: readonly FeatureSwitchEntity[]): Record<Feature, FeatureFacts> {
  const set = new Map(switches.map((row) => [row.feature, row]));
  const facts = FEATURES.map((feature): [Feature, FeatureFacts] => [
    feature,
    {
      exports: carries(connector, feature, "export"),
      imports: carries(connector, feature, "import"),
      enabled: set.get(feature)?.enabled ?? false,
      directExport: set.get(feature)?.directExport ?? "off",
    },
  ]);
  return Object.fromEntries(facts) as Record<Feature, FeatureFacts>;
}

function heldAt(grant: GrantEntity, at: string): boolean {
  return grant.givenAt <= at && (grant.revokedAt === null || at < grant.revokedAt);
}

export function grantFacts(grant: GrantEntity): GrantFacts {
  return {
    grantId: grant.id,
    feature: grant.feature,
    direction: grant.direction,
    projectIds: grant.projectIds,
    ceiling: moneyOf(grant.ceilingMinor, grant.ceilingCurrency),
    validFrom: grant.validFrom,
    validUntil: grant.validUntil,
  };
}

function projectLevelFacts({ projectId, tool, level }: ProjectLevelEntity): ProjectLevelFacts {
  return { projectId, tool, level };
}

/** A stakeholder is the member of the same e-mail, also where they joined the directory later. */
function partOf({ companyId, email }: { readonly companyId: string; readonly email: string }): string {
  return `${companyId}|${email}`;
}

function moneyOf(minor: number | null, currency: string | null) {
  return minor === null || currency === null ? null : { minor, currency };
}

/** More ids than this in one statement meet the databases' limits on parameters; then all of the companies is read. */
const MAX_IDS = 1000;

export function whereMembers(members: readonly Pick<MemberEntity, "id" | "companyId">[]) {
  const companyId = In([...new Set(members.map((member) => member.companyId))]);
  return members.length > MAX_IDS ? { companyId } : { companyId, memberId: In(members.map(({ id }) => id)) };
}
