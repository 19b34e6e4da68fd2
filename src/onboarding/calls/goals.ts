import type { ChangeScope } from "../../tenant/companies/company-change";
import { SEEN_BY_SYSTEM } from "./call/agenda";
import type { CallCase } from "./call-book";
import { GoalEntity } from "./call/goal.entity";

/** When the go-live call gets or loses its time, the kick-off's goal to schedule it is reached or not, by itself. */
export async function markGoLiveGoal(
  { manager, by, at }: ChangeScope,
  { kind, calls: { kick_off: kickOff } }: CallCase,
  reached: boolean,
): Promise<void> {
  if (kind !== "go_live" || kickOff?.state !== "running") return;
  const ticked = reached ? { tickedAt: at, tickedBy: by.name } : { tickedAt: null, tickedBy: null };
  const where = { companyId: kickOff.companyId, callId: kickOff.id, goal: SEEN_BY_SYSTEM };
  await manager.update(GoalEntity, where, ticked);
}
