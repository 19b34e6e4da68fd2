import type { Actor } from "../kernel/actor";
import { Refusal } from "../kernel/errors";
import { parseMoney } from "../kernel/money";
import type { Asker, AuthzenEngine } from "../authzen/engine";
import type { Evaluation, EvaluationRequest } from "../authzen/messages";
import { PolicyRefusal, type AnsweredDecision, type RecordDescription } from "../policy/ports";
import type { AccessAuthorizer } from "./access-authorizer";

type Properties = Readonly<Record<string, unknown>>;

/**
 * Our policy behind AuthZEN. The mapping is fixed: a subject is `user` by e-mail or id; a question about a feature is
 * the resource `feature` with `properties.company`; one about a record is the feature's own name as the type.
 */
export class AuthzenPolicy implements AuthzenEngine {
  constructor(private readonly authorizer: AccessAuthorizer) {}

  async evaluate({ caller, locale }: Asker, request: EvaluationRequest): Promise<Evaluation> {
    const { subject, action, resource, context = {} } = request;
    const properties = resource.properties ?? {};
    if (subject.type !== "user") return refused("UNKNOWN_SUBJECT_TYPE", 'The subject type is "user".');
    if (typeof properties.company !== "string")
      return refused("NOT_EVALUABLE", "Name the company: resource.properties.company is its slug or id.");
    const feature = resource.type === "feature";
    try {
      const answered = await this.authorizer.decide(caller as Actor, {
        company: properties.company,
        subject: subject.id,
        action: action.name,
        resource: feature ? resource.id : resource.type,
        record: feature ? null : recordOf(resource.id, properties),
        at: instantOf(context),
        locale,
      });
      return { decision: answered.allowed, context: contextOf(answered) };
    } catch (error) {
      if (error instanceof PolicyRefusal) throw new Refusal("FORBIDDEN", error.message);
      throw error;
    }
  }
}

function refused(code: string, message: string): Evaluation {
  return { decision: false, context: { code, message } };
}

const INSTANT_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/;

function instantOf({ at }: Properties): string | null {
  if (at === undefined || at === null) return null;
  const text = typeof at === "string" ? at : "";
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()) || !INSTANT_WITH_ZONE.test(text))
    throw new Refusal("BAD_INPUT", "context.at must be an instant with its zone, such as 2026-11-24T09:00:00Z.");
  return instant.toISOString();
}

/** Only text and decimal amounts are read; what has another type stays unknown, and unknown is never allowed. */
function recordOf(id: string, { project, amount, submittedBy, state }: Properties): RecordDescription {
  return { id, project, submittedBy, state: lowerCase(state), amount: amountOf(amount) };
}

function lowerCase(state: unknown): unknown {
  return typeof state === "string" ? state.toLowerCase() : state;
}

function amountOf(amount: unknown): unknown {
  if (typeof amount !== "object" || amount === null) return undefined;
  const { value, currency } = amount as Properties;
  if (typeof currency !== "string" || (typeof value !== "string" && typeof value !== "number")) return undefined;
  return parseMoney(String(value), currency) ?? undefined;
}

function contextOf(answered: AnsweredDecision): Properties {
  const { code, message, gates, limits, grantId, policyRevision, evaluatedAt } = answered;
  const missed = gates.filter(({ passed }) => !passed);
  return {
    code,
    message,
    reasons: missed.map(({ code: reason, message: text, remedy }) => ({
      code: reason,
      message: text,
      ...(remedy ? { remedy: { message: remedy.message, who: remedy.who } } : {}),
    })),
    ...(limits.length > 0 ? { limits } : {}),
    ...(grantId === null ? {} : { grant: grantId }),
    ...(policyRevision === null ? {} : { policyRevision }),
    evaluatedAt,
  };
}
