import { createHash } from "node:crypto";

/** An account at a token issuer: the subject stays the same as long as the account is there. */
export interface Account {
  readonly issuer: string;
  readonly subject: string;
}

/** As it is written in one text: issuer, a bar, subject. An issuer's address has no bar, a subject may. */
const BAR = "|";

/** The account that an actor's `subject` names. */
export function accountOf(identity: string): Account {
  const at = identity.indexOf(BAR);
  return at < 0
    ? { issuer: "", subject: identity }
    : { issuer: identity.slice(0, at), subject: identity.slice(at + 1) };
}

export function identityOf({ issuer, subject }: Account): string {
  return `${issuer}${BAR}${subject}`;
}

/** The account as the audit trail names it: to compare, not to read. Sixteen digits of its SHA-256. */
export function fingerprint(account: Account): string {
  return createHash("sha256").update(identityOf(account)).digest("hex").slice(0, 16);
}
