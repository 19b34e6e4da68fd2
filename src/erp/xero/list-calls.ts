import type { AccountingApi } from "xero-node";
import type { Collection, ListQuery } from "../connector/ledger-api";

export type ListCall = (
  api: AccountingApi,
  tenantId: string,
  query: ListQuery,
) => Promise<{ response: { data: unknown } }>;

/** The client's list calls, each with its own order of arguments. */
export const listCalls: Readonly<Record<Collection, ListCall>> = {
  Contacts: (api, tenantId, { where, page, modifiedSince, order, includeArchived }) =>
    api.getContacts(tenantId, date(modifiedSince), where, order, undefined, page, includeArchived),
  Items: (api, tenantId, { where, modifiedSince }) => api.getItems(tenantId, date(modifiedSince), where),
  TrackingCategories: (api, tenantId, { where, includeArchived }) =>
    api.getTrackingCategories(tenantId, where, undefined, includeArchived),
  PurchaseOrders: (api, tenantId, { page, modifiedSince, order }) =>
    api.getPurchaseOrders(tenantId, date(modifiedSince), undefined, undefined, undefined, order, page),
  Invoices: (api, tenantId, { where, page, modifiedSince, invoiceNumbers, order }) =>
    api.getInvoices(
      tenantId,
      date(modifiedSince),
      where,
      order,
      undefined,
      invoiceNumbers === undefined ? undefined : [...invoiceNumbers],
      undefined,
      undefined,
      page,
    ),
  Payments: (api, tenantId, { where, page, modifiedSince, order }) =>
    api.getPayments(tenantId, date(modifiedSince), where, order, page),
  BankTransactions: (api, tenantId, { where, page, modifiedSince, order }) =>
    api.getBankTransactions(tenantId, date(modifiedSince), where, order, page),
  CreditNotes: (api, tenantId, { where, page, modifiedSince, order }) =>
    api.getCreditNotes(tenantId, date(modifiedSince), where, order, page),
  Accounts: (api, tenantId, { where }) => api.getAccounts(tenantId, undefined, where),
  TaxRates: (api, tenantId, { where }) => api.getTaxRates(tenantId, where),
  Currencies: (api, tenantId, { where }) => api.getCurrencies(tenantId, where),
  Organisations: (api, tenantId) => api.getOrganisations(tenantId),
};

function date(instant: string | undefined): Date | undefined {
  return instant === undefined ? undefined : new Date(instant);
}
