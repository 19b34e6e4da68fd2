import type { FastifyInstance } from "fastify";
import { SignJWT } from "jose";
import { createHash, type KeyObject } from "node:crypto";
import { keyIdOf } from "../../../kernel/signing-keys";
import { EVALUATION_PATH, EVALUATIONS_PATH } from "./routes";
import { MAX_EVALUATIONS, MAX_RESULTS, MAX_TEXT_LENGTH } from "./schemas";
import { ACTION_SEARCH_PATH, RESOURCE_SEARCH_PATH, SUBJECT_SEARCH_PATH } from "./search-routes";

export interface MetadataParts {
  /** The server's address from configuration; never the Host header, which a caller could forge. */
  readonly publicUrl: string;
  /** Signs the metadata; null or left out: they are not signed. */
  readonly signingKey?: KeyObject | null;
  /** Types of subjects that can be asked about; left out: not told. */
  readonly subjectTypes?: readonly string[];
  /** Whether rights can be asked for (Access Request and Approval Profile, a draft), and where the keys of its tokens are. */
  readonly accessRequests?: { readonly requestsPath: string; readonly keysPath: string } | null;
  /** Types of obligations that are issued (Obligations Profile, a draft); left out: none is. */
  readonly obligationTypes?: readonly string[];
}

/**
 * Where the endpoints are; open to everybody, as discovery must be. With a key they are there a second time as
 * `signed_metadata`: a JWT of the same claims, whose issuer is the decision point (standard, "Signed Metadata").
 */
export function addAuthzenMetadata(app: FastifyInstance, parts: MetadataParts): void {
  const { publicUrl, signingKey = null } = parts;
  const plain = metadataOf(parts);
  // Made when it is first asked for, and the same from then on: what is the same has the same tag.
  let made: Promise<Served> | null = null;
  const served = () => (made ??= serve(plain, signingKey));
  // Under an address with a path the path goes behind the well-known part (standard, "Obtaining ... Metadata").
  const behind = new URL(publicUrl).pathname.replace(/\/+$/, "");
  app.get(`/.well-known/authzen-configuration${behind}`, async (request, reply) => {
    const { text, etag } = await served();
    void reply.header("cache-control", "public, max-age=300").header("etag", etag);
    const tags = tagsOf(request.headers["if-none-match"]);
    if (tags.includes(etag) || tags.includes("*")) return reply.code(304).send();
    return reply.type("application/json; charset=utf-8").send(text);
  });
}

/** What one request may hold (docs/limits.md): entries of a batch, characters of a text, results of a page. */
const LIMITS = { evaluations: MAX_EVALUATIONS, text_length: MAX_TEXT_LENGTH, page_results: MAX_RESULTS } as const;

interface Served {
  readonly text: string;
  readonly etag: string;
}

function metadataOf({ publicUrl, subjectTypes, obligationTypes, accessRequests }: MetadataParts) {
  return {
    policy_decision_point: publicUrl,
    access_evaluation_endpoint: `${publicUrl}${EVALUATION_PATH}`,
    access_evaluations_endpoint: `${publicUrl}${EVALUATIONS_PATH}`,
    search_subject_endpoint: `${publicUrl}${SUBJECT_SEARCH_PATH}`,
    search_resource_endpoint: `${publicUrl}${RESOURCE_SEARCH_PATH}`,
    search_action_endpoint: `${publicUrl}${ACTION_SEARCH_PATH}`,
    // What the standard has no name for; who does not know it passes over it.
    ledgergate_limits: LIMITS,
    ...(accessRequests && {
      access_request_endpoint: `${publicUrl}${accessRequests.requestsPath}`,
      jwks_uri: `${publicUrl}${accessRequests.keysPath}`,
      capabilities: ["urn:openid:authzen:capability:access-request"],
    }),
    ...(obligationTypes && { obligations_supported: obligationTypes }),
    ...(subjectTypes && { ledgergate_subject_types: subjectTypes }),
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
