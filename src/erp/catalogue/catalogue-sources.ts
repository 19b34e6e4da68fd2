/**
 * Where the business rules of the catalogue come from: a short label to cite, and the address of the page.
 * Digest: a third party's digest of the platform's newest Xero manual, whose own pages were not readable as text.
 */
export const SOURCES = {
  "Xero data mapping guide": "https://beta.support.procore.com/product-manuals/xero/detailed-data-mapping",
  "Xero things to know":
    "https://en-ca.support.procore.com/products/online/user-guide/company-level/erp-integrations/xero/things-to-know-about-xero",
  "Xero things to know (digest)":
    "https://github.com/christiangerbich/procore-erp-map/blob/3e8537d4dc05d0146651273a7d5b6e23dd971367/sop-procore.json",
  "Xero sync schedule guide":
    "https://support.procore.com/integrations/xero/tutorials/configure-the-sync-schedule-for-erp",
  "Xero project guide": "https://support.procore.com/integrations/xero/tutorials/sync-procore-projects-with-erp",
  "Xero advanced settings guide":
    "https://support.procore.com/integrations/xero/tutorials/configure-advanced-settings-erp-integrations-for-erp",
  "Xero change order guide": "https://support.procore.com/integrations/xero/tutorials/export-a-cco-to-erp",
  "Xero bill payment guide":
    "https://support.procore.com/integrations/xero/tutorials/sync-erp-bill-payments-with-payments-issued-in-commitments",
  "Vendor linking guide":
    "https://support.procore.com/tc/procore/Legacy/ERP_Archives/Legacy_Xero_Tutorials/link-erp-vendors-to-procore-companies",
  "Commitment acceptance guide":
    "https://support.procore.com/products/online/user-guide/company-level/erp-integrations/general-erp-tutorials/send-a-commitment-to-erp-integrations-for-accounting-acceptance",
  "Change order acceptance guide":
    "https://support.procore.com/products/online/user-guide/company-level/erp-integrations/general-erp-tutorials/send-a-cco-to-erp-integrations-for-accounting-acceptance",
  "Change order export guide":
    "https://support.procore.com/products/online/user-guide/company-level/erp-integrations/general-erp-tutorials/export-a-cco-to-erp",
  "Invoice acceptance guide":
    "https://support.procore.com/products/online/user-guide/company-level/erp-integrations/general-erp-tutorials/send-subcontractor-invoices-to-erp-integrations-for-accounting-acceptance",
  "Invoice export guide":
    "https://support.procore.com/products/online/user-guide/company-level/erp-integrations/general-erp-tutorials/export-subcontractor-invoices-from-procore-to-erp",
  "Missing project FAQ":
    "https://fr-ca.support.procore.com/faq/why-is-my-procore-project-missing-from-the-erp-integrations-tool",
  "Staged records reference":
    "https://github.com/procore/documentation/blob/master/erp_integration/erp_staged_records.md",
  "Financial tools tutorial":
    "https://github.com/procore/documentation/blob/master/tutorials/tutorial_financial_tools.md",
  "Xero tracking categories reference": "https://developer.xero.com/documentation/api/tracking-categories",
  "Xero volume guidance": "https://www.liveca.ca/blog/what-are-the-transaction-limits-in-xero",
} as const;

/** Xero's published OpenAPI document, version 2.9.0 and later; a source names the schema and its property. */
export const XERO_OPENAPI = "https://github.com/XeroAPI/Xero-OpenAPI/blob/master/xero_accounting.yaml";

/** A short label of a source: one of SOURCES, or a property in Xero's OpenAPI document. */
export type Source = keyof typeof SOURCES | `Xero OpenAPI: ${string}`;

/** The address behind a label. */
export function addressOf(source: Source): string {
  const known: Readonly<Record<string, string>> = SOURCES;
  return known[source] ?? XERO_OPENAPI;
}
