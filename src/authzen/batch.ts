import { Refusal } from "../kernel/errors";
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
  const ask = async (entry: Parts) =>
    shown(await evaluateEntry(engine, asker, entry), request.options?.reasons === true);
  if (semantic === "execute_all") return Promise.all(entries.map(ask));
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
  const pairs = ENTITIES.map((key) => [key, key in entry ? completed(key, entry[key], defaults[key]) : defaults[key]]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined)) as Parts;
}

function completed(key: string, own: unknown, fallback: unknown): unknown {
  if (key === "context" || !isObject(own) || !isObject(fallback)) return own;
  const needed = key === "action" ? ["name"] : ["type", "id"];
  return needed.every((field) => field in own) ? own : { ...fallback, ...own };
}

async function evaluateEntry(engine: AuthzenEngine, asker: Asker, entry: Parts): Promise<Evaluation> {
  const fault = faultOf(entry);
  if (fault) return failed(400, fault);
  try {
    return await engine.evaluate(asker, entry as unknown as EvaluationRequest);
  } catch (error) {
    if (error instanceof Refusal) return failed(error.code === "BAD_INPUT" ? 400 : 403, error.message);
    throw error;
  }
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
  return reasons || evaluation.context?.error !== undefined ? evaluation : { decision: evaluation.decision };
}

function isObject(value: unknown): value is Parts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
