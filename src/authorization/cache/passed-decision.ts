import type { Actor } from "../../kernel/actor";
import type { AnsweredDecision, Question } from "../../policy/ports";
import type { Decided } from "../decision-point/decided";
import type { Moment } from "./memory/moment";
import type { Place, Recall } from "./memory/recall";

/**
 * A bare verdict told in passing. Its reasons are looked for when somebody asks: they are of the very revision that it was
 * given at, or there are none any more.
 */
export class PassedDecision implements Decided {
  /** Undefined: nobody has asked. */
  private found: AnsweredDecision | null | undefined = undefined;

  constructor(
    readonly asker: Actor,
    readonly question: Question,
    readonly allowed: boolean,
    readonly milliseconds: number,
    private readonly recall: Recall,
    private readonly place: Place,
    private readonly moment: Moment,
  ) {}

  get purpose(): "question" {
    return "question";
  }

  get remembered(): boolean {
    return true;
  }

  answer(): AnsweredDecision | null {
    return (this.found ??= this.recall.answer(this.place, this.question, this.moment));
  }

  hold(): void {
    this.answer();
  }
}
