import { In, type EntityManager } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { insertRows, lockRow } from "../../infra/db/query/rows";
import { toInstant, type Clock } from "../../kernel/clock";
import { groupBy } from "../../kernel/groups";
import { newId } from "../../kernel/ids";
import { partHoldersAmong } from "../../directory/stakeholders/stakeholder-list";
import { WHOLE_SET_UP } from "../../infra/mail/links/letter-link.entity";
import { jobCause } from "../../infra/mail/letter-quota";
import { enqueueMail } from "../../infra/mail/mail-outbox";
import { readersOf } from "../../infra/mail/reader";
import { callReminders, companiesWithCalls } from "./call-reminders";
import type { DueReminder } from "./due-reminder";
import { companiesWithLate, lateReminders } from "./late-reminders";
import { reminderLetter } from "./reminder-letters";
import { ReminderEntity } from "./reminder.entity";

/** Companies that are looked at together. */
const BATCH = 100;

/** Reminds people of what is late and of tomorrow's calls, of each thing once. For a recurring duty; any number may run. */
export class ReminderService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    /** Where the server is reached; letters name the set-up under it. */
    private readonly publicUrl: string,
  ) {}

  /** Answers how many letters were written. What a stop left out is made up for. */
  async run(): Promise<number> {
    const now = toInstant(this.clock.now());
    const manager = this.database.read();
    const late = await companiesWithLate(manager, now);
    const ids = [...new Set([...late, ...(await companiesWithCalls(manager, now))])].sort();
    let written = 0;
    for (let start = 0; start < ids.length; start += BATCH) {
      const due = await this.unknown(manager, ids.slice(start, start + BATCH), now);
      for (const companyId of new Set(due.map((one) => one.companyId))) written += await this.remind(companyId, now);
    }
    return written;
  }

  /** The company is locked, and looked at again: another instance may have been faster, or the thing was done meanwhile. */
  private remind(companyId: string, now: string): Promise<number> {
    return this.database.write(async (manager) => {
      const company = await lockRow(manager, CompanyEntity, companyId);
      if (!company) return 0;
      const due = await this.unknown(manager, [companyId], now);
      const rows = due.map(({ about, to }) => ({ id: newId(), companyId, about, email: to.email, createdAt: now }));
      await insertRows(manager, ReminderEntity, rows);
      return this.write(manager, company, due, now);
    });
  }

  /** What people are to be reminded of and were not yet. */
  private async unknown(manager: EntityManager, ids: readonly string[], now: string): Promise<DueReminder[]> {
    const companies = await manager.findBy(CompanyEntity, { id: In([...ids]) });
    const late = await lateReminders(manager, companies, now);
    const due = [...late, ...(await callReminders(manager, companies, now))];
    const about = In([...new Set(due.map((one) => one.about))]);
    const known = await manager.findBy(ReminderEntity, { companyId: In([...ids]), about });
    const keys = new Set(known.map(keyOf));
    const fresh = due.filter(({ companyId, about, to }) => !keys.has(keyOf({ companyId, about, email: to.email })));
    return [...groupBy(fresh, (one) => keyOf({ ...one, email: one.to.email })).values()].flatMap(([one]) => one ?? []);
  }

  /** One letter for each person and kind, whatever it is that came due together. */
  private async write(
    manager: EntityManager,
    company: CompanyEntity,
    due: readonly DueReminder[],
    now: string,
  ): Promise<number> {
    const readerOf = await readersOf(
      manager,
      company,
      due.map(({ to }) => to.email),
    );
    const holders = await partHoldersAmong(
      manager,
      company.id,
      due.map(({ to }) => to.email),
    );
    const link = `${this.publicUrl}/set-up/${company.slug}`;
    const letters = [...groupBy(due, ({ kind, to }) => `${kind} ${to.email}`).values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { kind, to } = first;
      const reader = readerOf(to.email);
      const facts = { kind, locale: reader.locale, company: company.name, reader: to.name, link };
      const words = reminderLetter({ ...facts, lines: group.map(({ line }) => line(reader)) });
      const act = holders.has(to.email) ? WHOLE_SET_UP : null;
      return [{ companyId: company.id, key: `${kind} ${newId()}`, kind, to, act, locale: reader.locale, ...words }];
    });
    return enqueueMail(manager, letters, { at: now, by: jobCause("reminders") });
  }
}

function keyOf({ companyId, about, email }: Pick<ReminderEntity, "companyId" | "about" | "email">): string {
  return `${companyId} ${about} ${email}`;
}
