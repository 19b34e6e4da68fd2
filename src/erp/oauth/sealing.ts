import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** A key that secrets are sealed with: 32 bytes under a name that goes with what it sealed. */
export interface SealingKey {
  readonly id: string;
  readonly secret: Buffer;
}

const CIPHER = "aes-256-gcm";
/** What NIST SP 800-38D recommends for GCM: a random nonce of 96 bits, a tag of 128. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = "v1";

/** What was sealed cannot be opened: the key is gone, or it was changed or put elsewhere. Says nothing of the secret. */
export class SealBroken extends Error {
  constructor(why: string) {
    super(`A sealed secret cannot be opened: ${why}`);
    this.name = "SealBroken";
  }
}

/**
 * Seals secrets at rest with AES-256-GCM: "v1.key id.nonce.text and tag", in base64url. Each is bound to its place (the
 * row and column it stands in), so that a copy elsewhere does not open. The first key seals; all of them open.
 */
export class Sealing {
  private readonly byId: ReadonlyMap<string, SealingKey>;

  constructor(private readonly keys: readonly [SealingKey, ...SealingKey[]]) {
    for (const { id, secret } of keys)
      if (secret.length !== 32 || !/^[\w-]{1,40}$/.test(id)) throw new Error("A sealing key has a name and 32 bytes");
    this.byId = new Map(keys.map((key) => [key.id, key]));
    if (this.byId.size !== keys.length) throw new Error("Two sealing keys have one name");
  }

  /** The name of the key that seals now. */
  get keyId(): string {
    return this.keys[0].id;
  }

  seal(secret: string, place: string): string {
    const [{ id, secret: key }] = this.keys;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(aadOf(id, place));
    const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
    return [FORMAT, id, nonce.toString("base64url"), text.toString("base64url")].join(".");
  }

  /** Throws SealBroken. */
  open(sealed: string, place: string): string {
    const { id, nonce, text } = partsOf(sealed);
    const key = this.byId.get(id);
    if (!key) throw new SealBroken(`there is no key "${id}" any more`);
    try {
      const decipher = createDecipheriv(CIPHER, key.secret, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(aadOf(id, place));
      decipher.setAuthTag(text.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(text.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
    } catch {
      throw new SealBroken("it was changed, or belongs elsewhere");
    }
  }

  /** The same under the newest key; null where it is under that already. Throws SealBroken. */
  resealed(sealed: string, place: string): string | null {
    if (keyIdOf(sealed) === this.keyId) return null;
    return this.seal(this.open(sealed, place), place);
  }
}

/** Under which key it was sealed. Throws SealBroken. */
export function keyIdOf(sealed: string): string {
  return partsOf(sealed).id;
}

function partsOf(sealed: string): { id: string; nonce: Buffer; text: Buffer } {
  const [format, id = "", nonce = "", text = "", ...rest] = sealed.split(".");
  const parts = { id, nonce: Buffer.from(nonce, "base64url"), text: Buffer.from(text, "base64url") };
  const whole = parts.nonce.length === NONCE_BYTES && parts.text.length >= TAG_BYTES;
  // One spelling only: base64url may be written in ways that read alike.
  const exact = parts.nonce.toString("base64url") === nonce && parts.text.toString("base64url") === text;
  if (format !== FORMAT || rest.length > 0 || !whole || !exact) throw new SealBroken("it is no seal");
  return parts;
}

function aadOf(keyId: string, place: string): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, keyId, place]), "utf8");
}
