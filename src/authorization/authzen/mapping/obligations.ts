import { decimalText } from "../../../kernel/money";
import type { Condition } from "../../../policy/model/condition";
import type { AnsweredDecision } from "../../../policy/ports";
import { BilingualRefusal } from "../../../kernel/errors";
import { AUTHZEN_TEXTS } from "../transport/authzen-texts";
import type { RequestContext } from "../transport/messages";

/*
 * Draft: the working group's Obligations Profile 1.0, draft 1 of 3 July 2026 ("The Obligation Object", "Negotiation"). It has no
 * type for what our policy obliges to, so all are `custom`, with `vendor` and `action` among their properties.
 */

/** The profile's types that we issue, as the metadata tell. */
export const OBLIGATION_TYPES = ["custom"] as const;

const VENDOR = "ledgergate";

export interface AuthzenObligation {
  readonly id: string;
  readonly type: (typeof OBLIGATION_TYPES)[number];
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * Whether whoever asks carries out obligations of a type that we issue; who does not say so gets none of the profile's, so that
 * nobody meets what they cannot read. Throws Refusal BAD_INPUT for what is no list of texts.
 */
export function takesObligations({ obligations_supported: types }: RequestContext): boolean {
  if (types === undefined || types === null) return false;
  if (!Array.isArray(types) || !types.every((type) => typeof type === "string"))
    throw new BilingualRefusal("BAD_INPUT", AUTHZEN_TEXTS.obligationsSupported);
  return OBLIGATION_TYPES.some((type) => types.includes(type));
}

/** What the policy obliges to: to keep the limits of a permission, to have a second person approve. */
export function obligationsOf({ obligations, limits }: AnsweredDecision): readonly AuthzenObligation[] {
  const owed = [
    ...obligations.map((action) => ({ action })),
    ...limits.map(({ code, condition, message }) => ({
      ...{ action: "keep_limit", code, condition: toldCondition(condition), message },
    })),
  ];
  return owed.map((properties, index) => ({
    ...{ id: `obligation-${index + 1}`, type: "custom" },
    properties: { vendor: VENDOR, ...properties },
  }));
}

/** The policy's own condition over the record, with amounts as AuthZEN's properties write them. */
function toldCondition(condition: Condition): object {
  if (condition.kind === "all" || condition.kind === "any")
    return { kind: condition.kind, of: condition.of.map(toldCondition) };
  if (condition.kind !== "at_most") return condition;
  const { amount } = condition;
  return { ...condition, amount: { value: decimalText(amount), currency: amount.currency } };
}
