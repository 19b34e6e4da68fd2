import type { FastifyInstance, FastifyReply } from "fastify";
import { escapeHtml } from "../../../kernel/html";
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

function show(reply: FastifyReply, kind: KindName, body: Json, faults: readonly string[]): FastifyReply {
  const name = textOf(body[KINDS[kind].numberField]) || textOf(body[KINDS[kind].idField]);
  const fields = (FIELDS[kind] ?? []).map((field) => inputOf(field, textOf(body[field.name]))).join("");
  const form = fields === "" ? "" : `<form method="post">${fields}<button>Save</button></form>`;
  const wrong = faults.map((fault) => `<p class="fault">${escapeHtml(fault)}</p>`).join("");
  const json = `<pre>${escapeHtml(JSON.stringify(body, null, 2))}</pre>`;
  const title = `${kind}: ${name}`;
  return sendPage(
    reply,
    escapeHtml(title),
    `<p><a href="/">All books</a></p><h1>${escapeHtml(title)}</h1>${wrong}${form}${json}`,
  );
}

function inputOf({ name, choices }: Field, value: string): string {
  if (!choices) return `<label>${name} <input name="${name}" value="${escapeHtml(value)}"></label>`;
  const options = [...new Set([value, ...choices])]
    .map((one) => `<option${one === value ? " selected" : ""}>${escapeHtml(one)}</option>`)
    .join("");
  return `<label>${name} <select name="${name}">${options}</select></label>`;
}
