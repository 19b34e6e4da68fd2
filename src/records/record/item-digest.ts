import { canonicalHash } from "../../kernel/canonical-hash";
import type { RecordEntity } from "./record.entity";

/** What of a record its digest is made of. */
export type DigestedItem = Pick<RecordEntity, "id" | "companyId" | "feature" | "revision" | "payload">;

/**
 * Names the very item that was sent: SHA-256 over the canonical JSON (RFC 8785) of
 * `{companyId, feature, item, recordId, revision}`. Members of the item that are null count as left out.
 */
export function itemDigest({ id: recordId, companyId, feature, revision, payload }: DigestedItem): string {
  return canonicalHash({ companyId, feature, item: stated(payload), recordId, revision });
}

/** The item without what it does not say. */
export function stated(payload: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain = JSON.parse(JSON.stringify(payload)) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null));
}
