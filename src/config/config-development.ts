import { isLoopback, type Variables } from "./config-variables";

/**
 * Whether everything says that this is somebody's own machine: where it listens, where people reach it, and that neither
 * a token issuer nor a proxy is there. Only then are demo people and their tokens on without being asked for.
 */
export function isDevelopment(values: Variables): boolean {
  const { HOST, PUBLIC_URL, OIDC_ISSUER, OIDC_ISSUERS, TRUST_PROXY } = values;
  const reachedHere = PUBLIC_URL === undefined || isLoopback(new URL(PUBLIC_URL).hostname);
  const alone = OIDC_ISSUER === undefined && OIDC_ISSUERS === undefined && TRUST_PROXY.length === 0;
  return isLoopback(HOST) && reachedHere && alone;
}

/** What is wrong with the variables about development. */
export function developmentProblems(values: Variables): string[] {
  const production = values.NODE_ENV === "production";
  if (production && values.DEVELOPMENT_TOKENS) return ["DEVELOPMENT_TOKENS: expects false in production"];
  const nobody = !production && !values.OIDC_ISSUER && !values.OIDC_ISSUERS && !isDevelopment(values);
  return nobody && values.DEVELOPMENT_TOKENS === undefined
    ? [
        "DEVELOPMENT_TOKENS: expects true or false when HOST, PUBLIC_URL or TRUST_PROXY lets others reach the server and " +
          "no OIDC_ISSUER is set; true lets everyone who reaches it act as a demo person",
      ]
    : [];
}
