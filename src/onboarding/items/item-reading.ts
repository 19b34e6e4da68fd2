import { In, Not } from "typeorm";
import type { EntityManager } from "typeorm";
import { groupBy, oneBy } from "../../kernel/groups";
import { GrantEntity } from "../../directory/grants/grant.entity";
import { MemberEntity } from "../../directory/members/member.entity";
import { atLeast } from "../../policy/model/vocabulary";
import { RecordEntity } from "../../records/record/record.entity";
import { StakeholderEntity } from "../../directory/stakeholders/stakeholder.entity";
import { CallEntity } from "../calls/call/call.entity";
import { FollowUpEntity } from "../calls/call/follow-up.entity";
import { SlotEntity } from "../calls/call/slot.entity";
import { ImplementationPlanEntity } from "../plan/implementation-plan.entity";
import { QuestionEntity } from "../questions/question/question.entity";
import { NO_FACTS, type ItemFacts } from "./item-facts";
import { ItemEntity } from "./item.entity";
import { ledgersOf } from "./ledgers-reading";

/** What is known of one company's set-up: its plan, what is seen, what was said. */
export interface SetUp {
  readonly companyId: string;
  readonly plan: ImplementationPlanEntity | null;
  readonly facts: ItemFacts;
  /** By code. */
  readonly said: ReadonlyMap<string, ItemEntity>;
  readonly calls: readonly CallEntity[];
  /** The time for a call that was named last and is still up; null: none is. */
  readonly lastSlot: SlotEntity | null;
  /** Tasks of calls that are open, those due first before the others. */
  readonly tasks: readonly FollowUpEntity[];
  /** Questions without an answer; null: there are none. */
  readonly waiting: Waiting | null;
}

/** Questions that wait for an answer: how many, and since when the first one does. */
export interface Waiting {
  readonly count: number;
  readonly since: string;
}

/** The set-ups of many companies at an instant (ISO-8601), in the order given, in thirteen SELECTs. */
export async function setUpsOf(manager: EntityManager, companyIds: readonly string[], at: string): Promise<SetUp[]> {
  const where = { companyId: In([...companyIds]) };
  const plans = oneBy(await manager.findBy(ImplementationPlanEntity, where), companyOf);
  const ledgers = await ledgersOf(manager, companyIds);
  const stakeholders = groupBy(await manager.findBy(StakeholderEntity, where), companyOf);
  const calls = groupBy(await manager.findBy(CallEntity, { ...where, state: Not("cancelled" as const) }), companyOf);
  const up = { ...where, state: In(["offered", "suggested"]) };
  const slots = oneBy(await manager.find(SlotEntity, { where: up, order: { createdAt: "ASC", id: "ASC" } }), companyOf);
  const items = groupBy(await manager.findBy(ItemEntity, where), companyOf);
  const due = { where: { ...where, state: "open" as const }, order: { dueOn: "ASC", id: "ASC" } } as const;
  const tasks = groupBy(await manager.find(FollowUpEntity, due), companyOf);
  const approvers = await approversIn(manager, companyIds, at);
  const readers = await readersIn(manager, companyIds);
  const duplicates = await duplicateVendorsIn(manager, companyIds);
  const waiting = await waitingIn(manager, companyIds);
  return companyIds.map((companyId) => {
    const plan = plans.get(companyId) ?? null;
    const held = calls.get(companyId) ?? [];
    const facts: ItemFacts = {
      ...NO_FACTS,
      phase: plan?.phase ?? "preparation",
      purchased: plan?.purchasedAt != null,
      welcomed: plan?.welcomedAt != null,
      parts: [...new Set((stakeholders.get(companyId) ?? []).map(({ role }) => role))],
      ledgers: ledgers.get(companyId) ?? [],
      approvers: approvers.get(companyId) ?? 0,
      readOnlyUsers: readers.get(companyId) ?? 0,
      duplicateVendors: duplicates.get(companyId)?.length ?? 0,
      kickOff: held.find(({ kind }) => kind === "kick_off")?.state ?? "none",
      goLiveCall: held.find(({ kind }) => kind === "go_live")?.state ?? "none",
    };
    const said = new Map((items.get(companyId) ?? []).map((item) => [item.code, item]));
    const lastSlot = slots.get(companyId) ?? null;
    const open = { tasks: tasks.get(companyId) ?? [], waiting: waiting.get(companyId) ?? null };
    return { companyId, plan, facts, said, calls: held, lastSlot, ...open };
  });
}

