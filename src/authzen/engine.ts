import type { Locale } from "../kernel/locale";
import type { Caller } from "../graphql/caller";
import type { Evaluation, EvaluationRequest } from "./messages";

/** Who asks an engine, and how he wants to hear the answer. */
export interface Asker {
  readonly caller: Caller;
  readonly locale: Locale;
}

/** The policy behind the AuthZEN routes. The transport knows nothing else of it, so another can be mounted in tests. */
export interface AuthzenEngine {
  /**
   * Decides. Unknown subjects, actions and resources are `decision: false` with a reason; a question that the asker
   * may not put throws a Refusal; anything else that is thrown is an engine failure, never a decision.
   */
  evaluate(asker: Asker, request: EvaluationRequest): Promise<Evaluation>;
}
