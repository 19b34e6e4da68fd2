import type * as openid from "openid-client" with { "resolution-mode": "import" };
import { isLoopback } from "../../config/config-variables";

const TIMEOUT_SECONDS = 5;

/** What an issuer tells about itself (OpenID Connect Discovery 1.0): asked when first needed, and again until it answers. */
export interface IssuerMetadata {
  readonly library: typeof openid;
  readonly configuration: openid.Configuration;
}

/** As whom the issuer is asked, where no client of ours is registered with it. */
const NO_CLIENT = "ledgergate";

export interface MetadataClient {
  readonly id: string;
  /** Null: a public client. */
  readonly secret: string | null;
}

/** The issuer's metadata; fails as a fetch does while the issuer does not answer. */
export function issuerMetadata(
  issuer: string,
  client: MetadataClient = { id: NO_CLIENT, secret: null },
): () => Promise<IssuerMetadata> {
  let asked: Promise<IssuerMetadata> | null = null;
  return () => {
    asked ??= discover(issuer, client).catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
  };
}

async function discover(issuer: string, { id, secret }: MetadataClient): Promise<IssuerMetadata> {
  // An ES module: it is loaded when it is first needed.
  const library = await import("openid-client");
  const url = new URL(issuer);
  const insecure = url.protocol === "http:" && isLoopback(url.hostname);
  const authentication = secret === null ? library.None() : library.ClientSecretPost(secret);
  const configuration = await library.discovery(url, id, undefined, authentication, {
    timeout: TIMEOUT_SECONDS,
    execute: insecure ? [library.allowInsecureRequests] : [],
  });
  return { library, configuration };
}
