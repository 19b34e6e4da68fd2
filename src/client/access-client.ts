import { AccessFailure, type FailureKind } from "./access-failure";
import { isTrigger, outcomeOf, outcomesOf, outcomesUntil, pageOf, type ShortCircuit } from "./answers";
import { Coalescer, type Outcome } from "./coalescer";
import { discoverEndpoints } from "./discovery";
import type {
  ActionSearch,
  Consistency,
  Decision,
  FoundAction,
  FoundEntity,
  Question,
  QuestionContext,
  ResourceSearch,
  SubjectSearch,
} from "./messages";
import { reasonOf, retrySettings, wait, type RetrySettings, type RetryTools } from "./retry";
import { sharedParts } from "./shared-parts";
import { Transport, type TransportSettings } from "./transport";

export { AccessFailure };
export type { FailureKind, RetrySettings, RetryTools, ShortCircuit };
export type { ActionSearch, Consistency, Decision, FoundAction, FoundEntity, Question, ResourceSearch, SubjectSearch };
export type { DecisionContext, Entity, EntityKind, NamedAction, QuestionContext, Reason } from "./messages";

/** How many questions go in one call; the server's bound. */
export const MAX_QUESTIONS = 100;

export interface AccessClientSettings {
  /** Address of the server, such as https://access.example.com. */
  readonly url: string;
  /** A bearer token or an API key, or what fetches one for each call. */
  readonly token: string | (() => string | Promise<string>);
  /** In which language reasons come: "en" or "fr". */
  readonly language?: string;
  /** Milliseconds that one call may take; 2,000 if left out. */
  readonly timeout?: number;
  /** Three calls within ten seconds if left out. */
  readonly retry?: Partial<RetrySettings>;
  /**
   * What becomes of a question that got no answer. "throw" (if left out): AccessFailure. "deny": `decision: false` with
   * the code NO_ANSWER and the failure's kind. Never true.
   */
  readonly onFailure?: "throw" | "deny";
  /** Where the endpoints are, by their usual path, as `AccessClient.discover` finds them. */
  readonly endpoints?: Readonly<Record<string, string>>;
  /** For tests. */
  readonly fetch?: typeof fetch;
  readonly tools?: Partial<RetryTools>;
}

export interface AskOptions extends Consistency {
  readonly signal?: AbortSignal;
}

export interface SearchOptions extends AskOptions {
  /** Results in one call; the server's own size if left out. */
  readonly pageSize?: number;
}

/** What a result of each search is named by. */
const NAMED_BY = { subject: ["type", "id"], resource: ["type", "id"], action: ["name"] } as const;
const CIRCLE = "The pages of the search run in a circle.";

/** Asks a Ledgergate server who may do what. It fails closed: without an answer nothing is allowed. */
export class AccessClient {
  private readonly transport: Transport;
  private readonly coalescer: Coalescer<Question, Decision>;
  private readonly onFailure: "throw" | "deny";

  /** Throws a TypeError or RangeError for settings with which no call could come through. */
  constructor(settings: AccessClientSettings) {
    const { url, token, language = null, timeout = 2_000, retry, onFailure = "throw" } = settings;
    // Looked up at each call, so that a fetch that was instrumented later is used too.
    const request: typeof fetch = settings.fetch ?? ((input, init) => fetch(input, init));
    const { endpoints } = settings;
    const parts: TransportSettings = {
      ...{ url, token, language, timeout, retry: retrySettings(retry), fetch: request },
      ...(endpoints && { endpoints }),
    };
    const tools = { random: Math.random, now: () => performance.now(), wait, ...settings.tools };
    this.transport = new Transport(parts, tools);
    this.coalescer = new Coalescer((asked, signal) => this.askMany(asked, signal), MAX_QUESTIONS);
    this.onFailure = onFailure;
  }

  /**
   * A client that has asked the server where its endpoints are (AuthZEN 1.0, "Policy Decision Point Metadata"). Throws
   * AccessFailure where that is not to be learnt, or not to be believed.
   */
  static async discover(settings: AccessClientSettings): Promise<AccessClient> {
    const { url, timeout = 2_000, fetch: request = fetch } = settings;
    return new AccessClient({ ...settings, endpoints: await discoverEndpoints(url, timeout, request) });
  }

  /** Decides. Questions of one tick of the event loop share a call. Throws AccessFailure, or the signal's reason. */
  async evaluate(question: Question, options: AskOptions = {}): Promise<Decision> {
    try {
      return await this.coalescer.ask(withConsistency(question, options), options.signal);
    } catch (error) {
      return this.unanswered(error);
    }
  }

  /** The decisions of many questions, in their order; more than a hundred are several calls. Throws as `evaluate`. */
  async evaluateMany(questions: readonly Question[], options: AskOptions = {}): Promise<Decision[]> {
    return Promise.all(questions.map((question) => this.evaluate(question, options)));
  }

