import formbody from "@fastify/formbody";
import type { FastifyInstance } from "fastify";
import type { Config } from "../../config/config";
import type { Clock } from "../../kernel/clock";
import type { SignIns } from "../authentication/person";
import type { TokenIssuer } from "../authentication/token-issuer";
import type { Persona } from "../graphiql/graphiql-page";
import { SessionCookies } from "./cookies";
import { addSession } from "./session-routes";
import { SessionAuthentication } from "./session-authentication";
import type { Sessions } from "./sessions";
import { SignInClient } from "./sign-in-client";
import { addSignIn } from "./sign-in-routes";

export interface SessionServerParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly signIns: SignIns;
  readonly issuers: readonly TokenIssuer[];
  /** Demo people whom anybody here can be; none outside development. */
  readonly personas: readonly Persona[];
}

/** Signing in at the console: who a cookie stands for, and the routes that give and take it. */
export function sessionServer({ config, clock, sessions, signIns, issuers, personas }: SessionServerParts) {
  const cookies = new SessionCookies(config.publicUrl);
  const clients = config.issuers.flatMap(({ issuer, client }) => {
    const rules = issuers.find((one) => one.issuer === issuer);
    return rules && client ? [new SignInClient(rules, client, config.publicUrl, clock)] : [];
  });
  const parts = { config, sessions, cookies, clients, personas };
  return {
    session: new SessionAuthentication({ sessions, cookies, issuers, signIns }),
    routes: async (app: FastifyInstance) => {
      // Forms are understood here only.
      await app.register(async (scope) => {
        await scope.register(formbody, { bodyLimit: MAX_FORM_BYTES });
        addSignIn(scope, parts);
        addSession(scope, parts);
      });
    },
  };
}

const MAX_FORM_BYTES = 10_000;
