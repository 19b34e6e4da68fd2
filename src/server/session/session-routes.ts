import type { FastifyInstance, FastifyRequest } from "fastify";
import { unrecognisedText } from "../../infra/graphql/unrecognised";
import { localeOf, sendProblem } from "../../infra/http/http-problem";
import { addressOf } from "../../kernel/actor";
import { accountOf } from "../../tenant/identity/account";
import { isFromOwnPage } from "./same-origin";
import { sendPage, signOutPage } from "./sign-in-page";
import type { SignInParts } from "./sign-in-routes";

/** /session and /sign-out, for a front end of this origin. docs/console-session.md is its contract. */
export function addSession(app: FastifyInstance, parts: SignInParts): void {
  app.get("/session", async (request, reply) => {
    void reply.header("cache-control", "no-store");
    return sessionAnswer(request) ?? { signedIn: false, signIn: "/sign-in", people: parts.personas };
  });
  app.get("/sign-out", async (request, reply) => {
    const issuer = await issuerOrigin(parts, request);
    return sendPage(reply, signOutPage(localeOf(request), request.session !== null), 200, issuer);
  });
  app.post<{ Body: { everywhere?: unknown } | null }>("/sign-out", async (request, reply) => {
    // Another site's form comes without the cookie, and the answer would still take it back.
    if (!isFromOwnPage(request, parts.config.publicUrl))
      return sendProblem(request, reply, { status: 403, code: "CROSS_SITE_REQUEST" });
    const { everywhere } = request.body ?? {};
    const url = await signOut(parts, request, everywhere === true || everywhere === "true");
    parts.cookies.clearToken(reply);
    void reply.header("cache-control", "no-store");
    // A page's script cannot follow to another origin: it is told, and goes there itself.
    if (request.headers.accept?.includes("application/json")) return { redirectTo: url };
    return reply.redirect(url, 303);
  });
}

function sessionAnswer(request: FastifyRequest): object | null {
  const { caller, session } = request;
  if (caller?.kind !== "person" || !session) return null;
  const { unrecognised } = caller;
  return {
    signedIn: true,
    person: { name: caller.name, email: addressOf(caller), account: accountOf(caller.subject) },
    unrecognised: unrecognised
      ? { reason: unrecognised.reason, message: unrecognisedText(unrecognised, localeOf(request)) }
      : null,
    idleUntil: session.idleUntil,
    endsAt: session.session.endsAt,
    signOut: "/sign-out",
  };
}

/** Ends the session here; answers where the issuer's own is ended, or this server's root. */
async function signOut(
  { sessions, cookies, clients }: SignInParts,
  request: FastifyRequest,
  everywhere: boolean,
): Promise<string> {
  const session = request.session?.session;
  if (!session) return "/";
  // As the cookie was when the session was read, which is how its ID token is sealed.
  const token = cookies.tokenOf(request);
  const idToken = token === null ? null : sessions.idTokenOf(session, token);
  if (everywhere) await sessions.endAll(session);
  else await sessions.endSession(session.id);
  const client = clients.find(({ issuerName }) => issuerName === session.issuer);
  // Here they are signed out, whether or not the issuer answers.
  const url = await client?.signOutUrl(idToken).catch((error: unknown) => {
    request.log.warn({ err: error }, "sign-out at the issuer");
    return null;
  });
  return url ?? "/";
}

async function issuerOrigin({ clients }: SignInParts, { session }: FastifyRequest): Promise<string | null> {
  const client = clients.find(({ issuerName }) => issuerName === session?.session.issuer);
  const url = await client?.signOutUrl(null).catch(() => null);
  return url ? new URL(url).origin : null;
}
