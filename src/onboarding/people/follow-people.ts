import { In, type EntityManager } from "typeorm";
import type { Change, ChangeScope } from "../../tenant/companies/company-change";
import { movedPeople } from "../../tenant/companies/moved-people";
import { AttendeeEntity } from "../calls/call/attendee.entity";
import { SlotAnswerEntity } from "../calls/call/slot-answer.entity";
import { FollowUpEntity } from "../calls/call/follow-up.entity";
import { ItemEntity } from "../items/item.entity";

/** What somebody has to do, and is asked to, goes with them when their e-mail changes. */
export async function followPeople({ manager, company }: ChangeScope, changes: readonly Change[]): Promise<void> {
  const companyId = company.id;
  for (const { from, to } of movedPeople(changes)) {
    await manager.update(ItemEntity, { companyId, ownerEmail: from }, { ownerEmail: to });
    await manager.update(FollowUpEntity, { companyId, ownerEmail: from }, { ownerEmail: to });
    await moveAnswers(manager, companyId, from, to);
    const asked = await manager.findBy(AttendeeEntity, { companyId, email: from });
    const there = await manager.findBy(AttendeeEntity, { companyId, email: to });
    for (const row of asked) {
      const twin = there.find(({ callId, role }) => callId === row.callId && role === row.role);
      if (twin) await manager.delete(AttendeeEntity, { id: twin.id });
      await manager.update(AttendeeEntity, { id: row.id }, { email: to });
    }
  }
}

/** An answer that was given before the change is that person's, whatever the new address had answered. */
async function moveAnswers(manager: EntityManager, companyId: string, from: string, to: string): Promise<void> {
  const given = await manager.findBy(SlotAnswerEntity, { companyId, email: from });
  if (given.length === 0) return;
  const slotId = In(given.map((answer) => answer.slotId));
  await manager.delete(SlotAnswerEntity, { companyId, email: to, slotId });
  await manager.update(SlotAnswerEntity, { companyId, email: from, slotId }, { email: to });
}
