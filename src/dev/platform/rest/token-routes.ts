import type { FastifyInstance } from "fastify";
import { randomBytes } from "node:crypto";
import { SANDBOX_CREDENTIALS, type PlatformParts } from "../platform-parts";

/** As the platform's tokens of this grant: ninety minutes, and no token to refresh them with. */
const LIFE_SECONDS = 5_400;

/** POST /oauth/token for the grant of client credentials. */
export function addTokenRoutes(http: FastifyInstance, { store, clock }: PlatformParts): void {
  http.post("/oauth/token", async (request, reply) => {
    const given = (request.body ?? {}) as Record<string, unknown>;
    if (given["grant_type"] !== "client_credentials") return reply.code(400).send({ error: "unsupported_grant_type" });
    const { clientId, clientSecret } = SANDBOX_CREDENTIALS;
    if (given["client_id"] !== clientId || given["client_secret"] !== clientSecret)
      return reply.code(401).send({ error: "invalid_client" });
    const value = randomBytes(24).toString("base64url");
    const now = clock.now().getTime();
    const expires = now + LIFE_SECONDS * 1000;
    store.sql("INSERT INTO token VALUES (@value, @client, @expires)").run({ value, client: clientId, expires });
    const createdAt = Math.floor(now / 1000);
    return { access_token: value, token_type: "bearer", expires_in: LIFE_SECONDS, created_at: createdAt };
  });
}