  /**
   * The decisions in their order, up to the first denial or the first permission, where the server stops; a hundred in a call.
   * Throws as `evaluate`, at the first question that got no answer.
   */
  async evaluateUntil(
    semantic: ShortCircuit,
    questions: readonly Question[],
    options: AskOptions = {},
  ): Promise<Decision[]> {
    const decisions: Decision[] = [];
    const asked = questions.map((question) => withConsistency(question, options));
    for (let from = 0; from < asked.length; from += MAX_QUESTIONS) {
      decisions.push(...(await this.until(semantic, asked.slice(from, from + MAX_QUESTIONS), options.signal)));
      const last = decisions.at(-1);
      if (last && isTrigger(semantic, last)) break;
    }
    return decisions;
  }

  /** Whether all of them are allowed; nothing asked is not allowed. Throws as `evaluate`. */
  async areAllAllowed(questions: readonly Question[], options: AskOptions = {}): Promise<boolean> {
    const decisions = await this.evaluateUntil("deny_on_first_deny", questions, options);
    return decisions.length > 0 && decisions.length === questions.length && decisions.every(({ decision }) => decision);
  }

  /** Whether one of them is allowed. Throws as `evaluate`. */
  async isAnyAllowed(questions: readonly Question[], options: AskOptions = {}): Promise<boolean> {
    const decisions = await this.evaluateUntil("permit_on_first_permit", questions, options);
    return decisions.some(({ decision }) => decision);
  }

  /** Whether it is allowed, and nothing else. Throws as `evaluate`. */
  async isAllowed(question: Question, options: AskOptions = {}): Promise<boolean> {
    return (await this.evaluate(question, options)).decision;
  }

  /** Who may do it, page by page as they are read. Always throws on failure: a part must not pass for the whole. */
  searchSubjects(search: SubjectSearch, options: SearchOptions = {}): AsyncGenerator<FoundEntity, void, undefined> {
    return this.search<FoundEntity>("subject", search, options);
  }

  /** With what they may do it. Likewise. */
  searchResources(search: ResourceSearch, options: SearchOptions = {}): AsyncGenerator<FoundEntity, void, undefined> {
    return this.search<FoundEntity>("resource", search, options);
  }

  /** What they may do with it. Likewise. */
  searchActions(search: ActionSearch, options: SearchOptions = {}): AsyncGenerator<FoundAction, void, undefined> {
    return this.search<FoundAction>("action", search, options);
  }

  private async *search<Found extends FoundEntity | FoundAction>(
    what: keyof typeof NAMED_BY,
    search: { readonly context?: QuestionContext },
    options: SearchOptions,
  ): AsyncGenerator<Found, void, undefined> {
    const { pageSize, signal } = options;
    // As it was when it began: all pages are of one question.
    const asked = JSON.parse(JSON.stringify(withConsistency(search, options))) as object;
    const seen = new Set<string>();
    for (let token = ""; ;) {
      const page = { ...(token === "" ? {} : { token }), ...(pageSize === undefined ? {} : { limit: pageSize }) };
      const reply = await this.transport.post(`/access/v1/search/${what}`, { ...asked, page }, signal);
      const { results, next } = pageOf<Found>(reply, NAMED_BY[what]);
      for (const found of results) {
        if (signal?.aborted) throw reasonOf(signal);
        yield found;
      }
      if (next === "") return;
      if (seen.has(next)) throw new AccessFailure("malformed", CIRCLE, 200, reply.requestId);
      seen.add((token = next));
    }
  }

  private async until(
    semantic: ShortCircuit,
    questions: readonly Question[],
    signal?: AbortSignal,
  ): Promise<Decision[]> {
    try {
      const body = { ...sharedParts(questions), options: { evaluations_semantic: semantic, reasons: true } };
      const reply = await this.transport.post("/access/v1/evaluations", body, signal);
      return outcomesUntil(reply, questions.length, semantic).map((outcome) => {
        if ("answer" in outcome) return outcome.answer;
        return this.unanswered(outcome.error);
      });
    } catch (error) {
      const answer = this.unanswered(error);
      // A denial ends the one; in the other all questions of the call keep their places.
      return isTrigger(semantic, answer) ? [answer] : questions.map(() => answer);
    }
  }

  /** A denial where that was asked for. Throws the failure else. */
  private unanswered(error: unknown): Decision {
    if (this.onFailure === "deny" && error instanceof AccessFailure) return denied(error);
    throw error;
  }

  private async askMany(questions: readonly Question[], signal: AbortSignal): Promise<readonly Outcome<Decision>[]> {
    const [first] = questions;
    if (questions.length === 1) return [outcomeOf(await this.transport.post("/access/v1/evaluation", first, signal))];
    const body = { ...sharedParts(questions), options: { evaluations_semantic: "execute_all", reasons: true } };
    return outcomesOf(await this.transport.post("/access/v1/evaluations", body, signal), questions.length);
  }
}

/** Consistency is asked for in the context, where every question of a batch has its own. */
function withConsistency<T extends { readonly context?: QuestionContext }>(asked: T, options: Consistency): T {
  const { atLeast, fullyConsistent } = options;
  if (atLeast === undefined && fullyConsistent === undefined) return asked;
  const consistency = {
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(fullyConsistent === undefined ? {} : { fullyConsistent }),
  };
  return { ...asked, context: { ...asked.context, ...consistency } };
}

function denied(failure: AccessFailure): Decision {
  const { kind, message, status } = failure;
  return {
    decision: false,
    context: { code: "NO_ANSWER", message, failure: kind, ...(status === null ? {} : { status }) },
  };
}
