import { textOf } from "../../kernel/text";
import type { Tenancy } from "./connector";
import type { Json, LedgerApi } from "./ledger-api";
import { instantOf } from "./ledger-changes";
import { billTermsOf } from "./read-terms";
import {
  ACCOUNT_CLASSES,
  type AccountClass,
  type LedgerAccount,
  type LedgerCategory,
  type LedgerOrganisation,
  type LedgerTaxRate,
  type ListEntries,
  type ListKind,
} from "./ledger-lists";

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
        code: textOf(Code),
        name: textOf(Description),
      })),
    tracking_category: async () => (await api.list(tenancy, "TrackingCategories", {})).map(categoryOf),
    organisation: async () => (await api.list(tenancy, "Organisations", {})).slice(0, 1).map(organisationOf),
  };
  return readers[kind]();
}

/** What has no code, as some bank accounts, no line can name. */
function accountOf({ Code, Name, Class, Status, TaxType }: Json): LedgerAccount[] {
  const code = textOf(Code);
  if (code === "") return [];
  const accountClass = ACCOUNT_CLASSES.find((one) => one === Class) ?? null;
  return [{ code, name: textOf(Name), accountClass, taxType: textOf(TaxType) || null, active: Status === "ACTIVE" }];
}

function taxRateOf(row: Json): LedgerTaxRate[] {
  const code = textOf(row.TaxType);
  if (code === "") return [];
  const rate = Number(row.EffectiveRate ?? row.DisplayTaxRate ?? 0);
  const classes = ACCOUNT_CLASSES.filter((one) => row[APPLIES[one]] === true);
  const active = row.Status === undefined || row.Status === "ACTIVE";
  return [{ code, name: textOf(row.Name), rate: String(rate), classes, active }];
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
    id: textOf(TrackingCategoryID),
    name: textOf(Name),
    active: Status === undefined || Status === "ACTIVE",
    options: options.map((one) => ({
      id: textOf(one.TrackingOptionID),
      name: textOf(one.Name),
      active: one.Status === undefined || one.Status === "ACTIVE",
    })),
  };
}

/** Of the two lock dates the later one: what lies before either is refused. */
function organisationOf(row: Json): LedgerOrganisation {
  const { BaseCurrency, PeriodLockDate, EndOfYearLockDate } = row;
  const days = [PeriodLockDate, EndOfYearLockDate]
    .filter((one) => textOf(one) !== "")
    .map((one) => instantOf(one).slice(0, 10))
    .sort();
  return { baseCurrency: textOf(BaseCurrency), lockedUpTo: days.at(-1) ?? null, billTerms: billTermsOf(row) };
}
