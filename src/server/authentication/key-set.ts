import { readFile, stat } from "node:fs/promises";
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import { readKeysUrl } from "../../config/config-variables";
import type { IssuerMetadata } from "./issuer-metadata";

const REFETCH_AFTER_MS = 10 * 60_000;
const KEEP_WITHOUT_ANSWER_MS = 60 * 60_000;

/**
 * Keys from an address: fetched when first needed, again after ten minutes, and at once (not oftener than every
 * 30 seconds) for a key not seen before, which is how a rotation arrives. While the address does not answer, keys
 * fetched within the last hour stay good.
 */
export function remoteKeySet(url: string, now: () => number): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(new URL(url), {
    timeoutDuration: 5_000,
    cooldownDuration: 30_000,
    cacheMaxAge: REFETCH_AFTER_MS,
  });
  let answeredAt = 0;
  return async (header, token) => {
    try {
      const key = await remote(header, token);
      if (remote.fresh) answeredAt = now();
      return key;
    } catch (error) {
      const kept = remote.jwks();
      const answered = error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
      if (answered || !kept || now() - answeredAt > KEEP_WITHOUT_ANSWER_MS) throw error;
      return createLocalJWKSet(kept)(header, token).catch((failure: unknown) => {
        // A key that nobody has seen may be a new one: without the address nothing can be said of it.
        throw failure instanceof errors.JWKSNoMatchingKey ? error : failure;
      });
    }
  };
}

/** Keys from where the issuer's own metadata says. */
export function discoveredKeySet(metadata: () => Promise<IssuerMetadata>, now: () => number): JWTVerifyGetKey {
  let keys: { readonly url: string; readonly set: JWTVerifyGetKey } | null = null;
  return async (header, token) => {
    const { jwks_uri: url } = (await metadata()).configuration.serverMetadata();
    if (url === undefined || readKeysUrl(url) === undefined)
      throw new Error("The issuer's metadata names no safe address of its keys");
    if (keys?.url !== url) keys = { url, set: remoteKeySet(url, now) };
    return keys.set(header, token);
  };
}

/**
 * Keys from a file, read again when it changes. A file that cannot be read or is no JWKS leaves the last good
 * keys in force and calls `onProblem`; the first read must succeed.
 */
export async function fileKeySet(file: string, onProblem: (error: unknown) => void): Promise<JWTVerifyGetKey> {
  let seen = await versionOf(file);
  let keys = await readKeys(file);
  return async (header, token) => {
    try {
      const version = await versionOf(file);
      if (version !== seen) {
        keys = await readKeys(file);
        seen = version;
      }
    } catch (error) {
      onProblem(error);
    }
    return keys(header, token);
  };
}

async function versionOf(file: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(file);
  return `${mtimeMs} ${size} ${ino}`;
}

async function readKeys(file: string): Promise<JWTVerifyGetKey> {
  return createLocalJWKSet(JSON.parse(await readFile(file, "utf8")) as JSONWebKeySet);
}
