import { Between, In, type EntityManager } from "typeorm";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { instantAfter } from "../../kernel/clock";
import { groupBy, oneBy } from "../../kernel/groups";
import { readersAnywhere } from "../../infra/mail/reader";
import { AttendeeEntity } from "../calls/call/attendee.entity";
import { CallEntity } from "../calls/call/call.entity";
import { SlotEntity } from "../calls/call/slot.entity";
import type { DueReminder } from "./due-reminder";
import { callLine } from "./reminder-letters";
import { reminderPeople } from "./reminder-people";
import { isReminderDue } from "./reminder-time";

/** From the morning of the day before until the call it is two days at most, whatever clocks do. */
const AHEAD_MS = 48 * 3_600_000;

function comingCalls(manager: EntityManager, now: string, companyIds?: readonly string[]): Promise<CallEntity[]> {
  const startsAt = Between(now, instantAfter(now, AHEAD_MS));
  const where = { state: "scheduled" as const, startsAt, ...(companyIds && { companyId: In([...companyIds]) }) };
  return manager.find(CallEntity, { where, order: { startsAt: "ASC", id: "ASC" } });
}

/** Companies that have a call soon. */
export async function companiesWithCalls(manager: EntityManager, now: string): Promise<string[]> {
  return [...new Set((await comingCalls(manager, now)).map(({ companyId }) => companyId))];
}

/** Tomorrow's calls, for all who are asked to them; tomorrow is the reader's own. */
export async function callReminders(
  manager: EntityManager,
  companies: readonly CompanyEntity[],
  now: string,
): Promise<DueReminder[]> {
  const ids = companies.map(({ id }) => id);
  const calls = await comingCalls(manager, now, ids);
  if (calls.length === 0) return [];
  const where = { companyId: In(ids), callId: In(calls.map(({ id }) => id)) };
  const attendees = groupBy(await manager.findBy(AttendeeEntity, where), ({ callId }) => callId);
  const slots = oneBy(await manager.findBy(SlotEntity, { ...where, state: "agreed" }), ({ callId }) => callId);
  const emails = [...attendees.values()].flat().map(({ email }) => email);
  const peopleOf = await reminderPeople(manager, ids, emails, now);
  const readerOf = await readersAnywhere(manager, emails);
  const byId = oneBy(companies, ({ id }) => id);
  const due: DueReminder[] = [];
  for (const call of calls) {
    const { id, companyId, kind, startsAt, createdAt } = call;
    const company = byId.get(companyId);
    if (!company || startsAt === null) continue;
    const agreedAt = slots.get(id)?.decidedAt ?? createdAt;
    const asked = oneBy(attendees.get(id) ?? [], ({ email }) => email);
    for (const { email, name } of asked.values()) {
      const to = peopleOf(companyId).person(email, name);
      if (!to || !isReminderDue({ startsAt, agreedAt }, readerOf(email, company).zone, now)) continue;
      const line: DueReminder["line"] = (reader) => callLine(kind, startsAt, reader, now);
      due.push({ companyId, kind: "call_reminder", about: `call ${id} ${startsAt}`, to, line });
    }
  }
  return due;
}