function companyOf({ companyId }: { readonly companyId: string }): string {
  return companyId;
}

/**
 * Approvers who were given something that lasts, from now or later on: a directory administrator's freedom to send is no
 * list of approvers.
 */
async function approversIn(manager: EntityManager, companyIds: readonly string[], at: string) {
  const companyId = In([...companyIds]);
  const members = await manager.findBy(MemberEntity, { companyId, active: true, canPushToAccounting: true });
  const approvers = members.filter(({ toolLevel }) => atLeast(toolLevel, "standard"));
  const grants = await manager
    .createQueryBuilder(GrantEntity, "held")
    .select("DISTINCT held.memberId", "memberId")
    .where("held.companyId IN (:...companyIds) AND held.revokedAt IS NULL", { companyIds: [...companyIds, ""] })
    .andWhere("held.direction = 'export'")
    .andWhere("(held.validUntil IS NULL OR held.validUntil > :at)", { at })
    .getRawMany<{ memberId: string }>();
  const granted = new Set(grants.map(({ memberId }) => memberId));
  const counts = new Map<string, number>();
  for (const { id, companyId: company } of approvers)
    if (granted.has(id)) counts.set(company, (counts.get(company) ?? 0) + 1);
  return counts;
}

async function readersIn(manager: EntityManager, companyIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await manager
    .createQueryBuilder(MemberEntity, "member")
    .select("member.companyId", "companyId")
    .addSelect("COUNT(*)", "count")
    .where("member.companyId IN (:...companyIds)", { companyIds: [...companyIds, ""] })
    .andWhere("member.toolLevel = 'read_only' AND member.active = :active", { active: true })
    .groupBy("member.companyId")
    .getRawMany<{ companyId: string; count: number | string }>();
  return new Map(rows.map(({ companyId, count }) => [companyId, Number(count)]));
}

/** Of the vendors that Ledgergate holds: those that the platform offers for a ledger, and those read from it. */
async function duplicateVendorsIn(manager: EntityManager, companyIds: readonly string[]) {
  const rows = await manager
    .createQueryBuilder(RecordEntity, "record")
    .select("record.companyId", "companyId")
    .where("record.companyId IN (:...companyIds)", { companyIds: [...companyIds, ""] })
    .andWhere("record.feature = 'vendor' AND record.state <> 'archived'")
    .groupBy("record.companyId")
    .addGroupBy("record.direction")
    .addGroupBy("record.connectionId")
    .addGroupBy("LOWER(TRIM(record.title))")
    .having("COUNT(*) > 1")
    .getRawMany<{ companyId: string }>();
  return groupBy(rows, companyOf);
}

/** How many questions wait for an answer, and since when the first one does. */
async function waitingIn(manager: EntityManager, companyIds: readonly string[]): Promise<Map<string, Waiting>> {
  const rows = await manager
    .createQueryBuilder(QuestionEntity, "question")
    .select("question.companyId", "companyId")
    .addSelect("COUNT(*)", "count")
    .addSelect("MIN(question.waitsSince)", "since")
    .where("question.companyId IN (:...companyIds)", { companyIds: [...companyIds, ""] })
    .andWhere("question.state = 'asked'")
    .groupBy("question.companyId")
    .getRawMany<{ companyId: string; count: number | string; since: string }>();
  return new Map(rows.map(({ companyId, count, since }) => [companyId, { count: Number(count), since }]));
}
