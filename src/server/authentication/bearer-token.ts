import {
  decodeJwt,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  type JWTVerifyResult,
} from "jose";
import {
  AuthenticationFailure,
  type AuthenticationReason,
  AuthenticationUnavailable,
} from "../../infra/http/authentication-failure";
import { isForUs, subjectOf } from "./claims";
import { tokenKind, type TokenKind } from "./token-kind";
import type { TokenIssuer, TokenRules } from "./token-issuer";

/** How far the issuer's clock and ours may be apart. */
const CLOCK_TOLERANCE_SECONDS = 60;

/** What a good token says. */
export interface VerifiedToken {
  readonly issuer: TokenIssuer;
  readonly kind: TokenKind;
  /** The stable subject within the issuer. */
  readonly subject: string;
  readonly payload: JWTPayload;
}

/**
 * Checks a JWT against the issuer it names: signature by a pinned algorithm, issuer, type, audience, `exp`, `nbf`, and that
 * its life is not too long. Throws `AuthenticationFailure` for a bad token, `AuthenticationUnavailable` where the keys
 * cannot be had.
 */
export async function verifyBearer(token: string, issuers: readonly TokenIssuer[], now: Date): Promise<VerifiedToken> {
  const issuer = issuerOf(token, issuers);
  const options: JWTVerifyOptions = {
    issuer: issuer.issuer,
    algorithms: [...issuer.algorithms],
    requiredClaims: ["exp"],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate: now,
  };
  try {
    const { payload, protectedHeader } = await verify(token, issuer.keys, options);
    const kind = tokenKind(protectedHeader, payload, issuer);
    if (kind === "id" && !issuer.idTokens) throw new AuthenticationFailure("TOKEN_IS_ID_TOKEN");
    if (!isForUs(payload, kind, issuer)) throw new AuthenticationFailure("TOKEN_AUDIENCE");
    checkLifetime(payload, issuer, now);
    return { issuer, kind, subject: subjectOf(payload, issuer), payload };
  } catch (error) {
    throw asFailure(error);
  }
}

function issuerOf(token: string, issuers: readonly TokenIssuer[]): TokenIssuer {
  let named: string | undefined;
  try {
    named = decodeJwt(token).iss;
  } catch {
    throw new AuthenticationFailure("TOKEN_MALFORMED");
  }
  const issuer = issuers.find((known) => known.issuer === named);
  if (!issuer) throw new AuthenticationFailure("TOKEN_ISSUER");
  return issuer;
}

async function verify(token: string, keys: JWTVerifyGetKey, options: JWTVerifyOptions): Promise<JWTVerifyResult> {
  try {
    return await jwtVerify(token, keys, options);
  } catch (error) {
    // A token without `kid` during a rotation: any of the issuer's fitting keys may have signed it.
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      try {
        return await jwtVerify(token, key, options);
      } catch (failure) {
        if (!(failure instanceof errors.JWSSignatureVerificationFailed)) throw failure;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

/** Without `iat` a token counts from now on. */
function checkLifetime({ exp = 0, iat }: JWTPayload, { maxLifetime }: TokenRules, now: Date): void {
  const seconds = now.getTime() / 1000;
  if (iat !== undefined && iat > seconds + CLOCK_TOLERANCE_SECONDS)
    throw new AuthenticationFailure("TOKEN_NOT_YET_VALID");
  if (exp - (iat ?? seconds) > maxLifetime) throw new AuthenticationFailure("TOKEN_LIFETIME");
}

function asFailure(error: unknown): Error {
  if (error instanceof AuthenticationFailure) return error;
  if (error instanceof errors.JWTExpired) return new AuthenticationFailure("TOKEN_EXPIRED");
  if (error instanceof errors.JWTClaimValidationFailed) return new AuthenticationFailure(claimReason(error));
  if (error instanceof errors.JOSEAlgNotAllowed) return new AuthenticationFailure("TOKEN_ALGORITHM");
  const unsigned = [errors.JWSSignatureVerificationFailed, errors.JWKSNoMatchingKey];
  if (unsigned.some((type) => error instanceof type)) return new AuthenticationFailure("TOKEN_SIGNATURE");
  const unreadable = [errors.JWSInvalid, errors.JWTInvalid, errors.JOSENotSupported];
  if (unreadable.some((type) => error instanceof type)) return new AuthenticationFailure("TOKEN_MALFORMED");
  return new AuthenticationUnavailable(error);
}

function claimReason({ claim, reason }: errors.JWTClaimValidationFailed): AuthenticationReason {
  if (reason === "missing") return "TOKEN_CLAIM";
  if (claim === "iss") return "TOKEN_ISSUER";
  return claim === "nbf" && reason === "check_failed" ? "TOKEN_NOT_YET_VALID" : "TOKEN_CLAIM";
}
