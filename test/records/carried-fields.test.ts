import { CARRIED_FIELDS } from "../../src/erp/catalogue/carried-fields";
import type { Json } from "../../src/dev/ledger/ledger-object";
import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import type { OfferedItem } from "../../src/records/approval/offering.service";
import { formOf, OFFERED, type Offered } from "../../src/records/item/forms";
import { BooksHouse } from "./books-house";
import { changeOrder, CODE, commitment, invoice, PROJECT, VENDOR } from "./record-house";

let at: BooksHouse;
beforeAll(async () => (at = await BooksHouse.open()), 60_000);
afterAll(() => at.close());

const fieldsOf = (feature: Offered) => {
  const { fields, lines } = formOf(feature);
  return [...fields.map(({ name }) => name), ...(lines ?? []).map(({ name }) => `lines.${name}`)];
};

test.each(OFFERED)("every field of a %s is said to go somewhere or to stay", (feature) => {
  expect(Object.keys(CARRIED_FIELDS[feature] ?? {}).sort()).toEqual(fieldsOf(feature).sort());
});

/** An item with a text of its own in every field that takes one. */
function full({ feature, values }: OfferedItem, more: Record<string, unknown> = {}): OfferedItem {
  return { feature, values: { ...values, createdBy: "maker@acme.test", ...more } };
}

const ITEMS: Record<Offered, OfferedItem> = {
  cost_code: full(CODE),
  project: full(PROJECT, { name: "Depot of the north" }),
  vendor: full(VENDOR, {
    ...{ address: "7 Mill Lane", city: "Ely", region: "Isle", postalCode: "CB7 4DL", country: "Wales" },
    ...{ phone: "+44 1353 1", fax: "+44 1353 2", email: "post@steel.test", taxNumber: "GB 77" },
  }),
  commitment: full(commitment(), {
    ...{ title: "The title", currency: "USD", defaultRetainage: "7.5", deliveryInstructions: "Ring twice" },
    lines: [{ number: "LN-1", costCode: "05-120", amount: "1000.50", description: "Beams" }],
  }),
  commitment_change_order: full(changeOrder(), {
    ...{ title: "The change", currency: "USD", date: "2026-10-07" },
    lines: [{ commitmentLine: "LN-1", costCode: "05-120", amount: "10.25", description: "Bolts" }],
  }),
  subcontractor_invoice: full(invoice(), {
    ...{ title: "The bill", currency: "USD", billingDate: "2026-10-30" },
    lines: [{ costCode: "05-120", amount: "400.75", description: "October" }],
  }),
};
const COLLECTIONS = {
  cost_code: "Items",
  project: "TrackingCategories",
  vendor: "Contacts",
  commitment: "PurchaseOrders",
  commitment_change_order: "PurchaseOrders",
  subcontractor_invoice: "Invoices",
} as const;

/** What stands at a place such as "Contact.Phones[FAX].PhoneNumber"; "LineItem" is the document's last line. */
function standing(body: Json, place: string): unknown {
  const [object = "", ...path] = place.split(".");
  const lines = (body["LineItems"] ?? []) as Json[];
  const options = (body["Options"] ?? []) as Json[];
  const root = object === "LineItem" ? lines.at(-1) : object === "TrackingOption" ? options.at(-1) : body;
  return path.reduce<unknown>((value, part) => {
    const [, name = "", kind] = /^(\w+)(?:\[(\w+)\])?$/.exec(part) ?? [];
    const found = (value as Json | undefined)?.[name];
    if (kind === undefined) return found;
    return (found as Json[]).find((one) => one["AddressType"] === kind || one["PhoneType"] === kind);
  }, root);
}

/** What stands there, as the item would write it. */
const REFERENCES: Record<string, (value: unknown) => unknown> = {
  "LineItem.Tracking": (value) => (value as Json[])[0]?.["Option"],
  "PurchaseOrder.Contact": (value) => (value as Json)["ContactID"],
  "Invoice.Contact": (value) => (value as Json)["ContactID"],
  PurchaseOrder: (value) => (value as Json)["PurchaseOrderNumber"],
  "LineItem.UnitAmount": (value) => (value as number).toFixed(2),
};

test.each(OFFERED)("and what is sent of a %s says the same, field by field", async (feature) => {
  const offered = ITEMS[feature];
  await at.delivered(offered);
  const body = at.ledger.store.list(SANDBOX_TENANT.id, COLLECTIONS[feature]).at(-1)?.body ?? {};
  const contact = at.ledger.store.list(SANDBOX_TENANT.id, "Contacts")[0]?.id;
  const lines = (offered.values["lines"] ?? []) as Record<string, unknown>[];
  for (const [field, place] of Object.entries(CARRIED_FIELDS[feature] ?? {})) {
    const given = field.startsWith("lines.") ? lines[0]?.[field.slice(6)] : offered.values[field];
    if (place === null) {
      // Flags and choices are words of the form alone.
      if (typeof given === "string" && /[A-Z.@-]/.test(given) && !["vendor", "commitment", "currency"].includes(field))
        expect([field, JSON.stringify(body).includes(given)]).toEqual([field, false]);
      continue;
    }
    const read = REFERENCES[place] ?? ((value: unknown) => value);
    const there = String(read(place === "PurchaseOrder" ? body : standing(body, place)));
    const wanted = field === "vendor" ? contact : field === "project" ? "Depot of the north" : given;
    expect([field, there]).toEqual([field, expect.stringContaining(String(wanted))]);
  }
});
