import type { JWTPayload } from "jose";
import type { UnrecognisedReason } from "../../infra/graphql/caller";
import { readEmail } from "../../kernel/email";
import { hasInvisible } from "../../kernel/text";
import { AuthenticationFailure } from "../../infra/http/authentication-failure";
import type { TokenKind } from "./token-kind";
import type { TokenRules } from "./token-issuer";

/** OpenID Connect Core 2: a subject has 255 characters at most. */
const MAX_SUBJECT = 255;
const MAX_NAME = 200;

/** The address that claims carry, or why none of theirs counts. */
export type ClaimedEmail =
  | { readonly email: string; readonly reason: null }
  | { readonly email: null; readonly reason: UnrecognisedReason; readonly looked: readonly string[] };

/** Throws `AuthenticationFailure` TOKEN_CLAIM where the token names no subject, or one that cannot be kept. */
export function subjectOf(payload: JWTPayload, { subjectClaims }: TokenRules): string {
  const subject = firstOf(payload, subjectClaims);
  const fits = typeof subject === "string" && subject !== "" && subject.length <= MAX_SUBJECT;
  if (!fits || hasInvisible(subject)) throw new AuthenticationFailure("TOKEN_CLAIM");
  return subject;
}

export function displayName(payload: JWTPayload, { nameClaims }: TokenRules): string | null {
  const name = firstOf(payload, nameClaims);
  if (typeof name !== "string" || name.trim() === "" || hasInvisible(name)) return null;
  return name.trim().slice(0, MAX_NAME);
}

/** The address of whoever the claims are about; they are a token's or those that the issuer told on being asked. */
export function claimedEmail(claims: Readonly<Record<string, unknown>>, rules: TokenRules): ClaimedEmail {
  const { emailClaims, emailTrust, emailDomains } = rules;
  if (emailTrust === "never") return { email: null, reason: "EMAIL_NOT_TRUSTED", looked: [] };
  const claimed = firstOf(claims, emailClaims);
  if (typeof claimed !== "string" || claimed === "")
    return { email: null, reason: "EMAIL_CLAIM_MISSING", looked: emailClaims };
  // What does not keep the form of an address could be read as another one further on.
  const email = readEmail(claimed);
  if (email === null) return { email: null, reason: "EMAIL_MALFORMED", looked: emailClaims };
  if (!isTrusted(email, claims, rules)) {
    const looked = emailTrust === "hosted" ? [...rules.emailVerifiedClaims, HOSTED_DOMAIN] : rules.emailVerifiedClaims;
    return { email: null, reason: "EMAIL_NOT_VERIFIED", looked };
  }
  if (emailDomains !== null && !emailDomains.includes(domainOf(email)))
    return { email: null, reason: "EMAIL_DOMAIN", looked: emailClaims };
  return { email, reason: null };
}

/** Whether the audience is ours. Throws `AuthenticationFailure` TOKEN_CLAIM where the token names none. */
export function isForUs(payload: JWTPayload, kind: TokenKind, { audienceClaims, audience }: TokenRules): boolean {
  const named = kind === "id" ? payload.aud : firstOf(payload, audienceClaims);
  if (named === undefined || named === "") throw new AuthenticationFailure("TOKEN_CLAIM");
  const all: readonly unknown[] = Array.isArray(named) ? named : [named];
  return all.some((one) => typeof one === "string" && audience.includes(one));
}

/** The Workspace domain that Google hosts the account in. */
const HOSTED_DOMAIN = "hd";

function isTrusted(email: string, claims: Readonly<Record<string, unknown>>, rules: TokenRules): boolean {
  if (rules.emailTrust === "always") return true;
  if (!isYes(firstOf(claims, rules.emailVerifiedClaims))) return false;
  if (rules.emailTrust !== "hosted") return true;
  const hosted = claims[HOSTED_DOMAIN];
  return domainOf(email) === "gmail.com" || (typeof hosted === "string" && hosted !== "");
}

/** Cognito's userinfo says "true", Entra's xms_edov also 1 and "1". */
function isYes(value: unknown): boolean {
  return value === true || value === "true" || value === 1 || value === "1";
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1);
}

function firstOf(claims: Readonly<Record<string, unknown>>, names: readonly string[]): unknown {
  const name = names.find((one) => Object.hasOwn(claims, one) && claims[one] !== undefined && claims[one] !== null);
  return name === undefined ? undefined : claims[name];
}
