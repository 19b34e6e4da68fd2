import { Refusal } from "../kernel/errors";
import { together } from "../kernel/together";
import type { Asker, AuthzenEngine } from "./engine";
import type { Evaluation, EvaluationRequest, EvaluationsRequest, Semantic } from "./messages";

type Parts = Readonly<Record<string, unknown>>;

/**
 * Answers the entries in their order. With a short-circuit the answer ends at the entry that triggered it. Reasons are
 * left out unless asked for: a list page wants the booleans.
 */
export async function evaluateBatch(
  engine: AuthzenEngine,
  asker: Asker,
  request: EvaluationsRequest,
): Promise<Evaluation[]> {
  const semantic = request.options?.evaluations_semantic ?? "execute_all";
  const entries = (request.evaluations ?? []).map((entry) => merged(request as Parts, entry));
  const reasons = request.options?.reasons === true;
  const ask = (entry: Parts) => evaluateEntry(engine, asker, entry, reasons);
  if (semantic === "execute_all") return together(entries.map(ask));
  const answers: Evaluation[] = [];
  for (const entry of entries) {
    const answer = await ask(entry);
    answers.push(answer);
    if (ends(semantic, answer)) break;
  }
  return answers;
}

function ends(semantic: Semantic, { decision }: Evaluation): boolean {
  return semantic === "deny_on_first_deny" ? !decision : decision;
}

const ENTITIES = ["subject", "action", "resource", "context"] as const;

/** An entry's key replaces the default; an incomplete entity takes its missing fields from the default's. */
function merged(defaults: Parts, entry: Parts): Parts {
  const whole: Record<string, unknown> = {};
  for (const key of ENTITIES) {
    const value = key in entry ? completed(key, entry[key], defaults[key]) : defaults[key];
    if (value !== undefined) whole[key] = value;
  }
  return whole;
}

function completed(key: string, own: unknown, fallback: unknown): unknown {
  if (key === "context" || !isObject(own) || !isObject(fallback)) return own;
  const needed = key === "action" ? ["name"] : ["type", "id"];
  return needed.every((field) => field in own) ? own : { ...fallback, ...own };
}

function evaluateEntry(
  engine: AuthzenEngine,
  asker: Asker,
  entry: Parts,
  reasons: boolean,
): Evaluation | Promise<Evaluation> {
  const fault = faultOf(entry);
  if (fault) return failed(400, fault);
  try {
    const answer = engine.evaluate(asker, entry as unknown as EvaluationRequest, !reasons);
    return answer instanceof Promise
      ? answer.then((one) => shown(one, reasons)).catch(refusal)
      : shown(answer, reasons);
  } catch (error) {
    return refusal(error);
  }
}

/** What the asker may not ask, or nobody can, is told at its entry; a failure of the engine is none of these. */
function refusal(error: unknown): Evaluation {
  if (error instanceof Refusal) return failed(error.code === "BAD_INPUT" ? 400 : 403, error.message);
  throw error;
}

/** What is missing or of the wrong type in a merged entry; null: nothing. */
export function faultOf(entry: Parts): string | null {
  for (const [key, fields] of [
    ["subject", ["type", "id"]],
    ["action", ["name"]],
    ["resource", ["type", "id"]],
  ] as const) {
    const value = entry[key];
    if (!isObject(value)) return `${key} is missing or no object`;
    const missing = fields.find((field) => typeof value[field] !== "string" || value[field] === "");
    if (missing) return `${key}.${missing} is missing or no text`;
    if ("properties" in value && !isObject(value.properties)) return `${key}.properties is no object`;
  }
  return "context" in entry && !isObject(entry.context) ? "context is no object" : null;
}

function failed(status: number, message: string): Evaluation {
  return { decision: false, context: { error: { status, message } } };
}

/** An error is always told; reasons only when asked for. */
function shown(evaluation: Evaluation, reasons: boolean): Evaluation {
  const { context, decision } = evaluation;
  return reasons || context === undefined || context.error !== undefined ? evaluation : { decision };
}

function isObject(value: unknown): value is Parts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
