/** Identity providers whose tokens Ledgergate knows; `standard` is what OpenID Connect itself says. docs/sign-in has a page for each. */
export const PROVIDERS = ["standard", "entra", "okta", "cognito", "keycloak", "auth0", "google"] as const;
export type Provider = (typeof PROVIDERS)[number];

/**
 * When an address in a token is taken for the person's own. `verified`: a claim says so. `always`: the issuer hands out
 * no others. `never`: only the subject counts. `hosted`: verified, and Google is the address's own host.
 */
export const EMAIL_TRUSTS = ["verified", "always", "never", "hosted"] as const;
export type EmailTrust = (typeof EMAIL_TRUSTS)[number];

/** Which claims say who somebody is. Of a list of claims, the first that is in the token counts. */
export interface ClaimRules {
  /** What stays the same as long as the person has the account, and is never given to another one. */
  readonly subjectClaims: readonly string[];
  readonly emailClaims: readonly string[];
  readonly emailTrust: EmailTrust;
  readonly emailVerifiedClaims: readonly string[];
  readonly nameClaims: readonly string[];
  /** What names the audience of an access token; of an ID token it is always `aud`. */
  readonly audienceClaims: readonly string[];
  /** Of these an access token has at least one, and an ID token none; empty: they cannot be told apart by this. */
  readonly accessTokenClaims: readonly string[];
  /** Whether ID tokens are good here as well. */
  readonly idTokens: boolean;
  /** Whether the issuer is asked for the address where an access token carries none. */
  readonly userInfo: boolean;
}

const STANDARD: ClaimRules = {
  subjectClaims: ["sub"],
  emailClaims: ["email"],
  emailTrust: "verified",
  emailVerifiedClaims: ["email_verified"],
  nameClaims: ["name"],
  audienceClaims: ["aud"],
  accessTokenClaims: [],
  idTokens: false,
  userInfo: false,
};

export const PROVIDER_RULES: Readonly<Record<Provider, ClaimRules>> = {
  standard: STANDARD,
  // `sub` is another one for each application, `oid` the person's own within the tenant that the issuer names.
  entra: {
    ...STANDARD,
    subjectClaims: ["oid"],
    emailVerifiedClaims: ["email_verified", "xms_edov"],
    accessTokenClaims: ["scp", "roles"],
  },
  // In access tokens `sub` is the login, which may change hands, and `uid` what ID tokens call `sub`.
  okta: { ...STANDARD, subjectClaims: ["uid", "sub"], accessTokenClaims: ["scp", "cid"] },
  // Access tokens name the client instead of an audience, and carry no address.
  cognito: {
    ...STANDARD,
    audienceClaims: ["aud", "client_id"],
    accessTokenClaims: ["token_use"],
    userInfo: true,
  },
  keycloak: { ...STANDARD, nameClaims: ["name", "preferred_username"] },
  auth0: { ...STANDARD, userInfo: true },
  // Access tokens are opaque. Of addresses at other hosts Google says itself that they may have changed hands.
  google: { ...STANDARD, emailTrust: "hosted", idTokens: true },
};
