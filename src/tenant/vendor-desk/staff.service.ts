import { fill } from "../../kernel/catalogue";
import { In, type EntityManager } from "typeorm";
import type { Database } from "../../infra/db/database";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { endInWords, readEnd } from "../../kernel/days";
import { emailFrom } from "../../kernel/email";
import { BilingualRefusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import type { Authorizer } from "../../policy/ports";
import type { StaffRole } from "../../policy/model/vocabulary";
import { noSuchCompany, type ChangeMode, type ChangeScope, type CompanyChangePort } from "../companies/company-change";
import type { CompanyDirectory } from "../companies/company-directory";
import { zoneOf } from "../companies/time-zone";
import { storeAssignment } from "../companies/staff-assignment";
import { StaffAssignmentEntity } from "../companies/staff-assignment.entity";
import { isRunning, type VendorActor, type VendorDesk } from "../companies/vendor-desk";
import { VendorStaffEntity } from "../companies/vendor-staff.entity";
import { optionalReason } from "../../kernel/labels";
import { TENANT_TEXTS } from "../texts/tenant-texts";

export interface StaffRequest {
  readonly email: string;
  readonly role: StaffRole;
  /** The last day in the company's zone, or the first instant at which it counts no more; null or left out: open. */
  readonly until?: string | null;
}

/** A person's part in a company. */
export interface AssignedStaff {
  readonly assignment: StaffAssignmentEntity;
  readonly staff: VendorStaffEntity;
}

/** The port to what depends on vendor staff; the set-up fulfils it. */
export interface StaffUse {
  /** Until when a specialist's help lasts, at an instant within it; null: no help with an end runs. */
  helpEnd(manager: EntityManager, companyId: string, at: string): Promise<string | null>;
  /** Whether the company has been live, and the help is over: from then on the customer gives specialists their access. */
  helpIsOver(manager: EntityManager, companyId: string, at: string): Promise<boolean>;
  /** Told within the change, once somebody else may be responsible for the company. */
  changed(scope: ChangeScope): Promise<void>;
}

export interface StaffServiceParts {
  readonly database: Database;
  readonly changes: CompanyChangePort;
  readonly companies: CompanyDirectory;
  readonly authorizer: Authorizer;
  readonly desk: VendorDesk;
  readonly clock: Clock;
  readonly uses: Iterable<StaffUse>;
}

/** What those hear who neither act for the vendor in the company nor may give its rights. */

/**
 * Assigns vendor staff to companies, and ends that. For staff who act in the company, and super-users; but access belongs to
 * the customer: its administrators end it at once, and once the help is over only they make somebody specialist.
 */
export class StaffService {
  constructor(private readonly parts: StaffServiceParts) {}

  /**
   * While the help after going live runs, a specialist's assignment ends with it. Throws PolicyRefusal (members who may not
   * give rights), Refusal NOT_FOUND (company, person), FORBIDDEN, BAD_INPUT, CONFLICT (person inactive, longer than the help),
   * CUSTOMER_CONSENT_NEEDED (the vendor, once the help is over) or ALREADY_EXISTS.
   */
  async assign(actor: Actor, company: string, request: StaffRequest): Promise<AssignedStaff> {
    return this.run(actor, company, "grant_access", async (scope) => {
      const { manager, at } = scope;
      if (request.role === "specialist" && scope.by.kind === "staff") await this.requireHelp(scope);
      const until = await this.untilOf(scope, request);
      const staff = await this.staffOf(request.email);
      const same = { companyId: scope.company.id, staffId: staff.id, role: request.role };
      if ((await manager.findBy(StaffAssignmentEntity, same)).some((held) => isRunning(held, at)))
        throw new BilingualRefusal("ALREADY_EXISTS", fill(TENANT_TEXTS.partAlready, { name: staff.name }), [
          "input",
          "email",
        ]);
      const assignment = await storeAssignment(scope, { staffId: staff.id, role: request.role, until });
      const after = stateOf({ assignment, staff });
      const target = { targetKind: "staff_assignment", targetId: assignment.id };
      await scope.record({ action: "staff.assigned", ...target, before: null, after });
      for (const use of this.parts.uses) await use.changed(scope);
      return { assignment, staff };
    });
  }

  /**
   * Ends an assignment now. The customer ends any; the vendor not the last that somebody is needed for. Throws PolicyRefusal
   * (members who are no administrators), Refusal NOT_FOUND (company, assignment), FORBIDDEN or CONFLICT (over already, needed).
   */
  async end(
    actor: Actor,
    company: string,
    { assignment: id, reason }: { readonly assignment: string; readonly reason?: string | null },
  ): Promise<AssignedStaff> {
    return this.run(actor, company, "administer", async (scope) => {
      const { manager, at } = scope;
      const field = ["input", "assignment"];
      const key = { id: id.trim().toLowerCase(), companyId: scope.company.id };
      const assignment = await manager.findOneBy(StaffAssignmentEntity, key);
      if (!assignment) throw new BilingualRefusal("NOT_FOUND", TENANT_TEXTS.noSuchAssignment, field);
      if (!isRunning(assignment, at))
        throw new BilingualRefusal(
          "CONFLICT",
          fill(TENANT_TEXTS.assignmentEnded, { instant: assignment.assignedUntil ?? at }),
          field,
        );
      const staff = await manager.findOneByOrFail(VendorStaffEntity, { id: assignment.staffId });
      if (scope.by.kind === "staff") await this.requireServed(scope, assignment, field);
      const before = stateOf({ assignment, staff });
      await manager.update(StaffAssignmentEntity, { id: assignment.id }, { assignedUntil: at });
      assignment.assignedUntil = at;
      const target = { targetKind: "staff_assignment", targetId: assignment.id };
      const states = { before, after: stateOf({ assignment, staff }) };
      await scope.record({ action: "staff.assignment_ended", ...target, ...states, why: optionalReason(reason) });
      for (const use of this.parts.uses) await use.changed(scope);
      return { assignment, staff };
    });
  }

  private async untilOf(scope: ChangeScope, { role, until }: StaffRequest): Promise<string | null> {
    const { manager, company, at } = scope;
    const wanted = untilFrom(until, scope);
    const end = role === "specialist" ? await this.helpEnd(manager, company.id, at) : null;
    if (end === null || (wanted !== null && wanted <= end)) return wanted;
    if (wanted === null) return end;
    const last = (locale: Locale) => endInWords(zoneOf(company), end, locale);
    const texts = {
      en: `The specialist's help lasts until ${last("en")}; extend it (extendHelp), or assign until then at most.`,
      fr: `L’aide du spécialiste dure jusqu’au ${last("fr")} ; prolongez-la (extendHelp), ou affectez jusque-là au plus.`,
    };
    throw new BilingualRefusal("CONFLICT", texts, ["input", "until"]);
  }

  private async helpEnd(manager: EntityManager, companyId: string, at: string): Promise<string | null> {
    for (const use of this.parts.uses) {
      const end = await use.helpEnd(manager, companyId, at);
      if (end !== null) return end;
    }
    return null;
  }

  /** As vendor staff who act in the company. Throws Refusal NOT_FOUND (company) or FORBIDDEN. */
  async asVendor<T>(
    actor: Actor,
    company: string,
    work: (scope: ChangeScope) => Promise<T>,
    mode: ChangeMode = {},
  ): Promise<T> {
    const { database, companies, changes, authorizer } = this.parts;
    return database.write(async () => {
      const found = await companies.find(company);
      if (!found) throw noSuchCompany();
      const by = await this.acting(actor, found.id);
      if (by) return changes.runAs(by, found.id, work, { actor, ...mode });
      if (!(await authorizer.knows(actor, found.id))) throw noSuchCompany();
      throw new BilingualRefusal("FORBIDDEN", TENANT_TEXTS.vendorOnly);
    });
  }

  /** Throws Refusal NOT_FOUND or CONFLICT (no longer active). */
  async staffOf(reference: string): Promise<VendorStaffEntity> {
    const field = ["input", "email"];
    const email = emailFrom(reference, field);
    const staff = await this.parts.database.read().findOneBy(VendorStaffEntity, { email });
    if (!staff) throw new BilingualRefusal("NOT_FOUND", fill(TENANT_TEXTS.notOnTheStaff, { email }), field);
    if (!staff.active)
      throw new BilingualRefusal("CONFLICT", fill(TENANT_TEXTS.noLongerActive, { name: staff.name }), field);
    return staff;
  }

  /** As vendor staff who act in the company, or as whoever of its people may. */
  private async run<T>(
    actor: Actor,
    company: string,
    action: "grant_access" | "administer",
    work: (scope: ChangeScope) => Promise<T>,
  ): Promise<T> {
    const { companies, changes, database } = this.parts;
    return database.write(async () => {
      const found = await companies.find(company);
      if (!found) throw noSuchCompany();
      const by = await this.acting(actor, found.id);
      if (by) return changes.runAs(by, found.id, work, { actor });
      return changes.run({ actor, company, action }, async (scope) => {
        if (scope.by.kind === "staff") throw new BilingualRefusal("FORBIDDEN", TENANT_TEXTS.vendorOnly);
        return work(scope);
      });
    });
  }

  private async acting(actor: Actor, companyId: string): Promise<VendorActor | null> {
    const { desk, clock } = this.parts;
    const by = await desk.find(actor);
    return by && (await desk.actsIn(companyId, by, toInstant(clock.now()))) ? by : null;
  }

  private async requireHelp({ manager, company, at }: ChangeScope): Promise<void> {
    for (const use of this.parts.uses) if (await use.helpIsOver(manager, company.id, at)) throw consentNeeded();
  }

  /** A company in its set-up has a specialist, and one that lives somebody of the vendor; the last one names the next. */
  private async requireServed(
    { manager, company, at }: ChangeScope,
    ending: StaffAssignmentEntity,
    field: readonly string[],
  ): Promise<void> {
    const over = await Promise.all([...this.parts.uses].map((use) => use.helpIsOver(manager, company.id, at)));
    const held = await manager.findBy(StaffAssignmentEntity, { companyId: company.id });
    const others = held.filter((one) => one.id !== ending.id && isRunning(one, at));
    const active = await manager.findBy(VendorStaffEntity, {
      id: In(others.map(({ staffId }) => staffId)),
      active: true,
    });
    const serve = others.filter(({ staffId }) => active.some(({ id }) => id === staffId));
    const isSpecialist = ending.role === "specialist" && !over.includes(true);
    if (serve.some(({ role }) => !isSpecialist || role === "specialist")) return;
    throw new BilingualRefusal("CONFLICT", LAST, field);
  }
}

const LAST = {
  en: "Nobody would be left who looks after the company: assign somebody else first (assignVendorStaff).",
  fr: "Plus personne ne s’occuperait de l’entreprise : affectez d’abord quelqu’un d’autre (assignVendorStaff).",
};

function consentNeeded(): BilingualRefusal {
  const texts = {
    en: "The help is over: a specialist now needs the customer's consent. Ask for it (requestVendorAccess), or in an emergency open the door for some hours (openEmergencyAccess).",
    fr: "L’accompagnement est terminé : un spécialiste a désormais besoin de l’accord du client. Demandez-le (requestVendorAccess) ou, en urgence, ouvrez la porte pour quelques heures (openEmergencyAccess).",
  };
  return new BilingualRefusal("CUSTOMER_CONSENT_NEEDED", texts, ["input", "role"]);
}

/** A day counts whole, in the company's zone. */
function untilFrom(text: string | null | undefined, { company, at }: ChangeScope): string | null {
  if (text == null) return null;
  const until = readEnd(text, zoneOf(company));
  if (until !== null && until > at) return until;
  throw new BilingualRefusal("BAD_INPUT", TENANT_TEXTS.untilForm, ["input", "until"]);
}

function stateOf({ assignment: { role, assignedFrom, assignedUntil }, staff }: AssignedStaff) {
  return { staff: staff.email, role, assignedFrom, assignedUntil };
}
