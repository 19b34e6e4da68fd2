import type { AuditState } from "../audit/audit-entry.entity";
import type { ChangeScope, CompanyChanges } from "../audit/company-changes";
import type { Actor } from "../kernel/actor";
import { Refusal } from "../kernel/errors";
import { newId } from "../kernel/ids";
import type { Authorizer } from "../policy/ports";
import type { Phase } from "../policy/vocabulary";
import { ImplementationPlanEntity } from "./implementation-plan.entity";
import { isLive, nextPhases } from "./phase-moves";

export interface PhaseStep {
  readonly phase: Phase;
  readonly reason: string;
}

export interface PhaseChange {
  readonly plan: ImplementationPlanEntity;
  readonly policyRevision: number;
}

/** Leads a company's implementation from phase to phase; records move only in the live ones. */
export class ImplementationService {
  constructor(
    private readonly changes: CompanyChanges,
    private readonly authorizer: Authorizer,
  ) {}

  /**
   * Only the company's implementation specialist leads it on. Throws Refusal FORBIDDEN for members, PolicyRefusal for
   * other staff, Refusal NOT_FOUND (company), BAD_INPUT (no reason) or CONFLICT (a step that is not next, saying which
   * are).
   */
  async enterPhase(actor: Actor, company: string, { phase, reason }: PhaseStep): Promise<PhaseChange> {
    // Configuring would tell a member to get a higher level, which would not help: so who he is comes first.
    return this.changes.run({ actor, company, action: "view" }, async (scope) => {
      await this.requireSpecialist(actor, scope);
      const why = reasonOf(reason);
      const before = await scope.manager.findOneBy(ImplementationPlanEntity, { companyId: scope.company.id });
      requireNext(before?.phase ?? "preparation", phase);
      const plan = entered(before, phase, scope);
      await store(scope, before, plan);
      const policyRevision = await scope.record({
        action: "implementation.phase_entered",
        targetKind: "implementation_plan",
        targetId: plan.id,
        before: before && stateOf(before),
        after: stateOf(plan),
        why,
      });
      return { plan, policyRevision };
    });
  }

  private async requireSpecialist(actor: Actor, { by, company }: ChangeScope): Promise<void> {
    if (by.kind === "staff" || by.kind === "system") {
      await this.authorizer.require(actor, { companyId: company.id, action: "configure", resource: "company" });
      return;
    }
    const message = "The implementation specialist of the vendor leads the company from phase to phase; ask him to.";
    throw new Refusal("FORBIDDEN", message, ["input", "phase"]);
  }
}

function reasonOf(reason: string): string {
  const text = reason.trim();
  if (text !== "") return text;
  throw new Refusal("BAD_INPUT", "Say why: the reason is kept in the audit trail.", ["input", "reason"]);
}

function requireNext(from: Phase, to: Phase): void {
  const allowed = nextPhases(from);
  if (allowed.includes(to)) return;
  const message = `The implementation is in ${from}; from there it can go to ${allowed.join(" or ")}, not to ${to}.`;
  throw new Refusal("CONFLICT", message, ["input", "phase"]);
}

function entered(before: ImplementationPlanEntity | null, phase: Phase, { company, at }: ChangeScope) {
  return Object.assign(new ImplementationPlanEntity(), {
    id: before?.id ?? newId(),
    companyId: company.id,
    phase,
    enteredAt: at,
    liveAt: before?.liveAt ?? (isLive(phase) ? at : null),
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? at,
  });
}

async function store(
  { manager }: ChangeScope,
  before: ImplementationPlanEntity | null,
  plan: ImplementationPlanEntity,
) {
  if (before) await manager.update(ImplementationPlanEntity, { id: before.id, version: before.version }, plan);
  else
    await manager
      .createQueryBuilder()
      .insert()
      .into(ImplementationPlanEntity)
      .values(plan)
      .updateEntity(false)
      .execute();
}

function stateOf({ phase, enteredAt, liveAt }: ImplementationPlanEntity): AuditState {
  return { phase, enteredAt, liveAt };
}
