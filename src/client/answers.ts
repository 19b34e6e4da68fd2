import { AccessFailure } from "./access-failure";
import type { Outcome } from "./coalescer";
import type { Decision } from "./messages";

/** Reads what a server says. What is not exactly an answer is a failure: nothing is taken for a yes. */

type Json = Readonly<Record<string, unknown>>;

export interface FoundPage<Found> {
  readonly results: readonly Found[];
  /** Empty: this is the last page. */
  readonly next: string;
}

function decisionOf(body: unknown): Decision {
  if (!isObject(body) || typeof body.decision !== "boolean") throw malformed("The answer has no decision.");
  if (body.context !== undefined && !isObject(body.context)) throw malformed("The answer's context is no object.");
  return body.context === undefined ? { decision: body.decision } : { decision: body.decision, context: body.context };
}

/** A question that could not be judged carries an error in its answer's context: that is a failure, not a decision. */
export function outcomeOf(body: unknown): Outcome<Decision> {
  const answer = decisionOf(body);
  const error = answer.context?.["error"];
  return isObject(error) ? { error: refusedEntry(error) } : { answer };
}

/** One outcome for each question of a batch. */
export function outcomesOf(body: unknown, count: number): readonly Outcome<Decision>[] {
  const entries: unknown = isObject(body) ? body.evaluations : undefined;
  if (!Array.isArray(entries) || entries.length !== count)
    throw malformed("The answer has not one decision for each question.");
  return entries.map(outcomeOf);
}

export function pageOf<Found>(body: unknown): FoundPage<Found> {
  if (!isObject(body) || !Array.isArray(body.results)) throw malformed("The answer has no results.");
  if (body.page === undefined) return { results: body.results as Found[], next: "" };
  const next = isObject(body.page) ? body.page.next_token : undefined;
  if (typeof next !== "string") throw malformed("The answer's page has no next_token.");
  return { results: body.results as Found[], next };
}

function refusedEntry({ status, message }: Json): AccessFailure {
  const number = typeof status === "number" ? status : null;
  const kind = number !== null && number >= 500 ? "server" : "refused";
  return new AccessFailure(kind, typeof message === "string" ? message : "The question was refused.", number);
}

function malformed(message: string): AccessFailure {
  return new AccessFailure("malformed", message, 200);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
