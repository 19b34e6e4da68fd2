import type { JwtParts } from "oidc-provider";

/** Somebody at the provider, by the names that its directory has for them. */
export interface ProviderAccount {
  /** What never changes. */
  readonly id: string;
  /** What they type in. */
  readonly login: string;
  readonly email?: string;
  readonly verified?: boolean;
  readonly name?: string;
  /** Further claims, of all tokens. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

export const PROFILES = ["standard", "entra", "okta", "okta-org", "cognito", "keycloak", "auth0", "google"] as const;
export type Profile = (typeof PROFILES)[number];

export const API = "https://ledgergate.example.test/api";
export const CLIENT = "console";
export const CLIENT_SECRET = "a-secret-of-the-client-0000000001";

/** What a provider makes of its access tokens, as its documents describe them. */
export function shapeAccessToken(profile: Profile, token: JwtParts, account: ProviderAccount): void {
  const { payload } = token;
  const set = (claims: object) => void Object.assign(payload, claims, account.claims);
  const without = (...names: string[]) => names.forEach((name) => delete payload[name]);
  const mail = { email: account.email, email_verified: account.verified ?? false };
  // No provider of these but one that is set up for it says `at+jwt`.
  if (profile !== "standard") token.header = { ...token.header, typ: "JWT" };
  switch (profile) {
    case "standard":
      return set(mail);
    case "entra":
      without("scope", "client_id", "jti");
      return set({
        sub: `pairwise-${account.id}`,
        oid: account.id,
        tid: "tenant",
        ver: "2.0",
        azp: CLIENT,
        scp: "access_as_user",
        preferred_username: account.login,
        ...(account.email ? { email: account.email } : {}),
      });
    case "okta":
    case "okta-org":
      without("scope", "client_id");
      token.header = { typ: profile === "okta-org" ? "application/okta-internal-at+jwt" : undefined };
      return set({ ver: 1, sub: account.login, uid: account.id, cid: CLIENT, scp: ["openid", "api"] });
    case "cognito":
      token.header = { typ: undefined };
      // oidc-provider insists on an audience: this one writes itself into no JSON.
      payload.aud = { toJSON: () => undefined };
      return set({ client_id: CLIENT, token_use: "access", username: account.login });
    case "keycloak":
      return set({ typ: "Bearer", azp: CLIENT, aud: [API, "account"], preferred_username: account.login, ...mail });
    case "auth0":
      without("client_id");
      return set({ azp: CLIENT, aud: [API, `${String(payload.iss)}userinfo`] });
    case "google":
      return set({});
  }
}

/** Claims of ID tokens and of the userinfo. */
export function idClaims(profile: Profile, account: ProviderAccount, use: string): Record<string, unknown> {
  const { id, login, email, verified = false, name } = account;
  const mail = email === undefined ? {} : { email };
  const more = { ...(name === undefined ? {} : { name }), ...account.claims };
  if (profile === "entra") return { sub: `pairwise-${id}`, oid: id, preferred_username: login, ...mail, ...more };
  // Cognito's userinfo has attributes, which are texts.
  const yes = profile === "cognito" && use === "userinfo" ? String(verified) : verified;
  const own =
    profile === "keycloak" ? { typ: "ID" } : profile === "cognito" && use === "id_token" ? { token_use: "id" } : {};
  return { sub: id, ...mail, ...(email === undefined ? {} : { email_verified: yes }), ...own, ...more };
}
