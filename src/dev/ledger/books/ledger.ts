import { randomUUID } from "node:crypto";
import { Chart } from "./chart";
import {
  allocationFaults,
  invoiceFaults,
  paymentFaults,
  purchaseOrderFaults,
  documentFaults,
  withTracking,
  type Books,
} from "./document-rules";
import { isJson, KINDS, listOf, textOf, wireDate, type Json, type KindName } from "../ledger-object";
import type { LedgerStore } from "../ledger-store";
import { categoryFaults, contactFaults, itemFaults, optionFaults, type Lists } from "./list-rules";
import { settled, withTotals } from "./totals";

/** What became of one row that was written. */
export interface Written {
  readonly body: Json;
  readonly faults: readonly string[];
}

/** One organisation's books: writes rows by the ledger's rules. */
export class Ledger {
  constructor(
    private readonly store: LedgerStore,
    readonly tenant: string,
  ) {}

  /**
   * Makes or changes a row; one with faults is left as it was.
   * @param creating PUT: never a change, where the kind knows the difference
   */
  write(kind: KindName, given: Json, creating: boolean, now: number): Written {
    const before = this.before(kind, given, creating);
    const merged = prepared(kind, { ...(before ?? {}), ...given });
    const faults = this.faults(kind, merged, before, creating);
    if (faults.length > 0) return { body: merged, faults };
    const body = this.keep(kind, merged, before, now);
    if (kind === "Payments") this.pay(body, before, now);
    return { body, faults };
  }

  addOption(categoryId: string, name: string, now: number): Written | null {
    const category = this.store.byId(this.tenant, "TrackingCategories", categoryId)?.body;
    if (!category) return null;
    const faults = optionFaults(name, category);
    const option = { TrackingOptionID: randomUUID(), Name: name, Status: "ACTIVE" };
    if (faults.length === 0)
      this.keep("TrackingCategories", { ...category, Options: [...listOf(category.Options), option] }, category, now);
    return { body: faults.length === 0 ? option : { Name: name }, faults };
  }

  /** @param given what is new of it; null: it is taken away */
  changeOption(categoryId: string, optionId: string, given: Json | null, now: number): Written | null {
    const category = this.store.byId(this.tenant, "TrackingCategories", categoryId)?.body;
    const options = listOf(category?.Options);
    const option = options.find(({ TrackingOptionID }) => TrackingOptionID === optionId);
    if (!category || !option) return null;
    const others = options.filter((one) => one !== option);
    const next: Json = { ...option, ...(given ?? {}), TrackingOptionID: optionId };
    const faults = given === null ? [] : optionFaults(textOf(next.Name), { ...category, Options: others });
    if (faults.length > 0) return { body: next, faults };
    const kept = given === null ? others : options.map((one) => (one === option ? next : one));
    this.keep("TrackingCategories", { ...category, Options: kept }, category, now);
    return { body: next, faults };
  }

  private before(kind: KindName, given: Json, creating: boolean): Json | null {
    const id = textOf(given[KINDS[kind].idField]);
    if (id !== "") return this.store.byId(this.tenant, kind, id)?.body ?? null;
    return creating ? null : this.named(kind, given);
  }

  /** POST without an id changes what has the same code, number or name, whoever made it. */
  private named(kind: KindName, given: Json): Json | null {
    switch (kind) {
      case "Items":
        return this.books().itemByCode(textOf(given.Code));
      case "Contacts": {
        const number = textOf(given.ContactNumber);
        const numbered = number === "" ? [] : this.lists().contactsNumbered(number);
        return numbered[0] ?? this.lists().activeContactsNamed(textOf(given.Name))[0] ?? null;
      }
      case "PurchaseOrders": {
        const orders = this.books().purchaseOrdersNumbered(textOf(given.PurchaseOrderNumber));
        return orders.find(({ Status }) => Status !== "DELETED") ?? null;
      }
      default:
        return null;
    }
  }

  private faults(kind: KindName, body: Json, before: Json | null, creating: boolean): string[] {
    switch (kind) {
      case "Contacts":
        return contactFaults(body, before, this.lists());
      case "Items":
        return itemFaults(body, before, this.lists(), creating);
      case "TrackingCategories":
        return before ? [] : categoryFaults(body, this.lists());
      case "PurchaseOrders":
        return purchaseOrderFaults(body, before, this.books());
      case "Invoices":
        return invoiceFaults(body, before, this.books());
      case "Payments":
        return before ? [] : paymentFaults(body, this.books());
      case "BankTransactions":
      case "CreditNotes":
        return documentFaults(body, this.books());
    }
  }

