import type { DirectoryServices } from "../directory/directory.module";
import type { Base } from "../infra/infra.module";
import { resolver, type Module } from "../infra/module/module";
import type { TenantServices } from "../tenant/tenant.module";
import type { DecisionPointServices } from "./decision-point.module";
import { DecisionEntryEntity } from "./log/decision-entry.entity";
import { DecisionLog } from "./log/decision-log";
import { DECISION_LOG_DEFAULTS } from "./log/decision-log-settings";
import { DecisionLogResolver } from "./log/decision-log.graphql";
import { DecisionMetrics, watchDecisionLog, watchPolicyCache } from "./log/decision-metrics";
import { DecisionReading } from "./log/decision-reading";
import { DecisionRetention } from "./log/decision-retention";
import { DecisionSealEntity } from "./seals/decision-seal.entity";
import { DecisionStore } from "./log/decision-store";
import { GrantUseEntity } from "./log/grant-use.entity";
import { addDecisionExport } from "./log/http/decision-export";

type Needs = Base & DecisionPointServices & TenantServices & DirectoryServices;

function services({ database, clock, config, log }: Needs) {
  const settings = { ...DECISION_LOG_DEFAULTS, ...config.decisionLog };
  const store = new DecisionStore(database, clock);
  return {
    decisionLog: new DecisionLog(store, settings, clock, (err) => log.warn({ err }, "decision log")),
    decisionRetention: new DecisionRetention(store, settings.retentionDays, clock),
  };
}

export type LogServices = ReturnType<typeof services>;

/** The decision log and the metrics of decisions, which hear of each. */
export const logModule: Module<Needs, LogServices> = {
  name: "decision log",
  entities: [DecisionEntryEntity, DecisionSealEntity, GrantUseEntity],
  services,
  resolvers: [resolver(DecisionLogResolver, (s) => new DecisionLogResolver(new DecisionReading(s.database), s.reader))],
  routes: (scope, { authorizer, database }) =>
    addDecisionExport(scope, { authorizer, reading: new DecisionReading(database) }),
  jobs: ({ decisionRetention }) => [
    { name: "decision log retention", everyMs: 3_600_000, work: () => decisionRetention.run() },
  ],
  metrics: (meter, { authorizer, decisionLog, policies }) => {
    authorizer.observers.add(new DecisionMetrics(meter));
    watchDecisionLog(meter, () => decisionLog.state);
    watchPolicyCache(meter, () => policies.cacheCounts);
  },
  open: ({ authorizer, decisionLog }) => authorizer.observers.add(decisionLog),
  close: ({ decisionLog }) => decisionLog.close(),
};
