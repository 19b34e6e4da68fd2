import type { Actor } from "../../../kernel/actor";
import type { Direction, GateCode } from "../../../policy/model/vocabulary";
import type { AnsweredDecision } from "../../../policy/ports";
import type { DecisionPoint } from "../../decision-point/decision-point";
import { readingOf } from "../../decision-point/request-reading";
import { FEATURE_TYPE, statesFacts } from "../mapping/authzen-mapping";
import { AUTHZEN_TEXTS } from "../transport/authzen-texts";
import type { Asker } from "../transport/engine";
import type { EvaluationRequest } from "../transport/messages";
import type { DenialBinding } from "./denial-binding";

/** Gates that a grant opens, and nothing else is needed. */
const OPENED_BY_GRANT: readonly GateCode[] = ["FEATURE_NOT_GRANTED", "GRANT_NOT_YET_VALID", "GRANT_EXPIRED"];
const DIRECTIONS: Readonly<Record<string, Direction>> = { send: "export", import: "import" };

/** The direction of the right that would let somebody do the action; null: no right that can be asked for does. */
export function directionOf(action: string): Direction | null {
  return Object.hasOwn(DIRECTIONS, action) ? (DIRECTIONS[action] ?? null) : null;
}

/** Who asks, in a form that no other caller has. */
export function requesterOf({ caller }: Pick<Asker, "caller">): string | null {
  return caller.kind === "person" ? caller.subject : null;
}

/**
 * Which denials somebody can ask to have lifted (draft, "Requestable Denial Context"): a person's own, of a feature, where
 * nothing is missing but a right that others may give them.
 */
export class RequestableDenials {
  constructor(
    private readonly authorizer: DecisionPoint,
    private readonly binding: DenialBinding,
  ) {}

  /** What the answer's context says more of it; null, at once where it is plain: nothing can be asked for. */
  contextOf(asker: Asker, request: EvaluationRequest, answered: AnsweredDecision): Promise<object | null> | null {
    const requester = requesterOf(asker);
    const { action, resource, context } = request;
    if (requester === null || !isGrantMissing(answered) || directionOf(action.name) === null) return null;
    if (resource.type !== FEATURE_TYPE || statesFacts(resource.properties)) return null;
    if (context?.at != null || context?.knownAt != null) return null;
    return this.bound(asker, request, answered, requester);
  }

  private async bound(
    asker: Asker,
    { subject, action, resource }: EvaluationRequest,
    answered: AnsweredDecision,
    requester: string,
  ): Promise<object | null> {
    if (!(await this.isSelf(asker, answered))) return null;
    const { evaluationId, expiresAt, token } = await this.binding.bind({ subject, action, resource }, requester);
    return {
      evaluation_id: evaluationId,
      evaluated_at: answered.evaluatedAt,
      reason: answered.code,
      access_request: {
        expires_at: expiresAt,
        binding_token: token,
        display: { title: AUTHZEN_TEXTS.askForRight[asker.locale] },
      },
    };
  }

  private async isSelf(asker: Asker, { companyId, subjectId }: AnsweredDecision): Promise<boolean> {
    if (companyId === null || subjectId === null) return false;
    const { asking } = this.authorizer;
    const [actor, reading] = [asker.caller as Actor, readingOf(asker)];
    const company = await asking.companyFor(actor, companyId, reading);
    const self = company && (await asking.subjectFor(actor, company, null, reading));
    return self?.kind === "member" && self.id === subjectId;
  }
}

function isGrantMissing({ allowed, missed }: AnsweredDecision): boolean {
  return !allowed && missed.length > 0 && missed.every((code) => OPENED_BY_GRANT.includes(code));
}
