import { retryAfterMs } from "../../infra/http/retry-after";
import { PlatformTrouble, type TroubleKind } from "../port/platform-trouble";

/** What the headers say of the nearer one of the account's two windows. */
export interface ToldLimit {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since 1970. */
  readonly resetAt: number;
}

/** Null where the answer says nothing of it. */
export function limitTold(headers: Headers): ToldLimit | null {
  const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) => {
    const value = headers.get(`x-rate-limit-${name}`);
    return value !== null && /^\d{1,12}$/.test(value.trim()) ? Number(value) : null;
  });
  if (limit == null || remaining == null || reset == null) return null;
  return { limit, remaining, resetAt: reset * 1000 };
}

/** What an answer that is no success means. */
export function troubleOf(status: number, headers: Headers, body: unknown): PlatformTrouble {
  const texts = textsIn(body);
  const details = { status, retryAfterMs: retryAfterMs(headers.get("retry-after")), texts };
  const words = texts.join("; ") || `The platform answered ${status}`;
  return new PlatformTrouble(kindOf(status, words), words, details);
}

function kindOf(status: number, words: string): TroubleKind {
  if (status === 401) return "unauthorised";
  if (status === 403) return /app is not connected/i.test(words) ? "app_not_connected" : "forbidden";
  if (status === 429) return "rate_limited";
  if (status === 408) return "unknown";
  return status >= 500 ? "unavailable" : "refused";
}

/** The platform puts its reasons under `errors`, `error` or `message`, as a text, a list, or by field. */
export function textsIn(body: unknown): string[] {
  if (typeof body !== "object" || body === null) return [];
  const { errors, error, message } = body as Record<string, unknown>;
  const found = [errors, error, message].flatMap(wordsOf);
  return [...new Set(found)].slice(0, 20).map((text) => text.slice(0, 500));
}

function wordsOf(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== "object" || value === null) return [];
  const { message, code } = value as Record<string, unknown>;
  if (typeof message === "string") return wordsOf(message);
  if (typeof code === "string" && Object.keys(value).length === 1) return [code];
  return Object.entries(value).flatMap(([field, words]) => wordsOf(words).map((text) => `${field}: ${text}`));
}

/** Codes of errors in which no connection was made: nothing was done. */
const NOT_REACHED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
]);

/** What a fetch that was never answered means. */
export function networkTrouble(error: unknown): PlatformTrouble {
  const codes = causesOf(error).flatMap((one) => {
    const { code } = one as { code?: unknown };
    return typeof code === "string" ? [code] : [];
  });
  const [code = "no answer"] = codes;
  if (codes.some((one) => NOT_REACHED.has(one)))
    return new PlatformTrouble("not_reached", `The platform was not reached: ${code}`);
  return new PlatformTrouble("unknown", `The platform did not answer: ${code}`);
}

function causesOf(error: unknown): object[] {
  if (typeof error !== "object" || error === null) return [];
  const { cause, errors } = error as { cause?: unknown; errors?: unknown };
  return [error, ...causesOf(cause), ...(Array.isArray(errors) ? errors.flatMap(causesOf) : [])];
}
