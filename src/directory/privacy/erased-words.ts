import type { AuditEntryEntity, AuditState } from "../../tenant/audit/audit-entry.entity";

/** Who is to be erased: all that the company knew them by, and what stands for them from now on. */
export interface ErasedPerson {
  readonly id: string;
  /** In the normal form. */
  readonly emails: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly pseudonym: { readonly email: string; readonly name: string };
}

/**
 * The entry with the pseudonym for the person; the same entry where it says nothing of them. Addresses are replaced wherever
 * they stand, within texts too; a name only where it is the person's: in what they did or what was done to them, beside their address
 * or id, and where it says who did something. Somebody else may have the same.
 */
export function withPseudonym(entry: AuditEntryEntity, person: ErasedPerson): AuditEntryEntity {
  const theirs = entry.targetId === person.id || entry.actorId === person.id;
  const changed = {
    ...entry,
    actorName: entry.actorId === person.id ? person.pseudonym.name : entry.actorName,
    before: stateWith(entry.before, theirs, person),
    after: stateWith(entry.after, theirs, person),
    why: entry.why === null ? null : textWith(entry.why, theirs, person),
  };
  return JSON.stringify(changed) === JSON.stringify(entry) ? entry : changed;
}

function stateWith(state: AuditState | null, theirs: boolean, person: ErasedPerson): AuditState | null {
  return valueWith(state, theirs, person) as AuditState | null;
}

function valueWith(value: unknown, theirs: boolean, person: ErasedPerson): unknown {
  if (typeof value === "string") return textWith(value, theirs, person);
  if (Array.isArray(value)) return value.map((one) => valueWith(one, theirs, person));
  if (typeof value !== "object" || value === null) return value;
  const own = theirs || Object.values(value).some((one) => one === person.id || isTheirEmail(one, person));
  const since = ([key, one]: [string, unknown]) => [key, valueWith(one, own || isDoer(key, one, person), person)];
  return Object.fromEntries(Object.entries(value).map(since)) as unknown;
}

/** Says who did something, by name alone: `askedBy`, `ownerName`. */
function isDoer(key: string, value: unknown, { names }: ErasedPerson): boolean {
  return /(By|Name)$/.test(key) && typeof value === "string" && names.has(value);
}

function isTheirEmail(value: unknown, { emails }: ErasedPerson): boolean {
  return typeof value === "string" && emails.has(value.trim().toLowerCase());
}

export function textWith(text: string, theirs: boolean, { emails, names, pseudonym }: ErasedPerson): string {
  if (theirs && names.has(text)) return pseudonym.name;
  let replaced = text;
  for (const email of emails) replaced = replaceAllFolded(replaced, email, pseudonym.email);
  if (theirs) for (const name of names) replaced = replaced.replaceAll(name, pseudonym.name);
  return replaced;
}

/** Addresses are written in any case; one that is part of a longer one is somebody else's. */
function replaceAllFolded(text: string, email: string, by: string): string {
  const literal = email.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}.!#$%&'*+/=?^_\`{|}~-])${literal}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`,
    "giu",
  );
  return text.replace(pattern, by);
}
