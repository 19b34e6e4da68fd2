import { AccessFailure } from "./access-failure";
import type { Outcome } from "./coalescer";
import type { Decision } from "./messages";

/** Reads what a server says. What is not exactly an answer is a failure: nothing is taken for a yes. */

type Json = Readonly<Record<string, unknown>>;

/** What came back, and of which call. */
export interface Reply {
  readonly body: unknown;
  readonly requestId: string;
}

export interface FoundPage<Found> {
  readonly results: readonly Found[];
  /** Empty: this is the last page. */
  readonly next: string;
}

function decisionOf({ body, requestId }: Reply): Decision {
  if (!isObject(body) || typeof body.decision !== "boolean") throw malformed("The answer has no decision.", requestId);
  if (body.context !== undefined && !isObject(body.context))
    throw malformed("The answer's context is no object.", requestId);
  return body.context === undefined ? { decision: body.decision } : { decision: body.decision, context: body.context };
}

/** A question that could not be judged carries an error in its answer's context: that is a failure, not a decision. */
export function outcomeOf(reply: Reply): Outcome<Decision> {
  const answer = decisionOf(reply);
  const error = answer.context?.["error"];
  return isObject(error) ? { error: refusedEntry(error, reply.requestId) } : { answer };
}

/** One outcome for each question of a batch. */
export function outcomesOf({ body, requestId }: Reply, count: number): readonly Outcome<Decision>[] {
  const entries: unknown = isObject(body) ? body.evaluations : undefined;
  if (!Array.isArray(entries) || entries.length !== count)
    throw malformed("The answer has not one decision for each question.", requestId);
  return entries.map((entry: unknown) => outcomeOf({ body: entry, requestId }));
}

/** Where a batch may end early: at the first denial, or at the first permission (AuthZEN 1.0, "Evaluations semantics"). */
export type ShortCircuit = "deny_on_first_deny" | "permit_on_first_permit";

/** Whether the batch ends with this decision. */
export function isTrigger(semantic: ShortCircuit, { decision }: Decision): boolean {
  return decision === (semantic === "permit_on_first_permit");
}

/** Outcomes up to the one that ended the batch; of all questions where none did. */
export function outcomesUntil(
  { body, requestId }: Reply,
  count: number,
  semantic: ShortCircuit,
): readonly Outcome<Decision>[] {
  const entries: unknown = isObject(body) ? body.evaluations : undefined;
  if (!Array.isArray(entries) || entries.length === 0 || entries.length > count)
    throw malformed("The answer has no decisions, or more than questions.", requestId);
  const decisions = entries.map((entry: unknown) => decisionOf({ body: entry, requestId }));
  const end = decisions.findIndex((decision) => isTrigger(semantic, decision));
  if ((end === -1 ? count : end + 1) !== entries.length)
    throw malformed("The answer does not end where it should.", requestId);
  return entries.map((entry: unknown) => outcomeOf({ body: entry, requestId }));
}

/** One page of a search; each of its results has these texts. */
export function pageOf<Found>({ body, requestId }: Reply, texts: readonly string[]): FoundPage<Found> {
  if (!isObject(body) || !Array.isArray(body.results)) throw malformed("The answer has no results.", requestId);
  const whole = (found: unknown) => isObject(found) && texts.every((name) => isText(found[name]));
  if (!body.results.every(whole)) throw malformed(`A result is not named by its ${texts.join(" and ")}.`, requestId);
  if (body.page === undefined) return { results: body.results as Found[], next: "" };
  const next = isObject(body.page) ? body.page.next_token : undefined;
  if (typeof next !== "string") throw malformed("The answer's page has no next_token.", requestId);
  return { results: body.results as Found[], next };
}

function refusedEntry({ status, message }: Json, requestId: string): AccessFailure {
  const number = typeof status === "number" ? status : null;
  const kind = number !== null && number >= 500 ? "server" : "refused";
  const said = typeof message === "string" ? message : "The question was refused.";
  return new AccessFailure(kind, said, number, requestId);
}

function malformed(message: string, requestId: string): AccessFailure {
  return new AccessFailure("malformed", message, 200, requestId);
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
