import { listOf, textOf, wireDate, type Json } from "../ledger-object";
import type { LedgerStore } from "../ledger-store";

/** What an organisation's books are kept by, beside its objects: each row by the code that lines name. */
export const CHART_KINDS = { Accounts: "Code", TaxRates: "TaxType", Currencies: "Code" } as const;
export type ChartKind = keyof typeof CHART_KINDS;

export function isChartKind(name: string): name is ChartKind {
  return Object.hasOwn(CHART_KINDS, name);
}

const account = (Code: string, Name: string, Type: string, Class: string, TaxType: string): Json => ({
  AccountID: `5a0dacc0-0000-4000-8000-${Code.padStart(12, "0")}`,
  Code,
  Name,
  Type,
  Class,
  TaxType,
  Status: "ACTIVE",
});
const rate = (TaxType: string, Name: string, EffectiveRate: number, classes: readonly string[]): Json => ({
  TaxType,
  Name,
  EffectiveRate,
  DisplayTaxRate: EffectiveRate,
  Status: "ACTIVE",
  CanApplyToAssets: classes.includes("ASSET"),
  CanApplyToEquity: classes.includes("EQUITY"),
  CanApplyToExpenses: classes.includes("EXPENSE"),
  CanApplyToLiabilities: classes.includes("LIABILITY"),
  CanApplyToRevenue: classes.includes("REVENUE"),
});

const ALL = ["ASSET", "EQUITY", "EXPENSE", "LIABILITY", "REVENUE"];

/** What each organisation begins with: a small chart of a builder. */
const AT_FIRST: Readonly<Record<ChartKind, readonly Json[]>> = {
  Accounts: [
    account("200", "Sales", "REVENUE", "REVENUE", "OUTPUT"),
    account("310", "Subcontractors", "DIRECTCOSTS", "EXPENSE", "INPUT"),
    account("320", "Materials", "DIRECTCOSTS", "EXPENSE", "INPUT"),
    account("330", "Equipment hire", "DIRECTCOSTS", "EXPENSE", "INPUT"),
    account("429", "General expenses", "EXPENSE", "EXPENSE", "NONE"),
    account("620", "Retainage receivable", "CURRENT", "ASSET", "NONE"),
    account("820", "Sales tax", "CURRLIAB", "LIABILITY", "NONE"),
    account("850", "Retainage payable", "CURRLIAB", "LIABILITY", "NONE"),
  ],
  TaxRates: [
    rate("INPUT", "Tax on purchases", 0, ["ASSET", "EXPENSE", "LIABILITY", "EQUITY"]),
    rate("OUTPUT", "Tax on sales", 0, ["REVENUE", "LIABILITY", "ASSET", "EQUITY"]),
    rate("NONE", "Tax exempt", 0, ALL),
  ],
  Currencies: ["USD", "CAD", "EUR", "GBP", "JPY", "KWD", "AUD", "NZD", "HUF"].map((Code) => ({
    Code,
    Description: Code,
  })),
};

/** An organisation's accounts, tax rates, currencies and lock dates. */
export class Chart {
  constructor(
    private readonly store: LedgerStore,
    private readonly tenant: string,
  ) {}

  list(kind: ChartKind): Json[] {
    const rows = new Map(AT_FIRST[kind].map((row) => [textOf(row[CHART_KINDS[kind]]), row]));
    for (const row of this.store.chart(this.tenant, kind)) rows.set(textOf(row[CHART_KINDS[kind]]), row);
    return [...rows.values()].filter(({ Status }) => Status !== "GONE");
  }

  find(kind: ChartKind, code: string): Json | null {
    return this.list(kind).find((row) => row[CHART_KINDS[kind]] === code) ?? null;
  }

  /** Makes or changes a row; what has no code comes to nothing. */
  put(kind: ChartKind, given: Json): Json | null {
    const code = textOf(given[CHART_KINDS[kind]]) || this.codeOf(given);
    if (code === "") return null;
    const row = { Status: "ACTIVE", ...(this.find(kind, code) ?? {}), ...given, [CHART_KINDS[kind]]: code };
    this.store.keepChart(this.tenant, kind, code, row);
    return row;
  }

  /** For what Xero's API cannot do: unsubscribing a currency, setting lock dates. */
  drop(kind: ChartKind, code: string): void {
    this.store.keepChart(this.tenant, kind, code, { [CHART_KINDS[kind]]: code, Status: "GONE" });
  }

