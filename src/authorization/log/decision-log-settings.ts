/** Which decisions are kept. Denials are kept in every mode but `off`. */
export const DECISION_LOG_MODES = ["complete", "sample", "denied", "off"] as const;
export type DecisionLogMode = (typeof DECISION_LOG_MODES)[number];

export interface DecisionLogSettings {
  readonly mode: DecisionLogMode;
  /** With `sample`: how many of a hundred allowed decisions are kept. */
  readonly samplePercent: number;
  /** Decisions older than this are deleted; 0: never. */
  readonly retentionDays: number;
  /** Decisions that may wait to be written; beyond it they are counted as lost. */
  readonly bufferEntries: number;
  /** How long a decision may wait to be written. */
  readonly flushMilliseconds: number;
}

export const DECISION_LOG_DEFAULTS: DecisionLogSettings = {
  mode: "complete",
  samplePercent: 10,
  retentionDays: 90,
  bufferEntries: 20_000,
  flushMilliseconds: 1000,
};
