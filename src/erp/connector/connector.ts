import type { LedgerFault } from "./ledger-fault";
import type { LedgerDocument } from "./ledger-document";
import type { ListEntries, ListKind } from "./ledger-lists";

/** Why a call was not done, as far as that is sure. */
export type Deferral = "rate_limited" | "unavailable" | "not_reached" | "late";

/** What became of one document. Only `unknown` leaves open whether the ledger has it: look it up before a second write. */
export type Outcome =
  | {
      readonly kind: "delivered";
      readonly externalId: string;
      readonly groupId?: string | null;
      readonly found: boolean;
    }
  /** `saysThere`: the ledger has something of that number, code or name; it may be this very document. */
  | { readonly kind: "refused"; readonly faults: readonly LedgerFault[]; readonly saysThere?: boolean }
  | { readonly kind: "deferred"; readonly reason: Deferral; readonly retryAfterMs: number | null }
  | { readonly kind: "unauthorised" }
  /** `answered`: the ledger answered, and may answer the same to the same key. */
  | { readonly kind: "unknown"; readonly reason: string; readonly answered?: boolean };

/** What a look-up has found. */
export interface FoundDocument {
  readonly externalId: string;
  /** Id there of what it is part of: of an option its tracking category. */
  readonly groupId?: string | null;
}

/** Something else of the same code stands in its place. */
export interface ClashingDocument {
  readonly clash: { readonly externalId: string; readonly text: string };
}

/** Null: the ledger does not have it. */
export type LookedUp = FoundDocument | ClashingDocument | null;

export function isClash(looked: LookedUp): looked is ClashingDocument {
  return looked !== null && "clash" in looked;
}

/** The organisation whose books are meant, through a company's connection. */
export interface Tenancy {
  readonly connectionId: string;
  readonly tenantId: string;
}

export const STANDINGS = ["there", "deleted", "voided", "archived"] as const;
export type Standing = (typeof STANDINGS)[number];

/** A change on the ledger's side, for imports and for finding drift. */
export interface LedgerChange {
  readonly externalId: string;
  readonly number: string;
  readonly status: string;
  /** Whether it still counts in the books: deleted, voided and archived things do not. */
  readonly standing: Standing;
  /** ISO-8601 instant; of what carries none the start of 1970. */
  readonly changedAt: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What can be read by date of change. Items and tracking options come whole: what was deleted there leaves no trace. */
export const CHANGE_KINDS = [
  "item",
  "tracking_option",
  "contact",
  "purchase_order",
  "bill",
  "payment",
  "spend_money",
  "supplier_credit",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
/** Kinds of objects that the connector makes. */
export type MadeKind = Exclude<ChangeKind, "payment" | "spend_money" | "supplier_credit">;

/** A call that writes. */
export interface WriteCall {
  /** At most 128 characters: the same key with the same documents is done once. */
  readonly key: string;
  /** Asked right before the write leaves. False: it must not, for it might land after it was looked for in vain. */
  readonly inTime: () => boolean;
}

/** The adapter to one ERP. A call it makes counts against the organisation's allowance, whoever makes it. */
export interface Connector {
  readonly name: string;
  /** Sends documents of one kind in one call; an outcome for each, in the order given. */
  send(tenancy: Tenancy, documents: readonly LedgerDocument[], call: WriteCall): Promise<readonly Outcome[]>;
  /** Looks for a document by our reference. Null: the ledger does not have it. Throws LedgerTrouble. */
  find(tenancy: Tenancy, document: LedgerDocument): Promise<LookedUp>;
  /** The same for several documents of one kind, by one call for as many as LOOK_UP_SIZES has; in the order given. */
  findAll(tenancy: Tenancy, documents: readonly LedgerDocument[]): Promise<readonly LookedUp[]>;
  /** How an object stands in the ledger, by its id there. Null: there is none of that id. Throws LedgerTrouble. */
  standing(tenancy: Tenancy, kind: MadeKind, externalId: string): Promise<Standing | null>;
  /**
   * A page of what changed at or after the instant, the oldest change first; an empty page ends. Throws LedgerTrouble.
   * @param page from 1
   */
  changedSince(
    tenancy: Tenancy,
    kind: ChangeKind,
    since: string | null,
    page: number,
  ): Promise<readonly LedgerChange[]>;
  /** One of the lists that the organisation's books are kept by, whole, in one call. Throws LedgerTrouble. */
  readList<K extends ListKind>(tenancy: Tenancy, kind: K): Promise<readonly ListEntries[K][]>;
}
