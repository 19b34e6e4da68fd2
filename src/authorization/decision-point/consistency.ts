import { fill } from "../../kernel/catalogue";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { isInstant } from "../../kernel/clock";
import { BilingualRefusal } from "../../kernel/errors";
import type { Question, RecordDescription } from "../../policy/ports";
import type { PastInstant } from "../history/past-facts";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

/** Whether the question is about now, and trusts what is known of the revision in force. */
export function trustsCache({ at, knownAt, fullyConsistent }: Question): boolean {
  return at == null && knownAt == null && !fullyConsistent;
}

/** Null: the question is about now. What is known later than asked for is left out only where `knownAt` says so. */
export function pastInstant({ at, knownAt }: Question, now: string): PastInstant | null {
  const known = knownAt == null ? null : instantNamed("knownAt", knownAt);
  if (at == null && known === null) return null;
  return { at: at == null ? now : instantNamed("at", at), knownAt: known };
}

/** The instant in the stored form. Throws Refusal BAD_INPUT at the field for what is none. */
export function instantNamed(field: string, instant: string): string {
  if (isInstant(instant)) return instant;
  throw new BilingualRefusal("BAD_INPUT", fill(AUTHORIZATION_TEXTS.instant, { field }), [field]);
}

/** A revision that the database has not reached was never committed here. */
export function requireReached({ policyRevision }: CompanyEntity, atLeast: number | null | undefined): void {
  if (atLeast == null || atLeast <= policyRevision) return;
  throw new BilingualRefusal(
    "BAD_INPUT",
    fill(AUTHORIZATION_TEXTS.revisionNotReached, { wanted: atLeast, revision: policyRevision }),
    ["atLeast"],
  );
}

export function recordOf(company: CompanyEntity, resource: string, record: RecordDescription | null | undefined) {
  return record ? { ...record, companyId: company.id, feature: record.feature ?? resource } : null;
}
