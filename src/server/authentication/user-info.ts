import { LRUCache } from "lru-cache";
import { AuthenticationUnavailable } from "../../infra/http/authentication-failure";
import type { IssuerMetadata } from "./issuer-metadata";

type Claims = Readonly<Record<string, unknown>>;

/**
 * What the issuer says about whom an access token is for (OpenID Connect Core 5.3). Nothing, where it refuses to.
 * Throws `AuthenticationUnavailable` where it does not answer.
 */
export type UserInfo = (accessToken: string, subject: string) => Promise<Claims>;

/** How long an answer is good: an address that was verified meanwhile counts this much later. */
const KEEP_MS = 10 * 60_000;
const MAX_KEPT = 10_000;

export function userInfoOf(metadata: () => Promise<IssuerMetadata>): UserInfo {
  const kept = new LRUCache<string, Claims>({ max: MAX_KEPT, ttl: KEEP_MS });
  return async (accessToken, subject) => {
    const known = kept.get(subject);
    if (known) return known;
    const claims = await ask(metadata, accessToken, subject);
    kept.set(subject, claims);
    return claims;
  };
}

async function ask(metadata: () => Promise<IssuerMetadata>, accessToken: string, subject: string): Promise<Claims> {
  try {
    const { library, configuration } = await metadata();
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
    return await library.fetchUserInfo(configuration, accessToken, subject);
  } catch (error) {
    if (isRefusal(error)) return {};
    throw new AuthenticationUnavailable(error);
  }
}

/** The issuer answered, but not this token: it lacks the scope `openid`, or is for another audience. */
function isRefusal(error: unknown): boolean {
  const { status, cause } = error as { status?: unknown; cause?: unknown };
  const answered = typeof status === "number" ? status : (cause as { status?: unknown } | undefined)?.status;
  return typeof answered === "number" && answered >= 400 && answered < 500;
}
