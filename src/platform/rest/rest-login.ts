import { z } from "zod";
import { MAX_TOKEN_SECONDS } from "../../kernel/clock";
import { PlatformTrouble } from "../port/platform-trouble";
import { PATHS } from "./rest-paths";
import { networkTrouble, troubleOf } from "./rest-trouble";
import { readAs } from "./wire";

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface AccessToken {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
}

/** Throws PlatformTrouble; `unauthorised` where the credentials are not accepted. */
export type Login = (credentials: Credentials) => Promise<AccessToken>;

const Answer = z.looseObject({ access_token: z.string().min(1).max(10_000), expires_in: z.int().min(1) });

/** The grant of client credentials (RFC 6749, section 4.4) of a developer-managed service account. */
export function restLogin(loginUrl: () => string, timeoutMs: number): Login {
  return async ({ clientId, clientSecret }) => {
    const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
    const response = await fetch(`${loginUrl()}${PATHS.token}`, {
      method: "POST",
      body: new URLSearchParams(form),
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(timeoutMs),
      redirect: "error",
    }).catch((error: unknown) => {
      throw networkTrouble(error);
    });
    const body = await response.json().catch((): unknown => null);
    if (!response.ok) throw refusal(response.status, response.headers, body);
    const { access_token, expires_in } = readAs(Answer, body);
    return { accessToken: access_token, expiresInSeconds: Math.min(expires_in, MAX_TOKEN_SECONDS) };
  };
}

/** What RFC 6749 calls invalid_client and invalid_grant comes with 400 or 401. */
function refusal(status: number, headers: Headers, body: unknown): PlatformTrouble {
  const trouble = troubleOf(status, headers, body);
  if (status !== 400 && status !== 401 && status !== 403) return trouble;
  return new PlatformTrouble("unauthorised", trouble.message, trouble.details);
}
