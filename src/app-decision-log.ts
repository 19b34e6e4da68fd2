import type { Logger } from "pino";
import type { AccessAuthorizer } from "./authorization/decision-point/access-authorizer";
import { DecisionLog } from "./authorization/log/decision-log";
import { DECISION_LOG_DEFAULTS } from "./authorization/log/decision-log-settings";
import { DecisionRetention } from "./authorization/log/decision-retention";
import { DecisionStore } from "./authorization/log/decision-store";
import type { PolicySource } from "./authorization/cache/policy-source";
import { createMetrics } from "./app-metrics";
import type { DeliveryTries } from "./app-tries";
import type { Config } from "./config/config";
import type { Database } from "./infra/db/database";
import type { Clock } from "./kernel/clock";

export interface DecisionLogParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly authorizer: AccessAuthorizer;
  readonly policies: PolicySource;
  readonly tries: DeliveryTries;
}

/** The log and the metrics of decisions, hearing of each, and what keeps the log from growing for ever. */
export async function createDecisionLog(parts: DecisionLogParts, config: Config, logger: Logger) {
  const { database, clock, authorizer } = parts;
  const warn = (err: unknown) => logger.warn({ err }, "decision log");
  const settings = { ...DECISION_LOG_DEFAULTS, ...config.decisionLog };
  const store = new DecisionStore(database);
  const log = new DecisionLog(store, settings, clock, warn);
  authorizer.observers.add(log);
  const retention = new DecisionRetention(store, settings.retentionDays, clock);
  const { metricsToken: token } = config;
  const metrics = await createMetrics(token, { ...parts, decisionLog: log });
  return {
    log,
    /** Once an hour. */
    duty: { name: "decision log retention", everyMs: 3_600_000, work: () => retention.run() },
    /** For the server's route; null: there is none. */
    metrics: metrics && token !== null ? { token, text: () => metrics.text() } : null,
    /** Writes what waits. Before the database closes. */
    close: async () => {
      await log.close();
      await metrics?.close();
    },
  };
}
