import { isUtf8 } from "node:buffer";
import { BilingualRefusal, type Refusal } from "../../kernel/errors";
import { LIMIT_TEXTS } from "./limit-texts";

/** Half of a pair of surrogates, written as an escape: only then can a text of valid UTF-8 hold a lone one. */
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const BLANK = new Set([0x20, 0x09, 0x0a, 0x0d]);
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** What bytes say that are no UTF-8 would be guessed (RFC 7493, 2.1); null: they are. */
export function encodingFault(body: Buffer): Refusal | null {
  return isUtf8(body) ? null : new BilingualRefusal("BAD_INPUT", LIMIT_TEXTS.notUtf8);
}

/**
 * What two readers of one JSON text might read differently (RFC 7493, 2.1 and 2.3): a name that an object has twice,
 * half of a pair of surrogates. Null: nothing. `parsed` is what was read of `text`.
 */
export function ambiguityIn(text: string, parsed: unknown): Refusal | null {
  const names = namesOf(parsed);
  // Almost always equal: only a text inside the text can look like a name.
  if (apparentNames(text) !== names && namesWritten(text) !== names)
    return new BilingualRefusal("BAD_INPUT", LIMIT_TEXTS.nameTwice);
  if (SURROGATE_ESCAPE.test(text) && !isWellFormed(parsed))
    return new BilingualRefusal("BAD_INPUT", LIMIT_TEXTS.loneSurrogate);
  return null;
}

/** How many names all objects have. Without recursion: a short body may be nested thousands deep. */
function namesOf(root: unknown): number {
  let names = 0;
  const open = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) {
      for (const item of value as readonly unknown[]) if (isObject(item)) open.push(item);
      continue;
    }
    // What JSON was read into has names of its own only.
    for (const name in value) {
      names += 1;
      const item = (value as Record<string, unknown>)[name];
      if (isObject(item)) open.push(item);
    }
  }
  return names;
}

const isObject = (value: unknown) => typeof value === "object" && value !== null;

/** Colons behind a quotation mark: at least as many as there are names. */
function apparentNames(text: string): number {
  let names = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) {
    let before = at - 1;
    while (BLANK.has(text.charCodeAt(before))) before -= 1;
    if (text.charCodeAt(before) === QUOTE) names += 1;
  }
  return names;
}

/** Colons outside of texts. */
function namesWritten(text: string): number {
  let names = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (inText && character === BACKSLASH) at += 1;
    else if (character === QUOTE) inText = !inText;
    else if (!inText && character === COLON) names += 1;
  }
  return names;
}

function isWellFormed(root: unknown): boolean {
  const open = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === "string" && LONE_SURROGATE.test(value)) return false;
    if (typeof value !== "object" || value === null) continue;
    // One by one: an array may be longer than a call may have arguments.
    for (const item of Object.values(value) as readonly unknown[]) open.push(item);
    if (Object.keys(value).some((name) => LONE_SURROGATE.test(name))) return false;
  }
  return true;
}
