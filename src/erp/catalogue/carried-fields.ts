import type { Feature } from "../../policy/model/vocabulary";

/**
 * Where each field of an item goes in the ledger, by the name that its API gives it; null: it stays on the platform. A test
 * holds this equal to what is sent, field by field.
 */
export type CarriedFields = Readonly<Record<string, string | null>>;

/** Of every item: whose books it is for, who made it, how far its workflow is. */
const OWN = { createdBy: null } as const;
const OF_DOCUMENTS = { ...OWN, project: "LineItem.Tracking", status: null, workflowCompleted: null } as const;
const LINES = {
  "lines.costCode": "LineItem.ItemCode",
  "lines.description": "LineItem.Description",
  "lines.amount": "LineItem.UnitAmount",
} as const;

export const CARRIED_FIELDS: Partial<Record<Feature, CarriedFields>> = {
  cost_code: { ...OWN, code: "Item.Code", description: "Item.Name", costType: null, connection: null },
  project: {
    ...OWN,
    project: null,
    name: "TrackingOption.Name",
    usesErpCostCodes: null,
    toolEnabled: null,
    isNew: null,
  },
  vendor: {
    ...OWN,
    number: null,
    name: "Contact.Name",
    connection: null,
    address: "Contact.Addresses[STREET].AddressLine1",
    city: "Contact.Addresses[STREET].City",
    region: "Contact.Addresses[STREET].Region",
    postalCode: "Contact.Addresses[STREET].PostalCode",
    country: "Contact.Addresses[STREET].Country",
    phone: "Contact.Phones[DEFAULT].PhoneNumber",
    fax: "Contact.Phones[FAX].PhoneNumber",
    email: "Contact.EmailAddress",
    taxNumber: "Contact.TaxNumber",
    counterpartLookedFor: null,
  },
  commitment: {
    ...OF_DOCUMENTS,
    kind: null,
    number: "PurchaseOrder.PurchaseOrderNumber",
    // Only where a line says nothing itself.
    title: null,
    vendor: "PurchaseOrder.Contact",
    date: "PurchaseOrder.Date",
    currency: "PurchaseOrder.CurrencyCode",
    defaultRetainage: null,
    deliveryInstructions: "PurchaseOrder.DeliveryInstructions",
    "lines.number": null,
    ...LINES,
  },
  commitment_change_order: {
    ...OF_DOCUMENTS,
    commitment: "PurchaseOrder",
    // Stands with our mark before what each of its lines says.
    number: "LineItem.Description",
    title: null,
    vendor: null,
    date: null,
    currency: null,
    "lines.commitmentLine": null,
    ...LINES,
  },
  subcontractor_invoice: {
    ...OF_DOCUMENTS,
    commitment: null,
    number: "Invoice.InvoiceNumber",
    title: null,
    vendor: "Invoice.Contact",
    billingDate: "Invoice.Date",
    periodStart: null,
    periodEnd: null,
    currency: "Invoice.CurrencyCode",
    ...LINES,
  },
};
