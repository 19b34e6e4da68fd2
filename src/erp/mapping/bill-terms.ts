import { In, type EntityManager } from "typeorm";
import { oneBy } from "../../kernel/groups";
import type { PaymentTerms } from "../connector/payment-terms";
import { ContactTermsEntity } from "./contact-terms.entity";

/** Who says when a bill is due, the nearest first. */
export const TERMS_SOURCES = ["contact", "organisation", "mapping", "default"] as const;
export type TermsSource = (typeof TERMS_SOURCES)[number];

export interface BillTerms {
  readonly terms: PaymentTerms;
  readonly source: TermsSource;
}

/** Where nobody says when a bill is due. */
const DEFAULT_TERMS: PaymentTerms = { kind: "days_after_bill_date", day: 30 };

/** Xero's own terms count, as it enters them itself (help.xero.com, PaymentTerms); ours only where it has none. */
export function billTerms(
  contact: PaymentTerms | null,
  organisation: PaymentTerms | null,
  mappedDays: number | null,
): BillTerms {
  if (contact) return { terms: contact, source: "contact" };
  if (organisation) return { terms: organisation, source: "organisation" };
  if (mappedDays !== null) return { terms: { kind: "days_after_bill_date", day: mappedDays }, source: "mapping" };
  return { terms: DEFAULT_TERMS, source: "default" };
}

/** Of those contacts that have terms of their own, in one SELECT at most. */
export async function contactTermsOf(
  manager: EntityManager,
  connectionIds: readonly string[],
  contactIds: readonly string[],
): Promise<(connectionId: string, contactId: string) => PaymentTerms | null> {
  const ids = [...new Set(contactIds)];
  // With the connections, for the index begins with them.
  const where = { connectionId: In([...connectionIds]), contactId: In(ids) };
  const found = ids.length === 0 ? [] : await manager.findBy(ContactTermsEntity, where);
  const key = (connectionId: string, contactId: string) => `${connectionId} ${contactId}`;
  const terms = oneBy(found, (one) => key(one.connectionId, one.contactId));
  return (connectionId, contactId) => terms.get(key(connectionId, contactId)) ?? null;
}
