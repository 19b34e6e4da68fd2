import path from "node:path";
import { ANY_DOMAIN, domainFrom, settingsOf, type IssuerSettings } from "./config-issuer-settings";
import { PROVIDER_RULES, type ClaimRules, type Provider } from "./config-providers";
import type { Linking, TokenAlgorithm, Variables } from "./config-variables";

/** Where an issuer's keys are: at an address, in a file, or where the issuer's own metadata says. */
export type KeyPlace = { readonly url: string } | { readonly file: string } | { readonly discovery: true };

export interface ClientConfig {
  readonly id: string;
  /** Null: a public client, which PKCE alone protects. */
  readonly secret: string | null;
  readonly scopes: string;
  /** What people choose it by, where there are several. */
  readonly label: string;
}

/** An issuer whose tokens are accepted, and how they say who somebody is. docs/sign-in tells each setting. */
export interface IssuerConfig extends ClaimRules {
  readonly provider: Provider;
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly keys: KeyPlace;
  readonly algorithms: readonly TokenAlgorithm[];
  /** Domains of the addresses that are believed from this issuer; null: any. */
  readonly emailDomains: readonly string[] | null;
  readonly linking: Linking;
  /** This server as a client that signs people in; null: only tokens are taken from this issuer. */
  readonly client: ClientConfig | null;
  /** Seconds from issue to expiry at most. */
  readonly maxLifetime: number;
}

const DEFAULT_TOKEN_MINUTES = 24 * 60;

/** The issuers that are configured. What cannot be is left out: `issuerProblems` tells it. */
export function issuersOf(values: Variables): readonly IssuerConfig[] {
  return settingsOf(values).map(toIssuer);
}

function toIssuer(given: IssuerSettings): IssuerConfig {
  const rules = PROVIDER_RULES[given.provider];
  const domains = given.emailDomains?.map((domain) => domainFrom(domain) ?? domain) ?? null;
  return {
    provider: given.provider,
    issuer: given.issuer,
    audience: given.audience,
    keys: keysOf(given),
    algorithms: given.algorithms ?? ["RS256", "ES256"],
    emailDomains: domains?.includes(ANY_DOMAIN) ? null : domains,
    linking: given.linking ?? "unlinked",
    client: clientOf(given),
    maxLifetime: (given.maxTokenMinutes ?? DEFAULT_TOKEN_MINUTES) * 60,
    subjectClaims: given.subjectClaims ?? rules.subjectClaims,
    emailClaims: given.emailClaims ?? rules.emailClaims,
    emailTrust: given.emailTrust ?? rules.emailTrust,
    emailVerifiedClaims: given.emailVerifiedClaims ?? rules.emailVerifiedClaims,
    nameClaims: given.nameClaims ?? rules.nameClaims,
    audienceClaims: given.audienceClaims ?? rules.audienceClaims,
    accessTokenClaims: rules.accessTokenClaims,
    idTokens: given.idTokens ?? rules.idTokens,
    userInfo: given.userInfo ?? rules.userInfo,
  };
}

const DEFAULT_SCOPES = "openid email profile";

function clientOf({ clientId: id, clientSecret, scopes, label, issuer }: IssuerSettings): ClientConfig | null {
  if (id === undefined) return null;
  return {
    id,
    secret: clientSecret ?? null,
    scopes: scopes ?? DEFAULT_SCOPES,
    label: label ?? new URL(issuer).hostname,
  };
}

function keysOf({ jwksUrl, jwksFile }: IssuerSettings): KeyPlace {
  if (jwksUrl) return { url: jwksUrl };
  return jwksFile ? { file: path.resolve(jwksFile) } : { discovery: true };
}
