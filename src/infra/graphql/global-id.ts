/**
 * Ids of what a screen shows again and that is no row of its own: a company's tool, its plan, a row of its matrix. They begin
 * with the kind, so that no id is ever that of two things of two types (Relay, Apollo and others keep objects by their ids).
 */
export const DERIVED_KINDS = [
  "viewer",
  "mail-preferences",
  "feature",
  "company-feature",
  "erp-integration",
  "delivery-lane",
  "implementation",
  "action-item",
  "portfolio-entry",
  "guide-page",
  "access-matrix-row",
] as const;
export type DerivedKind = (typeof DERIVED_KINDS)[number];

const PARTS = "/";

/** The id; its parts must have no slash. */
export function derivedId(kind: DerivedKind, ...parts: readonly string[]): string {
  return `${kind}:${parts.join(PARTS)}`;
}

/** What such an id says; null: it is none. */
export function readDerivedId(id: string): { readonly kind: DerivedKind; readonly parts: readonly string[] } | null {
  const colon = id.indexOf(":");
  const kind = DERIVED_KINDS.find((one) => one === id.slice(0, colon));
  return kind ? { kind, parts: id.slice(colon + 1).split(PARTS) } : null;
}

/** The id of the row that a derived id leads to, or the id itself: for inputs that take either. */
export function rowId(id: string, kind: DerivedKind): string {
  const given = id.trim().toLowerCase();
  const read = readDerivedId(given);
  return read?.kind === kind ? (read.parts[0] ?? "") : given;
}
