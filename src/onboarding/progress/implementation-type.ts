import { Field, Float, Int, ObjectType } from "type-graphql";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { zoneOf } from "../../tenant/companies/time-zone";
import { PhaseName } from "../../tenant/graphql/enums";
import type { Locale } from "../../kernel/locale";
import type { Phase } from "../../policy/model/vocabulary";
import { FollowUpType } from "../calls/types/follow-up-type";
import { ActionItemType, SideName } from "../items/item.graphql";
import type { Side } from "../items/item";
import type { SetUp } from "../items/item-reading";
import { isLive, nextPhases, runningHelp } from "../plan/phase-moves";
import { whereWeAre, type NextDate, type WhereWeAre } from "./where-we-are";
import { Node } from "../../infra/graphql/node";
import { derivedId } from "../../infra/graphql/global-id";
import { DateTime, LocalDate } from "../../infra/graphql/scalars";

@ObjectType("NextDate", { description: "The next day that something is for." })
export class NextDateType {
  @Field({ description: "kick_off, go_live, help_ends, task (of a call), or the code of an action item." })
  what!: string;

  @Field(() => LocalDate, { description: "A day in the company's zone." })
  day!: string;

  @Field(() => Int, { description: "Days from today." })
  days!: number;
}

@ObjectType("Ball", { description: "Who has to do the next step, and since when it waits." })
export class BallType {
  @Field(() => SideName)
  side!: Side;

  @Field(() => DateTime, {
    description:
      "ISO-8601 instant: the last thing that happened in the plan, or when the first open question was asked.",
  })
  since!: string;
}

@ObjectType("Implementation", { implements: Node, description: "How far the company's set-up is." })
export class ImplementationType extends Node {
  @Field(() => PhaseName)
  phase!: Phase;

  @Field(() => DateTime, { description: "Start of the phase, ISO-8601 instant." })
  enteredAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When the company first went live; null: not yet." })
  liveAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When the welcome e-mail was first sent; null: not yet." })
  welcomedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "End of the specialist's thirty days of help, exclusive." })
  helpUntil!: string | null;

  @Field({ description: "Whether records move in this phase." })
  live!: boolean;

  @Field(() => [PhaseName], { description: "The phases that may follow." })
  nextPhases!: readonly Phase[];

  @Field(() => [ActionItemType], { description: "The action items of the guide, the customer's first." })
  items!: readonly ActionItemType[];

  @Field(() => [ActionItemType], { description: "What stands between the company and going live." })
  goLiveReadiness!: readonly ActionItemType[];

  @Field(() => ActionItemType, { nullable: true, description: "What to do next; null: nothing is left." })
  nextStep!: ActionItemType | null;

  @Field(() => BallType, { nullable: true, description: "Null: nothing is left to do." })
  ball!: BallType | null;

  @Field(() => NextDateType, { nullable: true })
  nextDate!: NextDateType | null;

  @Field(() => Int, { description: "Questions that wait for the vendor's answer." })
  openQuestions!: number;

  @Field(() => [ActionItemType])
  late!: readonly ActionItemType[];

  @Field(() => [FollowUpType], { description: "Open tasks of calls whose day is past." })
  lateTasks!: readonly FollowUpType[];

  @Field(() => Float, { description: "Share of the customer's items that are settled, in per cent." })
  customerPercent!: number;

  @Field(() => Float, { description: "Share of the specialist's items that are settled, in per cent." })
  specialistPercent!: number;

  static of(company: CompanyEntity, setUp: SetUp, now: string, locale: Locale): ImplementationType {
    return this.at(company, setUp, whereWeAre(company, setUp, now), { now, locale });
  }

  /** The same where it is known already where the company is. */
  static at(
    company: CompanyEntity,
    { plan }: SetUp,
    where: WhereWeAre,
    { now, locale }: { readonly now: string; readonly locale: Locale },
  ): ImplementationType {
    const phase = plan?.phase ?? "preparation";
    const item = (standing: (typeof where.all)[number]) => ActionItemType.of(company.id, standing, locale);
    const next = where.next;
    return Object.assign(new ImplementationType(), {
      id: derivedId("implementation", company.id),
      phase,
      enteredAt: plan?.enteredAt ?? company.createdAt,
      liveAt: plan?.liveAt ?? null,
      welcomedAt: plan?.welcomedAt ?? null,
      helpUntil: plan?.helpUntil ?? null,
      live: isLive(phase),
      nextPhases: nextPhases(phase, plan === null ? null : runningHelp(plan, now)),
      items: where.all.map(item),
      goLiveReadiness: where.unmet.map(item),
      nextStep: next && item(next),
      ball: where.ball && Object.assign(new BallType(), where.ball),
      openQuestions: where.openQuestions,
      nextDate: where.nextDate && dateOf(where.nextDate),
      late: where.late.map(item),
      lateTasks: where.lateTasks.map((task) => FollowUpType.of(task, zoneOf(company), now)),
      customerPercent: where.percent.customer,
      specialistPercent: where.percent.specialist,
    });
  }
}

function dateOf(date: NextDate): NextDateType {
  return Object.assign(new NextDateType(), date);
}
