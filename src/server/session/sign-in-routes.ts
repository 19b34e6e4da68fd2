import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../../config/config";
import { AuthenticationFailure, AuthenticationUnavailable } from "../../infra/http/authentication-failure";
import { localeOf, sendProblem } from "../../infra/http/http-problem";
import { claimantOf, type Claimant } from "../authentication/person";
import { DEVELOPMENT_ISSUER } from "../authentication/development-issuer";
import { mayBecomeDemoPerson } from "../authentication/development-access";
import type { Persona } from "../graphiql/graphiql-page";
import type { SessionCookies } from "./cookies";
import { ownPath } from "./same-origin";
import type { Sessions } from "./sessions";
import { CALLBACK_PATH, PROMPTS, type SignInClient, type SignInResult } from "./sign-in-client";
import { failedPage, sendPage, signInPage, STYLE, STYLE_PATH, type SignInFailure } from "./sign-in-page";

export interface SignInParts {
  readonly config: Pick<Config, "publicUrl" | "host" | "developmentTokensAskedFor">;
  readonly sessions: Sessions;
  readonly cookies: SessionCookies;
  /** Where people can sign in. */
  readonly clients: readonly SignInClient[];
  /** Demo people whom anybody here can be; none outside development. */
  readonly personas: readonly Persona[];
}

type Query = Readonly<Record<"returnTo" | "issuer" | "prompt", unknown>>;

/** /sign-in: to the issuer and back with a session's cookie; in development by picking a demo person. */
export function addSignIn(app: FastifyInstance, parts: SignInParts): void {
  app.get(STYLE_PATH, async (_request, reply) => reply.type("text/css; charset=utf-8").send(STYLE));
  app.get<{ Querystring: Query }>("/sign-in", async (request, reply) => {
    const returnTo = ownPath(request.query.returnTo, parts.config.publicUrl);
    const chosen = chosenClient(parts, request.query.issuer);
    return chosen ? goToIssuer(parts, chosen, returnTo, request, reply) : choose(parts, returnTo, request, reply);
  });
  app.get<{ Querystring: Record<string, unknown> }>(CALLBACK_PATH, (request, reply) => comeBack(parts, request, reply));
  if (parts.personas.length > 0) addDemoSignIn(app, parts);
}

/** With one issuer and no demo people there is nothing to choose. */
function chosenClient({ clients, personas }: SignInParts, issuer: unknown): SignInClient | undefined {
  if (typeof issuer === "string") return clients.find(({ issuerName }) => issuerName === issuer);
  return clients.length === 1 && personas.length === 0 ? clients[0] : undefined;
}

function choose({ clients, personas }: SignInParts, returnTo: string, request: FastifyRequest, reply: FastifyReply) {
  const choices = clients.map(({ issuerName, client }) => ({
    href: `/sign-in?${new URLSearchParams({ issuer: issuerName, returnTo }).toString()}`,
    label: client.label,
  }));
  return sendPage(reply, signInPage(localeOf(request), { choices, personas, returnTo }));
}

async function goToIssuer(
  { cookies }: SignInParts,
  client: SignInClient,
  returnTo: string,
  request: FastifyRequest<{ Querystring: Query }>,
  reply: FastifyReply,
) {
  const prompt = PROMPTS.find((known) => known === request.query.prompt) ?? null;
  try {
    const { url, attempt } = await client.begin(returnTo, prompt);
    cookies.setAttempt(reply, attempt);
    return await reply.header("cache-control", "no-store").redirect(url, 303);
  } catch (error) {
    return failed(request, reply, "unavailable", error);
  }
}

async function comeBack(
  parts: SignInParts,
  request: FastifyRequest<{ Querystring: Record<string, unknown> }>,
  reply: FastifyReply,
) {
  const { state } = request.query;
  const attempt = typeof state === "string" ? parts.cookies.takeAttempt(request, reply, state) : null;
  const client = parts.clients.find(({ issuerName }) => issuerName === attempt?.issuer);
  if (!attempt || !client) return failed(request, reply, "begunElsewhere", null);
  let result: SignInResult;
  let claimant: Claimant;
  try {
    result = await client.finish(request.url.slice(request.url.indexOf("?")), attempt);
    claimant = await claimantOf(result.verified, result.accessToken);
  } catch (error) {
    return failed(request, reply, isAnswer(error) ? "refused" : "unavailable", error);
  }
  return enter(parts, request, reply, { claimant, idToken: result.idToken, returnTo: attempt.returnTo });
}

interface Entering {
  readonly claimant: Claimant;
  readonly idToken: string | null;
  readonly returnTo: string;
}

/** A session of this browser ends with the next one: nobody goes on in a session that somebody else prepared. */
async function enter(
  { sessions, cookies }: SignInParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { claimant, idToken, returnTo }: Entering,
) {
  const held = cookies.tokenOf(request);
  const before = held === null ? null : await sessions.resume(held);
  if (before) await sessions.endSession(before.session.id);
  cookies.setToken(reply, await sessions.begin({ ...claimant, idToken }));
  const { issuer, withoutEmail } = claimant;
  request.log.info({ issuer, ...(withoutEmail ? { unrecognised: withoutEmail.reason } : {}) }, "signed in");
  return reply.header("cache-control", "no-store").redirect(returnTo, 303);
}

function addDemoSignIn(app: FastifyInstance, parts: SignInParts): void {
  app.post<{ Body: Readonly<Record<string, unknown>> | null }>("/sign-in", async (request, reply) => {
    const persona = parts.personas.find(({ email }) => email === request.body?.email);
    if (!mayBecomeDemoPerson(request, parts.config) || !persona)
      return sendProblem(request, reply, { status: 404, code: "NOT_FOUND" });
    const { email, name = null } = persona;
    const claimant = { issuer: DEVELOPMENT_ISSUER, subject: email, email, name, withoutEmail: null };
    const returnTo = ownPath(request.body?.returnTo, parts.config.publicUrl);
    return enter(parts, request, reply, { claimant, idToken: null, returnTo });
  });
}

/** Why, for the log: names of errors and codes of the issuer, no token and no code. */
function failed(request: FastifyRequest, reply: FastifyReply, failure: SignInFailure, error: unknown) {
  const { name, code, error: answered, reason } = (error ?? {}) as Readonly<Record<string, unknown>>;
  request.log.warn({ failure, name, code, answered, reason }, "sign-in failed");
  const status = failure === "unavailable" ? 503 : 400;
  if (failure === "unavailable") void reply.header("retry-after", "5");
  return sendPage(reply, failedPage(localeOf(request), failure), status);
}

/** The issuer, or our check of its token, said no; anything else is an issuer that does not answer as it should. */
function isAnswer(error: unknown): boolean {
  if (error instanceof AuthenticationFailure) return true;
  if (error instanceof AuthenticationUnavailable) return false;
  const { name } = error as { name?: unknown };
  return name === "AuthorizationResponseError" || name === "ResponseBodyError" || name === "ClientError";
}
