import { fill } from "../../../kernel/catalogue";
import type { Bilingual } from "../../../kernel/locale";
import { Refusal } from "../../../kernel/errors";
import { together } from "../../../kernel/together";
import { AUTHZEN_TEXTS } from "./authzen-texts";
import type { Asker, AuthzenEngine } from "./engine";
import type { Evaluation, EvaluationRequest, EvaluationsRequest, Semantic } from "./messages";

type Parts = Readonly<Record<string, unknown>>;

/**
 * Answers the entries in their order. With a short-circuit the answer ends at the entry that triggered it. Reasons are
 * left out unless asked for: a list page wants the booleans.
 */
export function evaluateBatch(
  engine: AuthzenEngine,
  asker: Asker,
  request: EvaluationsRequest,
): Evaluation[] | Promise<Evaluation[]> {
  const semantic = request.options?.evaluations_semantic ?? "execute_all";
  const reasons = request.options?.reasons === true;
  const defaults = request as Parts;
  const ask = (entry: Parts) => evaluateEntry(engine, asker, merged(defaults, entry), reasons);
  const entries = request.evaluations ?? [];
  return semantic === "execute_all" ? together(entries.map(ask)) : untilOneEnds(entries, ask, semantic);
}

async function untilOneEnds(
  entries: readonly Parts[],
  ask: (entry: Parts) => Evaluation | Promise<Evaluation>,
  semantic: Semantic,
): Promise<Evaluation[]> {
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

/** An entry's key replaces the default; an incomplete entity takes its missing fields from the default's. */
function merged(defaults: Parts, entry: Parts): Parts {
  const { subject, action, resource, context } = defaults;
  // Most callers send whole entries: nothing is copied then.
  if (subject === undefined && action === undefined && resource === undefined && context === undefined) return entry;
  return {
    subject: completed(entry.subject, subject, ["type", "id"]),
    action: completed(entry.action, action, ["name"]),
    resource: completed(entry.resource, resource, ["type", "id"]),
    context: entry.context === undefined ? context : entry.context,
  };
}

function completed(own: unknown, fallback: unknown, needed: readonly string[]): unknown {
  if (own === undefined) return fallback;
  if (fallback === undefined) return own;
  if (!isObject(own) || !isObject(fallback)) return own;
  return needed.every((field) => field in own) ? own : { ...fallback, ...own };
}

function evaluateEntry(
  engine: AuthzenEngine,
  asker: Asker,
  entry: Parts,
  reasons: boolean,
): Evaluation | Promise<Evaluation> {
  const fault = faultOf(entry);
  if (fault) return failed(400, fault[asker.locale]);
  try {
    const answer = engine.evaluate(asker, entry as unknown as EvaluationRequest, !reasons);
    return answer instanceof Promise
      ? answer.then((one) => shown(one, reasons)).catch((error: unknown) => refusal(error, asker))
      : shown(answer, reasons);
  } catch (error) {
    return refusal(error, asker);
  }
}

/** What the asker may not ask, or nobody can, is told at its entry; a failure of the engine is none of these. */
function refusal(error: unknown, { locale }: Asker): Evaluation {
  if (error instanceof Refusal) return failed(error.code === "BAD_INPUT" ? 400 : 403, error.in(locale).message);
  throw error;
}

/** What is missing or of the wrong type in a merged entry; null: nothing. */
export function faultOf({ subject, action, resource, context }: Parts): Bilingual | null {
  const fault =
    entityFault("subject", subject) ?? entityFault("action", action, "name") ?? entityFault("resource", resource);
  return (
    fault ?? (context === undefined || isObject(context) ? null : fill(AUTHZEN_TEXTS.noObject, { key: "context" }))
  );
}

function entityFault(key: string, value: unknown, name: "id" | "name" = "id"): Bilingual | null {
  if (!isObject(value)) return fill(AUTHZEN_TEXTS.missingObject, { key });
  if (name === "id" && !isText(value.type)) return fill(AUTHZEN_TEXTS.missingText, { key: `${key}.type` });
  if (!isText(value[name])) return fill(AUTHZEN_TEXTS.missingText, { key: `${key}.${name}` });
  return value.properties === undefined || isObject(value.properties)
    ? null
    : fill(AUTHZEN_TEXTS.noObject, { key: `${key}.properties` });
}

function failed(status: number, message: string): Evaluation {
  return { decision: false, context: { error: { status, message } } };
}

/** An error is always told, and what whoever asks has said they carry out; reasons only when asked for. */
function shown(evaluation: Evaluation, reasons: boolean): Evaluation {
  if (reasons) return evaluation;
  const { context, decision } = evaluation;
  if (context === undefined || context.error !== undefined) return evaluation;
  return context.obligations === undefined ? { decision } : { decision, context: { obligations: context.obligations } };
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isObject(value: unknown): value is Parts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
