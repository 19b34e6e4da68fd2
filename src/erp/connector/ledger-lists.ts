import type { PaymentTerms } from "./payment-terms";

/** What an organisation's books are kept by, each read whole: few rows, which its bookkeepers change. */
export const LIST_KINDS = ["account", "tax_rate", "currency", "tracking_category", "organisation"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** Classes of accounts (Xero OpenAPI, Account.Class); tax rates say for which they are meant. */
export const ACCOUNT_CLASSES = ["ASSET", "EQUITY", "EXPENSE", "LIABILITY", "REVENUE"] as const;
export type AccountClass = (typeof ACCOUNT_CLASSES)[number];

export interface LedgerAccount {
  readonly code: string;
  readonly name: string;
  readonly accountClass: AccountClass | null;
  /** What a line on it gets that says no tax itself. */
  readonly taxType: string | null;
  readonly active: boolean;
}

export interface LedgerTaxRate {
  readonly code: string;
  readonly name: string;
  /** Per cent, as a decimal text. */
  readonly rate: string;
  readonly classes: readonly AccountClass[];
  readonly active: boolean;
}

export interface LedgerCurrency {
  readonly code: string;
  readonly name: string;
}

export interface LedgerCategory {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly options: readonly { readonly id: string; readonly name: string; readonly active: boolean }[];
}

export interface LedgerOrganisation {
  readonly baseCurrency: string;
  /** Of bills of contacts that have no terms of their own; null: none are set. */
  readonly billTerms?: PaymentTerms | null;
  /** Last day that is locked; null: none is. */
  readonly lockedUpTo: string | null;
}

export interface ListEntries {
  readonly account: LedgerAccount;
  readonly tax_rate: LedgerTaxRate;
  readonly currency: LedgerCurrency;
  readonly tracking_category: LedgerCategory;
  readonly organisation: LedgerOrganisation;
}
