import { Refusal } from "./errors";

/** Longest address that mail can be delivered to (RFC 5321, path of 256 with its brackets). */
const LONGEST = 254;
// A plain mailbox: atoms joined by dots, and a domain of letters, digits and hyphens. No quotes, comments or literals.
const ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~\\u00a1-\\uffff-]+";
const LABEL = "[a-z0-9\\u00a1-\\uffff](?:[a-z0-9\\u00a1-\\uffff-]{0,61}[a-z0-9\\u00a1-\\uffff])?";
const MAILBOX = new RegExp(`^${ATOM}(?:\\.${ATOM})*@${LABEL}(?:\\.${LABEL})+$`);

/** The address as it is stored, trimmed and in lower case. Throws Refusal BAD_INPUT at the field where it is none. */
export function emailFrom(text: string, field: readonly string[]): string {
  const email = text.trim().toLowerCase();
  if (email.length <= LONGEST && MAILBOX.test(email)) return email;
  throw new Refusal("BAD_INPUT", `"${text.slice(0, LONGEST)}" is no e-mail address.`, field);
}
