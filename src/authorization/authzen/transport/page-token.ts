import type { Bilingual } from "../../../kernel/locale";
import { fill } from "../../../kernel/catalogue";
import { createHash } from "node:crypto";
import { BilingualRefusal, type Refusal } from "../../../kernel/errors";
import type { Caller } from "../../../infra/graphql/caller";
import { MAX_RESULTS } from "./schemas";
import { AUTHZEN_TEXTS } from "./authzen-texts";

/** A question that is nested deeper than this is nobody's; its digest must not use up the stack. */
const DEEPEST = 64;

/** Where a page of a search ended. */
export interface PagePosition {
  readonly after: string;
  readonly limit: number;
}

/**
 * A token says where the next page starts, and for which question of which caller. It grants nothing: each page is
 * authorised and judged anew, so it needs no secret, and works on any instance.
 * @param question the request without its `page`; throws Refusal BAD_INPUT where it is nested too deep
 */
export function pageToken(position: PagePosition, question: object, caller: Caller): string {
  return encode([position.after, position.limit, digestOf(question, caller)]);
}

/** Reads a token back. Throws Refusal BAD_INPUT for one that is none, or of another question or caller. */
export function readPageToken(token: string, question: object, caller: Caller): PagePosition {
  const parts = decode(token);
  if (!Array.isArray(parts)) throw malformedToken(AUTHZEN_TEXTS.tokenOfNobody);
  const [after, limit, digest] = parts as unknown[];
  // Whoever knows how tokens are made can make one: it must not ask for more than a request may. No database has a NUL.
  if (typeof after !== "string" || after.includes("\0") || !isLimit(limit))
    throw malformedToken(AUTHZEN_TEXTS.tokenOfNobody);
  if (digest !== digestOf(question, caller)) throw malformedToken(AUTHZEN_TEXTS.tokenOfAnother);
  return { after, limit };
}

function isLimit(limit: unknown): limit is number {
  return Number.isInteger(limit) && (limit as number) >= 1 && (limit as number) <= MAX_RESULTS;
}

function malformedToken(why: Bilingual): Refusal {
  return new BilingualRefusal("BAD_INPUT", fill(AUTHZEN_TEXTS.pageToken, { why }), ["page", "token"]);
}

function encode(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

function decode(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

function digestOf(question: object, caller: Caller): string {
  const text = JSON.stringify([callerKey(caller), canonical(question)]);
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

function callerKey(caller: Caller): string {
  if (caller.kind === "service") return `service|${caller.keyId}`;
  return caller.kind === "person" ? `person|${caller.subject}` : caller.kind;
}

/** The order of keys says nothing in JSON. */
function canonical(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) throw new BilingualRefusal("BAD_INPUT", fill(AUTHZEN_TEXTS.tooDeep, { max: DEEPEST }));
  if (Array.isArray(value)) return value.map((inner) => canonical(inner, depth + 1));
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, canonical(inner, depth + 1)]);
}
