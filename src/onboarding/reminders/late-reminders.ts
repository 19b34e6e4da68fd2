import { In, LessThan, type EntityManager } from "typeorm";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { zoneOf } from "../../tenant/companies/time-zone";
import { FollowUpEntity } from "../calls/call/follow-up.entity";
import { setUpsOf, type SetUp } from "../items/item-reading";
import { standings, taskText } from "../items/item-standing";
import { ItemEntity } from "../items/item.entity";
import { dayIn } from "../../kernel/days";
import type { DueReminder } from "./due-reminder";
import { lateLine } from "./reminder-letters";
import { reminderPeople, type ReminderPeople } from "./reminder-people";
import { latestDay } from "./reminder-time";

/** Companies in which something may be late. */
export async function companiesWithLate(manager: EntityManager, now: string): Promise<string[]> {
  const dueOn = LessThan(latestDay(now));
  const items = await manager.find(ItemEntity, {
    where: { dueOn, state: In(["open", "in_progress"]) },
    select: { id: true, companyId: true },
  });
  const tasks = await manager.find(FollowUpEntity, {
    where: { dueOn, state: "open" },
    select: { id: true, companyId: true },
  });
  return [...new Set([...items, ...tasks].map(({ companyId }) => companyId))];
}

/**
 * What is late on the company's calendar, for those who have to do it: action items that are not settled, and tasks that came out
 * of calls. Not while the integration is suspended.
 */
export async function lateReminders(
  manager: EntityManager,
  companies: readonly CompanyEntity[],
  now: string,
): Promise<DueReminder[]> {
  const ids = companies.map(({ id }) => id);
  const setUps = await setUpsOf(manager, ids, now);
  const dueOn = LessThan(latestDay(now));
  const tasks = await manager.findBy(FollowUpEntity, { companyId: In(ids), dueOn, state: "open" });
  const named = setUps.flatMap(({ said }) => [...said.values()].flatMap(({ ownerEmail }) => ownerEmail ?? []));
  const peopleOf = await reminderPeople(manager, ids, [...named, ...tasks.map((task) => task.ownerEmail)], now);
  return companies.flatMap((company, index) => {
    const setUp = setUps[index];
    if (!setUp || setUp.plan?.phase === "suspended") return [];
    const today = dayIn(zoneOf(company), now);
    const people = peopleOf(company.id);
    const own = tasks.filter((task) => task.companyId === company.id && task.dueOn < today);
    return [...lateItems(setUp, people, today), ...own.flatMap((task) => lateTask(task, people))];
  });
}

function lateItems(setUp: SetUp, people: ReminderPeople, today: string): DueReminder[] {
  const { companyId } = setUp;
  return standings(setUp, today).flatMap((standing) => {
    const { item, said, late } = standing;
    const dueOn = said?.dueOn;
    if (!late || dueOn == null) return [];
    const line: DueReminder["line"] = ({ locale }) => lateLine(taskText(standing, locale), dueOn, locale);
    const about = `item ${item.code} ${dueOn}`;
    const owners = people.ownersOf(item, said?.ownerEmail ?? null);
    return owners.map((to) => ({ companyId, kind: "item_reminder" as const, about, to, line }));
  });
}

function lateTask({ companyId, id, title, dueOn, ownerEmail, ownerName }: FollowUpEntity, people: ReminderPeople) {
  const to = people.person(ownerEmail, ownerName);
  const line: DueReminder["line"] = ({ locale }) => lateLine(title, dueOn, locale);
  return to ? [{ companyId, kind: "item_reminder" as const, about: `task ${id} ${dueOn}`, to, line }] : [];
}
