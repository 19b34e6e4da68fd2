import canonicalize from "canonicalize";
import { z } from "zod";
import { canonicalHash } from "../../../kernel/canonical-hash";
import { CHAIN_START } from "../../../kernel/hash-chain";
import type { HeadKeys, HeadStanding } from "../../../tenant/audit/head-keys";

/** Names the form of an anchor; docs/audit.md tells it. */
export const ANCHOR_FORMAT = "ledgergate-anchor/1";

const place = z.strictObject({ sequence: z.int().nonnegative(), hash: z.string() });
const document = z.strictObject({
  format: z.literal(ANCHOR_FORMAT),
  /** 1, 2, 3, ... without gaps. */
  sequence: z.int().positive(),
  at: z.string(),
  /** Of the anchor before, or 64 zeros. */
  previousHash: z.string(),
  /** Ends of the companies' trails that have gone on since the anchor before, by company. */
  heads: z.array(place.extend({ companyId: z.string() })),
  /** The end of the decision log's chain; null: nothing was sealed yet. */
  decisionLog: place.nullable(),
});
const stored = z.strictObject({
  document,
  /** SHA-256 of the document's canonical JSON. */
  hash: z.string(),
  keyId: z.string().nullable(),
  signature: z.string().nullable(),
  /** What a timestamp authority made of the hash (RFC 3161), in base64; null: none was asked, or none answered. */
  token: z.string().nullable(),
});

/** Where all chains ended at a moment. */
export type AnchorDocument = z.output<typeof document>;

/** The document with its proofs, as it is kept here and outside. */
export type Anchor = z.output<typeof stored>;

export const FIRST_PREVIOUS = CHAIN_START;

/** What is signed, and what a timestamp is of. */
export function anchorText(of: AnchorDocument): string {
  return canonicalize(of) ?? "";
}

export function anchorHash(of: AnchorDocument): string {
  return canonicalHash(of);
}

/** Null: the text is no anchor. */
export function readAnchor(text: string): Anchor | null {
  try {
    return stored.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Whether the anchor is of one piece: the hash is the document's, and the signature, where keys are known, is of it. */
export function anchorStanding(anchor: Anchor, keys: HeadKeys): HeadStanding | "altered" {
  if (anchorHash(anchor.document) !== anchor.hash) return "altered";
  return keys.knows ? keys.standing(anchorText(anchor.document), anchor) : "unsigned";
}
