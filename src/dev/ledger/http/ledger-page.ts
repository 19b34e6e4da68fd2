import type { FastifyInstance } from "fastify";
import { escapeHtml } from "../../../kernel/html";
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
      return `<h1>${escapeHtml(name)}</h1>${sections.join("")}`;
    });
    const calls = store.arrivals(SHOWN).map((call) => ({ ...call, at: new Date(call.at).toISOString() }));
    const log = section("Last calls", ["at", "method", "path", "status", "note"], calls);
    const intro = "<p>This is the sandbox ledger: a stand-in for Xero on this machine. Nothing here leaves it.</p>";
    return sendPage(reply, "Sandbox ledger", `${intro}${told(webhooks)}${books.join("")}${log}`);
  });
}

function told(webhooks: SandboxParts["webhooks"]): string {
  if (!webhooks) return "";
  const { address, intent, delivered, left } = webhooks.standing;
  const counts = `${delivered} delivered, ${left} waiting; intent to receive: ${intent}`;
  return `<p>Changes of contacts, bills and credit notes are told to ${escapeHtml(address)} (${escapeHtml(counts)}).</p>`;
}

function section(title: string, columns: readonly string[], rows: readonly Json[]): string {
  if (rows.length === 0) return `<h2>${escapeHtml(title)}</h2><p class="none">Nothing yet.</p>`;
  const head = columns
    .map((column) => `<th${isFigure(rows, column) ? ' class="n"' : ""}>${escapeHtml(column)}</th>`)
    .join("");
  const body = rows
    .map(
      (row) => `<tr>${columns.map((column, index) => cell(row, column, index === 0 ? row[LINK] : null)).join("")}</tr>`,
    )
    .join("");
  return `<h2>${escapeHtml(title)}</h2><table><tr>${head}</tr>${body}</table>`;
}

/** @param link where the row's own page is */
function cell(row: Json, column: string, link: unknown): string {
  const value = shown(row, column);
  if (typeof link === "string") return `<td><a href="${escapeHtml(link)}">${escapeHtml(String(value) || "…")}</a></td>`;
  if (typeof value !== "number") return `<td>${escapeHtml(value)}</td>`;
  return `<td class="n">${AMOUNTS.has(column) ? AMOUNT.format(value) : value}</td>`;
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
