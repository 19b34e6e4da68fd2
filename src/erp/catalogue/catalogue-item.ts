import type { Bilingual } from "../../kernel/locale";
import type { Direction, Feature } from "../../policy/model/vocabulary";
import type { Source } from "./catalogue-sources";

/** ERPs that there is an adapter for, as people call them. */
export const CONNECTOR_NAMES = { xero: "Xero" } as const;
export type Connector = keyof typeof CONNECTOR_NAMES;
export const CONNECTORS = Object.keys(CONNECTOR_NAMES) as readonly Connector[];
/** Where nothing else is said: what a company without a connection would get. */
export const DEFAULT_CONNECTOR: Connector = "xero";

/** What a record becomes in the ERP, or is read from there; names as in Xero's API, "Bill" for an invoice of type ACCPAY. */
export type ErpObject =
  | "Item"
  | "TrackingOption"
  | "Contact"
  | "PurchaseOrder"
  | "PurchaseOrder lines"
  | "Bill ACCPAY"
  | "BillPayment"
  | "BankTransaction SPEND"
  | "CreditNote ACCPAYCREDIT";

/** Tabs of the platform's ERP tool. */
export type ToolTab =
  "cost_codes" | "projects" | "companies" | "commitments" | "change_orders" | "subcontractor_invoices" | "job_costs";

/** Fields of a record that a rule of the catalogue speaks of. */
export type RecordField =
  | "attachments"
  | "billing_date"
  | "code"
  | "default_retainage"
  | "description"
  | "lines"
  | "name"
  | "number"
  | "period_end"
  | "period_start"
  | "status"
  | "title"
  | "total"
  | "vendor";

/** Statuses of a record on the platform, or in the ERP where it is imported. */
export type RecordStatus = "approved" | "approved_as_noted" | "pending_owner_approval";

/** Settings on the platform that a record depends on. */
export type ProjectSetting = "active" | "erp_cost_code_list" | "new_project" | "tool_enabled";

interface Rule {
  readonly direction: Direction;
  readonly source: Source;
}

/** What must be true before a record can travel in that direction. */
export type Prerequisite =
  /** The record of that feature that this one refers to is synced. */
  | (Rule & { readonly kind: "feature_synced"; readonly feature: Feature })
  | (Rule & { readonly kind: "status"; readonly oneOf: readonly RecordStatus[] })
  | (Rule & { readonly kind: "fields_present"; readonly fields: readonly RecordField[] })
  /** The record's vendor is linked to one of the ERP. */
  | (Rule & { readonly kind: "vendor_linked" })
  /** At least so many lines carry a cost code of the ERP's list. */
  | (Rule & { readonly kind: "lines_with_erp_cost_code"; readonly atLeast: number })
  | (Rule & { readonly kind: "project_setting"; readonly setting: ProjectSetting })
  /** A counterpart in the ERP was looked for, to link and not to duplicate. */
  | (Rule & { readonly kind: "counterpart_looked_for" })
  /** Only these kinds of ERP records are read. */
  | (Rule & { readonly kind: "erp_object"; readonly oneOf: readonly ErpObject[] })
  /** Only what was made in the ERP after the company set the feature up. */
  | (Rule & { readonly kind: "made_after_set_up" });

export type LimitCode =
  | "active_tracking_categories"
  | "changes_per_line"
  | "code_length"
  | "codes_in_list"
  | "live_options"
  | "name_length"
  | "number_length"
  | "title_length"
  | "total_not_negative"
  | "tracking_categories"
  | "tracking_per_line";

export type LimitUnit = "categories" | "changes" | "characters" | "codes" | "elements" | "money" | "options";

/** A bound on a record or on how many there can be; `value` is inclusive. */
export interface Limit {
  readonly code: LimitCode;
  /** Null: the limit counts records, not a field's value. */
  readonly field: RecordField | null;
  readonly bound: "at_most" | "at_least";
  readonly value: number;
  readonly unit: LimitUnit;
  /** True where the source gives a rule of thumb, not a bound that is enforced. */
  readonly approximate: boolean;
  readonly source: Source;
}

/** Fields that the platform no longer lets people change. */
export interface Lock {
  readonly from: "submitted" | "synced";
  readonly fields: readonly RecordField[] | "all";
  readonly except: readonly RecordField[];
  /** False where the source names some of the fields and says that there are more. */
  readonly complete: boolean;
  readonly source: Source;
}

/** When records travel. Null: not in that direction, or not by themselves. */
export interface Schedule {
  readonly exports: "on_send" | null;
  readonly imports: "daily" | null;
  /** Whether people may ask for an import at any time. */
  readonly onDemand: boolean;
  readonly source: Source;
}

export interface Note {
  readonly text: Bilingual;
  readonly source: Source;
}

/** What one connector does with one feature. */
export interface ConnectorItem {
  readonly exports: boolean;
  readonly imports: boolean;
  /** Whether the company may do without it while it uses the features that do not build on it. */
  readonly optional: boolean;
  readonly erpObjects: readonly ErpObject[];
  /** Whether an accounting approver must send each record, unless the company lets it be exported directly. */
  readonly approverToExport: boolean;
  /** Whether the company may switch direct export on (see DIRECT_EXPORT_MODES). */
  readonly directExport: boolean;
  /** Tab of the ERP tool that shows it; null: none. */
  readonly tab: ToolTab | null;
  readonly prerequisites: readonly Prerequisite[];
  readonly limits: readonly Limit[];
  readonly locks: readonly Lock[];
  /** Null when nothing travels. */
  readonly schedule: Schedule | null;
  readonly notes: readonly Note[];
  /** Why nothing travels; null when something does. */
  readonly whyNot: Note | null;
}

/** One kind of data, and what each connector does with it. */
export interface CatalogueItem {
  readonly feature: Feature;
  readonly name: Bilingual;
  /** What the construction platform calls it. */
  readonly platformName: Bilingual;
  readonly connectors: Readonly<Record<Connector, ConnectorItem>>;
}
