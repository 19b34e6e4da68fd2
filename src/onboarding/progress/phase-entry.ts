import type { AuditState } from "../../tenant/audit/audit-entry.entity";
import type { ChangeScope } from "../../tenant/audit/company-changes";
import type { StaffUse } from "../../tenant/vendor-desk/staff.service";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { zoneOf } from "../../tenant/companies/time-zone";
import { newId } from "../../kernel/ids";
import type { Bilingual, Locale } from "../../kernel/locale";
import type { Phase } from "../../policy/model/vocabulary";
import { ImplementationPlanEntity } from "../plan/implementation-plan.entity";
import { handOverQuestions } from "../questions/question-mail";
import { goesLive, PHASE_MACHINE, runningHelp } from "../plan/phase-moves";
import { endOfDayAfter, HELP_DAYS } from "../days/plan-days";
import { unmetConditions } from "./readiness";
import { taskText } from "../items/item-standing";

export interface PhaseChange {
  readonly plan: ImplementationPlanEntity;
  readonly policyRevision: number;
}

/** How a phase may be entered. */
export interface Entry {
  readonly phase: Phase;
  readonly why: string;
  /** Going live for the first time needs every condition met; Ledgergate's own operators may go past them. */
  readonly checked: boolean;
}

/**
 * Enters the phase and records it. The first time live the thirty days of help begin: the specialist's assignment gets
 * its end. Throws Refusal CONFLICT (not next, saying which are) or NOT_READY (with the conditions that are unmet).
 */
export async function enterPhaseIn(scope: ChangeScope, { phase, why, checked }: Entry): Promise<PhaseChange> {
  const before = await planOf(scope);
  const wasLive = before.liveAt !== null;
  const first = goesLive({ wasLive }, phase);
  const unmet = first && checked ? await unmetIn(scope) : [];
  const situation = { state: before.phase, wasLive, helpUntil: runningHelp(before, scope.at), unmet };
  PHASE_MACHINE.require(situation, phase, ["input", "phase"]);
  const plan = Object.assign(new ImplementationPlanEntity(), before, { phase, enteredAt: scope.at });
  if (first) {
    plan.liveAt = scope.at;
    plan.helpUntil = endOfDayAfter(zoneOf(scope.company), scope.at, HELP_DAYS);
    await endHelpAt(scope, plan.helpUntil);
  }
  await storePlan(scope, before, plan);
  if (phase === "in_use" && plan.helpUntil !== null && plan.helpUntil <= scope.at) await handOverQuestions(scope);
  const policyRevision = await scope.record({
    action: "implementation.phase_entered",
    targetKind: "implementation_plan",
    targetId: plan.id,
    before: before.version === 0 ? null : stateOf(before),
    after: stateOf(plan),
    why,
  });
  return { plan, policyRevision };
}

/** The company's plan; one that was never stored is in preparation since the company is there. */
export async function planOf({ manager, company }: Pick<ChangeScope, "manager" | "company">) {
  const found = await manager.findOneBy(ImplementationPlanEntity, { companyId: company.id });
  if (found) return found;
  return Object.assign(new ImplementationPlanEntity(), {
    id: newId(),
    companyId: company.id,
    phase: "preparation" as const,
    enteredAt: company.createdAt,
    liveAt: null,
    purchasedAt: null,
    welcomedAt: null,
    helpUntil: null,
    version: 0,
    createdAt: company.createdAt,
  });
}

/** Stores the plan, with the next version. */
export async function storePlan(
  { manager }: Pick<ChangeScope, "manager">,
  before: ImplementationPlanEntity,
  plan: ImplementationPlanEntity,
): Promise<void> {
  plan.version = before.version + 1;
  if (before.version > 0) await manager.update(ImplementationPlanEntity, { id: plan.id }, plan);
  else
    await manager
      .createQueryBuilder()
      .insert()
      .into(ImplementationPlanEntity)
      .values(plan)
      .updateEntity(false)
      .execute();
}

export function stateOf(plan: ImplementationPlanEntity): AuditState {
  const { phase, enteredAt, liveAt, purchasedAt, welcomedAt, helpUntil } = plan;
  return { phase, enteredAt, liveAt, purchasedAt, welcomedAt, helpUntil };
}

/** For StaffService: a specialist who comes while the help runs goes with it. */
export const helpEnd: StaffUse["helpEnd"] = async (manager, companyId, at) => {
  const plan = await manager.findOneBy(ImplementationPlanEntity, { companyId });
  return plan?.helpUntil != null && at < plan.helpUntil ? plan.helpUntil : null;
};

/** For StaffService: the company has been live, and the help is over. */
export const helpIsOver: StaffUse["helpIsOver"] = async (manager, companyId, at) => {
  const plan = await manager.findOneBy(ImplementationPlanEntity, { companyId });
  return plan?.liveAt != null && (plan.helpUntil === null || plan.helpUntil <= at);
};

/**
 * The assignments of specialists end with the help, those that would last longer; the audit trail says so for each. With
 * an earlier end the help is extended: those that ended with it go on.
 */
export async function endHelpAt(scope: ChangeScope, until: string, earlierEnd: string | null = null): Promise<void> {
  const { manager, company } = scope;
  const assigned = await manager.findBy(StaffAssignmentEntity, { companyId: company.id, role: "specialist" });
  const longer = (end: string | null) => (earlierEnd === null ? end === null || end > until : end === earlierEnd);
  for (const { id, assignedUntil } of assigned.filter((one) => longer(one.assignedUntil))) {
    await manager.update(StaffAssignmentEntity, { id }, { assignedUntil: until });
    await scope.record({
      action: "staff.assignment_limited",
      targetKind: "staff_assignment",
      targetId: id,
      before: { assignedUntil },
      after: { assignedUntil: until },
      why: "The specialist's help ends thirty days after going live, or when its extension does",
    });
  }
}

async function unmetIn(scope: ChangeScope): Promise<readonly Bilingual[]> {
  const unmet = await unmetConditions(scope.manager, scope.company, scope.at);
  return unmet.map((one) => {
    const named = (locale: Locale) => `${one.item.code} (${taskText(one, locale)})`;
    return { en: named("en"), fr: named("fr") };
  });
}