  organisation(): Json {
    const [own] = this.store.chart(this.tenant, "Organisation");
    return {
      OrganisationID: this.tenant,
      Name: "Sandbox organisation",
      BaseCurrency: "USD",
      CountryCode: "US",
      Edition: "BUSINESS",
      Class: "PREMIUM",
      Timezone: "EASTERNSTANDARDTIME",
      ...own,
    };
  }

  /** @param days "PeriodLockDate" and "EndOfYearLockDate", each a day or null for none */
  lock(days: Readonly<Record<string, string | null>>): void {
    const dates = Object.entries(days).map(([name, day]) => [name, day === null ? "" : wireDate(Date.parse(day))]);
    this.keepOrganisation(Object.fromEntries(dates) as Json);
  }

  /** When bills of contacts without terms of their own are due; null: nothing is said. */
  setTerms(bills: Json | null): void {
    this.keepOrganisation({ PaymentTerms: bills === null ? {} : { Bills: bills } });
  }

  private keepOrganisation(more: Json): void {
    const next = { ...this.store.chart(this.tenant, "Organisation")[0], ...more };
    this.store.keepChart(this.tenant, "Organisation", "1", next);
  }

  private codeOf({ AccountID }: Json): string {
    return textOf(this.list("Accounts").find((row) => AccountID && row.AccountID === AccountID)?.Code);
  }
}

/**
 * What a document's accounts, tax rates, currency and day are refused for, in the ledger's words as integrators quote them:
 * help.dext.com "Xero publishing errors"; support.approvalmax.com "Business validation errors"; XeroAPI/Xero-Java#336 (tax
 * type on an account); XeroAPI/Xero-NetStandard#364 (account code); help.file.ai (currency, lock date, and that a draft may
 * lie in a locked period).
 * @param posted whether it reaches the accounts: a bill that is approved
 */
export function bookingFaults(body: Json, chart: Chart, posted: boolean): string[] {
  const faults: string[] = [];
  const currency = textOf(body.CurrencyCode);
  if (currency !== "" && !chart.find("Currencies", currency))
    faults.push(`Organisation is not subscribed to currency ${currency}`);
  if (posted) faults.push(...lockFaults(textOf(body.Date), chart.organisation()));
  for (const line of listOf(body.LineItems)) faults.push(...lineFaults(line, chart));
  return faults;
}

function lineFaults({ AccountCode, TaxType }: Json, chart: Chart): string[] {
  const [code, tax] = [textOf(AccountCode), textOf(TaxType)];
  const found = code === "" ? null : chart.find("Accounts", code);
  const rate = tax === "" ? null : chart.find("TaxRates", tax);
  const faults: string[] = [];
  if (code !== "" && !found) faults.push(`Account code '${code}' is not a valid code for this document.`);
  if (found && found.Status !== "ACTIVE")
    faults.push(
      `Account code '${code}' has been archived, or has been deleted. Each line item must reference a valid account.`,
    );
  if (tax !== "" && rate?.Status !== "ACTIVE")
    faults.push(`The TaxType code ${tax} does not exist or cannot be used for this type of transaction.`);
  else if (rate && found && rate[APPLIES[textOf(found.Class)] ?? ""] !== true)
    faults.push(`The TaxType code '${tax}' cannot be used with account code '${code}'.`);
  return faults;
}

const APPLIES: Readonly<Record<string, string>> = {
  ASSET: "CanApplyToAssets",
  EQUITY: "CanApplyToEquity",
  EXPENSE: "CanApplyToExpenses",
  LIABILITY: "CanApplyToLiabilities",
  REVENUE: "CanApplyToRevenue",
};

function lockFaults(date: string, { PeriodLockDate, EndOfYearLockDate }: Json): string[] {
  const before = (lock: unknown) => dayOf(lock) !== "" && date !== "" && dayOf(date) <= dayOf(lock);
  const told = (name: string, lock: unknown) =>
    before(lock) ? [`The document date cannot be before the ${name} lock date, currently set at ${dayOf(lock)}`] : [];
  return [...told("period", PeriodLockDate), ...told("end of year", EndOfYearLockDate)];
}

function dayOf(value: unknown): string {
  const match = /\/Date\((-?\d+)/.exec(textOf(value));
  return match ? new Date(Number(match[1])).toISOString().slice(0, 10) : textOf(value).slice(0, 10);
}
