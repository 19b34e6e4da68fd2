import { decodeJwt, decodeProtectedHeader, type JWTPayload } from "jose";
import type { Config } from "../../../config/config";
import { MemberEntity } from "../../../directory/members/member.entity";
import type { Database } from "../../../infra/db/database";
import { AuthenticationFailure, type AuthenticationReason } from "../../../infra/http/authentication-failure";
import { systemClock } from "../../../kernel/clock";
import { verifyBearer, type VerifiedToken } from "../../../server/authentication/bearer-token";
import { configuredIssuer } from "../../../server/authentication/configured-issuer";
import { openDevelopmentIssuer } from "../../../server/authentication/development-issuer";
import { claimantOf, type Claimant } from "../../../server/authentication/person";
import type { TokenIssuer } from "../../../server/authentication/token-issuer";
import { VendorStaffEntity } from "../../../tenant/companies/vendor-staff.entity";
import { linksOf } from "../../../tenant/identity/links";
import { fail, ok, said, type Finding } from "./finding";

const ABOUT = "token";

/** Reads a token as the server would, and says what it lacks. Links nobody, and repeats nothing of its signature. */
export async function lookAtToken(
  token: string,
  config: Config,
  database: Database | null,
  now: Date,
): Promise<Finding[]> {
  let payload: JWTPayload;
  try {
    payload = decodeJwt(token);
  } catch {
    return [fail(ABOUT, "it is no JSON Web Token", "Send the access token, not the session cookie or a code.")];
  }
  const { alg, typ } = decodeProtectedHeader(token);
  const kind = typ === undefined ? "no type" : `type ${typ}`;
  const found = [ok(ABOUT, `${alg ?? "no algorithm"}, ${kind}; claims: ${Object.keys(payload).join(", ")}`)];
  const issuers = await issuersOf(config);
  const issuer = issuers.find((one) => one.issuer === payload.iss);
  try {
    const verified = await verifyBearer(token, issuers, now);
    return [...found, ...(await lookAtPerson(verified, token, database))];
  } catch (error) {
    if (!(error instanceof AuthenticationFailure)) return [...found, fail(ABOUT, said(error), "See the issuer above.")];
    return [
      ...found,
      fail(ABOUT, `${error.reason}: ${error.message}`, adviceOn(error.reason, payload, issuer, config)),
    ];
  }
}

async function issuersOf(config: Config): Promise<TokenIssuer[]> {
  const issuers = await Promise.all(config.issuers.map((one) => configuredIssuer(one, systemClock, () => undefined)));
  return config.developmentTokens ? [...issuers, await openDevelopmentIssuer(config, systemClock)] : issuers;
}

async function lookAtPerson(verified: VerifiedToken, token: string, database: Database | null): Promise<Finding[]> {
  const claimant = await claimantOf(verified, verified.kind === "access" ? token : null);
  const who = `${claimant.subject} at ${claimant.issuer}`;
  if (database !== null && (await linksOf(database.read(), claimant)).length > 0)
    return [ok(ABOUT, `${who} is linked: the directories know them`)];
  if (claimant.email === null) return [withoutEmail(claimant)];
  const known = database === null ? 0 : await countOf(database, claimant.email);
  if (known > 0) return [ok(ABOUT, `${claimant.email} is in ${known} directories and is linked when they sign in`)];
  const advice = "Add them to a company with this address (addMember), or to the vendor's staff: vendor-staff --email.";
  return [fail(ABOUT, `NOT_IN_A_DIRECTORY: no directory has ${claimant.email}`, advice)];
}

async function countOf(database: Database, email: string): Promise<number> {
  const manager = database.read();
  const members = await manager.countBy(MemberEntity, { email, active: true });
  return members + (await manager.countBy(VendorStaffEntity, { email, active: true }));
}

function withoutEmail({ withoutEmail: why }: Claimant): Finding {
  const looked = why?.claims.join(", ") ?? "";
  const advice: Readonly<Record<string, string>> = {
    EMAIL_CLAIM_MISSING: `Have the issuer put one of these claims into its access tokens: ${looked}; or set OIDC_EMAIL_CLAIM or OIDC_USERINFO.`,
    EMAIL_NOT_VERIFIED: `None of these claims says that it is verified: ${looked}. Set OIDC_EMAIL_VERIFIED_CLAIM, or OIDC_EMAIL_TRUST.`,
    EMAIL_MALFORMED: `${looked} holds no address: set OIDC_EMAIL_CLAIM to the claim that does.`,
    EMAIL_DOMAIN: "The address is of none of OIDC_EMAIL_DOMAINS.",
    EMAIL_NOT_TRUSTED: "OIDC_EMAIL_TRUST is never: an administrator links the account (relinkMember).",
  };
  const reason = why?.reason ?? "EMAIL_CLAIM_MISSING";
  return fail(ABOUT, `${reason}: the token is good, and its person is nobody`, advice[reason] ?? "See docs/sign-in.");
}

/** What to set, or to ask of the issuer; with what the token says and what would be taken. */
function adviceOn(
  reason: AuthenticationReason,
  payload: JWTPayload,
  issuer: TokenIssuer | undefined,
  config: Config,
): string {
  const list = (values: readonly unknown[]) => values.map((one) => JSON.stringify(one)).join(", ");
  if (reason === "TOKEN_ISSUER") {
    const taken = list(config.issuers.map((one) => one.issuer)) || "no issuer";
    return `Its iss is ${list([payload.iss])}; taken are ${taken}: OIDC_ISSUER must be the same, to the slash at its end.`;
  }
  if (!issuer) return "See docs/sign-in.";
  const { audience, audienceClaims, subjectClaims, algorithms, maxLifetime } = issuer;
  const named = audienceClaims.map((claim) => `${claim} ${list([payload[claim]].flat())}`).join(", ");
  const wanted: [string, readonly string[]][] = [
    ["audience", audienceClaims],
    ["subject", subjectClaims],
    ["expiry", ["exp"]],
  ];
  const missing = wanted.filter(([, claims]) => claims.every((claim) => payload[claim] === undefined));
  const lacks = missing.map(([what, claims]) => `${what} (${claims.join(" or ")})`).join(", ");
  const advice: Partial<Record<AuthenticationReason, string>> = {
    TOKEN_AUDIENCE: `It says ${named}; OIDC_AUDIENCE takes ${list(audience)}. Ask the issuer for a token for this API.`,
    TOKEN_CLAIM: `It lacks ${lacks || "a claim in a form that can be read"}: have the issuer add it, or name another claim.`,
    TOKEN_ALGORITHM: `OIDC_ALGORITHMS takes ${algorithms.join(", ")}.`,
    TOKEN_SIGNATURE: "Is it of another environment of the same issuer? See its keys above.",
    TOKEN_EXPIRED: "Get a new one; where it is new, look at the clock.",
    TOKEN_NOT_YET_VALID: "Look at the clocks.",
    TOKEN_LIFETIME: `It is good for more than ${maxLifetime / 60} minutes: shorten it, or set OIDC_MAX_TOKEN_MINUTES.`,
    TOKEN_IS_ID_TOKEN: "Send the access token; or set OIDC_ID_TOKENS=true.",
    TOKEN_TYPE: "Send an access token that its bearer may use.",
  };
  return advice[reason] ?? "See docs/sign-in.";
}
