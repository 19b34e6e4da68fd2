import type { AccessAuthorizer } from "./access/access-authorizer";
import { DecisionLog } from "./access/decision-log/decision-log";
import type { DecisionLogSettings } from "./access/decision-log/decision-log-settings";
import { DecisionRetention } from "./access/decision-log/decision-retention";
import { DecisionStore } from "./access/decision-log/decision-store";
import type { Database } from "./db/database";
import type { Clock } from "./kernel/clock";

export interface DecisionLogParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly authorizer: AccessAuthorizer;
}

/** The log of decisions, hearing of each, and what keeps it from growing for ever. */
export function createDecisionLog(
  { database, clock, authorizer }: DecisionLogParts,
  settings: DecisionLogSettings,
  warn: (error: unknown) => void,
) {
  const store = new DecisionStore(database);
  const log = new DecisionLog(store, settings, clock, warn);
  authorizer.observers.add(log);
  return { log, retention: new DecisionRetention(store, settings.retentionDays, clock, warn) };
}
