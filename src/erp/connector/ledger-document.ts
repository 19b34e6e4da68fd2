import type { Money } from "../../kernel/money";

/** One line of an order or a bill. */
export interface DocumentLine {
  readonly description: string;
  readonly amount: Money;
  /** The ledger's item: the platform's cost code with its type. */
  readonly itemCode: string | null;
  /** The job, as an option of the organisation's tracking category. */
  readonly tracking: LineTracking | null;
  /** By the company's mapping; left out: what the ledger's item says. */
  readonly booking?: LineBooking;
}

/** How a line is booked; what is left out the ledger takes from the item or the account. */
export interface LineBooking {
  readonly accountCode?: string;
  readonly taxType?: string;
  /** An option of the organisation's other tracking category, by the ledger's ids. */
  readonly tracking?: { readonly categoryId: string; readonly optionId: string };
}

/** How far a document is when it arrives: whether somebody in the ledger still approves it. */
export const ARRIVES_AS = ["draft", "submitted", "authorised"] as const;
export type ArrivesAs = (typeof ARRIVES_AS)[number];

export interface LineTracking {
  readonly category: string;
  readonly option: string;
  /** The ledger's own ids of both, which stay whatever the two are called there; null: not known, so that names must do. */
  readonly ids?: { readonly categoryId: string; readonly optionId: string } | null;
}

/** A vendor's address, telephone and fax; empty where nothing is known. */
export interface ContactDetails {
  readonly address: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
  readonly phone: string;
  readonly fax: string;
  readonly taxNumber: string;
}

/** The lines that a change order has brought to its order. */
export interface AppendedLines {
  readonly reference: string;
  readonly number: string;
  readonly lines: readonly DocumentLine[];
}

interface Referenced {
  /** Ours, unique and unchanging: by it a second write is avoided. */
  readonly reference: string;
}

/** What the connector carries to the ledger, in the ledger's nouns (feature map: docs/feature-map.md). */
export type LedgerDocument =
  | (Referenced & { readonly kind: "item"; readonly code: string; readonly name: string; readonly description: string })
  | (Referenced & {
      readonly kind: "tracking_option";
      readonly category: string;
      readonly name: string;
      /** The option that it is in the ledger already; none: it is new there. */
      readonly externalId?: string | null;
    })
  | (Referenced & {
      readonly kind: "contact";
      readonly name: string;
      readonly email: string | null;
      readonly details?: Partial<ContactDetails>;
    })
  | (Referenced & {
      readonly kind: "purchase_order";
      /** The order that it is a later version of; none: it is new to the ledger. */
      readonly externalId?: string | null;
      /** What the order's change orders have added so far. */
      readonly changeOrders?: readonly AppendedLines[];
      readonly number: string;
      /** Date without a time, 2026-11-24. */
      readonly date: string;
      readonly contactId: string;
      readonly currency: string;
      readonly lines: readonly DocumentLine[];
      readonly deliveryInstructions?: string | null;
      /** Left out: authorised. */
      readonly arrivesAs?: ArrivesAs;
      /** Instant before which it cannot have been in the ledger; bounds the search for a number that no address can carry. */
      readonly notBefore?: string | null;
    })
  | (Referenced & {
      /** Appended to its purchase order: the ledger has no record for it. */
      readonly kind: "change_order";
      readonly number: string;
      readonly purchaseOrderId: string;
      readonly lines: readonly DocumentLine[];
    })
  | (Referenced & {
      readonly kind: "bill";
      readonly number: string;
      readonly date: string;
      readonly dueDate: string;
      readonly contactId: string;
      readonly currency: string;
      readonly lines: readonly DocumentLine[];
      /** Left out: authorised. */
      readonly arrivesAs?: ArrivesAs;
      /** Where the record can be seen; the ledger keeps it, and it carries the reference. */
      readonly sourceUrl: string;
    });
export type DocumentKind = LedgerDocument["kind"];

/** The most that one call may carry (Xero: up to 50 bills in a call); others go one by one. */
export const BATCH_SIZES: Readonly<Record<DocumentKind, number>> = {
  item: 50,
  tracking_option: 1,
  contact: 50,
  purchase_order: 50,
  change_order: 1,
  bill: 50,
};

/**
 * The most that one call can look for. Xero's lists of orders cannot be asked for numbers, so an order is looked for by
 * itself, and so are change orders, which are lines of one. What is asked for stands in the address, which must stay short.
 */
export const LOOK_UP_SIZES: Readonly<Record<DocumentKind, number>> = {
  item: 50,
  tracking_option: 50,
  contact: 20,
  purchase_order: 1,
  change_order: 1,
  bill: 20,
};
