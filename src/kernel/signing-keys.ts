import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";

/** The first 16 hex digits of the SHA-256 of the public key's SPKI form. */
export function keyIdOf(key: KeyObject): string {
  return createHash("sha256").update(spkiOf(key)).digest("hex").slice(0, 16);
}

/** The public key as it is written down: SPKI, in base64. */
export function publicKeyText(key: KeyObject): string {
  return spkiOf(key).toString("base64");
}

function spkiOf(key: KeyObject): Buffer {
  return (key.type === "private" ? createPublicKey(key) : key).export({ format: "der", type: "spki" });
}

/** A private key in PKCS #8, as base64 or PEM; undefined: it is none of Ed25519. */
export function readSigningKey(text: string): KeyObject | undefined {
  return ed25519(() =>
    text.includes("-----BEGIN")
      ? createPrivateKey(text.replaceAll("\\n", "\n"))
      : createPrivateKey({ key: Buffer.from(text, "base64"), format: "der", type: "pkcs8" }),
  );
}

/** A public key in SPKI, as base64; undefined: it is none of Ed25519. */
export function readPublicKey(text: string): KeyObject | undefined {
  return ed25519(() => createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "spki" }));
}

function ed25519(read: () => KeyObject): KeyObject | undefined {
  try {
    const key = read();
    return key.asymmetricKeyType === "ed25519" ? key : undefined;
  } catch {
    return undefined;
  }
}
