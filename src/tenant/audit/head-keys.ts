import canonicalize from "canonicalize";
import { createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { keyIdOf } from "../../kernel/signing-keys";
import type { ChainPlace } from "./chain";

/** Names the form of what is signed; docs/audit.md tells it. */
export const HEAD_FORMAT = "ledgergate-audit-head/1";

/** By whom the end of a trail is signed. */
export interface HeadSignature {
  /** `keyIdOf` the public key. */
  readonly keyId: string;
  /** Ed25519, in base64. */
  readonly signature: string;
}

/** The end of a trail, signed or not. */
export interface SignedHead extends ChainPlace {
  readonly keyId: string | null;
  readonly signature: string | null;
}

/** `stranger`: signed by a key that is not among the known ones. */
export type HeadStanding = "signed" | "unsigned" | "forged" | "stranger";

/** Ed25519 keys: one that signs, and those of before that are still believed. They come from the environment alone. */
export class HeadKeys {
  private readonly known = new Map<string, KeyObject>();
  private readonly own: { readonly id: string; readonly key: KeyObject } | null;

  /** @param signing null: nothing is signed, and what is signed is checked by the trusted keys alone */
  constructor(signing: KeyObject | null, trusted: readonly KeyObject[] = []) {
    this.own = signing && { id: keyIdOf(createPublicKey(signing)), key: signing };
    for (const key of [...(signing ? [createPublicKey(signing)] : []), ...trusted]) this.known.set(keyIdOf(key), key);
  }

  /** Whether new heads are signed. */
  get signs(): boolean {
    return this.own !== null;
  }

  /** Whether a signature can be checked at all. */
  get knows(): boolean {
    return this.known.size > 0;
  }

  /** Null: there is no key. */
  sign(text: string): HeadSignature | null {
    if (!this.own) return null;
    const signature = sign(null, Buffer.from(text, "utf8"), this.own.key).toString("base64");
    return { keyId: this.own.id, signature };
  }

  standing(text: string, { keyId, signature }: Pick<SignedHead, "keyId" | "signature">): HeadStanding {
    if (keyId === null || signature === null) return "unsigned";
    const key = this.known.get(keyId);
    if (!key) return "stranger";
    return verify(null, Buffer.from(text, "utf8"), key, Buffer.from(signature, "base64")) ? "signed" : "forged";
  }
}

/** Nothing is signed, and nothing can be checked. */
export const NO_KEYS = new HeadKeys(null);

/** What is signed of the end of a company's trail: canonical JSON (RFC 8785). */
export function headText(companyId: string, { sequence, hash }: ChainPlace): string {
  return canonicalize({ format: HEAD_FORMAT, companyId, sequence, hash }) ?? "";
}
