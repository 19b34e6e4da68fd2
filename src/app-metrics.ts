import type { AccessAuthorizer } from "./access/access-authorizer";
import type { DecisionLog } from "./access/decision-log/decision-log";
import { DecisionMetrics, watchDecisionLog, watchPolicyCache } from "./access/decision-metrics";
import type { PolicySource } from "./access/policy-source";
import { openMetrics, type Metrics } from "./metrics/metrics";

export interface MetricsSources {
  readonly authorizer: AccessAuthorizer;
  readonly policies: PolicySource;
  readonly decisionLog: DecisionLog;
}

/** Metrics of decisions, their log and their cache; null where nobody may read them. */
export async function createMetrics(token: string | null, sources: MetricsSources): Promise<Metrics | null> {
  if (token === null) return null;
  const metrics = await openMetrics();
  sources.authorizer.observers.add(new DecisionMetrics(metrics.meter));
  watchDecisionLog(metrics.meter, () => sources.decisionLog.state);
  watchPolicyCache(metrics.meter, () => sources.policies.cacheCounts);
  return metrics;
}
