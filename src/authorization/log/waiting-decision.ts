import type { Actor } from "../../kernel/actor";
import { toInstant } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import type { Decided } from "../decision-point/decided";
import type { AskerKind, Consistency, DecisionEntryEntity } from "./decision-entry.entity";

/** A decision that waits to be written: what is needed for its entry, put into words later. */
export interface WaitingDecision {
  readonly decided: Decided;
  /** When it was made, in milliseconds since 1970. */
  readonly madeAt: number;
}

/** When a grant carried a yes. */
export interface GrantUse {
  readonly companyId: string;
  readonly lastUsedAt: string | null;
  readonly lastAllowedAt: string;
}

/** Longest text that is kept of what a caller wrote. */
const MAX_LENGTH = 320;

/** The log's entry; null where the asker is not of the company, or there is none: it belongs to nobody's log. */
export function entryOf({ decided, madeAt }: WaitingDecision): DecisionEntryEntity | null {
  const { asker, question, purpose, decision: answer } = decided;
  if (answer.companyId === null) return null;
  const at = toInstant(new Date(madeAt));
  return {
    id: newId(),
    companyId: answer.companyId,
    at,
    ...askerOf(asker),
    subjectId: answer.subjectId,
    subjectReference: question.subject === null ? null : bounded(question.subject),
    action: bounded(question.action),
    resource: bounded(question.resource),
    recordId: textOrNull(answer.recordId ?? question.record?.id),
    facts: answer.facts,
    allowed: answer.allowed,
    code: answer.code,
    reasons: [...answer.missed],
    grantId: answer.grantId,
    policyRevision: answer.policyRevision,
    asOf: textOrNull(question.at),
    consistency: consistencyOf(question),
    traceId: textOrNull(question.traceId),
    enforced: purpose === "act",
    seal: null,
    createdAt: at,
  };
}

/**
 * The use of a grant that the decision is; null where it is none: refused, of another time than now, or not resting on
 * a grant. Acted on is what Ledgergate enforced, and what a service was told of a record it holds.
 */
function useOf(decided: Decided, madeAt: number): (GrantUse & { id: string }) | null {
  const { asker, question, purpose, decision: answer } = decided;
  if (!answer.allowed || answer.grantId === null || answer.companyId === null) return null;
  if (question.at != null || question.knownAt != null) return null;
  const at = toInstant(new Date(madeAt));
  const acted = purpose === "act" || (asker.kind === "service" && question.record != null);
  return { id: answer.grantId, companyId: answer.companyId, lastAllowedAt: at, lastUsedAt: acted ? at : null };
}

/** The grants that these decisions rest on, with their last uses. */
export function usesOf(decisions: Iterable<WaitingDecision>): Map<string, GrantUse> {
  const uses = new Map<string, GrantUse>();
  for (const { decided, madeAt } of decisions) {
    const use = useOf(decided, madeAt);
    if (!use) continue;
    const { id, ...rest } = use;
    const before = uses.get(id);
    uses.set(id, { ...rest, lastUsedAt: rest.lastUsedAt ?? before?.lastUsedAt ?? null });
  }
  return uses;
}

function askerOf(asker: Actor): { askerKind: AskerKind; asker: string } {
  if (asker.kind === "person") return { askerKind: "person", asker: bounded(asker.email ?? asker.subject) };
  // Who came by a letter is a person; by which door they acted, the audit trail tells.
  if (asker.kind === "letter") return { askerKind: "person", asker: bounded(asker.email) };
  return { askerKind: asker.kind, asker: bounded(asker.kind === "service" ? asker.keyId : asker.name) };
}

function consistencyOf({ atLeast, fullyConsistent }: Decided["question"]): Consistency {
  if (fullyConsistent === true) return "full";
  return atLeast == null ? "revision" : "at_least";
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? bounded(value) : null;
}

// A NUL, and half of a pair, are no text to PostgreSQL.
const UNWRITABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function bounded(text: string): string {
  return text.slice(0, MAX_LENGTH).replace(UNWRITABLE, "\ufffd");
}
