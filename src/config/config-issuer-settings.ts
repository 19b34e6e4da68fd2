import { z } from "zod";
import { EMAIL_TRUSTS, PROVIDERS } from "./config-providers";
import { readEmail } from "../kernel/email";
import {
  isLoopback,
  LINKINGS,
  readHttpUrl,
  readKeysUrl,
  readScopes,
  TOKEN_ALGORITHMS,
  type Variables,
} from "./config-variables";

const names = z.array(z.string().min(1)).min(1);

/** One issuer as `OIDC_ISSUERS` has it. The variables that begin with OIDC_ say the same of a single one. */
const issuerSettings = z.strictObject({
  provider: z.enum(PROVIDERS).default("standard"),
  issuer: z.string().refine((value) => readHttpUrl(value) !== undefined, "expects an http or https address"),
  audience: names,
  jwksUrl: z
    .string()
    .refine((value) => readKeysUrl(value) !== undefined, "expects an https address (http only on this machine)")
    .optional(),
  jwksFile: z.string().min(1).optional(),
  algorithms: z.array(z.enum(TOKEN_ALGORITHMS)).min(1).optional(),
  audienceClaims: names.optional(),
  subjectClaims: names.optional(),
  emailClaims: names.optional(),
  emailTrust: z.enum(EMAIL_TRUSTS).optional(),
  emailVerifiedClaims: names.optional(),
  emailDomains: names.optional(),
  nameClaims: names.optional(),
  idTokens: z.boolean().optional(),
  userInfo: z.boolean().optional(),
  linking: z.enum(LINKINGS).optional(),
  clientId: z.string().min(1).optional(),
  clientSecret: z.string().min(1).optional(),
  scopes: z
    .string()
    .refine((value) => readScopes(value) !== undefined, "expects scopes separated by blanks, openid among them")
    .optional(),
  label: z.string().min(1).max(100).optional(),
  maxTokenMinutes: z.int().min(1).max(525_600).optional(),
});
export type IssuerSettings = z.output<typeof issuerSettings>;

/** In words: addresses of any domain. */
export const ANY_DOMAIN = "*";

/** What is wrong with the variables about issuers, and what they expect. */
export function issuerProblems(values: Variables): string[] {
  return [...settingProblems(values), ...clientProblems(values)];
}

/** People come back to the public address after signing in, and their session's cookie must not travel in the clear. */
function clientProblems(values: Variables): string[] {
  if (values.NODE_ENV !== "production" || !settingsOf(values).some(({ clientId }) => clientId)) return [];
  const address = values.PUBLIC_URL === undefined ? null : new URL(values.PUBLIC_URL);
  if (address && (address.protocol === "https:" || isLoopback(address.hostname))) return [];
  return [
    "PUBLIC_URL: expects the https address that people come back to after signing in, since OIDC_CLIENT_ID is set",
  ];
}

function settingProblems(values: Variables): string[] {
  const { OIDC_ISSUER, OIDC_ISSUERS } = values;
  if (OIDC_ISSUERS !== undefined) {
    if (OIDC_ISSUER !== undefined) return ["OIDC_ISSUERS: expects to be empty when OIDC_ISSUER is set"];
    const read = z.array(issuerSettings).min(1).safeParse(OIDC_ISSUERS);
    return read.success ? several(read.data) : read.error.issues.map(issueText);
  }
  if (OIDC_ISSUER !== undefined) return single(values, settingsOf(values)[0]);
  const problems: string[] = [];
  if (values.NODE_ENV === "production")
    problems.push("OIDC_ISSUER: expects the token issuer's address; production does not start without one");
  if (values.OIDC_AUDIENCE ?? values.OIDC_JWKS_URL ?? values.OIDC_JWKS_FILE)
    problems.push("OIDC_ISSUER: expects the token issuer's address, since its audience or keys are set");
  return problems;
}

function issueText({ path: place, message }: z.core.$ZodIssue): string {
  const [index, ...rest] = place;
  const entry = typeof index === "number" ? ` entry ${index + 1}${rest.length > 0 ? `, ${rest.join(".")}` : ""}:` : "";
  return `OIDC_ISSUERS:${entry} ${message}`;
}

