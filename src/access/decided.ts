import type { Actor } from "../kernel/actor";
import type { AnsweredDecision, Question } from "../policy/ports";

/** A decision as it passes: who asked what, and what he was told. */
export interface Decided {
  readonly asker: Actor;
  readonly question: Question;
  /** `question`: somebody wanted to know. `act`: a service of ours asked before it did something. */
  readonly purpose: "question" | "act";
  readonly allowed: boolean;
  /** From request to answer; null where nobody took the time. */
  readonly milliseconds: number | null;
  /** Whether it came from memory alone; null: nobody looked there. */
  readonly remembered: boolean | null;
  /**
   * The decision with its code and reasons, put into words at the first call, so call it off the hot path. Null: the
   * bare verdict was given from memory and its facts are not at hand; then only `allowed` is known.
   */
  readonly answer: () => AnsweredDecision | null;
}

/** Told of every decision, at once and on the hot path: it must be quick and must not throw. */
export interface DecisionObserver {
  /** Whether each decision must come with its answer: then no bare verdict is given without facts at hand. */
  readonly complete: boolean;
  decided(decided: Decided): void;
}

/** Where every decision passes. */
export class DecisionObservers {
  private readonly list: DecisionObserver[] = [];

  add(observer: DecisionObserver): void {
    this.list.push(observer);
  }

  get any(): boolean {
    return this.list.length > 0;
  }

  get complete(): boolean {
    return this.list.some((observer) => observer.complete);
  }

  tell(decided: Decided): void {
    for (const observer of this.list) observer.decided(decided);
  }
}
