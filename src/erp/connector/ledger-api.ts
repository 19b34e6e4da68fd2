import type { Tenancy, WriteCall } from "./connector";

export type Json = Record<string, unknown>;

/** The collections of Xero's accounting API that the connector uses. */
export const COLLECTIONS = [
  "Contacts",
  "Items",
  "TrackingCategories",
  "PurchaseOrders",
  "Invoices",
  "Payments",
  "BankTransactions",
  "CreditNotes",
  "Accounts",
  "TaxRates",
  "Currencies",
  "Organisations",
] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** Collections in which the connector makes rows. */
export type MadeCollection = "Contacts" | "Items" | "PurchaseOrders" | "Invoices";

/** Filters of a list; each is sent only where it is given. */
export interface ListQuery {
  readonly where?: string;
  readonly invoiceNumbers?: readonly string[];
  readonly page?: number;
  /** As in Xero: "UpdatedDateUTC ASC". */
  readonly order?: string;
  /** Also what has been archived; else such things are left out where the collection has them. */
  readonly includeArchived?: boolean;
  /** ISO-8601 instant; becomes If-Modified-Since. */
  readonly modifiedSince?: string;
}

/**
 * The calls to the ledger that the connector is made of, in Xero's shapes (PascalCase JSON).
 * All throw LedgerTrouble where the call as a whole came to nothing. What writes asks its call right before it leaves.
 */
export interface LedgerApi {
  list(tenancy: Tenancy, collection: Collection, query: ListQuery): Promise<readonly Json[]>;
  /** By id, or by the number or code that the collection takes in its place; null: there is none. */
  get(tenancy: Tenancy, collection: "PurchaseOrders", id: string): Promise<Json | null>;
  /**
   * Makes rows, and never changes what is there already under the same number, code or name (PUT; Xero's POST would). A
   * faulty row says so itself, the others are kept.
   */
  create(
    tenancy: Tenancy,
    collection: MadeCollection,
    rows: readonly Json[],
    call: WriteCall,
  ): Promise<readonly Json[]>;
  /** Changes rows, each of which carries the ledger's id; a faulty row says so itself. */
  change(
    tenancy: Tenancy,
    collection: "PurchaseOrders",
    rows: readonly Json[],
    call: WriteCall,
  ): Promise<readonly Json[]>;
  addOption(tenancy: Tenancy, categoryId: string, name: string, call: WriteCall): Promise<Json>;
  renameOption(tenancy: Tenancy, option: OptionAddress, name: string, call: WriteCall): Promise<Json>;
}

export interface OptionAddress {
  readonly categoryId: string;
  readonly optionId: string;
}

/** Hands out access tokens. */
export interface TokenSource {
  /** Throws LedgerTrouble `unauthorised` where a person must consent anew. */
  accessToken(tenancy: Tenancy): Promise<string>;
  /** The token was refused: the next one must be another. */
  reject(tenancy: Tenancy, token: string): void;
}

/** An answer that is not a success, or no answer. */
export type TroubleKind =
  /** Refused with reasons (400, 404). */
  | "refused"
  /** 401, 403, or no consent. */
  | "unauthorised"
  /** 429: the call was not done. */
  | "rate_limited"
  /** 503: the call was not done. */
  | "unavailable"
  /** The connection was never made. */
  | "not_reached"
  /** Too late to begin a write: nothing was sent. */
  | "late"
  /** 5xx, a time-out, a cut connection: it may have been done. */
  | "unknown";

/** Throws where a write may not leave any more. */
export function assertInTime({ inTime }: WriteCall): void {
  if (!inTime()) throw new LedgerTrouble("late", "It was too late to begin the call");
}

export class LedgerTrouble extends Error {
  constructor(
    readonly kind: TroubleKind,
    message: string,
    readonly details: {
      readonly texts?: readonly string[];
      readonly retryAfterMs?: number | null;
      /** Of what is unknown: the ledger answered nevertheless. */
      readonly answered?: boolean;
    } = {},
  ) {
    super(message);
    this.name = "LedgerTrouble";
  }
}
