import { canonicalHash } from "../../kernel/canonical-hash";

/**
 * What of a company's rights an audit entry seals. A version is what the policy knew of the company or a member from an
 * instant on; the decision log is the end of its own chain at that moment; an address is what finds a member, their e-mail and account; the others are rows of those names.
 */
export const SEAL_KINDS = [
  "company_version",
  "member_version",
  "address",
  "grant",
  "api_key",
  "staff",
  "decision_log",
] as const;
export type SealKind = (typeof SEAL_KINDS)[number];

/** The action of an entry that takes all rights as they stand: what the trail said of them before counts no more. */
export const RIGHTS_ACCEPTED = "rights.accepted";

/** Binds a row to the audit trail: its hash stands in the entry of the change that wrote it. */
export interface RightsSeal {
  readonly kind: SealKind;
  /** Of the row. */
  readonly id: string;
  /** Of a version: the company or member that it is of, and from when it holds. */
  readonly of?: string;
  readonly at?: string;
  /** Of a version that was accepted as it stood: its end. Left out: where the next one of the same owner begins. */
  readonly until?: string | null;
  /** SHA-256 of the row's canonical JSON; null: the row is gone. */
  readonly digest: string | null;
}

/** SHA-256, as hex, of what the databases give back of the value; the order of a list says nothing about rights. */
export function sealDigest(value: unknown): string {
  return canonicalHash(withoutOrder(JSON.parse(JSON.stringify(value))));
}

/** The JSON value with its lists in one order, whatever order they were read in. */
export function withoutOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(withoutOrder).map((part) => ({ part, text: JSON.stringify(part) }));
    return parts.sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ part }) => part);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, withoutOrder(part)]),
  );
}