function single({ OIDC_AUDIENCE }: Variables, settings: IssuerSettings | undefined): string[] {
  if (!OIDC_AUDIENCE || !settings) return ["OIDC_AUDIENCE: expects the audience that this server's tokens name"];
  return problemsOf(settings, {
    jwksFile: "OIDC_JWKS_FILE:",
    emailDomains: "OIDC_EMAIL_DOMAINS:",
    clientSecret: "OIDC_CLIENT_SECRET:",
    issuer: "OIDC_ISSUER:",
  });
}

function several(all: readonly IssuerSettings[]): string[] {
  const problems = all.flatMap((settings, index) => {
    const at = (name: string) => `OIDC_ISSUERS: entry ${index + 1}, ${name}:`;
    const own = problemsOf(settings, {
      jwksFile: at("jwksFile"),
      emailDomains: at("emailDomains"),
      clientSecret: at("clientSecret"),
      issuer: at("issuer"),
    });
    // Each of several issuers could otherwise say of anybody that they are its own.
    const scope = "expects the domains whose addresses this issuer may vouch for, since there are several issuers";
    if (all.length > 1 && !settings.emailDomains) own.push(`${at("emailDomains")} ${scope}; ["*"] for any`);
    return own;
  });
  if (new Set(all.map(({ issuer }) => issuer)).size < all.length)
    problems.push("OIDC_ISSUERS: expects each issuer once");
  return problems;
}

function problemsOf(
  settings: IssuerSettings,
  at: Readonly<Record<"jwksFile" | "emailDomains" | "issuer" | "clientSecret", string>>,
): string[] {
  const { issuer, jwksUrl, jwksFile, emailTrust, emailDomains } = settings;
  const problems: string[] = [];
  if (jwksUrl && jwksFile)
    problems.push(`${at.jwksFile} expects to be empty when the keys' address is set, or the other way round`);
  if (!jwksUrl && !jwksFile && readKeysUrl(issuer) === undefined)
    problems.push(`${at.issuer} expects an https address (http only on this machine), or its keys' address or file`);
  if (emailTrust === "always" && !emailDomains)
    problems.push(`${at.emailDomains} expects the domains of the addresses that are always trusted; * for any`);
  if (emailDomains?.some((domain) => domainFrom(domain) === null))
    problems.push(`${at.emailDomains} expects domains such as example.com`);
  if (settings.clientSecret && !settings.clientId) problems.push(`${at.clientSecret} expects the client's id as well`);
  // Issuer and subject are kept as one text with a bar between them.
  if (issuer.includes("|")) problems.push(`${at.issuer} expects an address without "|"`);
  return problems;
}

/** The issuers as they are written. What cannot be read is left out: `issuerProblems` tells it. */
export function settingsOf(values: Variables): IssuerSettings[] {
  if (values.OIDC_ISSUERS !== undefined) {
    const read = z.array(issuerSettings).safeParse(values.OIDC_ISSUERS);
    return read.success ? read.data : [];
  }
  if (!values.OIDC_ISSUER || !values.OIDC_AUDIENCE) return [];
  return [
    {
      provider: values.OIDC_PROVIDER,
      issuer: values.OIDC_ISSUER,
      audience: values.OIDC_AUDIENCE,
      jwksUrl: values.OIDC_JWKS_URL,
      jwksFile: values.OIDC_JWKS_FILE,
      algorithms: values.OIDC_ALGORITHMS,
      audienceClaims: values.OIDC_AUDIENCE_CLAIM,
      subjectClaims: values.OIDC_SUBJECT_CLAIM,
      emailClaims: values.OIDC_EMAIL_CLAIM,
      emailTrust: values.OIDC_EMAIL_TRUST,
      emailVerifiedClaims: values.OIDC_EMAIL_VERIFIED_CLAIM,
      emailDomains: values.OIDC_EMAIL_DOMAINS,
      nameClaims: values.OIDC_NAME_CLAIM,
      idTokens: values.OIDC_ID_TOKENS,
      userInfo: values.OIDC_USERINFO,
      linking: values.OIDC_LINKING,
      clientId: values.OIDC_CLIENT_ID,
      clientSecret: values.OIDC_CLIENT_SECRET,
      scopes: values.OIDC_SCOPES,
      maxTokenMinutes: values.OIDC_MAX_TOKEN_MINUTES,
    },
  ];
}

/** A domain as addresses have it in their normal form; null: it is none. */
export function domainFrom(domain: string): string | null {
  return domain === ANY_DOMAIN ? domain : (readEmail(`x@${domain}`)?.slice("x@".length) ?? null);
}
