import type { FastifyRequest } from "fastify";
import { loadConfig } from "../../../src/config/config";
import { Quotas } from "../../../src/infra/quota/quotas";
import { FixedClock } from "../../../src/kernel/clock";
import { RequestBudget } from "../../../src/server/budget/request-budget";

test("a request that costs again and again, as a stream does, keeps one state of each quota: the nearest", () => {
  const config = loadConfig({
    NODE_ENV: "test",
    CALLER_BUDGET_PER_MINUTE: "10000",
    COMPANY_BUDGET_PER_MINUTE: "20000",
  });
  const quotas = new Quotas(new FixedClock("2026-11-24T09:00:00.000Z"));
  const budget = new RequestBudget({ config, quotas });
  const caller = { kind: "service", keyId: "key", companyIds: ["one", "other"] };
  const request = { caller, ip: "192.0.2.1", headers: {}, quotas: null } as unknown as FastifyRequest;
  for (let event = 0; event < 3_000; event++) {
    const begun = budget.begin(request, 2);
    expect(typeof begun).toBe("function");
    if (typeof begun === "function") begun();
  }
  const left = (request.quotas ?? []).map(({ policy, remaining }) => [policy, remaining]);
  expect(left).toEqual([
    ["key", 4_000],
    ["company", 14_000],
  ]);
});
