import type { FastifyInstance, FastifyReply } from "fastify";
import { isJson, textOf, wireDate, type Json } from "./ledger-object";
import type { SandboxParts } from "./sandbox-parts";

/** OAuth and the list of organisations, at the paths of Xero's identity service. */
export function addIdentityRoutes(http: FastifyInstance, parts: SandboxParts): void {
  const now = () => parts.clock.now().getTime();
  http.get("/identity/connect/authorize", async (request, reply) => {
    const query = request.query as Record<string, string | undefined>;
    const { client_id, redirect_uri, scope, state, code_challenge, code_challenge_method } = query;
    if (!client_id || !redirect_uri || !code_challenge || code_challenge_method !== "S256")
      return reply.code(400).send({ error: "invalid_request" });
    const consent = { clientId: client_id, redirectUri: redirect_uri, scope: scope ?? "", challenge: code_challenge };
    const target = new URL(redirect_uri);
    // Nobody is asked: whoever comes to the sandbox consents.
    target.searchParams.set("code", parts.tokens.code(consent, now()));
    if (state !== undefined) target.searchParams.set("state", state);
    return reply.redirect(target.href);
  });

  http.post("/identity/connect/token", async (request, reply) => {
    const form = isJson(request.body) ? request.body : {};
    const fault = parts.faults.next("POST", "/identity/connect/token");
    if (fault?.kind === "drop" && fault.when === "before") return cut(reply);
    const answer = tokenAnswer(parts, form, now());
    if (fault?.kind === "drop") return cut(reply);
    return answer ?? reply.code(400).send({ error: "invalid_grant" });
  });

  http.get("/connections", async (request, reply) => {
    const token = (request.headers.authorization ?? "").replace(/^Bearer /, "");
    if (parts.tokens.admits(token, now()) !== "yes") return reply.code(401).send({ Title: "Unauthorized" });
    return parts.tenants.map(({ id, name }) => ({
      id,
      tenantId: id,
      tenantType: "ORGANISATION",
      tenantName: name,
      createdDateUtc: wireDate(0),
    }));
  });
}

function tokenAnswer({ tokens }: SandboxParts, form: Json, now: number) {
  if (form.grant_type === "refresh_token") return tokens.refresh(textOf(form.refresh_token), now);
  if (form.grant_type !== "authorization_code") return null;
  const given = {
    code: textOf(form.code),
    verifier: textOf(form.code_verifier),
    redirectUri: textOf(form.redirect_uri),
  };
  return tokens.exchange(given, now);
}

/** Cuts the connection without an answer. */
export function cut(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.socket?.destroy();
  return reply;
}
