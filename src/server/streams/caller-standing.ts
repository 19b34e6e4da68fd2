import type { FastifyRequest } from "fastify";
import { decodeJwt } from "jose";
import { AuthenticationFailure } from "../../infra/http/authentication-failure";
import type { Clock } from "../../kernel/clock";
import type { Authenticate } from "../authentication/authenticate";
import type { Sessions } from "../session/sessions";

/** How long what was found of credentials is trusted, in milliseconds, beside the end that they have themselves. */
const TRUSTED_MS = 5_000;

export interface CallerStandingParts {
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  readonly sessions: Pick<Sessions, "goesOn">;
}

/** Whether what somebody showed at the beginning of a stream is still good: they show it once, and listen for hours. */
export class CallerStanding {
  constructor(private readonly parts: CallerStandingParts) {}

  /** Looks at one request's credentials again and again; sets its caller anew where a token says so. */
  of(request: FastifyRequest): () => Promise<boolean> {
    const end = endOf(request);
    let lookedAt = performance.now();
    return async () => {
      if (this.parts.clock.now().getTime() >= end) return false;
      if (performance.now() - lookedAt < TRUSTED_MS) return true;
      lookedAt = performance.now();
      return this.isGood(request);
    };
  }

  private async isGood(request: FastifyRequest): Promise<boolean> {
    try {
      if (request.session) return await this.parts.sessions.goesOn(request.session.session.id);
      request.caller = await this.parts.authenticate(request.headers.authorization);
      return true;
    } catch (error) {
      // Where it cannot be found out now, what was found before stands until its end.
      return !(error instanceof AuthenticationFailure);
    }
  }
}

/** When the credentials end by themselves, in milliseconds since 1970. */
function endOf({ session, headers }: FastifyRequest): number {
  if (session) return Date.parse(session.session.endsAt);
  const token = /^Bearer +(\S+)/i.exec(headers.authorization ?? "")?.[1];
  try {
    return (decodeJwt(token ?? "").exp ?? Infinity) * 1000;
  } catch {
    // A key of the API: it is looked up.
    return Infinity;
  }
}
