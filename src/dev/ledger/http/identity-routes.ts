import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { setTimeout as sleep } from "node:timers/promises";
import { isJson, textOf, wireDate, type Json } from "../ledger-object";
import type { SandboxParts } from "../sandbox-parts";

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
    if (fault?.kind === "status") return reply.code(fault.status).send({ error: "server_error" });
    const answer = tokenAnswer(parts, form, now());
    if (fault?.kind === "drop") return cut(reply);
    if (fault?.kind === "delay") await sleep(fault.milliseconds);
    return answer ?? reply.code(400).send({ error: "invalid_grant" });
  });

  http.post("/identity/connect/revocation", async (request, reply) => {
    const { token } = isJson(request.body) ? request.body : {};
    if (parts.tokens.revoke(textOf(token))) for (const { id } of parts.tenants) parts.store.endTenant(id);
    return reply.code(200).send();
  });

  addConnections(http, parts, now);
}

/** The organisations that were consented to; each is ended by itself. */
function addConnections(http: FastifyInstance, parts: SandboxParts, now: () => number): void {
  const admitted = (request: FastifyRequest) =>
    parts.tokens.admits((request.headers.authorization ?? "").replace(/^Bearer /, ""), now()) === "yes";
  const connected = () => parts.tenants.filter(({ id }) => !parts.store.isEnded(id));

  http.get("/connections", async (request, reply) => {
    if (!admitted(request)) return reply.code(401).send({ Title: "Unauthorized" });
    return connected().map(({ id, name }) => ({
      id,
      tenantId: id,
      tenantType: "ORGANISATION",
      tenantName: name,
      createdDateUtc: wireDate(0),
    }));
  });

  http.delete<{ Params: { id: string } }>("/connections/:id", async (request, reply) => {
    if (!admitted(request)) return reply.code(401).send({ Title: "Unauthorized" });
    const { id } = request.params;
    if (!connected().some((tenant) => tenant.id === id)) return reply.code(404).send({ Title: "Not Found" });
    parts.store.endTenant(id);
    return reply.code(204).send();
  });
}

function tokenAnswer({ tokens, store }: SandboxParts, form: Json, now: number) {
  if (form.grant_type === "refresh_token") return tokens.refresh(textOf(form.refresh_token), now);
  if (form.grant_type !== "authorization_code") return null;
  const given = {
    code: textOf(form.code),
    verifier: textOf(form.code_verifier),
    redirectUri: textOf(form.redirect_uri),
  };
  const answer = tokens.exchange(given, now);
  if (answer) store.reconnectTenants();
  return answer;
}

/** Cuts the connection without an answer. */
export function cut(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.socket?.destroy();
  return reply;
}
