import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions } from "jose";
import type { PersonCaller } from "../../infra/graphql/caller";
import { readEmail } from "../../kernel/email";
import {
  AuthenticationFailure,
  type AuthenticationReason,
  AuthenticationUnavailable,
} from "../../infra/http/authentication-failure";

/** An issuer whose tokens are accepted, and how they are checked. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
}

const CLOCK_TOLERANCE_SECONDS = 5;

/**
 * Checks a JWT against the issuer it names: signature by a pinned algorithm, issuer, audience, `exp`, `nbf`.
 * Throws `AuthenticationFailure` for a bad token, `AuthenticationUnavailable` where the keys cannot be had.
 */
export async function verifyBearer(token: string, issuers: readonly TokenIssuer[], now: Date): Promise<PersonCaller> {
  const issuer = issuerOf(token, issuers);
  const options: JWTVerifyOptions = {
    issuer: issuer.issuer,
    audience: [...issuer.audience],
    algorithms: [...issuer.algorithms],
    requiredClaims: ["exp", "sub"],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate: now,
  };
  try {
    return personOf(await verify(token, issuer.keys, options));
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

async function verify(token: string, keys: JWTVerifyGetKey, options: JWTVerifyOptions): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, keys, options)).payload;
  } catch (error) {
    // A token without `kid` during a rotation: any of the issuer's fitting keys may have signed it.
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      try {
        return (await jwtVerify(token, key, options)).payload;
      } catch (failure) {
        if (!(failure instanceof errors.JWSSignatureVerificationFailed)) throw failure;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

function personOf(payload: JWTPayload): PersonCaller {
  const { iss, sub, email, email_verified: verified, name } = payload;
  if (typeof sub !== "string" || sub === "") throw new AuthenticationFailure("TOKEN_CLAIM");
  // An unverified address could be anyone's: the token then stands for its subject only.
  const usable = verified === true && typeof email === "string";
  return {
    kind: "person",
    email: usable ? readEmail(email) : null,
    subject: `${iss}|${sub}`,
    name: typeof name === "string" && name !== "" ? name : null,
  };
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
  if (claim === "aud") return "TOKEN_AUDIENCE";
  if (claim === "iss") return "TOKEN_ISSUER";
  return claim === "nbf" && reason === "check_failed" ? "TOKEN_NOT_YET_VALID" : "TOKEN_CLAIM";
}
