import type { Locale } from "../../../kernel/locale";
import type { Caller } from "../../../infra/graphql/caller";
import type {
  ActionSearchRequest,
  Evaluation,
  EvaluationRequest,
  FoundAction,
  FoundEntity,
  ResourceSearchRequest,
  SubjectSearchRequest,
} from "./messages";

/** Who asks an engine, and how they want to hear the answer. */
export interface Asker {
  readonly caller: Caller;
  readonly locale: Locale;
  /** Of the request; null or left out: none. */
  readonly requestId?: string | null;
}

/** Which part of a search's results is wanted. */
export interface SearchWindow {
  /** At most so many results. */
  readonly limit: number;
  /** The position that the page before ended at, in the engine's own words; null: from the start. */
  readonly after: string | null;
}

export interface Findings<Found> {
  readonly results: readonly Found[];
  /** Where the next page starts; null: there is none. A page may be short, or empty, and yet not be the last. */
  readonly next: string | null;
  /** How many there are on all pages, where that is at hand; left out: it would have to be counted. */
  readonly total?: number;
  readonly context?: Readonly<Record<string, unknown>>;
}

/**
 * The policy behind the AuthZEN routes. The transport knows nothing else of it, so another can be mounted in tests.
 * A question that the asker may not put throws a Refusal; anything else that is thrown is an engine failure, never an
 * answer. What is unknown is no error: it is denied, and found by no search.
 */
export interface AuthzenEngine {
  /**
   * Decides; at once where it can. Unknown subjects, actions and resources are `decision: false` with a reason.
   * @param bare only the decision will be shown, so the context may be left out
   */
  evaluate(asker: Asker, request: EvaluationRequest, bare?: boolean): Evaluation | Promise<Evaluation>;
  /** Who may do it: exactly those for whom `evaluate` would say true. */
  searchSubjects(asker: Asker, request: SubjectSearchRequest, window: SearchWindow): Promise<Findings<FoundEntity>>;
  /** With what they may do it. */
  searchResources(asker: Asker, request: ResourceSearchRequest, window: SearchWindow): Promise<Findings<FoundEntity>>;
  /** What they may do with it. */
  searchActions(asker: Asker, request: ActionSearchRequest, window: SearchWindow): Promise<Findings<FoundAction>>;
}
