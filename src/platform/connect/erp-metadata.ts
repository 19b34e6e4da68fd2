import { connectorItem } from "../../erp/catalogue/catalogue";
import type { RecordField } from "../../erp/catalogue/catalogue-item";
import type { Locale } from "../../kernel/locale";
import type { Feature } from "../../policy/model/vocabulary";

type Json = Readonly<Record<string, unknown>>;

/** What the platform calls each kind of data; those that no connector carries are switched off by name. */
const ENTITIES: Readonly<Record<string, Feature>> = {
  standard_cost_codes: "cost_code",
  standard_categories: "cost_code",
  vendors: "vendor",
  jobs: "project",
  sub_jobs: "sub_job",
  budgets: "budget",
  job_costs: "job_cost",
  job_cost_transactions: "job_cost",
  commitments: "commitment",
  commitment_items: "commitment",
  commitment_change_orders: "commitment_change_order",
  requisitions: "subcontractor_invoice",
  payment_applications: "owner_invoice",
  prime_contracts: "prime_contract",
  prime_contract_change_orders: "prime_contract_change_order",
};
/** Only these may be exported again while the ledger holds them. */
const UPDATED: readonly Feature[] = ["project", "commitment"];
const UNLINKED = ["vendors", "jobs", "commitments", "commitment_change_orders", "requisitions"];
const STAGED = ["vendors", "jobs"];

/** How the platform calls a field of the catalogue's rules, in the entity. */
const FIELDS: Readonly<Partial<Record<RecordField, string>>> = {
  code: "code",
  description: "name",
  name: "name",
  number: "number",
  title: "title",
  billing_date: "billing_date",
  period_start: "period_start",
  period_end: "period_end",
};

const TEXTS: Readonly<Record<Locale, { readonly tooLong: string; readonly missing: string }>> = {
  en: { tooLong: "Too long for Xero: %{length} characters at most.", missing: "Xero needs it." },
  fr: { tooLong: "Trop long pour Xero : au plus %{length} caractères.", missing: "Xero en a besoin." },
};

/** The integration as the platform's ERP tool shows it, made from the feature catalogue: entities, directions, rules with our texts. */
export function erpMetadata(connector: string, locale: Locale): Json {
  const entities = Object.entries(ENTITIES).map(([name, feature]) => [name, entity(connector, name, feature, locale)]);
  const label = { name: "Xero", id_name: "Xero", short_name: "Xero" };
  return { settings: { labels: label, entities: Object.fromEntries(entities) as Json } };
}

function entity(connector: string, name: string, feature: Feature, locale: Locale): Json {
  const item = connectorItem(connector, feature);
  const exports = item?.exports ?? false;
  const imports = item?.imports ?? false;
  if (!exports && !imports) return { enabled: false };
  const configs = {
    export: {
      enabled: exports,
      create: { enabled: exports },
      update: { enabled: exports && UPDATED.includes(feature) },
    },
    import: { enabled: imports && STAGED.includes(name) },
    unlink: { enabled: UNLINKED.includes(name) },
    ...(STAGED.includes(name) ? { staged_records: { enabled: true } } : {}),
    ...(name === "commitments"
      ? {
          export_purchase_orders: { enabled: true },
          export_subcontracts: { enabled: true },
          // Two orders of one number could not be told apart by people.
          allow_duplicate_codes: { enabled: false },
          procore_contract_number: { enabled: true },
        }
      : {}),
  };
  const tab = { enabled: true, columns: { code: { enabled: true, text: "Xero ID" } } };
  return { enabled: true, configs, tab, rules: { export: { fields: rules(connector, feature, locale) } } };
}

function rules(connector: string, feature: Feature, locale: Locale): Json {
  const item = connectorItem(connector, feature);
  const texts = TEXTS[locale];
  const fields: Record<string, Record<string, Json>> = {};
  const add = (field: RecordField | null, kind: string, rule: Json) => {
    const name = field && FIELDS[field];
    if (name) fields[name] = { ...fields[name], [kind]: { enabled: true, ...rule } };
  };
  for (const { field, bound, value, unit } of item?.limits ?? [])
    if (bound === "at_most" && unit === "characters")
      add(field, "max_length", { length: value, message: texts.tooLong });
  for (const rule of item?.prerequisites ?? [])
    if (rule.kind === "fields_present" && rule.direction === "export")
      for (const field of rule.fields) add(field, "present", { message: texts.missing });
  return Object.fromEntries(Object.entries(fields).map(([name, validation]) => [name, { enabled: true, validation }]));
}
