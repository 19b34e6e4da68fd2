import { DecisionPoint } from "../../src/authorization/decision-point/decision-point";
import { FactsLoader } from "../../src/authorization/facts/facts-loader";
import { GrantScope } from "../../src/authorization/facts/grant-scope";
import { PastFacts } from "../../src/authorization/history/past-facts";
import { PastPolicies } from "../../src/authorization/history/past-policies";
import { RightsRecorder } from "../../src/authorization/history/rights-recorder";
import { DecisionCache } from "../../src/authorization/cache/decision-cache";
import { RecordReader } from "../../src/authorization/decision-point/record-reader";
import { SubjectResolver } from "../../src/authorization/decision-point/subject-resolver";
import { PolicySource } from "../../src/authorization/policies/policy-source";
import { SubjectDirectory } from "../../src/directory/subjects/subject-directory";
import { CompanyChanges } from "../../src/tenant/audit/company-changes";
import { CompanyDirectory } from "../../src/tenant/companies/company-directory";
import { CompanyEntity } from "../../src/tenant/companies/company.entity";
import { StaffAssignmentEntity } from "../../src/tenant/companies/staff-assignment.entity";
import { VendorStaffEntity } from "../../src/tenant/companies/vendor-staff.entity";
import { ConnectionService } from "../../src/erp/connections/connection.service";
import type { Database } from "../../src/infra/db/database";
import { FeatureSwitchService } from "../../src/erp/switches/feature-switch.service";
import { ImplementationService } from "../../src/onboarding/progress/implementation.service";
import { systemActor, type Actor } from "../../src/kernel/actor";
import { FixedClock } from "../../src/kernel/clock";
import { newId } from "../../src/kernel/ids";
import { ApproverService } from "../../src/directory/grants/approver.service";
import { GrantService } from "../../src/directory/grants/grant.service";
import { MemberEntity } from "../../src/directory/members/member.entity";
import type { StaffRole } from "../../src/policy/model/vocabulary";
import { ProjectEntity } from "../../src/directory/projects/project.entity";

export const SEED = systemActor("test");
const START = "2026-11-24T09:00:00.000Z";

/** A person as the token issuer shows them. */
export function person(email: string): Actor {
  return { kind: "person", email, subject: `https://issuer.test|${email}`, name: null };
}

/** The services of rights and settings over one database, wired as the application wires them. */
export class RightsHouse {
  readonly clock = new FixedClock(START);
  readonly companies: CompanyDirectory;
  readonly authorizer: DecisionPoint;
  readonly changes: CompanyChanges;
  readonly grant: GrantService;
  readonly approver: ApproverService;
  readonly connection: ConnectionService;
  readonly featureSwitch: FeatureSwitchService;
  readonly implementation: ImplementationService;

  constructor(readonly database: Database) {
    const bounds = new GrantScope(database);
    this.companies = new CompanyDirectory(database);
    const facts = new FactsLoader(database);
    const subjects = new SubjectDirectory(database);
    const past = new PastPolicies(database, new PastFacts(database, facts), subjects);
    const cache = new DecisionCache(database, 10_000);
    const policies = new PolicySource(database, facts, cache, past);
    const { companies, clock } = this;
    const resolver = new SubjectResolver(companies, subjects, cache);
    const records = new RecordReader({ resolver, policies, records: null });
    this.authorizer = new DecisionPoint({ resolver, policies, cache, records, clock });
    const history = new RightsRecorder(facts);
    this.changes = new CompanyChanges(database, this.companies, this.authorizer, this.clock, history);
    this.grant = new GrantService(database, this.changes, this.companies, bounds);
    this.approver = new ApproverService(database, this.changes, this.companies, bounds);
    this.connection = new ConnectionService(this.changes);
    this.featureSwitch = new FeatureSwitchService(this.changes);
    this.implementation = new ImplementationService(database, this.changes, this.authorizer, this.clock);
  }

  /** A company with an administrator who may grant, `admin@SLUG.test`, and a specialist, `specialist@SLUG.test`. */
  async addCompany(slug: string, locale: "en" | "fr" = "en"): Promise<CompanyEntity> {
    const company = { id: newId(), slug, name: slug, country: "US", locale, currency: "USD", policyRevision: 0 };
    const row = { ...company, twoPersonAboveMinor: null, twoPersonAboveCurrency: null, version: 1, createdAt: START };
    await this.database.write((manager) => manager.save(CompanyEntity, row));
    await this.addMember(slug, `admin@${slug}.test`, {
      directoryLevel: "admin",
      toolLevel: "standard",
      canPushToAccounting: true,
    });
    await this.addStaff(slug, `specialist@${slug}.test`, "specialist");
    return this.company(slug);
  }

  async addMember(slug: string, email: string, rights: Partial<MemberEntity> = {}): Promise<MemberEntity> {
    const company = await this.company(slug);
    const plain = { toolLevel: "none", directoryLevel: "none", canPushToAccounting: false, active: true } as const;
    const row = { id: newId(), companyId: company.id, email, name: email.split("@")[0]!, ...plain, ...rights };
    const rest = { digest: false, erasedAt: null, version: 1, createdAt: START };
    return this.database.write((manager) => manager.save(MemberEntity, { ...row, ...rest }));
  }

  async addProject(slug: string, code: string): Promise<ProjectEntity> {
    const companyId = (await this.company(slug)).id;
    const row = { id: newId(), companyId, code, name: code, active: true, version: 1, createdAt: START };
    return this.database.write((manager) => manager.save(ProjectEntity, row));
  }

  async addStaff(slug: string, email: string, role: StaffRole): Promise<void> {
    const companyId = (await this.company(slug)).id;
    const staff = { id: newId(), email, name: email, active: true, superUser: false, createdAt: START };
    const time = { assignedFrom: START, assignedUntil: null, createdAt: START };
    await this.database.write(async (manager) => {
      await manager.save(VendorStaffEntity, staff);
      const assignment = { id: newId(), companyId, staffId: staff.id, role, assignedBy: "test", ...time };
      await manager.save(StaffAssignmentEntity, assignment);
    });
  }

  /** One specialist for many companies. */
  async assignEverywhere(email: string, slugs: readonly string[]): Promise<void> {
    const [first, ...rest] = slugs;
    await this.addStaff(first!, email, "specialist");
    const staff = await this.database.read().findOneByOrFail(VendorStaffEntity, { email });
    const time = { assignedFrom: START, assignedUntil: null, createdAt: START };
    for (const slug of rest) {
      const { id: companyId } = await this.company(slug);
      const assignment = { id: newId(), companyId, staffId: staff.id, role: "specialist", assignedBy: "test" } as const;
      await this.database.write((manager) => manager.save(StaffAssignmentEntity, { ...assignment, ...time }));
    }
  }

  async company(slug: string): Promise<CompanyEntity> {
    return (await this.companies.find(slug))!;
  }

  /** What the company needs before any record moves. */
  async goLive(slug: string): Promise<void> {
    await this.connection.configure(SEED, slug, { edition: "established", country: "US", status: "authorised" });
    for (const feature of ["commitment", "subcontractor_invoice"] as const)
      await this.featureSwitch.set(SEED, slug, { feature, enabled: true });
    for (const phase of ["implementation", "getting_started"] as const)
      await this.implementation.enterPhase(SEED, slug, { phase, reason: "Test" });
  }

  async decide(slug: string, email: string, feature: string) {
    const question = { company: slug, subject: email, action: "send", resource: feature, locale: "en" } as const;
    return this.authorizer.decide(SEED, question);
  }
}
