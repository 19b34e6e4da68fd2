import type { FastifyInstance, FastifyReply } from "fastify";
import { template } from "../../../kernel/html";
import { Ledger } from "../books/ledger";
import { isKindName, KINDS, textOf, type Json, type KindName } from "../ledger-object";
import { sendPage } from "./page-frame";
import type { SandboxParts } from "../sandbox-parts";

interface Field {
  readonly name: string;
  /** What it can be; left out: any text. */
  readonly choices?: readonly string[];
}

/** What a bookkeeper may change on a document's page: enough to make the books differ from what was sent. */
const FIELDS: Partial<Record<KindName, readonly Field[]>> = {
  Invoices: [
    { name: "Status", choices: ["DRAFT", "SUBMITTED", "AUTHORISED", "VOIDED", "DELETED"] },
    { name: "DueDate" },
  ],
  PurchaseOrders: [
    { name: "Status", choices: ["DRAFT", "SUBMITTED", "AUTHORISED", "BILLED", "DELETED"] },
    { name: "Date" },
  ],
  Contacts: [{ name: "ContactStatus", choices: ["ACTIVE", "ARCHIVED"] }, { name: "Name" }, { name: "EmailAddress" }],
  Items: [{ name: "Name" }, { name: "Description" }],
};

interface Address {
  readonly tenant: string;
  readonly kind: string;
  readonly id: string;
}

export function documentPath(tenant: string, kind: KindName, id: string): string {
  return `/documents/${encodeURIComponent(tenant)}/${kind}/${encodeURIComponent(id)}`;
}

/** A page for each document, on which it can be changed as a bookkeeper would in Xero. */
export function addDocumentPage(http: FastifyInstance, parts: SandboxParts): void {
  const { store, tenants, clock, webhooks } = parts;
  const found = ({ tenant, kind, id }: Address) =>
    isKindName(kind) && tenants.some((one) => one.id === tenant) ? store.byId(tenant, kind, id) : null;

  http.get<{ Params: Address }>("/documents/:tenant/:kind/:id", async ({ params }, reply) => {
    const document = found(params);
    return document ? show(reply, document.kind, document.body, []) : reply.code(404).send("Not found");
  });

  http.post<{ Params: Address; Body: Record<string, unknown> }>(
    "/documents/:tenant/:kind/:id",
    async ({ params, body, headers }, reply) => {
      // Only from the page itself: other sites' pages may send forms here too.
      if (headers.origin !== undefined && headers.origin !== `http://${headers.host ?? ""}`)
        return reply.code(403).send("Not from here");
      const document = found(params);
      if (!document) return reply.code(404).send("Not found");
      const { kind, id } = document;
      const { idField } = KINDS[kind];
      const given: Json = { [idField]: id, ...changesIn(kind, document.body, body) };
      const { answer, changed } = store.changes.during(() =>
        store.atomically(() => new Ledger(store, params.tenant).write(kind, given, false, clock.now().getTime())),
      );
      if (answer.faults.length > 0) return show(reply.code(400), kind, document.body, answer.faults);
      webhooks?.tell(changed);
      return reply.redirect(documentPath(params.tenant, kind, id), 303);
    },
  );
}

function changesIn(kind: KindName, before: Json, form: Record<string, unknown> | null): Json {
  const given = (FIELDS[kind] ?? []).flatMap(({ name, choices }) => {
    const value = form?.[name];
    const fits = typeof value === "string" && value !== textOf(before[name]) && (choices?.includes(value) ?? true);
    return fits ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

interface Shown {
  readonly title: string;
  readonly faults: readonly string[];
  readonly fields: readonly (Field & { readonly value: string })[];
  readonly json: string;
}

const content = template<Shown>(`<p><a href="/">All books</a></p><h1><%= it.title %></h1>
<% for (const fault of it.faults) { %><p class="fault"><%= fault %></p><% } %>
<% if (it.fields.length > 0) { %>
<form method="post"><% for (const { name, choices, value } of it.fields) { %><label><%= name %> <% if (choices) { %><select name="<%= name %>"><% for (const one of new Set([value, ...choices])) { %><option<% if (one === value) { %> selected<% } %>><%= one %></option><% } %></select><% } else { %><input name="<%= name %>" value="<%= value %>"><% } %></label><% } %><button>Save</button></form>
<% } %>
<pre><%= it.json %></pre>`);

function show(reply: FastifyReply, kind: KindName, body: Json, faults: readonly string[]): FastifyReply {
  const name = textOf(body[KINDS[kind].numberField]) || textOf(body[KINDS[kind].idField]);
  const fields = (FIELDS[kind] ?? []).map((field) => ({ ...field, value: textOf(body[field.name]) }));
  const title = `${kind}: ${name}`;
  return sendPage(reply, title, content({ title, faults, fields, json: JSON.stringify(body, null, 2) }));
}
