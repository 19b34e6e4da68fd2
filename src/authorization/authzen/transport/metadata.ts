import type { FastifyInstance } from "fastify";
import { SignJWT } from "jose";
import { createHash, type KeyObject } from "node:crypto";
import { keyIdOf } from "../../../kernel/signing-keys";
import { EVALUATION_PATH, EVALUATIONS_PATH } from "./routes";
import { ACTION_SEARCH_PATH, RESOURCE_SEARCH_PATH, SUBJECT_SEARCH_PATH } from "./search-routes";

export interface MetadataParts {
  /** The server's address from configuration; never the Host header, which a caller could forge. */
  readonly publicUrl: string;
  /** Signs the metadata; null or left out: they are not signed. */
  readonly signingKey?: KeyObject | null;
}

/**
 * Where the endpoints are; open to everybody, as discovery must be. With a key they are there a second time as
 * `signed_metadata`: a JWT of the same claims, whose issuer is the decision point (standard, "Signed Metadata").
 */
export function addAuthzenMetadata(app: FastifyInstance, { publicUrl, signingKey = null }: MetadataParts): void {
  const plain = metadataOf(publicUrl);
  // Made when it is first asked for, and the same from then on: what is the same has the same tag.
  let made: Promise<Served> | null = null;
  const served = () => (made ??= serve(plain, signingKey));
  // Under an address with a path the path goes behind the well-known part (standard, "Obtaining ... Metadata").
  const behind = new URL(publicUrl).pathname.replace(/\/+$/, "");
  for (const path of new Set(["", behind]))
    app.get(`/.well-known/authzen-configuration${path}`, async (request, reply) => {
      const { text, etag } = await served();
      void reply.header("cache-control", "public, max-age=300").header("etag", etag);
      if (tagsOf(request.headers["if-none-match"]).includes(etag)) return reply.code(304).send();
      return reply.type("application/json; charset=utf-8").send(text);
    });
}

interface Served {
  readonly text: string;
  readonly etag: string;
}

function metadataOf(publicUrl: string) {
  return {
    policy_decision_point: publicUrl,
    access_evaluation_endpoint: `${publicUrl}${EVALUATION_PATH}`,
    access_evaluations_endpoint: `${publicUrl}${EVALUATIONS_PATH}`,
    search_subject_endpoint: `${publicUrl}${SUBJECT_SEARCH_PATH}`,
    search_resource_endpoint: `${publicUrl}${RESOURCE_SEARCH_PATH}`,
    search_action_endpoint: `${publicUrl}${ACTION_SEARCH_PATH}`,
  };
}

async function serve(plain: ReturnType<typeof metadataOf>, key: KeyObject | null): Promise<Served> {
  const text = JSON.stringify(key ? { ...plain, signed_metadata: await signed(plain, key) } : plain);
  return { text, etag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"` };
}

function signed(plain: ReturnType<typeof metadataOf>, key: KeyObject): Promise<string> {
  return new SignJWT({ ...plain })
    .setProtectedHeader({ alg: "EdDSA", kid: keyIdOf(key) })
    .setIssuer(plain.policy_decision_point)
    .setIssuedAt()
    .sign(key);
}

/** Tags that the client has; weak ones count as strong ones (RFC 9110, 13.1.2). */
function tagsOf(header: string | undefined): string[] {
  return (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
}