  private keep(kind: KindName, body: Json, before: Json | null, now: number): Json {
    const { idField, numberField } = KINDS[kind];
    const id = textOf(before?.[idField]) || randomUUID();
    const number = textOf(body[numberField]) || (kind === "PurchaseOrders" ? this.nextOrderNumber() : "");
    const shown = withTracking(body, this.books().trackingCategories());
    const kept = { ...shown, [idField]: id, [numberField]: number, UpdatedDateUTC: wireDate(now) };
    const status = textOf(body.Status) || textOf(body.ContactStatus);
    this.store.put(this.tenant, { id, kind, number, status, updatedAt: now, body: kept });
    return kept;
  }

  private nextOrderNumber(): string {
    return `PO-${String(this.store.count(this.tenant, "PurchaseOrders") + 1).padStart(4, "0")}`;
  }

  /** A payment lowers what is due, and pays the bill in full in the end; deleted, it gives that back. */
  private pay(payment: Json, before: Json | null, now: number): void {
    const gone = payment.Status === "DELETED";
    if (gone ? !before || before.Status === "DELETED" : before !== null) return;
    const invoice = this.books().invoice(isJson(payment.Invoice) ? textOf(payment.Invoice.InvoiceID) : "");
    if (!invoice) return;
    const amount = Number(payment.Amount);
    const next = { ...invoice, ...settled(invoice, "AmountPaid", gone ? -amount : amount) };
    this.keep("Invoices", next, invoice, now);
  }

  /** A credit note takes off what is due of a bill. Null: there is no such note or bill. */
  allocate(noteId: string, given: Json, now: number): Written | null {
    const note = this.store.byId(this.tenant, "CreditNotes", noteId)?.body;
    const invoice = this.books().invoice(isJson(given.Invoice) ? textOf(given.Invoice.InvoiceID) : "");
    if (!note || !invoice) return null;
    const faults = allocationFaults(given, note, invoice);
    if (faults.length > 0) return { body: given, faults };
    const amount = Number(given.Amount);
    this.keep("Invoices", { ...invoice, ...settled(invoice, "AmountCredited", amount) }, invoice, now);
    const allocation = { Amount: amount, Invoice: { InvoiceID: invoice.InvoiceID }, Date: wireDate(now) };
    this.keep("CreditNotes", { ...note, Allocations: [...listOf(note.Allocations), allocation] }, note, now);
    return { body: allocation, faults: [] };
  }

  private books(): Books {
    const { store, tenant } = this;
    return {
      contact: (id) => store.byId(tenant, "Contacts", id)?.body ?? null,
      itemByCode: (code) => store.byNumber(tenant, "Items", code)[0]?.body ?? null,
      trackingCategories: () => store.list(tenant, "TrackingCategories").map(({ body }) => body),
      purchaseOrdersNumbered: (number) => store.byNumber(tenant, "PurchaseOrders", number).map(({ body }) => body),
      invoice: (id) => store.byId(tenant, "Invoices", id)?.body ?? null,
      chart: new Chart(store, tenant),
    };
  }

  private lists(): Lists {
    const { store, tenant } = this;
    return {
      activeContactsNamed: (name) =>
        store
          .byNumber(tenant, "Contacts", name)
          .map(({ body }) => body)
          .filter(({ ContactStatus }) => ContactStatus === "ACTIVE"),
      contactsNumbered: (number) =>
        store
          .list(tenant, "Contacts")
          .map(({ body }) => body)
          .filter(({ ContactNumber }) => ContactNumber === number),
      itemByCode: (code) => store.byNumber(tenant, "Items", code)[0]?.body ?? null,
      itemCount: () => store.count(tenant, "Items"),
      categories: () => store.list(tenant, "TrackingCategories").map(({ body }) => body),
    };
  }
}

/** Fields that the ledger fills in itself. */
function prepared(kind: KindName, body: Json): Json {
  switch (kind) {
    case "Contacts":
      return { ContactStatus: "ACTIVE", ...body };
    case "Items":
      return body;
    case "TrackingCategories":
      return { Status: "ACTIVE", Options: [], ...body };
    case "Payments":
      return { Status: "AUTHORISED", ...body };
    case "PurchaseOrders":
      return withTotals({ Status: "DRAFT", ...body });
    case "Invoices":
    case "BankTransactions":
    case "CreditNotes":
      return withTotals({ Status: kind === "Invoices" ? "DRAFT" : "AUTHORISED", ...body });
  }
}
