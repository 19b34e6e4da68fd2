import type { KeyObject } from "node:crypto";
import path from "node:path";
import type { Variables } from "./config-variables";

/** What the proof of the audit trail rests on besides the database. */
export interface AuditConfig {
  /** Signs the ends of trails; null: they are not signed. */
  readonly signingKey: KeyObject | null;
  /** Public keys of before that are still believed. */
  readonly trustedKeys: readonly KeyObject[];
  /** How often the ends of trails are anchored outside, where there is a place for it. */
  readonly anchorMinutes: number;
  /** Absolute path of a file that anchors are added to; null: none. */
  readonly anchorFile: string | null;
  readonly anchorStore: AnchorStoreConfig | null;
  readonly timestamps: { readonly url: string; readonly caFile: string | null } | null;
}

/** A bucket of an S3-compatible store, and the prefix of the anchors' names in it. */
export interface AnchorStoreConfig {
  readonly url: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

export function auditProblems(values: Variables): string[] {
  const { AUDIT_ANCHOR_URL: url, AUDIT_ANCHOR_KEY_ID: keyId, AUDIT_ANCHOR_SECRET: secret } = values;
  const problems: string[] = [];
  if (url && (!keyId || !secret))
    problems.push("AUDIT_ANCHOR_KEY_ID, AUDIT_ANCHOR_SECRET: expected, since AUDIT_ANCHOR_URL is set");
  if (!url && (keyId ?? secret)) problems.push("AUDIT_ANCHOR_URL: expected, since its key is set");
  if (values.AUDIT_TIMESTAMP_CA && !values.AUDIT_TIMESTAMP_URL)
    problems.push("AUDIT_TIMESTAMP_URL: expected, since its certificate is set");
  return problems;
}

export function auditConfig(values: Variables): AuditConfig {
  const { AUDIT_ANCHOR_URL: url, AUDIT_ANCHOR_KEY_ID: keyId, AUDIT_ANCHOR_SECRET: secret } = values;
  const { AUDIT_TIMESTAMP_URL: timestampUrl, AUDIT_TIMESTAMP_CA: ca, AUDIT_ANCHOR_FILE: file } = values;
  return {
    signingKey: values.AUDIT_SIGNING_KEY ?? null,
    trustedKeys: values.AUDIT_TRUSTED_KEYS,
    anchorMinutes: values.AUDIT_ANCHOR_MINUTES,
    anchorFile: file ? path.resolve(file) : null,
    anchorStore: url && keyId && secret ? { url, region: values.AUDIT_ANCHOR_REGION, keyId, secret } : null,
    timestamps: timestampUrl ? { url: timestampUrl, caFile: ca ? path.resolve(ca) : null } : null,
  };
}
