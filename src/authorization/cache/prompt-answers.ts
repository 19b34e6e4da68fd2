import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import type { AnsweredDecision, Question } from "../../policy/ports";
import { isLookedUp, isPlain } from "./asked";
import type { DecisionObservers } from "../decision-point/decided";
import type { Moment } from "./memory/moment";
import type { Place, Recall } from "./memory/recall";
import { PassedDecision } from "./passed-decision";
import type { Reading } from "./reading";

/** Answers by asking the database, as of `now`. */
export type ReadAnswer = (asker: Actor, question: Question, reading: Reading, now: string) => Promise<AnsweredDecision>;

export interface PromptParts {
  /** Null: nothing is kept, so everything is read. */
  readonly recall: Recall | null;
  readonly observers: DecisionObservers;
  readonly clock: Clock;
  readonly read: ReadAnswer;
}

/** Answers from memory where all of it is there, else by reading; and tells the observers of each decision. */
export class PromptAnswers {
  constructor(private readonly parts: PromptParts) {}

  answer(asker: Actor, question: Question, reading: Reading): AnsweredDecision | Promise<AnsweredDecision> {
    const { recall, observers, read } = this.parts;
    const started = observers.any ? performance.now() : 0;
    const moment = this.moment(reading);
    const answered = recall?.known(asker, question, moment) ?? this.recalled(asker, question, reading, moment);
    const tell = (one: AnsweredDecision) => {
      if (!observers.any) return one;
      const milliseconds = performance.now() - started;
      const { allowed } = one;
      const remembered = answered !== null;
      observers.tell({ asker, question, purpose: "question", allowed, milliseconds, remembered, answer: () => one });
      return one;
    };
    return answered ? tell(answered) : read(asker, question, reading, moment.at).then(tell);
  }

  private recalled(asker: Actor, question: Question, reading: Reading, moment: Moment): AnsweredDecision | null {
    const place = this.place(asker, question, reading, moment);
    return place && this.parts.recall ? this.parts.recall.answer(place, question, moment, true) : null;
  }

  verdict(asker: Actor, question: Question, reading: Reading): boolean | Promise<boolean> {
    const { recall, observers } = this.parts;
    if (observers.any) return this.toldVerdict(asker, question, reading);
    const moment = this.moment(reading);
    const place = this.place(asker, question, reading, moment);
    const allowed = place && recall ? recall.allows(place, question, moment) : null;
    return allowed ?? this.unrecalled(asker, question, reading);
  }

  /**
   * Whether it is allowed, of a question about a feature and about now, which most of a batch are: nothing is made for it
   * that nobody asks for. Null: not so simply; ask for the verdict.
   */
  plainVerdict(asker: Actor, question: Question, reading: Reading): boolean | null {
    const { recall, observers } = this.parts;
    if (recall === null || !observers.passing) return null;
    const started = observers.any ? performance.now() : 0;
    const moment = this.moment(reading);
    if (!observers.any && !reading.repeats(question.company, question.subject)) {
      const verdict = recall.verdictById(asker, question, moment);
      if (verdict !== null) return verdict !== "never";
    }
    const place = placed(recall, asker, question, reading, moment);
    const verdict = place && recall.verdict(place, question.action, question.resource, moment);
    if (place === null || verdict === null) return null;
    const allowed = verdict !== "never";
    if (observers.any) {
      const milliseconds = performance.now() - started;
      observers.tell(new PassedDecision(asker, question, allowed, milliseconds, recall, place, moment));
    }
    return allowed;
  }

  private toldVerdict(asker: Actor, question: Question, reading: Reading): boolean | Promise<boolean> {
    const { recall, observers } = this.parts;
    const started = performance.now();
    const moment = this.moment(reading);
    const place = this.place(asker, question, reading, moment);
    const explain = place && recall ? recall.explainer(place, question, moment) : null;
    const allowed = place && recall && (explain || !observers.complete) ? recall.allows(place, question, moment) : null;
    if (allowed === null) return this.unrecalled(asker, question, reading);
    const milliseconds = performance.now() - started;
    const answer = explain ?? (() => null);
    observers.tell({ asker, question, purpose: "question", allowed, milliseconds, remembered: true, answer });
    return allowed;
  }

  private unrecalled(asker: Actor, question: Question, reading: Reading): boolean | Promise<boolean> {
    const answered = this.answer(asker, question, reading);
    return answered instanceof Promise ? answered.then((one) => one.allowed) : answered.allowed;
  }

  private moment(reading: Reading): Moment {
    const { recall, clock } = this.parts;
    return reading.moment ?? reading.begin(recall?.moment(reading.era) ?? { at: toInstant(clock.now()), era: null });
  }

  private place(asker: Actor, question: Question, reading: Reading, moment: Moment): Place | null {
    const { recall } = this.parts;
    if (recall === null || moment.era === null || isLookedUp(question)) return null;
    return isPlain(question) ? placed(recall, asker, question, reading, moment) : recall.place(asker, question, moment);
  }
}

/** Who is asked about, of a plain question; the one before was mostly about the same. */
function placed(
  recall: Recall,
  asker: Actor,
  { company, subject }: Question,
  reading: Reading,
  moment: Moment,
): Place | null {
  const known = reading.place(company, subject);
  if (known !== undefined) return known;
  return reading.keepPlace(company, subject, recall.placeOf(asker, company, subject, moment));
}
