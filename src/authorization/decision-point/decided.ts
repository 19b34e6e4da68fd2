import type { Actor } from "../../kernel/actor";
import type { AnsweredDecision, Question } from "../../policy/ports";

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
  /** Of one told in passing: has the reasons found now, for who asks for them later. */
  hold?(): void;
}

/** Told of every decision, at once and on the hot path: it must be quick and must not throw. */
export interface DecisionObserver {
  /** Whether each decision must come with its answer: then no bare verdict is given without facts at hand. */
  readonly complete: boolean;
  /**
   * Whether it does with decisions whose reasons are found when they are asked for, from what is at hand by then: a change
   * of the rights in between leaves it without them. Such decisions cost next to nothing.
   */
  readonly passing: boolean;
  decided(decided: Decided): void;
}

/** Where every decision passes. */
export class DecisionObservers {
  /** Whether anybody is told. */
  any = false;
  /** Whether one of them must have each decision's answer. */
  complete = false;
  /** Whether all of them do with decisions told in passing. */
  passing = true;
  private readonly list: DecisionObserver[] = [];

  add(observer: DecisionObserver): void {
    this.list.push(observer);
    this.any = true;
    this.complete ||= observer.complete;
    this.passing &&= observer.passing;
  }

  tell(decided: Decided): void {
    // By number: this is called for each of a hundred thousand decisions a second.
    for (let index = 0; index < this.list.length; index++) this.list[index]?.decided(decided);
  }
}
