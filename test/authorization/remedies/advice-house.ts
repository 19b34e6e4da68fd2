import { IsNull } from "typeorm";
import { ConnectionEntity } from "../../../src/erp/connections/connection.entity";
import { ApiKeyEntity } from "../../../src/directory/api-keys/api-key.entity";
import { GrantEntity } from "../../../src/directory/grants/grant.entity";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { ProjectEntity } from "../../../src/directory/projects/project.entity";
import { ProjectLevelEntity } from "../../../src/directory/projects/project-level.entity";
import { SandboxLedger } from "../../../src/dev/ledger/http/sandbox-ledger";
import { FeatureSwitchEntity } from "../../../src/erp/switches/feature-switch.entity";
import { ImplementationPlanEntity } from "../../../src/onboarding/plan/implementation-plan.entity";
import { unmetConditions } from "../../../src/onboarding/progress/readiness";
import { RecordReferenceEntity } from "../../../src/records/record/record-reference.entity";
import { RecordEntity } from "../../../src/records/record/record.entity";
import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import { StaffAssignmentEntity } from "../../../src/tenant/companies/staff-assignment.entity";
import { VendorStaffEntity } from "../../../src/tenant/companies/vendor-staff.entity";
import { changeOrder, CODE, commitment, invoice, RecordHouse, VENDOR } from "../../records/record-house";
import { openTestDatabase } from "../../support/database";
import { SEED } from "../../support/house";
import { MEMBERS, type RecordName, type Rights, type Scene } from "./scene";

/** Reviews the rights of everybody, is never changed, and is asked for nothing. */
export const ASKER = "auditor@acme.test";
/** Was erased, and keeps nothing but the record. */
export const ERASED = "erased@acme.test";
const DAY_MS = 86_400_000;

/** `acme` with a person of every kind and records that wait for something, to be set up as a scene tells, past every rule. */
export class AdviceHouse extends RecordHouse {
  readonly ids = new Map<string, string>();
  ledger!: SandboxLedger;
  /** Id of the key of a service. */
  key = "";
  private firstKey = "";
  private tries = 0;
  readonly records = new Map<RecordName, RecordEntity>();

  static override async open(): Promise<AdviceHouse> {
    const house = new AdviceHouse(await openTestDatabase());
    await house.furnish();
    await house.foundations();
    const { member, company, staff } = house.services;
    await member.add(SEED, "acme", { email: ASKER, name: "auditor", toolLevel: "read_only" });
    for (const name of ["specialist", "point", "former", "idle"])
      await company.addVendorStaff(SEED, { email: `${name}@vendor.test`, name });
    await staff.assign(SEED, "acme", { email: "specialist@vendor.test", role: "specialist" });
    for (const name of ["point", "former"])
      await staff.assign(SEED, "acme", { email: `${name}@vendor.test`, role: "point_of_contact" });
    await member.add(SEED, "acme", { email: ERASED, name: "leaver" });
    const given = { name: "portal", companyIds: ["acme"], scopes: ["decisions:read"] as const };
    house.key = (await house.services.apiKey.create(SEED, given)).apiKey.id;
    house.firstKey = house.key;
    await house.keepRecords();
    const { id: companyId } = await house.company("acme");
    const people = [
      ...(await house.database.read().findBy(MemberEntity, { companyId })),
      ...(await house.database.read().find(VendorStaffEntity)),
    ];
    for (const { id, email } of people) house.ids.set(email, id);
    const erased = { active: false, erasedAt: house.clock.now().toISOString() };
    await house.database.write((manager) => manager.update(MemberEntity, { companyId, email: ERASED }, erased));
    house.ledger = await SandboxLedger.start({ file: ":memory:", port: 0, clock: house.clock });
    house.services.tenancy.ledgerPlaces.standIn(house.ledger.address);
    return house;
  }

  private async keepRecords(): Promise<void> {
    const line = (amount: string, costCode = "05-120") => [{ number: "1", costCode, amount }];
    const other = (number: string) => ({ ...VENDOR, values: { ...VENDOR.values, number, name: `Works ${number}` } });
    const code = { ...CODE, values: { ...CODE.values, code: "05-999" } };
    this.records.set("order", await this.synced(commitment()));
    await this.synced(other("V-2"));
    this.records.set("vendor", await this.offer(SEED, other("V-9")));
    this.records.set("code", await this.offer(SEED, code));
    this.records.set("waiting", await this.offer(SEED, commitment({ number: "SC-2" })));
    this.records.set("large", await this.offer(SEED, commitment({ number: "SC-3", lines: line("9000.00") })));
    this.records.set("without vendor", await this.offer(SEED, commitment({ number: "SC-4", vendor: "V-9" })));
    const two = { number: "SC-5", vendor: "V-9", lines: line("20.00", "05-999") };
    this.records.set("without both", await this.offer(SEED, commitment(two)));
    const misfit = { number: "I-9", lines: [{ costCode: "05-120", amount: "5000.00" }] };
    this.records.set("misfit", await this.offer(SEED, invoice(misfit)));
    this.records.set("change", await this.offer(SEED, changeOrder()));
  }

