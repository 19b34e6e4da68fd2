import type { Tenancy } from "./connector";
import { instantOf } from "./ledger-changes";
import type { Json, LedgerApi } from "./ledger-api";

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

/** Reads one list, in one call. Throws LedgerTrouble. */
export async function readList<K extends ListKind>(
  api: LedgerApi,
  tenancy: Tenancy,
  kind: K,
): Promise<readonly ListEntries[K][]> {
  const readers: { readonly [One in ListKind]: () => Promise<readonly ListEntries[One][]> } = {
    account: async () => (await api.list(tenancy, "Accounts", {})).flatMap(accountOf),
    tax_rate: async () => (await api.list(tenancy, "TaxRates", {})).flatMap(taxRateOf),
    currency: async () =>
      (await api.list(tenancy, "Currencies", {})).map(({ Code, Description }) => ({
        code: text(Code),
        name: text(Description),
      })),
    tracking_category: async () => (await api.list(tenancy, "TrackingCategories", {})).map(categoryOf),
    organisation: async () => (await api.list(tenancy, "Organisations", {})).slice(0, 1).map(organisationOf),
  };
  return readers[kind]();
}

/** What has no code, as some bank accounts, no line can name. */
function accountOf({ Code, Name, Class, Status, TaxType }: Json): LedgerAccount[] {
  const code = text(Code);
  if (code === "") return [];
  const accountClass = ACCOUNT_CLASSES.find((one) => one === Class) ?? null;
  return [{ code, name: text(Name), accountClass, taxType: text(TaxType) || null, active: Status === "ACTIVE" }];
}

function taxRateOf(row: Json): LedgerTaxRate[] {
  const code = text(row.TaxType);
  if (code === "") return [];
  const rate = row.EffectiveRate ?? row.DisplayTaxRate ?? 0;
  const classes = ACCOUNT_CLASSES.filter((one) => row[APPLIES[one]] === true);
  const active = row.Status === undefined || row.Status === "ACTIVE";
  return [{ code, name: text(row.Name), rate: String(rate as number), classes, active }];
}

/** Xero OpenAPI, TaxRate. */
const APPLIES: Readonly<Record<AccountClass, string>> = {
  ASSET: "CanApplyToAssets",
  EQUITY: "CanApplyToEquity",
  EXPENSE: "CanApplyToExpenses",
  LIABILITY: "CanApplyToLiabilities",
  REVENUE: "CanApplyToRevenue",
};

function categoryOf({ TrackingCategoryID, Name, Status, Options }: Json): LedgerCategory {
  const options = Array.isArray(Options) ? (Options as Json[]) : [];
  return {
    id: text(TrackingCategoryID),
    name: text(Name),
    active: Status === undefined || Status === "ACTIVE",
    options: options.map((one) => ({
      id: text(one.TrackingOptionID),
      name: text(one.Name),
      active: one.Status === undefined || one.Status === "ACTIVE",
    })),
  };
}

/** Of the two lock dates the later one: what lies before either is refused. */
function organisationOf({ BaseCurrency, PeriodLockDate, EndOfYearLockDate }: Json): LedgerOrganisation {
  const days = [PeriodLockDate, EndOfYearLockDate]
    .filter((one) => text(one) !== "")
    .map((one) => instantOf(one).slice(0, 10))
    .sort();
  return { baseCurrency: text(BaseCurrency), lockedUpTo: days.at(-1) ?? null };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
