import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, type JWTPayload, type KeyLike, SignJWT } from "jose";
import { PROVIDER_RULES, type Provider } from "../../../src/config/config-providers";
import type { TokenIssuer } from "../../../src/server/authentication/token-issuer";

export const ISSUER = "https://id.example.test/";
export const AUDIENCE = "ledgergate";

/** The issuer as a server knows it whose configuration says nothing but what it must. */
export function issuerOf(
  makers: readonly TokenMaker[],
  more: Partial<TokenIssuer> = {},
  provider: Provider = "standard",
): TokenIssuer {
  return {
    ...PROVIDER_RULES[provider],
    issuer: ISSUER,
    audience: [AUDIENCE],
    algorithms: ["RS256", "ES256"],
    keys: createLocalJWKSet({ keys: makers.map(({ publicKey }) => publicKey) }),
    emailDomains: null,
    maxLifetime: 24 * 3600,
    userInfo: null,
    linking: "unlinked",
    ...more,
  };
}

/** One key of an imagined issuer, and tokens signed with it. */
export class TokenMaker {
  private constructor(
    private readonly key: KeyLike,
    readonly publicKey: JWK,
    private readonly algorithm: string,
    readonly now: () => Date,
  ) {}

  static async make(kid: string, now: () => Date, algorithm = "ES256"): Promise<TokenMaker> {
    const pair = await generateKeyPair(algorithm, { extractable: true });
    return new TokenMaker(pair.privateKey, { ...(await exportJWK(pair.publicKey)), kid }, algorithm, now);
  }

  /** A good token for aline@demo.test, save for what `claims` (undefined leaves one out) and `header` say. */
  async token(claims: JWTPayload = {}, header: Record<string, unknown> = {}): Promise<string> {
    const seconds = Math.floor(this.now().getTime() / 1000);
    const standard = { iss: ISSUER, aud: AUDIENCE, sub: "aline", exp: seconds + 600, iat: seconds };
    const person = { email: "Aline@Demo.test", email_verified: true, name: "Aline" };
    return new SignJWT({ ...standard, ...person, ...claims })
      .setProtectedHeader({ alg: this.algorithm, kid: this.publicKey.kid, ...header })
      .sign(this.key);
  }
}
