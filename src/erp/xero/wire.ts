import type { Json } from "../connector/ledger-api";

/** The client wants its models in camelCase, and writes Xero's names itself. */
export function camelCased(row: Json): Json {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [lowered(name), inner(value)]));
}

function inner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inner);
  return typeof value === "object" && value !== null ? camelCased(value as Json) : value;
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export interface Failure {
  /** 0: there was no answer. */
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cause: unknown;
}

/** Reads what the client rejects with: JSON text of `{response: {statusCode, body, headers}}`. */
export function failureOf(error: unknown): Failure {
  const unknown = { status: 0, body: null, headers: {}, cause: error };
  if (typeof error !== "string") return unknown;
  try {
    const { response } = JSON.parse(error) as { response?: { statusCode?: number; body?: unknown; headers?: object } };
    const { statusCode = 0, body = null, headers = {} } = response ?? {};
    // Without an answer the body is the network's message, such as "connect ECONNREFUSED 127.0.0.1:1".
    const code = typeof body === "string" ? /\b(E[A-Z_]+)\b/.exec(body)?.[1] : undefined;
    return { status: statusCode, body, headers: headers as Failure["headers"], cause: { code } };
  } catch {
    return unknown;
  }
}
