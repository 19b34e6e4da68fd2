import { canonicalHash } from "../../kernel/canonical-hash";
import { HOLDING_KINDS, type HoldingState, type Rights } from "../../policy/holdings";

/** What a review is made of: what the policy knows, the keys of services, and the vendor's super-users. */
export const REVIEW_KINDS = [...HOLDING_KINDS, "api_key", "super_user"] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const HOLDER_KINDS = ["member", "staff", "service"] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];

export type ReviewedState =
  | HoldingState
  | { readonly kind: "api_key"; readonly scopes: readonly string[]; readonly expiresAt: string | null }
  | { readonly kind: "super_user" };

export interface Holder {
  readonly kind: HolderKind;
  readonly id: string;
  readonly name: string;
  /** Of a service none. */
  readonly email: string | null;
}

/** Something that somebody holds in a company, and what may be done by it now. */
export interface ReviewedHolding {
  readonly holder: Holder;
  readonly kind: ReviewKind;
  readonly reference: string;
  readonly state: ReviewedState;
  readonly rights: Rights;
}

/** Stands for what a reviewer sees of a holding: SHA-256 over what it is and what may be done by it. */
export function digestOf({ state, rights }: Pick<ReviewedHolding, "state" | "rights">): string {
  return canonicalHash(plain({ state, rights }));
}

/** As the databases give it back. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
