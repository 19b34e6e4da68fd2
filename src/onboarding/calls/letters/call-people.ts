import { fill } from "../../../kernel/catalogue";
import { In } from "typeorm";
import type { ChangeScope } from "../../../tenant/companies/company-change";
import { StaffAssignmentEntity } from "../../../tenant/companies/staff-assignment.entity";
import { isRunning } from "../../../tenant/companies/vendor-desk";
import { VendorStaffEntity } from "../../../tenant/companies/vendor-staff.entity";
import { insertRows, lockRow } from "../../../infra/db/query/rows";
import { BilingualRefusal } from "../../../kernel/errors";
import { newId } from "../../../kernel/ids";
import { StakeholderEntity } from "../../../directory/stakeholders/stakeholder.entity";
import { AttendeeEntity, type AttendeeRole } from "../call/attendee.entity";
import { CallEntity } from "../call/call.entity";
import { CALL_REFUSALS } from "../../texts/call-refusals";

export interface Person {
  readonly name: string;
  readonly email: string;
}

/**
 * Who leads the call: the specialist who acts, else the one who led it so far, else the one assigned; only while they are
 * assigned. Throws Refusal CONFLICT where nobody is.
 */
export async function hostOf(scope: ChangeScope, call: CallEntity | null) {
  const { by } = scope;
  const staff = await specialistsOf(scope);
  const of = (id: string | undefined) => staff.find((one) => one.id === id);
  const host = of(by.id) ?? of(call?.hostId) ?? staff[0];
  if (host) return host;
  throw new BilingualRefusal("CONFLICT", CALL_REFUSALS.noSpecialist, ["input", "company"]);
}

/** Who is assigned as specialist at this instant, first come first. */
export async function specialistsOf({ manager, company, at }: ChangeScope): Promise<VendorStaffEntity[]> {
  const where = { companyId: company.id, role: "specialist" as const };
  const assigned = await manager.find(StaffAssignmentEntity, { where, order: { id: "ASC" } });
  const running = assigned.filter((one) => isRunning(one, at)).map(({ staffId }) => staffId);
  const staff = await manager.findBy(VendorStaffEntity, { id: In(running), active: true });
  return running.flatMap((id) => staff.find((one) => one.id === id) ?? []);
}

/** The company's stakeholders, by part. */
export function stakeholdersOf({ manager, company }: ChangeScope): Promise<StakeholderEntity[]> {
  return manager.find(StakeholderEntity, { where: { companyId: company.id }, order: { role: "ASC", email: "ASC" } });
}

/** Whether the part is that of whoever acts: the member, or by the link of a letter somebody outside the directory. */
export function isOwnPart({ by }: Pick<ChangeScope, "by">, { id, memberId }: StakeholderEntity): boolean {
  return by.kind === "letter" ? memberId === by.id || id === by.id : memberId === by.id;
}

/** Whom the call cannot do without, each once: the contact always (set-up guide), and who is marked so. */
export function requiredPeople(stakeholders: readonly StakeholderEntity[]): readonly Person[] {
  const required = stakeholders.filter((one) => one.required || one.role === "erp_implementation_contact");
  return [...new Map(required.map(({ name, email }) => [email, { name, email }])).values()];
}

/** Writes down who is asked to the call as things stand now. */
export async function askPeople(
  { manager, company, at }: ChangeScope,
  call: CallEntity,
  host: VendorStaffEntity,
  stakeholders: readonly StakeholderEntity[],
): Promise<AttendeeEntity[]> {
  const row = (role: AttendeeRole, { name, email }: Person, required: boolean) => {
    const person = { role, name, email, required, present: false };
    return Object.assign(new AttendeeEntity(), {
      id: newId(),
      companyId: company.id,
      callId: call.id,
      ...person,
      createdAt: at,
    });
  };
  const needed = new Set(requiredPeople(stakeholders).map(({ email }) => email));
  const rows = [row("specialist", host, true), ...stakeholders.map((one) => row(one.role, one, needed.has(one.email)))];
  await manager.delete(AttendeeEntity, { companyId: company.id, callId: call.id });
  await insertRows(manager, AttendeeEntity, rows);
  return rows;
}

/**
 * Throws Refusal SLOT_CLASH where the host has another agreed call at that time, in whatever company. Holds the host's
 * row until the transaction ends: two companies that agree with them at once come one after the other.
 */
export async function requireHostFree(
  { manager }: ChangeScope,
  hostId: string,
  times: readonly { readonly startsAt: string; readonly endsAt: string }[],
  except: CallEntity | null,
): Promise<void> {
  await lockRow(manager, VendorStaffEntity, hostId);
  const agreed = await manager.findBy(CallEntity, { hostId, state: In(["scheduled", "running"]) });
  const busy = agreed.filter((call) => call.id !== except?.id);
  times.forEach(({ startsAt, endsAt }, index) => {
    const clash = busy.some((call) => overlaps(call, startsAt, endsAt));
    if (!clash) return;
    // Whose call it is, is no business of this company.
    throw new BilingualRefusal(
      "SLOT_CLASH",
      fill(CALL_REFUSALS.slotClash, { from: startsAt, until: endsAt }),
      times.length > 1 ? ["input", "slots", String(index)] : ["input"],
    );
  });
}

function overlaps(call: CallEntity, startsAt: string, endsAt: string): boolean {
  return call.startsAt !== null && call.endsAt !== null && call.startsAt < endsAt && startsAt < call.endsAt;
}
