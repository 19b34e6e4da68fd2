import type { FastifyReply, FastifyRequest } from "fastify";
import type { PersonCaller } from "../../infra/graphql/caller";
import { callerOf, type SignIns } from "../authentication/person";
import type { TokenIssuer } from "../authentication/token-issuer";
import type { SessionCookies } from "./cookies";
import type { RunningSession, Sessions } from "./sessions";

declare module "fastify" {
  interface FastifyRequest {
    /** The session that the request's cookie belongs to; null: none. */
    session: RunningSession | null;
  }
}

export interface SessionAuthenticationParts {
  readonly sessions: Sessions;
  readonly cookies: SessionCookies;
  readonly issuers: readonly TokenIssuer[];
  readonly signIns: SignIns;
}

/** Finds out who a cookie stands for. */
export class SessionAuthentication {
  constructor(private readonly parts: SessionAuthenticationParts) {}

  /** Null: the request has no session's cookie, or one that has ended, which is taken back. */
  async caller(request: FastifyRequest, reply: FastifyReply): Promise<PersonCaller | null> {
    const { sessions, cookies, issuers, signIns } = this.parts;
    const token = cookies.tokenOf(request);
    if (token === null) return null;
    const running = await sessions.resume(token);
    const issuer = issuers.find((one) => one.issuer === running?.session.issuer);
    if (!running || !issuer) {
      // Whose issuer is configured no more is nobody.
      if (running) await sessions.endSession(running.session.id);
      cookies.clearToken(reply);
      return null;
    }
    if (running.newToken !== null) cookies.setToken(reply, running.newToken);
    request.session = running;
    return callerOf(running.session, issuer.linking, signIns);
  }
}
