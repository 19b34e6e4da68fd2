import type { Direction, Feature } from "../../policy/model/vocabulary";
import { localeOf, type Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import type { DecisionCode } from "../../policy/model/vocabulary";
import type { DecisionPoint } from "../decision-point/decision-point";

export interface RefusedNow {
  readonly authorizer: DecisionPoint;
}

/** Limits of a right that another grant can take away. */
const OF_GRANTS: ReadonlySet<string> = new Set([
  "OUT_OF_PROJECT_SCOPE",
  "OVER_AMOUNT_CEILING",
  "GRANT_EXPIRED",
  "GRANT_NOT_YET_VALID",
]);

/**
 * The code of the decision that the asker is refused with, or of the limit that their right has. Throws Refusal CONFLICT where
 * they may without limit: there is nothing to ask for.
 */
export async function refusedNow(
  { authorizer }: RefusedNow,
  actor: Actor,
  companyId: string,
  { feature, direction }: { readonly feature: Feature; readonly direction?: Direction | null },
): Promise<DecisionCode> {
  const action = direction === "import" ? "import" : "send";
  const question = { company: companyId, subject: null, action, resource: feature, locale: localeOf(actor) };
  const decision = await authorizer.decide(actor, { ...question, fullyConsistent: true });
  if (!decision.allowed) return decision.code;
  const limit = decision.limits.find(({ code }) => OF_GRANTS.has(code));
  if (limit) return limit.code;
  const texts = {
    en: "You may do this already: there is no right to ask for.",
    fr: "Vous en avez déjà le droit : il n’y a rien à demander.",
  };
  throw new BilingualRefusal("CONFLICT", texts, ["input", "feature"]);
}
