import type { Actor } from "../../kernel/actor";
import type { Bilingual, Locale } from "../../kernel/locale";
import type { Asker, AuthzenEngine, Findings, SearchWindow } from "./transport/engine";
import type {
  ActionSearchRequest,
  Evaluation,
  EvaluationRequest,
  FoundAction,
  FoundEntity,
  ResourceSearchRequest,
  SubjectSearchRequest,
} from "./transport/messages";
import { PolicyRefusal, type AnsweredDecision, type Question } from "../../policy/ports";
import type { DecisionPoint } from "../decision-point/decision-point";
import {
  companyOf,
  contextOf,
  evaluationTextOf,
  featureOf,
  recordIn,
  subjectKindOf,
  termsOf,
} from "./mapping/authzen-mapping";
import { obligationsOf, takesObligations } from "./mapping/obligations";
import type { RequestableDenials } from "./access-request/requestable-denials";
import { readingOf } from "../decision-point/request-reading";
import type { AuthzenSearch } from "../search/authzen-search";

/**
 * Our policy behind AuthZEN. The mapping is fixed: a subject is `user` by e-mail or id, or `service` by the id of its API key;
 * a question about a feature is the resource `feature` with `properties.company`; one about a record is the feature's own name
 * as the type. What we hold of a record wins over what the caller says of it.
 */
export class AuthzenPolicy implements AuthzenEngine {
  constructor(
    private readonly authorizer: DecisionPoint,
    private readonly search: AuthzenSearch,
    /** Null: nobody is told what could be asked for. */
    private readonly denials: RequestableDenials | null = null,
  ) {}

  /** Answered at once where all of it is in the cache. */
  evaluate(asker: Asker, request: EvaluationRequest, bare = false): Evaluation | Promise<Evaluation> {
    const company = companyOf(request.resource);
    const subjectIs = subjectKindOf(request.subject.type);
    if (subjectIs === null) return refused("UNKNOWN_SUBJECT_TYPE", asker.locale);
    if (company === null) return refused("NOT_EVALUABLE", asker.locale);
    const question = questionOf(asker, request, company, subjectIs);
    // Before anything is read: where this throws, nobody would wait for a decision that is refused later.
    const obliged = request.context !== undefined && takesObligations(request.context);
    const decided = this.authorizer.decide(asker.caller as Actor, question, readingOf(asker));
    const how = { bare, obliged };
    return decided instanceof Promise
      ? forbidding(this.evaluationAfter(asker, request, decided, how))
      : this.evaluationOf(asker, request, decided, how);
  }

  private async evaluationAfter(
    asker: Asker,
    request: EvaluationRequest,
    decided: Promise<AnsweredDecision>,
    how: AnswerForm,
  ) {
    return this.evaluationOf(asker, request, await decided, how);
  }

  private evaluationOf(
    asker: Asker,
    request: EvaluationRequest,
    answered: AnsweredDecision,
    { bare, obliged }: AnswerForm,
  ) {
    const evaluation = obliged ? obligedEvaluation(answered, bare) : plainEvaluation(answered, bare);
    const more = bare || answered.allowed ? null : (this.denials?.contextOf(asker, request, answered) ?? null);
    return more ? withRequest(evaluation, more) : evaluation;
  }

  searchSubjects(asker: Asker, request: SubjectSearchRequest, window: SearchWindow): Promise<Findings<FoundEntity>> {
    return forbidding(this.search.subjects(asker, request, window));
  }

  searchResources(asker: Asker, request: ResourceSearchRequest, window: SearchWindow): Promise<Findings<FoundEntity>> {
    return forbidding(this.search.resources(asker, request, window));
  }

  searchActions(asker: Asker, request: ActionSearchRequest, window: SearchWindow): Promise<Findings<FoundAction>> {
    return forbidding(this.search.actions(asker, request, window));
  }
}

/** How much of a decision is answered. */
interface AnswerForm {
  /** The decision alone. */
  readonly bare: boolean;
  /** The asker carries obligations out. */
  readonly obliged: boolean;
}

/** All bare answers are one of two. */
const ALLOWED: Evaluation = Object.freeze({ decision: true });
const DENIED: Evaluation = Object.freeze({ decision: false });

/** Field by field: a batch asks fifty of them, and spreading objects costs more than deciding. */
function questionOf(
  asker: Asker,
  { subject, action, resource, context }: EvaluationRequest,
  company: string,
  subjectIs: Question["subjectIs"],
) {
  const { at, knownAt, atLeast, fullyConsistent } = termsOf(context);
  return {
    company,
    subject: subject.id,
    subjectIs,
    action: action.name,
    resource: featureOf(resource),
    record: recordIn(resource),
    at,
    knownAt,
    atLeast,
    fullyConsistent,
    locale: asker.locale,
    traceId: asker.requestId ?? null,
  };
}

/** That the asker may not ask is 403, and no decision about their question. */
async function forbidding<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PolicyRefusal) throw error.withoutDecision();
    throw error;
  }
}

function plainEvaluation(answered: AnsweredDecision, bare: boolean): Evaluation {
  if (!bare) return new ExplainedEvaluation(answered);
  return answered.allowed ? ALLOWED : DENIED;
}

/** With how the right can be asked for, where it can. */
async function withRequest(evaluation: Evaluation, request: Promise<object | null>): Promise<Evaluation> {
  const more = await request;
  return more ? { decision: evaluation.decision, context: { ...evaluation.context, ...more } } : evaluation;
}

/** With the obligations of the profile in the place of our own words for them; bare, they are all that is told. */
function obligedEvaluation(answered: AnsweredDecision, bare: boolean): Evaluation {
  const obligations = obligationsOf(answered);
  const context = bare ? {} : contextOf(answered);
  if (obligations.length > 0) return { decision: answered.allowed, context: { ...context, obligations } };
  return bare ? plainEvaluation(answered, bare) : { decision: answered.allowed, context };
}

/** An explained decision, as the standard tells it; its words and its JSON are made when they are wanted. */
class ExplainedEvaluation implements Evaluation {
  readonly decision: boolean;

  constructor(private readonly answered: AnsweredDecision) {
    this.decision = answered.allowed;
  }

  get context(): ReturnType<typeof contextOf> {
    return contextOf(this.answered);
  }

  text(): string {
    return evaluationTextOf(this.answered);
  }

  toJSON(): Evaluation {
    const { decision, context } = this;
    return { decision, context };
  }
}

/** Of questions that do not get as far as the policy. */
const UNASKED = {
  UNKNOWN_SUBJECT_TYPE: {
    en: 'The subject type is "user" or "service".',
    fr: "Le type du sujet est « user » ou « service ».",
  },
  NOT_EVALUABLE: {
    en: "Name the company: resource.properties.company is its slug or id.",
    fr: "Nommez l’entreprise : resource.properties.company est son nom court ou son identifiant.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

function refused(code: keyof typeof UNASKED, locale: Locale): Evaluation {
  return { decision: false, context: { code, message: UNASKED[code][locale] } };
}