  /** Sets the company up as told, past every rule. */
  async setUp(told: Scene): Promise<void> {
    const { id: companyId } = await this.company("acme");
    await this.database.write(async (manager) => {
      for (const [index, rights] of told.people.entries()) await this.arm(`${MEMBERS[index]!}@acme.test`, rights);
      const { phase, status, enabled, edition, directExport, projectInUse, projectMirrored } = told;
      const helpUntil = this.later(told.helpOver ? -1 : 20);
      const liveAt = phase === "preparation" || phase === "implementation" ? null : this.later(-10);
      const plan = { phase, liveAt, helpUntil: liveAt === null ? null : helpUntil };
      await manager.update(ImplementationPlanEntity, { companyId }, plan);
      await manager.update(ConnectionEntity, { companyId }, { status, edition });
      await manager.update(FeatureSwitchEntity, { companyId }, { enabled });
      await manager.update(FeatureSwitchEntity, { companyId, feature: "commitment" }, { directExport });
      const project = { active: projectInUse, mirrored: projectMirrored };
      await manager.update(ProjectEntity, { companyId, code: "P-1" }, project);
      const twoPersonAboveCurrency = told.twoPersonAbove === null ? null : "USD";
      const contractControl = told.control === null ? null : `OVER_ORDER:${told.control}`;
      const rule = { twoPersonAboveMinor: told.twoPersonAbove, twoPersonAboveCurrency, contractControl };
      await manager.update(CompanyEntity, { id: companyId }, rule);
      await this.assign(told);
      this.key = this.firstKey;
      await manager.update(ApiKeyEntity, { id: this.key }, { revokedAt: told.keyRevoked ? this.later(-1) : null });
      if (told.record !== null) await this.place(told.record, told);
    });
  }

  private async arm(email: string, { grant, projectAdmin, ...rights }: Rights): Promise<void> {
    const manager = this.database.read();
    const memberId = this.ids.get(email)!;
    const { id: companyId } = await this.company("acme");
    await manager.delete(GrantEntity, { memberId });
    await manager.delete(ProjectLevelEntity, { memberId });
    await manager.update(MemberEntity, { id: memberId }, { ...rights, active: true });
    const projects = await manager.findBy(ProjectEntity, { companyId });
    const tools = ["commitments", "change_orders"] as const;
    const levels = tools.map((tool) => ({ tool, level: "admin" as const }));
    if (projectAdmin) await this.services.project.setLevels(SEED, "acme", { project: "P-1", member: email, levels });
    if (grant !== null) {
      for (const feature of ["commitment", "subcontractor_invoice"] as const)
        await this.services.grant.give(SEED, "acme", { member: email, feature, reason: "x" });
      if (grant.vendors)
        await this.services.grant.give(SEED, "acme", { member: email, feature: "vendor", reason: "x" });
      const { ceiling, elsewhere, begins, ends } = grant;
      const projectIds = elsewhere ? [projects.find(({ code }) => code === "P-2")!.id] : null;
      const bounds = { projectIds, ceilingMinor: ceiling, ceilingCurrency: ceiling === null ? null : "USD" };
      const validity = { validFrom: this.later(begins), validUntil: ends === null ? null : this.later(ends) };
      await manager.update(GrantEntity, { memberId, feature: "commitment" }, { ...bounds, ...validity });
    }
    await manager.update(MemberEntity, { id: memberId }, { active: rights.active });
  }

  private async assign({ specialist, formerActive }: Scene): Promise<void> {
    const manager = this.database.read();
    const staffId = (name: string) => this.ids.get(`${name}@vendor.test`)!;
    const end = (name: string, assignedUntil: string | null) =>
      manager.update(StaffAssignmentEntity, { staffId: staffId(name) }, { assignedUntil });
    await end("specialist", specialist ? null : this.later(-1));
    await end("former", this.later(-1));
    await manager.update(VendorStaffEntity, { id: staffId("former") }, { active: formerActive });
  }

  private async place(name: RecordName, { submittedBy, firstApprover, state }: Scene): Promise<void> {
    const id = (index: number | null) => (index === null ? null : this.ids.get(`${MEMBERS[index]!}@acme.test`)!);
    const people = { submittedById: id(submittedBy), firstApproverId: id(firstApprover) };
    const rest = { hasFirstApproval: firstApprover !== null, ...(name === "order" ? {} : { state }) };
    await this.database.read().update(RecordEntity, { id: this.records.get(name)!.id }, { ...people, ...rest });
  }

  /** Codes of what stands between the company and going live. */
  async unmet(): Promise<string[]> {
    const at = this.clock.now().toISOString();
    const unmet = await unmetConditions(this.database.read(), await this.company("acme"), at);
    return unmet.map(({ item }) => item.code);
  }

  async phase(): Promise<string> {
    const { id: companyId } = await this.company("acme");
    return (await this.database.read().findOneByOrFail(ImplementationPlanEntity, { companyId })).phase;
  }

  /** Records that the record builds on and the ledger does not have, in the order in which they go there. */
  async missing({ id: recordId, companyId }: Pick<RecordEntity, "id" | "companyId">): Promise<RecordEntity[]> {
    const manager = this.database.read();
    const named = await manager.findBy(RecordReferenceEntity, { recordId });
    const found: RecordEntity[] = [];
    for (const { feature, sourceKey } of named)
      found.push(...(await manager.findBy(RecordEntity, { companyId, feature, sourceKey, externalId: IsNull() })));
    return found;
  }

  private later(days: number): string {
    return new Date(this.clock.now().getTime() + days * DAY_MS).toISOString();
  }

  /** Runs the work, answers what it answers, and leaves nothing of it behind. */
  async undone<T>(work: () => Promise<T>): Promise<T> {
    const done: { answer?: T } = {};
    const undo = new Error("undone");
    const writing = this.database.write(async () => {
      done.answer = await work();
      throw undo;
    });
    await writing.catch((error: unknown) => {
      if (error !== undo) throw error;
    });
    return done.answer as T;
  }

  /** The same within work that will be undone: what was done there before stays. */
  async tried<T>(work: () => Promise<T>): Promise<T> {
    const manager = this.database.read();
    const name = `tried_${(this.tries += 1)}`;
    await manager.query(`SAVEPOINT ${name}`);
    const { key } = this;
    const answer = await work();
    this.key = key;
    await manager.query(`ROLLBACK TO SAVEPOINT ${name}`);
    return answer;
  }
}
