import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const TOKEN_BYTES = 32;

/** 256 random bits, as a cookie, an address or a header can carry them; also what RFC 7636 wants of a verifier. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** What the database keeps of a token, to find it by; of random bits a plain hash is safe. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Whether two texts are the same; it takes as long whatever they are. */
export function isSameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

/** Of one length whatever the text, so that they can be compared. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
