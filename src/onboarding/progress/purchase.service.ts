import { DEFAULT_CONNECTOR } from "../../erp/catalogue/catalogue-item";
import { fill } from "../../kernel/catalogue";
import { TENANT_TEXTS } from "../../tenant/texts/tenant-texts";
import type { ChangeScope, CompanyChanges } from "../../tenant/audit/company-changes";
import type { StaffService } from "../../tenant/vendor-desk/staff.service";
import { isRunning, type VendorActor, type VendorDesk } from "../../tenant/companies/vendor-desk";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { noSuchCompany } from "../../tenant/companies/company-change";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import { normaliseEdition } from "../../erp/connections/editions";
import type { ConnectionService } from "../../erp/connections/connection.service";
import type { Database } from "../../infra/db/database";
import { systemActor, type Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { emailFrom } from "../../kernel/email";
import { BilingualRefusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import type { MemberService } from "../../directory/members/member.service";
import { MemberEntity } from "../../directory/members/member.entity";
import { StakeholderEntity } from "../../directory/stakeholders/stakeholder.entity";
import type { StakeholderService } from "../../directory/stakeholders/stakeholder.service";
import { ImplementationPlanEntity } from "../plan/implementation-plan.entity";
import { planOf, stateOf, storePlan, type PhaseChange } from "./phase-entry";
import { SET_UP_REFUSALS } from "../texts/set-up-refusals";

/** What a purchase says. */
export interface Purchase {
  /** "xero" if left out; there is no other yet. */
  readonly connector?: string | null;
  readonly edition: string;
  /** ISO 3166-1 alpha-2 of the organisation in the ledger. */
  readonly country: string;
  /** E-mail of the vendor's specialist who leads the company. */
  readonly specialist: string;
  /** Becomes a member of the directory, if they are none. */
  readonly contact: { readonly email: string; readonly name: string };
  /** Of whoever reads a refusal; left out: the company's. */
  readonly locale?: Locale;
}

export interface PurchaseParts {
  readonly database: Database;
  readonly changes: CompanyChanges;
  readonly companies: CompanyDirectory;
  readonly desk: VendorDesk;
  readonly clock: Clock;
  readonly staff: StaffService;
  readonly connection: ConnectionService;
  readonly member: MemberService;
  readonly stakeholder: StakeholderService;
}

/** Opens a company's plan once the integration is bought (set-up guide, preparation). */
export class PurchaseService {
  constructor(private readonly parts: PurchaseParts) {}

  /**
   * For the vendor's staff who act in the company. The same purchase once more changes nothing. Throws Refusal FORBIDDEN,
   * SELF_GRANT, NOT_FOUND (company, specialist), BAD_INPUT (connector; an edition that the connector does not support, saying which
   * would do) or ALREADY_EXISTS (bought in another edition).
   */
  async purchase(actor: Actor, company: string, purchase: Purchase): Promise<PhaseChange> {
    return this.parts.database.write(async () => {
      const { companyId, by } = await this.permitted(actor, company);
      // Before anything is read: the same purchase sent twice at once must find what the first one laid down.
      await this.parts.companies.lock(companyId);
      const laidDown = () => this.layDown(actor, by, companyId, purchase);
      return this.parts.changes.guarded(by, companyId, laidDown, { actor });
    });
  }

  private async layDown(actor: Actor, by: VendorActor, companyId: string, purchase: Purchase): Promise<PhaseChange> {
    // The pieces are laid down for the vendor as a whole, whatever its staff may do by themselves.
    const desk = systemActor(`purchase, by ${by.name}`);
    const bought = await this.parts.database.read().findOneBy(ImplementationPlanEntity, { companyId });
    if (bought?.purchasedAt == null) {
      const { connector = null, specialist: _, contact: __, ...ledger } = purchase;
      await this.parts.connection.configure(desk, companyId, { connector, ...ledger });
    } else await this.requireSame(companyId, purchase);
    await this.assign(actor, companyId, purchase.specialist);
    await this.nameContact(desk, companyId, purchase.contact);
    return this.parts.changes.runAs(by, companyId, notePurchase, { actor });
  }

  private async permitted(actor: Actor, reference: string) {
    const { companies, desk, clock } = this.parts;
    const by = await desk.require(actor, TENANT_TEXTS.recordAPurchase);
    const company = await companies.find(reference);
    if (!company || !(await desk.actsIn(company.id, by, toInstant(clock.now())))) throw noSuchCompany();
    return { companyId: company.id, by };
  }

  /** A second purchase of something else is a mistake, not a change of the connection. */
  private async requireSame(companyId: string, { edition, country, connector }: Purchase): Promise<void> {
    const held = await this.parts.database.read().findOneBy(ConnectionEntity, { defaultOf: companyId });
    const wanted = [
      (connector ?? DEFAULT_CONNECTOR).trim().toLowerCase(),
      normaliseEdition(edition),
      country.trim().toUpperCase(),
    ];
    if (held && [held.connector, held.edition, held.country].join() === wanted.join()) return;
    throw new BilingualRefusal("ALREADY_EXISTS", SET_UP_REFUSALS.boughtAlready, ["input", "edition"]);
  }

  private async assign(actor: Actor, companyId: string, reference: string): Promise<void> {
    const { database, staff, clock } = this.parts;
    const email = emailFrom(reference, ["input", "specialist"]);
    const person = await database.read().findOneBy(VendorStaffEntity, { email });
    if (!person)
      throw new BilingualRefusal("NOT_FOUND", fill(SET_UP_REFUSALS.notOnTheStaff, { email }), ["input", "specialist"]);
    const where = { companyId, staffId: person.id, role: "specialist" as const };
    const held = await database.read().findBy(StaffAssignmentEntity, where);
    if (held.some((one) => isRunning(one, toInstant(clock.now())))) return;
    await staff.assign(actor, companyId, { email, role: "specialist" });
  }

  private async nameContact(desk: Actor, companyId: string, contact: Purchase["contact"]): Promise<void> {
    const { database, member, stakeholder } = this.parts;
    const email = emailFrom(contact.email, ["input", "contact", "email"]);
    const { name } = contact;
    if (!(await database.read().existsBy(MemberEntity, { companyId, email })))
      await member.add(desk, companyId, { email, name });
    const present = await database.read().findBy(StakeholderEntity, { companyId });
    if (present.some((one) => one.role === "erp_implementation_contact" && one.email === email)) return;
    const others = present.filter(({ role }) => role !== "erp_implementation_contact");
    const part = { role: "erp_implementation_contact" as const, email, name, required: true };
    await stakeholder.set(desk, companyId, [...others, part]);
  }
}

async function notePurchase(scope: ChangeScope): Promise<PhaseChange> {
  const before = await planOf(scope);
  if (before.purchasedAt !== null) return { plan: before, policyRevision: scope.company.policyRevision };
  const plan = Object.assign(new ImplementationPlanEntity(), before, { purchasedAt: scope.at });
  await storePlan(scope, before, plan);
  const target = { targetKind: "implementation_plan", targetId: plan.id };
  const states = { before: before.version === 0 ? null : stateOf(before), after: stateOf(plan) };
  return { plan, policyRevision: await scope.record({ action: "integration.purchased", ...target, ...states }) };
}
