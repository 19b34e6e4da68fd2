import type { JWTHeaderParameters, JWTPayload } from "jose";
import { AuthenticationFailure } from "../../infra/http/authentication-failure";
import type { TokenRules } from "./token-issuer";

export type TokenKind = "access" | "id";

/** Header types of access and ID tokens (RFC 9068 for the second); none is the commonest. */
const HEADER_TYPES: ReadonlySet<string> = new Set(["", "jwt", "at+jwt"]);
/** OpenID Connect Core 3.1.3.6 and 3.3.2.11: hashes of what came along, and the nonce of the sign-in. */
const ID_TOKEN_CLAIMS = ["nonce", "at_hash", "c_hash", "s_hash"] as const;
/** Keycloak says in `typ`, Cognito in `token_use` what a token is for. */
const USE_CLAIMS = ["typ", "token_use"] as const;
const ACCESS_USES: ReadonlySet<unknown> = new Set(["bearer", "access", "access_token", "jwt", "at+jwt"]);
const ID_USES: ReadonlySet<unknown> = new Set(["id", "id_token"]);

/**
 * Whether a token is an access token or an ID token. Throws `AuthenticationFailure` TOKEN_TYPE for what is neither: a logout
 * token, a security event, a refresh token, and an access token that only the holder of a key may use.
 */
export function tokenKind(header: JWTHeaderParameters, payload: JWTPayload, rules: TokenRules): TokenKind {
  const type = (header.typ ?? "").toLowerCase().replace(/^application\//, "");
  // `events` is a security event or a logout token (RFC 8417), `cnf` a key that a bearer does not show (RFC 7800).
  if (!HEADER_TYPES.has(type) || payload.events !== undefined || payload.cnf !== undefined)
    throw new AuthenticationFailure("TOKEN_TYPE");
  const uses = USE_CLAIMS.map((name) => payload[name]).filter((use) => use !== undefined);
  const said = uses.map((use) => (typeof use === "string" ? use.toLowerCase() : use));
  if (said.some((use) => ID_USES.has(use))) return "id";
  if (!said.every((use) => ACCESS_USES.has(use))) throw new AuthenticationFailure("TOKEN_TYPE");
  if (type === "at+jwt") return "access";
  if (ID_TOKEN_CLAIMS.some((name) => payload[name] !== undefined)) return "id";
  const { accessTokenClaims } = rules;
  const marked = accessTokenClaims.length === 0 || accessTokenClaims.some((name) => payload[name] !== undefined);
  return marked ? "access" : "id";
}
