import type { FoundingStep } from "../../tenant/companies/registration";
import { insertRows } from "../../infra/db/query/rows";
import { newId } from "../../kernel/ids";
import { ImplementationPlanEntity } from "./implementation-plan.entity";

/** Lays down the plan of the implementation, at its first phase. */
export const initialPlan: FoundingStep = async ({ manager, company, at }) => {
  const start = {
    phase: "preparation" as const,
    enteredAt: at,
    liveAt: null,
    purchasedAt: null,
    welcomedAt: null,
    helpUntil: null,
  };
  await insertRows(manager, ImplementationPlanEntity, [
    { id: newId(), companyId: company.id, ...start, version: 1, createdAt: at },
  ]);
};
