import type { DecisionEntryEntity } from "./decision-entry.entity";

/** A decision as one line of an export: JSON, in the words of docs/audit.md. */
export function decisionLine(entry: DecisionEntryEntity): string {
  const { askerKind, asker, subjectId, subjectReference, createdAt: _createdAt, ...rest } = entry;
  const subject = { id: subjectId, reference: subjectReference };
  return `${JSON.stringify({ ...rest, asker: { kind: askerKind, id: asker }, subject })}\n`;
}
