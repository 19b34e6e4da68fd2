import canonicalize from "canonicalize";
import { createHash } from "node:crypto";

/** SHA-256, in lower-case hex, over the UTF-8 bytes of the canonical JSON (RFC 8785) of a plain JSON value. */
export function canonicalHash(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON has a canonical form");
  return createHash("sha256").update(text, "utf8").digest("hex");
}
