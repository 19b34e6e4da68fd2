import type { ImplementationService } from "./implementation/implementation.service";
import type { ReminderService } from "./implementation/reminder/reminder.service";
import type { Clock } from "./kernel/clock";
import { newId } from "./kernel/ids";
import type { Database } from "./db/database";
import type { PostOffice } from "./mail/post-office";
import { Schedule, type Duty } from "./schedule/schedule";

interface DutyParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly implementation: ImplementationService;
  readonly reminder: ReminderService;
  readonly postOffice: PostOffice;
  readonly more: readonly Duty[];
  readonly warn: (error: unknown, duty: string) => void;
}

/** What the server does by itself, again and again. */
export function createSchedule({
  database,
  clock,
  implementation,
  reminder,
  postOffice,
  more,
  warn,
}: DutyParts): Schedule {
  const duties: Duty[] = [
    { name: "end of help", everyMs: 60_000, work: () => implementation.endHelpThatIsOver() },
    { name: "reminders", everyMs: 300_000, work: () => reminder.run() },
    ...more,
    { name: "mail", everyMs: 2_000, work: () => postOffice.run() },
  ];
  return new Schedule({ database, clock, duties, name: newId(), warn });
}
