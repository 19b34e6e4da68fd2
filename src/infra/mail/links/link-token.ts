import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** 256 random bits, as they stand in a letter or a cookie. */
export function newLinkToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What the database keeps of it, to be found by; of random bits a plain hash is safe. Null: it is no such token. */
export function hashOfToken(token: string): string | null {
  return /^[\w-]{43}$/.test(token) ? createHash("sha256").update(token).digest("hex") : null;
}
