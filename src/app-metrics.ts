import type { AccessAuthorizer } from "./authorization/decision-point/access-authorizer";
import type { DecisionLog } from "./authorization/log/decision-log";
import { DecisionMetrics, watchDecisionLog, watchPolicyCache } from "./authorization/log/decision-metrics";
import type { PolicySource } from "./authorization/cache/policy-source";
import { watchQueues } from "./app-queue-metrics";
import { watchTries, type DeliveryTries } from "./app-tries";
import type { Database } from "./infra/db/database";
import type { Clock } from "./kernel/clock";
import { openMetrics, type Metrics } from "./infra/telemetry/metrics";

export interface MetricsSources {
  readonly database: Database;
  readonly clock: Clock;
  readonly authorizer: AccessAuthorizer;
  readonly policies: PolicySource;
  readonly decisionLog: DecisionLog;
  readonly tries: DeliveryTries;
}

/** Metrics of decisions, their log and their cache, and of what waits to be delivered; null where nobody may read them. */
export async function createMetrics(token: string | null, sources: MetricsSources): Promise<Metrics | null> {
  if (token === null) return null;
  const metrics = await openMetrics();
  sources.authorizer.observers.add(new DecisionMetrics(metrics.meter));
  watchDecisionLog(metrics.meter, () => sources.decisionLog.state);
  watchPolicyCache(metrics.meter, () => sources.policies.cacheCounts);
  watchQueues(metrics.meter, sources.database, sources.clock);
  watchTries(metrics.meter, sources.tries);
  return metrics;
}
