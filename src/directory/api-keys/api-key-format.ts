import { hash as hashOf, randomBytes, timingSafeEqual } from "node:crypto";

/** An API key as the database keeps it: never the key itself. */
export interface StoredKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  /** SHA-256 of the whole key, hexadecimal. */
  readonly hash: string;
  readonly scopes: readonly string[];
  /** Companies the key may ask about; null is none. */
  readonly companyIds: readonly string[] | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** Where keys are looked up. */
export interface ApiKeys {
  findByPrefix(prefix: string): Promise<StoredKey | null>;
  /** Notes that the key was used at that instant. */
  touch(id: string, at: string): Promise<void>;
}

/** A new key: `key` is shown once, `prefix` and `hash` are stored. */
export interface NewKey {
  readonly key: string;
  readonly prefix: string;
  readonly hash: string;
}

const KEY = /^lg_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;

/** A random key `lg_<prefix>_<secret>` with 256 bits of secret, so that a plain hash of it is safe at rest. */
export function newApiKey(): NewKey {
  const prefix = randomBytes(6).toString("hex");
  const key = `lg_${prefix}_${randomBytes(32).toString("base64url")}`;
  return { key, prefix, hash: hashApiKey(key) };
}

/** Whether a bearer token means to be an API key rather than a JWT. */
export function looksLikeApiKey(token: string): boolean {
  return token.startsWith("lg_");
}

/** The prefix of a well-formed key, or null. */
export function apiKeyPrefix(key: string): string | null {
  return KEY.exec(key)?.[1] ?? null;
}

export function hashApiKey(key: string): string {
  return hashOf("sha256", key, "hex");
}

/** Whether the key has that hash, in constant time. */
export function apiKeyMatches(key: string, hash: string): boolean {
  const given = Buffer.from(hashApiKey(key), "latin1");
  const stored = Buffer.from(hash, "latin1");
  return given.length === stored.length && timingSafeEqual(given, stored);
}
