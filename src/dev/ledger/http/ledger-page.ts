import type { FastifyInstance } from "fastify";
import { template, type Html } from "../../../kernel/html";
import { documentPath } from "./document-page";
import { isJson, listOf, textOf, type Json, type KindName } from "../ledger-object";
import { sendPage } from "./page-frame";
import type { SandboxParts } from "../sandbox-parts";

const SHOWN = 200;
const SECTIONS: readonly { kind: KindName; title: string; columns: readonly string[] }[] = [
  {
    kind: "Invoices",
    title: "Bills",
    columns: ["InvoiceNumber", "Contact", "Date", "DueDate", "Status", "CurrencyCode", "Total", "AmountDue"],
  },
  {
    kind: "PurchaseOrders",
    title: "Purchase orders",
    columns: ["PurchaseOrderNumber", "Contact", "Date", "Status", "CurrencyCode", "Total", "Lines"],
  },
  { kind: "Contacts", title: "Contacts", columns: ["Name", "ContactNumber", "EmailAddress", "ContactStatus"] },
  { kind: "Items", title: "Items", columns: ["Code", "Name", "Description"] },
  { kind: "TrackingCategories", title: "Tracking categories", columns: ["Name", "Status", "Options"] },
  { kind: "Payments", title: "Payments", columns: ["Reference", "Amount", "Date", "Status"] },
  {
    kind: "BankTransactions",
    title: "Money spent and received",
    columns: ["Reference", "Type", "Date", "Status", "CurrencyCode", "Total"],
  },
];
const AMOUNTS = new Set(["Total", "AmountDue", "Amount"]);
const AMOUNT = new Intl.NumberFormat("en", { minimumFractionDigits: 2 });
const LINK = "link";

interface Cell {
  readonly text: string | number;
  readonly isFigure: boolean;
  /** Where the row's own page is; null: not in this cell. */
  readonly link: string | null;
}

interface Section {
  readonly title: string;
  readonly head: readonly { readonly column: string; readonly isFigure: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

const sectionHtml = template<Section>(`<h2><%= it.title %></h2>
<% if (it.rows.length === 0) { %><p class="none">Nothing yet.</p><% } else { %>
<table><tr><% for (const { column, isFigure } of it.head) { %><th<% if (isFigure) { %> class="n"<% } %>><%= column %></th><% } %></tr>
<% for (const row of it.rows) { %>
<tr><% for (const { text, isFigure, link } of row) { %><td<% if (isFigure) { %> class="n"<% } %>><% if (link) { %><a href="<%= link %>"><%= text %></a><% } else { %><%= text %><% } %></td><% } %></tr>
<% } %>
</table>
<% } %>`);

interface Books {
  readonly name: string;
  readonly sections: readonly Html[];
}

interface Content {
  /** What is told of changes, and to whom; null: nothing. */
  readonly told: string | null;
  readonly books: readonly Books[];
  readonly log: Html;
}

const content =
  template<Content>(`<p>This is the sandbox ledger: a stand-in for Xero on this machine. Nothing here leaves it.</p>
<% if (it.told) { %><p><%= it.told %></p><% } %>
<% for (const { name, sections } of it.books) { %><h1><%= name %></h1><% for (const section of sections) { %><%= section %><% } %><% } %>
<%= it.log %>`);

/** A page for people: what has arrived in the sandbox ledger, and the last calls. */
export function addLedgerPage(http: FastifyInstance, { store, tenants, webhooks }: SandboxParts): void {
  http.get("/", async (_request, reply) => {
    const books = tenants.map(({ id, name }) => {
      const contacts = new Map(store.list(id, "Contacts").map(({ id: contact, body }) => [contact, textOf(body.Name)]));
      const sections = SECTIONS.map(({ kind, title, columns }) => {
        const rows = store.list(id, kind).slice(-SHOWN).reverse();
        return section(
          `${title} (${store.count(id, kind)})`,
          columns,
          rows.map(({ id: document, body }) => ({
            ...withContact(body, contacts),
            [LINK]: documentPath(id, kind, document),
          })),
        );
      });
      return { name, sections };
    });
    const calls = store.arrivals(SHOWN).map((call) => ({ ...call, at: new Date(call.at).toISOString() }));
    const log = section("Last calls", ["at", "method", "path", "status", "note"], calls);
    return sendPage(reply, "Sandbox ledger", content({ told: told(webhooks), books, log }));
  });
}

function told(webhooks: SandboxParts["webhooks"]): string | null {
  if (!webhooks) return null;
  const { address, intent, delivered, left } = webhooks.standing;
  const counts = `${delivered} delivered, ${left} waiting; intent to receive: ${intent}`;
  return `Changes of contacts, bills and credit notes are told to ${address} (${counts}).`;
}

function section(title: string, columns: readonly string[], rows: readonly Json[]): Html {
  const head = columns.map((column) => ({ column, isFigure: isFigure(rows, column) }));
  const cells = rows.map((row) => columns.map((column, index) => cell(row, column, index === 0 ? row[LINK] : null)));
  return sectionHtml({ title, head, rows: cells });
}

function cell(row: Json, column: string, link: unknown): Cell {
  const value = shown(row, column);
  if (typeof link === "string") return { text: String(value) || "…", isFigure: false, link };
  if (typeof value !== "number") return { text: value, isFigure: false, link: null };
  return { text: AMOUNTS.has(column) ? AMOUNT.format(value) : value, isFigure: true, link: null };
}

function isFigure(rows: readonly Json[], column: string): boolean {
  return rows.some((row) => typeof shown(row, column) === "number");
}

/** A document names its contact by id alone; people read names. */
function withContact(body: Json, contacts: ReadonlyMap<string, string>): Json {
  if (!isJson(body.Contact)) return body;
  const name = textOf(body.Contact.Name) || contacts.get(textOf(body.Contact.ContactID));
  return name ? { ...body, Contact: { ...body.Contact, Name: name } } : body;
}

function shown(row: Json, column: string): string | number {
  if (column === "Contact") return isJson(row.Contact) ? textOf(row.Contact.Name) || textOf(row.Contact.ContactID) : "";
  if (column === "Options")
    return listOf(row.Options)
      .map(({ Name }) => textOf(Name))
      .join(", ");
  if (column === "Lines") return listOf(row.LineItems).length;
  const value = row[column];
  return typeof value === "number" ? value : textOf(value);
}
