import { chmod, link, readFile, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import type { Config } from "../../config/config";
import { type Clock, systemClock } from "../../kernel/clock";
import { personKey } from "../../kernel/email";
import { OperatorRefusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { makePrivateFolder } from "../../kernel/private-files";
import { PROVIDER_RULES } from "../../config/config-providers";
import type { TokenIssuer } from "./token-issuer";

export const DEVELOPMENT_ISSUER = "urn:ledgergate:development";
const AUDIENCE = "ledgergate-development";
const ALGORITHM = "ES256";
const LIFETIME_SECONDS = 12 * 3600;
const KEY_FILE = "development-issuer.json";

/** Issues tokens of this machine, for development: anyone who can read its key can be anyone. */
export interface DevelopmentIssuer extends TokenIssuer {
  /** A token for that e-mail, good for 12 hours. The address is taken as verified. */
  issueToken(email: string, name?: string): Promise<string>;
}

/**
 * Opens the issuer of a data directory; makes its key pair (readable by the owner only) at the first use.
 * Throws a `Refusal` CONFIGURATION where development tokens are off, as always in production.
 */
export async function openDevelopmentIssuer(
  config: Pick<Config, "production" | "developmentTokens" | "dataDir">,
  clock: Clock = systemClock,
): Promise<DevelopmentIssuer> {
  if (config.production || !config.developmentTokens)
    throw new OperatorRefusal("CONFIGURATION", "DEVELOPMENT_TOKENS: development tokens are off here");
  const jwk = await privateKey(config.dataDir);
  const key = await importJWK(jwk, ALGORITHM);
  const { d: _private, ...publicKey } = jwk;
  return {
    ...PROVIDER_RULES.standard,
    issuer: DEVELOPMENT_ISSUER,
    audience: [AUDIENCE],
    algorithms: [ALGORITHM],
    keys: createLocalJWKSet({ keys: [publicKey] }),
    emailDomains: null,
    maxLifetime: LIFETIME_SECONDS,
    userInfo: null,
    linking: null,
    issueToken: (email, name) => {
      const address = personKey(email);
      const issuedAt = Math.floor(clock.now().getTime() / 1000);
      return new SignJWT({ email: address, email_verified: true, ...(name === undefined ? {} : { name }) })
        .setProtectedHeader({ alg: ALGORITHM, kid: jwk.kid, typ: "JWT" })
        .setIssuer(DEVELOPMENT_ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(address)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + LIFETIME_SECONDS)
        .setJti(newId())
        .sign(key);
    },
  };
}

async function privateKey(dataDir: string): Promise<JWK> {
  const file = path.join(dataDir, KEY_FILE);
  const stored = await readKey(file);
  if (stored) return stored;
  const pair = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk: JWK = { ...(await exportJWK(pair.privateKey)), kid: newId(), alg: ALGORITHM, use: "sig" };
  makePrivateFolder(dataDir);
  const draft = `${file}.${jwk.kid}`;
  await writeFile(draft, `${JSON.stringify(jwk)}\n`, { mode: 0o600 });
  try {
    // A link appears whole, or not at all where another process was first: then its key counts.
    await link(draft, file);
    return jwk;
  } catch (error) {
    const theirs = (error as NodeJS.ErrnoException).code === "EEXIST" ? await readKey(file) : null;
    if (!theirs) throw error;
    return theirs;
  } finally {
    await unlink(draft);
  }
}

async function readKey(file: string): Promise<JWK | null> {
  try {
    const jwk = JSON.parse(await readFile(file, "utf8")) as JWK;
    await chmod(file, 0o600);
    return jwk;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
