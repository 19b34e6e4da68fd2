import type { FastifyInstance, FastifyRequest } from "fastify";
import { ambiguityIn, encodingFault } from "./i-json";

/** Of a request from nobody: an operation's text, and as much again for its variables. */
export const MAX_ANONYMOUS_BODY_BYTES = 131_072;

/** Values, names and brackets that a body may hold, and how deep it may go: parsing it cannot be interrupted. */
export const MAX_BODY_VALUES = 100_000;
export const MAX_BODY_DEPTH = 64;

/** A shorter body is parsed sooner than looked at. */
const SHORT_BODY = 32_768;

const CODES = { quote: 0x22, comma: 0x2c, colon: 0x3a, backslash: 0x5c } as const;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * JSON is taken as it always was, unless it holds more than the bounds above: 413, or 400 for what is too deep. What two
 * readers might read differently is 400 too (I-JSON, RFC 7493).
 */
export function boundJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    if (!isPlainUtf8(request)) return done(unsupported());
    const bytes = typeof body === "string" ? Buffer.from(body) : body;
    const misread = encodingFault(bytes);
    if (misread) return done(misread);
    const text = bytes.toString();
    const excess = excessOf(text);
    if (excess) return done(excess === "depth" ? tooDeep() : tooLarge());
    return parse(request, text, (error, parsed) => {
      const fault = error ?? ambiguityIn(text, parsed);
      return fault ? done(fault) : done(null, parsed);
    });
  });
}

/** JSON is UTF-8 (RFC 8259), and bodies are not unpacked: how large one is, is known before it is read. */
function isPlainUtf8({ headers }: FastifyRequest): boolean {
  const packed = headers["content-encoding"] ?? "identity";
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers["content-type"] ?? "")?.[1] ?? "utf-8";
  return packed.toLowerCase() === "identity" && /^(utf-?8|us-ascii)$/i.test(charset);
}

/** Whether the request comes from nobody and is larger than nobody's may be, or does not say how large it is. */
export function isTooLargeForNobody({ caller, method, headers }: FastifyRequest): boolean {
  if (method !== "POST" || (caller && caller.kind !== "anonymous")) return false;
  return !(Number(headers["content-length"]) <= MAX_ANONYMOUS_BODY_BYTES);
}

export function tooLarge(): Error {
  return Object.assign(new Error("The body is too large."), { statusCode: 413 });
}

function unsupported(): Error {
  return Object.assign(new Error("The body is packed, or no UTF-8."), { statusCode: 415 });
}

function tooDeep(): Error {
  return Object.assign(new Error("The body is nested too deep."), { statusCode: 400 });
}

/** Whether a JSON text holds too many values or goes too deep; null: neither. Says nothing of whether it is JSON. */
export function excessOf(text: string): "values" | "depth" | null {
  if (text.length < SHORT_BODY) return null;
  let values = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === CODES.quote) at = endOfString(text, at);
    else if (code === CODES.comma || code === CODES.colon) values += 1;
    else if (OPENING.has(code)) {
      values += 1;
      depth += 1;
    } else if (CLOSING.has(code)) depth -= 1;
    if (depth > MAX_BODY_DEPTH) return "depth";
    if (values > MAX_BODY_VALUES) return "values";
  }
  return null;
}

/** Where the text that begins at `start` ends; strings are most of a large body, and are jumped over. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === CODES.backslash) escapes += 1;
    if (escapes % 2 === 0) return at;
  }
  return text.length;
}
