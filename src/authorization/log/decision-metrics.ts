import type { Histogram, Meter } from "@opentelemetry/api";
import { Counts } from "../../infra/telemetry/counts";
import { isAction } from "../../policy/model/vocabulary";
import type { Decided, DecisionObserver } from "../decision-point/decided";
import type { DecisionLogState } from "./decision-log";

/** Seconds. */
const BUCKETS = [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 1];

/** Counts decisions by action and code, and the time they take. */
export class DecisionMetrics implements DecisionObserver {
  private readonly decisions: Counts;
  private readonly duration: Histogram;
  private readonly cache = { hit: 0, miss: 0 };

  constructor(meter: Meter) {
    this.decisions = new Counts(meter, "ledgergate_decisions", "Decisions by action and code.", ["action", "code"]);
    const description = "Questions by whether the cache alone could answer.";
    meter.createObservableCounter("ledgergate_decision_cache", { description }).addCallback((result) => {
      result.observe(this.cache.hit, { outcome: "hit" });
      result.observe(this.cache.miss, { outcome: "miss" });
    });
    this.duration = meter.createHistogram("ledgergate_decision_duration_seconds", {
      description: "From question to answer, inside the process.",
      unit: "s",
      advice: { explicitBucketBoundaries: BUCKETS },
    });
  }

  decided({ question: { action }, decision, milliseconds, cached }: Decided): void {
    if (cached !== null) this.cache[cached ? "hit" : "miss"]++;
    if (milliseconds !== null) this.duration.record(milliseconds / 1000);
    this.decisions.add(isAction(action) ? action : "unknown", decision.allowed ? "ALLOWED" : decision.code);
  }
}

/** Shows how often a compiled policy was at hand. */
export function watchPolicyCache(meter: Meter, counts: () => { readonly hits: number; readonly misses: number }): void {
  const description = "Compiled policies asked for, by whether they were at hand.";
  meter.createObservableCounter("ledgergate_policy_cache", { description }).addCallback((result) => {
    const { hits, misses } = counts();
    result.observe(hits, { outcome: "hit" });
    result.observe(misses, { outcome: "miss" });
  });
}

/** Shows how the decision log does. */
export function watchDecisionLog(meter: Meter, state: () => DecisionLogState): void {
  const gauge = (name: string, description: string, read: (state: DecisionLogState) => number) =>
    meter.createObservableGauge(name, { description }).addCallback((result) => result.observe(read(state())));
  gauge("ledgergate_decision_log_waiting", "Decisions that wait to be written.", ({ waiting }) => waiting);
  gauge(
    "ledgergate_decision_log_lag_seconds",
    "Age of the decision that waits longest.",
    ({ lagMilliseconds }) => lagMilliseconds / 1000,
  );
  const counter = (name: string, description: string, read: (state: DecisionLogState) => number) =>
    meter.createObservableCounter(name, { description }).addCallback((result) => result.observe(read(state())));
  counter("ledgergate_decision_log_written", "Decisions written.", ({ written }) => written);
  counter("ledgergate_decision_log_failures", "Writings that failed.", ({ failures }) => failures);
  meter
    .createObservableCounter("ledgergate_decision_log_lost", {
      description: "Decisions that found no room, or failed.",
    })
    .addCallback((result) => {
      const { lostAllowed, lostDenied } = state();
      result.observe(lostAllowed, { outcome: "allowed" });
      result.observe(lostDenied, { outcome: "denied" });
    });
}
