import { fill } from "../../kernel/catalogue";
import { In, LessThanOrEqual } from "typeorm";
import type { ChangeScope, CompanyChanges } from "../../tenant/audit/company-changes";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { Database } from "../../infra/db/database";
import { systemActor, type Actor } from "../../kernel/actor";
import { type Clock, instantAfter, toInstant } from "../../kernel/clock";
import { BilingualRefusal, Refusal } from "../../kernel/errors";
import type { Authorizer } from "../../policy/ports";
import type { Phase } from "../../policy/model/vocabulary";
import { ImplementationPlanEntity } from "../plan/implementation-plan.entity";
import { runningHelp } from "../plan/phase-moves";
import { endHelpAt, enterPhaseIn, planOf, stateOf, storePlan, type PhaseChange } from "./phase-entry";
import { endOfDayAfter } from "../days/plan-days";
import { reasonFrom } from "../../kernel/labels";
import { SET_UP_REFUSALS } from "../texts/set-up-refusals";

export interface PhaseStep {
  readonly phase: Phase;
  readonly reason: string;
}

/** Most days that the help can be extended by at once. */
const MAX_EXTENSION_DAYS = 90;

/** Leads a company's implementation from phase to phase; records move only in the live ones. */
export class ImplementationService {
  constructor(
    private readonly database: Database,
    private readonly changes: CompanyChanges,
    private readonly authorizer: Authorizer,
    private readonly clock: Clock,
  ) {}

  /**
   * Only the company's implementation specialist leads it on. Throws Refusal FORBIDDEN for members, PolicyRefusal for
   * other staff, Refusal NOT_FOUND (company), BAD_INPUT (no reason), CONFLICT (a step that is not next, saying which
   * are) or NOT_READY (going live with conditions unmet, which are listed).
   */
  async enterPhase(actor: Actor, company: string, { phase, reason }: PhaseStep): Promise<PhaseChange> {
    // Configuring would tell a member to get a higher level, which would not help: so who they are comes first.
    return this.changes.run({ actor, company, action: "view" }, async (scope) => {
      await this.requireSpecialist(actor, scope);
      return enterPhaseIn(scope, { phase, why: reasonFrom(reason), checked: actor.kind !== "system" });
    });
  }

  /** Opens the ledger to the company's records. Throws PolicyRefusal, Refusal NOT_FOUND, CONFLICT or NOT_READY. */
  async goLive(actor: Actor, company: string, reason: string): Promise<PhaseChange> {
    return this.changes.run({ actor, company, action: "go_live" }, (scope) =>
      enterPhaseIn(scope, { phase: "getting_started", why: reasonFrom(reason), checked: true }),
    );
  }

  /** Closes it at once, for every member. Throws PolicyRefusal, Refusal NOT_FOUND, BAD_INPUT or CONFLICT. */
  async suspend(actor: Actor, company: string, reason: string): Promise<PhaseChange> {
    return this.changes.run({ actor, company, action: "suspend" }, (scope) =>
      enterPhaseIn(scope, { phase: "suspended", why: reasonFrom(reason), checked: true }),
    );
  }

  /** Opens it again, in the phase that the help's end says. Throws as `suspend` does. */
  async resume(actor: Actor, company: string, reason: string): Promise<PhaseChange> {
    return this.changes.run({ actor, company, action: "suspend" }, async (scope) => {
      const phase = runningHelp(await planOf(scope), scope.at) === null ? "in_use" : "getting_started";
      return enterPhaseIn(scope, { phase, why: reasonFrom(reason), checked: true });
    });
  }

  /**
   * Lets the specialist be asked longer: so many days more, counted in the company's zone. Throws PolicyRefusal, Refusal
   * NOT_FOUND, BAD_INPUT (days, reason) or CONFLICT (not live, or the help is over: assign a specialist anew).
   */
  async extendHelp(
    actor: Actor,
    company: string,
    { days, reason }: { readonly days: number; readonly reason: string },
  ): Promise<PhaseChange> {
    if (!Number.isInteger(days) || days < 1 || days > MAX_EXTENSION_DAYS)
      throw new BilingualRefusal("BAD_INPUT", fill(SET_UP_REFUSALS.extendBy, { max: MAX_EXTENSION_DAYS }), [
        "input",
        "days",
      ]);
    return this.changes.run({ actor, company, action: "extend_help" }, async (scope) => {
      const before = await planOf(scope);
      if (before.helpUntil === null || before.helpUntil <= scope.at) throw helpOver(before.helpUntil);
      // The end is the first instant after the last day; one day earlier is within that day.
      const lastDay = instantAfter(before.helpUntil, -1);
      const helpUntil = endOfDayAfter(zoneOf(scope.company), lastDay, days);
      const plan = Object.assign(new ImplementationPlanEntity(), before, { helpUntil });
      await storePlan(scope, before, plan);
      await endHelpAt(scope, helpUntil, before.helpUntil);
      const target = { targetKind: "implementation_plan", targetId: plan.id };
      const states = { before: stateOf(before), after: stateOf(plan) };
      const policyRevision = await scope.record({
        action: "implementation.help_extended",
        ...target,
        ...states,
        why: reasonFrom(reason),
      });
      return { plan, policyRevision };
    });
  }

  /** For a recurring duty: companies whose thirty days are over come into use. Answers how many. */
  async endHelpThatIsOver(): Promise<number> {
    const at = toInstant(this.clock.now());
    const due = { phase: In(["getting_started"]), helpUntil: LessThanOrEqual(at) };
    const plans = await this.database.read().find(ImplementationPlanEntity, { where: due, take: 500 });
    for (const { companyId } of plans) await this.endHelp(companyId);
    return plans.length;
  }

  private async endHelp(companyId: string): Promise<void> {
    const why = "The thirty days of the specialist's help are over";
    const actor = systemActor("getting started");
    await this.changes.run({ actor, company: companyId, action: "view" }, async (scope) => {
      const plan = await planOf(scope);
      // Another instance may have been faster, or the help was extended.
      if (plan.phase !== "getting_started" || runningHelp(plan, scope.at) !== null) return;
      await enterPhaseIn(scope, { phase: "in_use", why, checked: false });
    });
  }

  private async requireSpecialist(actor: Actor, { by, company }: ChangeScope): Promise<void> {
    if (by.kind === "staff" || by.kind === "system") {
      await this.authorizer.require(actor, { companyId: company.id, action: "configure", resource: "company" });
      return;
    }
    throw new BilingualRefusal("FORBIDDEN", SET_UP_REFUSALS.specialistLeads, ["input", "phase"]);
  }
}

function helpOver(helpUntil: string | null): Refusal {
  const texts =
    helpUntil === null ? SET_UP_REFUSALS.notLiveYet : fill(SET_UP_REFUSALS.helpOver, { instant: helpUntil });
  return new BilingualRefusal("CONFLICT", texts, ["input", "company"]);
}
