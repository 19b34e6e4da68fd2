import { zoneOf } from "../../tenant/companies/time-zone";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { FollowUpEntity } from "../calls/call/follow-up.entity";
import type { Side } from "../items/item";
import type { SetUp } from "../items/item-reading";
import { nextItem, percentDone, standings, unmet, type ItemStanding } from "../items/item-standing";
import { dayIn, daysBetween } from "../../kernel/days";
import { instantAfter } from "../../kernel/clock";

/** The next day that something is for. */
export interface NextDate {
  /** What it is: "kick_off", "go_live", "help_ends", "task", or an item's code. */
  readonly what: string;
  /** A day in the company's zone. */
  readonly day: string;
  /** From today; 0: today. */
  readonly days: number;
}

/** Where a company's set-up is: what comes next, who has the ball, what is late. */
export interface WhereWeAre {
  readonly all: readonly ItemStanding[];
  readonly unmet: readonly ItemStanding[];
  readonly next: ItemStanding | null;
  /** Whose turn it is: the next step's, or the vendor's where only questions are left; null: nothing is left to do. */
  readonly ball: { readonly side: Side; readonly since: string } | null;
  readonly openQuestions: number;
  readonly nextDate: NextDate | null;
  readonly late: readonly ItemStanding[];
  /** Open tasks of calls whose day is past. */
  readonly lateTasks: readonly FollowUpEntity[];
  readonly percent: { readonly customer: number; readonly specialist: number };
}

/** @param now ISO-8601 instant */
export function whereWeAre(company: CompanyEntity, setUp: SetUp, now: string): WhereWeAre {
  const zone = zoneOf(company);
  const today = dayIn(zone, now);
  const all = standings(setUp, today);
  const next = nextItem(all);
  return {
    all,
    unmet: setUp.plan?.liveAt == null ? unmet(all) : [],
    next,
    ball: ballOf(company, setUp, next, now),
    openQuestions: setUp.waiting?.count ?? 0,
    nextDate: nextDate(zone, setUp, all, today),
    late: all.filter(({ late }) => late),
    lateTasks: setUp.tasks.filter(({ dueOn }) => dueOn < today),
    percent: { customer: percentDone(all, "customer"), specialist: percentDone(all, "specialist") },
  };
}

/**
 * How soon the specialist has to look: lower comes first. Late items and tasks, then what is for today or tomorrow, questions that
 * wait for an answer, their own next step, what waits for the customer; of these the nearest date first. What is in use
 * waits for nobody.
 */
export function urgency({ late, lateTasks, next, ball, nextDate, openQuestions }: WhereWeAre): number {
  if (late.length > 0 || lateTasks.length > 0) return 0;
  if (nextDate !== null && nextDate.days <= 1) return 1;
  if (openQuestions > 0) return 2;
  if (next === null) return 1000;
  const base = ball?.side === "specialist" ? 3 : 100;
  return base + Math.min(nextDate?.days ?? 90, 90);
}

/** A step waits since the last thing that happened in the plan, a question since it was asked. */
function ballOf(company: CompanyEntity, setUp: SetUp, next: ItemStanding | null, now: string): WhereWeAre["ball"] {
  const asked = next && ABOUT_CALLS.includes(next.item.code) ? answering(setUp) : null;
  if (asked) return asked;
  if (next) return { side: next.item.side, since: lastEvent(company, setUp, now) };
  return setUp.waiting && { side: "specialist", since: setUp.waiting.since };
}

const ABOUT_CALLS = ["answer_welcome_mail", "attend_kick_off", "run_kick_off", "attend_go_live", "run_go_live"];

/** Who has to answer the time that was named last for a call without one: what one side names, the other agrees to. */
function answering({ calls, lastSlot }: SetUp): WhereWeAre["ball"] {
  const open = calls.some(({ id, state }) => id === lastSlot?.callId && state === "arranging");
  if (!open || !lastSlot) return null;
  return { side: lastSlot.state === "suggested" ? "specialist" : "customer", since: lastSlot.createdAt };
}

function lastEvent(company: CompanyEntity, { plan, said, calls }: SetUp, now: string): string {
  const instants = [
    company.createdAt,
    plan?.enteredAt,
    plan?.purchasedAt,
    plan?.welcomedAt,
    ...[...said.values()].map(({ changedAt }) => changedAt),
    ...calls.flatMap(({ createdAt, startedAt, endedAt }) => [createdAt, startedAt, endedAt]),
  ];
  const past = instants.filter((instant): instant is string => instant != null && instant <= now);
  return past.sort().at(-1) ?? company.createdAt;
}

function nextDate(
  zone: string,
  { plan, calls, tasks }: SetUp,
  all: readonly ItemStanding[],
  today: string,
): NextDate | null {
  const dates = [
    ...calls.flatMap(({ kind, state, startsAt }) =>
      state === "scheduled" && startsAt !== null ? [{ what: kind, day: dayIn(zone, startsAt) }] : [],
    ),
    ...(plan?.helpUntil != null && plan.phase === "getting_started"
      ? [{ what: "help_ends", day: dayIn(zone, instantAfter(plan.helpUntil, -1)) }]
      : []),
    ...tasks.map(({ dueOn }) => ({ what: "task", day: dueOn })),
    ...all.flatMap(({ item, said, settled }) =>
      !settled && said?.dueOn != null ? [{ what: item.code, day: said.dueOn }] : [],
    ),
  ];
  const coming = dates.filter(({ day }) => day >= today).sort((a, b) => (a.day < b.day ? -1 : 1));
  const [first] = coming;
  return first ? { ...first, days: daysBetween(today, first.day) } : null;
}
