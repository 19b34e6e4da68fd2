import { In } from "typeorm";
import { CompanyEntity } from "../company/company.entity";
import { StaffAssignmentEntity } from "../company/staff-assignment.entity";
import { VendorStaffEntity } from "../company/vendor-staff.entity";
import { ConnectionEntity } from "../connection/connection.entity";
import { editionSupport } from "../connection/editions";
import type { Database } from "../db/database";
import { carries } from "../feature/catalogue";
import { FeatureSwitchEntity } from "../feature/feature-switch.entity";
import { ImplementationPlanEntity } from "../implementation/implementation-plan.entity";
import { GrantEntity } from "../member/grant.entity";
import { MemberEntity } from "../member/member.entity";
import type { CompanyFacts, FeatureFacts, GrantFacts, ProjectLevelFacts, SubjectFacts } from "../policy/facts";
import { FEATURES, type Feature } from "../policy/vocabulary";
import { ProjectLevelEntity } from "../project/project-level.entity";
import type { KnownSubject } from "./subject-directory";

/** The only connector so far; what a company without a connection would get. */
export const DEFAULT_CONNECTOR = "xero";

/** Reads what the policy needs to know: a constant number of SELECTs for one subject or all of a company. */
export class FactsLoader {
  constructor(private readonly database: Database) {}

  async company(company: CompanyEntity): Promise<CompanyFacts> {
    const manager = this.database.read();
    const companyId = company.id;
    const connection = await manager.findOneBy(ConnectionEntity, { companyId });
    const switches = await manager.findBy(FeatureSwitchEntity, { companyId });
    const plan = await manager.findOneBy(ImplementationPlanEntity, { companyId });
    return {
      companyId,
      phase: plan?.phase ?? "preparation",
      connector: connection?.connector ?? null,
      connection: connection?.status ?? "none",
      edition: connection?.edition ?? null,
      editionSupported: connection !== null && editionSupport(connection.country, connection.edition).supported,
      twoPersonAbove: moneyOf(company.twoPersonAboveMinor, company.twoPersonAboveCurrency),
      features: featuresOf(connection?.connector ?? DEFAULT_CONNECTOR, switches),
    };
  }

  /** One subject's facts. Grants are those held at the instant: given by then and not yet revoked. */
  async subject(companyId: string, subject: KnownSubject, at: string): Promise<SubjectFacts | null> {
    if (subject.kind === "staff") return this.staff(companyId, subject.id, at);
    const member = await this.database.read().findOneBy(MemberEntity, { companyId, id: subject.id });
    return member ? ((await this.members([member], at))[0] ?? null) : null;
  }

  /** The facts of many members of one company, in the order given. */
  async members(members: readonly MemberEntity[], at: string): Promise<SubjectFacts[]> {
    const companyId = members[0]?.companyId;
    if (companyId === undefined) return [];
    const manager = this.database.read();
    const memberId = In(members.map(({ id }) => id));
    const grants = groupBy(await manager.findBy(GrantEntity, { companyId, memberId }), (grant) => grant.memberId);
    const levels = groupBy(await manager.findBy(ProjectLevelEntity, { companyId, memberId }), (held) => held.memberId);
    return members.map((member) => ({
      subjectId: member.id,
      companyId,
      kind: "member",
      active: member.active,
      toolLevel: member.toolLevel,
      directoryLevel: member.directoryLevel,
      canPushToAccounting: member.canPushToAccounting,
      projectLevels: (levels.get(member.id) ?? []).map(projectLevelFacts),
      grants: (grants.get(member.id) ?? []).filter((grant) => heldAt(grant, at)).map(grantFacts),
      staffRole: null,
      assignedUntil: null,
    }));
  }

  private async staff(companyId: string, staffId: string, at: string): Promise<SubjectFacts | null> {
    const manager = this.database.read();
    const person = await manager.findOneBy(VendorStaffEntity, { id: staffId });
    const assignments = await manager.findBy(StaffAssignmentEntity, { companyId, staffId });
    const assignment = strongest(
      assignments.filter(({ assignedFrom }) => assignedFrom <= at),
      at,
    );
    if (!person || !assignment) return null;
    return {
      subjectId: staffId,
      companyId,
      kind: "staff",
      active: person.active,
      toolLevel: "none",
      directoryLevel: "none",
      canPushToAccounting: false,
      projectLevels: [],
      grants: [],
      staffRole: assignment.role,
      assignedUntil: assignment.assignedUntil,
    };
  }
}

/** Of several assignments the running one counts, a specialist's before a point of contact's; else the last to end. */
function strongest(assignments: readonly StaffAssignmentEntity[], at: string): StaffAssignmentEntity | undefined {
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

function grantFacts(grant: GrantEntity): GrantFacts {
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

function moneyOf(minor: number | null, currency: string | null) {
  return minor === null || currency === null ? null : { minor, currency };
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
