import {
  apiKeyMatches,
  apiKeyPrefix,
  type ApiKeys,
  hashApiKey,
  looksLikeApiKey,
} from "../../directory/api-keys/api-key-format";
import { ANONYMOUS, type Caller, type ServiceCaller } from "../../infra/graphql/caller";
import { type Clock, toInstant } from "../../kernel/clock";
import { AuthenticationFailure } from "../../infra/http/authentication-failure";
import { verifyBearer } from "./bearer-token";
import { personOf, type SignIns } from "./person";
import type { TokenIssuer } from "./token-issuer";

/**
 * Who sent this Authorization header; anonymous without one.
 * Throws `AuthenticationFailure` for bad credentials, `AuthenticationUnavailable` where they cannot be checked.
 */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

export interface AuthenticateParts {
  readonly issuers: readonly TokenIssuer[];
  readonly apiKeys: ApiKeys;
  readonly clock: Clock;
  /** Who in the directories an account is; links it at its first sign-in. Left out: nobody is looked up. */
  readonly signIns?: SignIns;
  /** Told when the last use of a key cannot be noted; the request goes on. */
  readonly onProblem: (error: unknown) => void;
}

const TOUCH_EVERY_MS = 60_000;
/** Compared with when the prefix is unknown, so that both cases take the same work. */
const NO_KEY = hashApiKey("");

export function createAuthenticate(parts: AuthenticateParts): Authenticate {
  const touchedAt = new Map<string, number>();
  return async (authorization) => {
    if (authorization === undefined) return ANONYMOUS;
    const token = /^Bearer +([\w\-.~+/]+=*) *$/i.exec(authorization)?.[1];
    if (token === undefined) throw new AuthenticationFailure("AUTHORIZATION_MALFORMED");
    if (!looksLikeApiKey(token))
      return personOf(await verifyBearer(token, parts.issuers, parts.clock.now()), token, parts.signIns);
    const caller = await serviceOf(token, parts);
    noteUse(caller.keyId, parts, touchedAt);
    return caller;
  };
}

async function serviceOf(token: string, { apiKeys, clock }: AuthenticateParts): Promise<ServiceCaller> {
  const prefix = apiKeyPrefix(token);
  const stored = prefix === null ? null : await apiKeys.findByPrefix(prefix);
  const matches = apiKeyMatches(token, stored?.hash ?? NO_KEY);
  if (!stored || !matches) throw new AuthenticationFailure("API_KEY_INVALID");
  if (stored.revokedAt !== null) throw new AuthenticationFailure("API_KEY_REVOKED");
  const now = toInstant(clock.now());
  if (stored.expiresAt !== null && stored.expiresAt <= now) throw new AuthenticationFailure("API_KEY_EXPIRED");
  const { id, name, scopes, companyIds } = stored;
  return { kind: "service", keyId: id, name, scopes, companyIds: companyIds ?? [] };
}

/** Last use is for people who tidy up keys: to the minute is enough, and no request waits for it. */
function noteUse(id: string, { apiKeys, clock, onProblem }: AuthenticateParts, touchedAt: Map<string, number>): void {
  const now = clock.now();
  if (now.getTime() - (touchedAt.get(id) ?? -Infinity) < TOUCH_EVERY_MS) return;
  touchedAt.set(id, now.getTime());
  apiKeys.touch(id, toInstant(now)).catch(onProblem);
}
