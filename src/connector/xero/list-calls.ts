import type { AccountingApi } from "xero-node";
import type { Collection, ListQuery } from "../ledger-api";

export type ListCall = (
  api: AccountingApi,
  tenantId: string,
  query: ListQuery,
) => Promise<{ response: { data: unknown } }>;

/** The client's list calls, each with its own order of arguments. */
export const listCalls: Readonly<Record<Collection, ListCall>> = {
  Contacts: (api, tenantId, { where, page, modifiedSince }) =>
    api.getContacts(tenantId, date(modifiedSince), where, undefined, undefined, page),
  Items: (api, tenantId, { where, modifiedSince }) => api.getItems(tenantId, date(modifiedSince), where),
  TrackingCategories: (api, tenantId, { where }) => api.getTrackingCategories(tenantId, where),
  PurchaseOrders: (api, tenantId, { page, modifiedSince }) =>
    api.getPurchaseOrders(tenantId, date(modifiedSince), undefined, undefined, undefined, undefined, page),
  Invoices: (api, tenantId, { where, page, modifiedSince, invoiceNumbers }) =>
    api.getInvoices(
      tenantId,
      date(modifiedSince),
      where,
      undefined,
      undefined,
      invoiceNumbers === undefined ? undefined : [...invoiceNumbers],
      undefined,
      undefined,
      page,
    ),
  Payments: (api, tenantId, { where, page, modifiedSince }) =>
    api.getPayments(tenantId, date(modifiedSince), where, undefined, page),
  BankTransactions: (api, tenantId, { where, page, modifiedSince }) =>
    api.getBankTransactions(tenantId, date(modifiedSince), where, undefined, page),
  CreditNotes: (api, tenantId, { where, page, modifiedSince }) =>
    api.getCreditNotes(tenantId, date(modifiedSince), where, undefined, page),
};

function date(instant: string | undefined): Date | undefined {
  return instant === undefined ? undefined : new Date(instant);
}
