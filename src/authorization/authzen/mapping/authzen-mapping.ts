import { fill } from "../../../kernel/catalogue";
import { readWholeInstant } from "../../../kernel/clock";
import { BilingualRefusal } from "../../../kernel/errors";
import type { Entity, RequestContext } from "../transport/messages";
import type { AnsweredDecision, Question, RecordDescription } from "../../../policy/ports";
import { describedRecord } from "../../facts/described-record";
import { AUTHZEN_TEXTS } from "../transport/authzen-texts";

type Properties = Readonly<Record<string, unknown>>;

/** Types of subjects: a person by e-mail or id, a service by the id of its API key. */
const SUBJECT_KINDS = { user: "person", service: "service" } as const satisfies Record<string, Question["subjectIs"]>;
export const SUBJECT_TYPES = Object.keys(SUBJECT_KINDS);

/** What the subject must be; null: a type that is none of ours. */
export function subjectKindOf(type: string): NonNullable<Question["subjectIs"]> | null {
  return Object.hasOwn(SUBJECT_KINDS, type) ? SUBJECT_KINDS[type as keyof typeof SUBJECT_KINDS] : null;
}
/** The resource type of a question about a feature, or about the company as a whole. */
export const FEATURE_TYPE = "feature";

export function companyOf({ properties }: Pick<Entity, "properties">): string | null {
  const company = properties?.company;
  return typeof company === "string" ? company : null;
}

/** The feature that the resource is about, by whichever of the two forms it was named. */
export function featureOf({ type, id }: Entity): string {
  return type === FEATURE_TYPE ? id : type;
}

/** As of when, in our form; null: now. Throws Refusal BAD_INPUT for what is no instant. */
function instantOf(context: RequestContext, name: "at" | "knownAt" = "at"): string | null {
  const said = context[name];
  if (said === undefined || said === null) return null;
  const instant = typeof said === "string" ? readWholeInstant(said) : null;
  if (instant !== null) return instant;
  throw new BilingualRefusal("BAD_INPUT", fill(AUTHZEN_TEXTS.instant, { name }));
}

export type Terms = Pick<Question, "at" | "knownAt" | "atLeast" | "fullyConsistent">;

const NOW: Terms = { at: null, knownAt: null, atLeast: null, fullyConsistent: false };

/** As of when, by whose knowledge, and how fresh the answer must be. Throws Refusal BAD_INPUT for what cannot be read. */
export function termsOf(context: RequestContext | undefined): Terms {
  if (context === undefined) return NOW;
  return {
    at: instantOf(context),
    knownAt: instantOf(context, "knownAt"),
    atLeast: revisionOf(context),
    fullyConsistent: isFullyConsistent(context),
  };
}

function revisionOf({ atLeast }: RequestContext): number | null {
  if (atLeast === undefined || atLeast === null) return null;
  if (typeof atLeast === "number" && Number.isSafeInteger(atLeast) && atLeast >= 0) return atLeast;
  throw new BilingualRefusal("BAD_INPUT", AUTHZEN_TEXTS.atLeast);
}

function isFullyConsistent({ fullyConsistent }: RequestContext): boolean {
  if (fullyConsistent === undefined || fullyConsistent === null) return false;
  if (typeof fullyConsistent === "boolean") return fullyConsistent;
  throw new BilingualRefusal("BAD_INPUT", AUTHZEN_TEXTS.fullyConsistent);
}

/**
 * What the resource states of a record: every property but the company is a fact of it. Null: the question is about the feature.
 * One about a feature with facts is about a record without a name.
 */
export function recordIn({ type, id, properties = {} }: Entity): RecordDescription | null {
  const isFeature = type === FEATURE_TYPE;
  if (isFeature && !statesFacts(properties)) return null;
  const { company: _company, ...stated } = properties;
  return describedRecord(stated, isFeature ? undefined : id);
}

/** Whether something is said beside the company. */
export function statesFacts(properties: Properties | undefined): boolean {
  for (const name in properties) if (name !== "company" && properties[name] != null) return true;
  return false;
}

/** The reasons beside a decision, in words and codes. */
export function contextOf(answered: AnsweredDecision): Properties {
  const { code, message, gates, limits, obligations, problems, facts, recordId, grantId, policyRevision, evaluatedAt } =
    answered;
  // What is undefined is left out of the JSON.
  return {
    code,
    message,
    reasons: reasonsOf(gates),
    limits:
      limits.length > 0 ? limits.map(({ code: gate, message: words }) => ({ code: gate, message: words })) : undefined,
    obligations: obligations.length > 0 ? obligations : undefined,
    facts: facts ?? undefined,
    record: facts === "stored" ? recordId : undefined,
    factProblems: problems.length > 0 ? problems : undefined,
    grant: grantId ?? undefined,
    policyRevision: policyRevision ?? undefined,
    evaluatedAt,
  };
}

const TEXT = Symbol("text");

/**
 * The JSON of the evaluation. An answer that is kept is given at many instants, which stand last: what stands before them is
 * made once, and kept with the gates, which no two answers share.
 */
export function evaluationTextOf(answered: AnsweredDecision): string {
  const holder = answered.gates as { [TEXT]?: string };
  const text = (holder[TEXT] ??= textBeforeInstant(answered));
  return `${text}${answered.evaluatedAt}"}}`;
}

function textBeforeInstant(answered: AnsweredDecision): string {
  const context = { ...contextOf(answered), evaluatedAt: "" };
  return JSON.stringify({ decision: answered.allowed, context }).slice(0, -`"}}`.length);
}

const REASONS = Symbol("reasons");

/** Answers that are kept share their gates, so their reasons are made once. */
function reasonsOf(gates: AnsweredDecision["gates"]): readonly object[] {
  const holder = gates as { [REASONS]?: readonly object[] };
  return (holder[REASONS] ??= gates.filter(({ passed }) => !passed).map(reasonOf));
}

function reasonOf({ code, message, remedy }: AnsweredDecision["gates"][number]): object {
  return { code, message, ...(remedy ? { remedy: { message: remedy.message, who: remedy.who } } : {}) };
}
