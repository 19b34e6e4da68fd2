import type { Actor } from "../../kernel/actor";
import type { AnsweredDecision, Question } from "../../policy/ports";

/** A decision as it was given: who asked what, and what they were told. */
export interface Decided {
  readonly asker: Actor;
  readonly question: Question;
  /** `question`: somebody wanted to know. `act`: a service of ours asked before it did something. */
  readonly purpose: "question" | "act";
  /** The very decision that was given; its reasons are found when they are read. */
  readonly decision: AnsweredDecision;
  /** From question to decision; null where nobody took the time. */
  readonly milliseconds: number | null;
  /** Whether the cache alone answered; null: it was not asked. */
  readonly cached: boolean | null;
}

/** Observes every decision, at once and on the hot path: it must be quick and must not throw. */
export interface DecisionObserver {
  decided(decided: Decided): void;
}

/** The one place that every decision passes. */
export class DecisionObservers {
  /** Whether anybody observes. */
  any = false;
  private readonly list: DecisionObserver[] = [];

  add(observer: DecisionObserver): void {
    this.list.push(observer);
    this.any = true;
  }

  observe(decided: Decided): void {
    // By number: this is called for each of a hundred thousand decisions a second.
    for (let index = 0; index < this.list.length; index++) this.list[index]?.decided(decided);
  }
}
