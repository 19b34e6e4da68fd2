import { canonicalHash } from "./canonical-hash";

/** What the first entry of a chain follows. */
export const CHAIN_START = "0".repeat(64);

/**
 * The hash of an entry in its chain: SHA-256, in lower-case hex, over the canonical JSON (RFC 8785) of the entry's
 * content with its `previousHash`. The content is plain JSON: what has been written and read again.
 */
export function chainHash(content: Readonly<Record<string, unknown>> & { readonly previousHash: string }): string {
  return canonicalHash(content);
}
