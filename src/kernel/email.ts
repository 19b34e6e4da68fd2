import { domainToASCII, domainToUnicode } from "node:url";
import { BilingualRefusal } from "./errors";
import { hasInvisible } from "./text";

/** Bytes at most: an address (RFC 5321, a path of 256 with its brackets) and the part before its @. */
const MAX_EMAIL_BYTES = 254;
const MAX_LOCAL_BYTES = 64;
// A plain mailbox: atoms joined by dots, and a domain of letters, digits and hyphens (RFC 6531 lets them be of any
// script). No quotes, comments or literals; the last label is no number, for that would be an IP address.
const ATOM = "(?:[a-z0-9!#$%&'*+/=?^_`{|}~-]|(?=[^\\0-\\x7f])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}])+";
const LABEL = "(?:[a-z0-9]|(?=[^\\0-\\x7f])[\\p{L}\\p{M}\\p{N}])(?:[a-z0-9-]|(?=[^\\0-\\x7f])[\\p{L}\\p{M}\\p{N}])*";
const MAILBOX = new RegExp(`^(${ATOM}(?:\\.${ATOM})*)@(${LABEL}(?:\\.${LABEL})*\\.(?!\\d+$)${LABEL})$`, "u");
const MAX_LABEL = 63;
/** The Kelvin sign, the Greek question mark and the Greek varia, which NFC makes K, ; and `: they would be somebody else. */
const BECOMES_ASCII = /[\u212a\u037e\u1fef]/;

/**
 * The one normal form of an e-mail address, by which addresses are stored and compared: trimmed, NFC, the letters A to Z
 * in lower case and no others (RFC 5321 leaves the rest to the receiving host, and a Kelvin sign is no k), a domain in
 * Unicode. Null: it is no address.
 */
export function readEmail(text: string): string | null {
  if (BECOMES_ASCII.test(text)) return null;
  const [, local = "", domain = ""] = MAILBOX.exec(foldAddress(text)) ?? [];
  if (local === "" || hasInvisible(local) || hasInvisible(domain)) return null;
  const host = canonicalDomain(domain);
  if (host === null || Buffer.byteLength(local) > MAX_LOCAL_BYTES) return null;
  const email = `${local}@${host}`;
  return Buffer.byteLength(email) <= MAX_EMAIL_BYTES ? email : null;
}

/** The address in its normal form. Throws Refusal BAD_INPUT at the field where it is none. */
export function emailFrom(text: string, field: readonly string[]): string {
  const email = readEmail(text);
  if (email !== null) return email;
  const said = text.slice(0, MAX_EMAIL_BYTES);
  const texts = { en: `"${said}" is no e-mail address.`, fr: `« ${said} » n’est pas une adresse e-mail.` };
  throw new BilingualRefusal("BAD_INPUT", texts, field);
}

/** What a reference to a person, an e-mail address or an id, is looked up by. What is neither finds nobody. */
export function personKey(reference: string): string {
  const trimmed = reference.trim();
  // Every request asks for somebody: text of ASCII alone is folded by what is fastest.
  if (isPlain(trimmed)) return trimmed.toLowerCase();
  return readEmail(trimmed) ?? trimmed;
}

function foldAddress(text: string): string {
  const trimmed = text.trim();
  return trimmed.normalize("NFC").replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Whether the text's normal form is what ASCII folding makes of it. */
function isPlain(text: string): boolean {
  return isAscii(text) && !/xn--/i.test(text);
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** The domain in Unicode; null: one that the DNS (UTS 46) would read as another, or not at all. */
function canonicalDomain(domain: string): string | null {
  const labels = domain.split(".");
  if (labels.some((label) => label.length > MAX_LABEL || label.endsWith("-"))) return null;
  if (isPlain(domain)) return domain;
  const ascii = domainToASCII(domain);
  if (ascii === "" || ascii.split(".").some((label) => label.length > MAX_LABEL)) return null;
  const unicode = domainToUnicode(ascii);
  return unicode === domain || ascii === domain ? unicode : null;
}
