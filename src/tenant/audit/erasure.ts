import { hashOf } from "./chain";
import type { AuditEntryEntity } from "./audit-entry.entity";

/** The action of the entry that tells of an erasure: which entries before it say a pseudonym since, and what they hash to. */
export const PERSON_ERASED = "person.erased";

/** What entries hash to since a person of theirs was erased, by their number. */
export type Erasures = ReadonlyMap<number, string>;

/** What the entry of an erasure tells of those before it: number and SHA-256 of each, as it stands since. */
export function erasedState(entries: readonly AuditEntryEntity[]): readonly (readonly [number, string])[] {
  return entries.map((entry) => [entry.sequence, hashOf(entry)] as const);
}

/**
 * What the entries of erasures tell together. The latest goes first: it may have taken names out of an earlier one as well,
 * and what it says of an entry goes before what that one said.
 */
export function erasuresOf(entries: readonly AuditEntryEntity[]): Erasures {
  const erasures = new Map<number, string>();
  for (const entry of [...entries].sort((a, b) => b.sequence - a.sequence)) {
    const hash = hashOf(entry);
    if (hash !== entry.hash && hash !== erasures.get(entry.sequence)) continue;
    for (const [sequence, digest] of entriesOf(entry))
      if (sequence < entry.sequence && !erasures.has(sequence)) erasures.set(sequence, digest);
  }
  return erasures;
}

function entriesOf({ action, after }: AuditEntryEntity): [number, string][] {
  const entries: unknown = action === PERSON_ERASED ? after?.["entries"] : null;
  if (!Array.isArray(entries)) return [];
  return (entries as unknown[]).flatMap((one): [number, string][] => {
    const [sequence, digest] = Array.isArray(one) ? (one as unknown[]) : [];
    return typeof sequence === "number" && typeof digest === "string" ? [[sequence, digest]] : [];
  });
}
