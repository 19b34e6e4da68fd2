import type { ImplementationService } from "./onboarding/progress/implementation.service";
import type { ReminderService } from "./onboarding/reminders/reminder.service";
import type { Clock } from "./kernel/clock";
import { newId } from "./kernel/ids";
import type { Database } from "./infra/db/database";
import type { PostOffice } from "./infra/mail/post-office";
import { Schedule, type Duty } from "./infra/jobs/schedule";

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
