import type { FastifyInstance, FastifyRequest } from "fastify";
import { template, type Html } from "../../../kernel/html";
import { sendPage } from "../../ledger/http/page-frame";
import type { PlatformParts } from "../platform-parts";
import { listOf, objectOf, textOf, type Json, type PlatformStore, type Thing } from "../platform-store";
import { standingOf } from "../tool/closing";
import { NotAllowed, type ErpTool, type Sendable } from "../tool/erp-tool";
import { PLATFORM_USERS } from "../tool/world";
import { DEMO_PLATFORM_COMPANY } from "../tool/world-parts";
import { row, type ShownObject } from "./object-row";

const COMPANY = DEMO_PLATFORM_COMPANY;

const SECTIONS: readonly { kind: Sendable; title: string; number: string; name: string }[] = [
  { kind: "commitment", title: "Purchase orders and subcontracts", number: "number", name: "title" },
  { kind: "change_order", title: "Commitment change orders", number: "number", name: "title" },
  { kind: "requisition", title: "Subcontractor invoices", number: "invoice_number", name: "billing_date" },
  { kind: "vendor", title: "Companies", number: "origin_code", name: "name" },
  { kind: "project", title: "Projects", number: "project_number", name: "name" },
  { kind: "standard_cost_code", title: "Standard cost codes", number: "full_code", name: "name" },
];

interface Section {
  readonly title: string;
  readonly rows: readonly Html[];
}

interface Content {
  /** Where the page looks again by itself; null: it does not. */
  readonly next: string | null;
  readonly people: readonly Person[];
  readonly as: Person;
  readonly said: string | undefined;
  readonly sections: readonly Section[];
}

const content =
  template<Content>(`<% if (it.next) { %><meta http-equiv="refresh" content="1; url=<%= it.next %>"><% } %>
<h1>Demo Builders</h1>
<p>This is the sandbox platform: a stand-in for the construction platform on this machine. Nothing here leaves it.
As a project manager, send something to the ERP; then, as an accounting approver, export it in the ERP tool. The ribbon says
how it stands: none, <b class="waiting">blue</b> waiting, <b class="given_back">yellow</b> given back,
<b class="synced">green</b> in the ledger, and locked. Who may send what is decided in Ledgergate: what it refuses is
given back here, with the reason and who can change it.</p>
<p>You are: <% for (const [index, { id, name, approver }] of it.people.entries()) { %><% if (index > 0) { %> · <% } %><% const label = approver ? name + " (accounting approver)" : name; %><% if (id === it.as.id) { %><b><%= label %></b><% } else { %><a href="/?as=<%= id %>"><%= label %></a><% } %><% } %></p>
<% if (it.said) { %><p class="fault"><%= it.said %></p><% } %>
<% for (const { title, rows } of it.sections) { %>
<h2><%= title %></h2><table><tr><th></th><th>Number</th><th>Name</th><th>Amount</th><th></th><th>What came back</th></tr>
<% for (const row of rows) { %><%= row %><% } %>
</table>
<% } %>`);

/** A page for people: what a person of the demo sees and does on the construction platform. */
export function addPlatformPage(http: FastifyInstance, { store }: PlatformParts, tool: ErpTool): void {
  http.get("/", async (request, reply) => {
    const query = request.query as Record<string, string | undefined>;
    const as = personOf(store, query["as"]);
    const sections = SECTIONS.map((section) => sectionOf(store, tool, section, as));
    const shown = content({
      ...{ next: refreshing(store, as, query), people: people(store), as },
      ...{ said: query["said"]?.slice(0, 300), sections: sections.filter(({ rows }) => rows.length > 0) },
    });
    return sendPage(reply, "Sandbox platform", shown);
  });
  for (const action of ["send", "retrieve", "export", "reject"] as const)
    http.post(`/page/${action}`, async (request, reply) => {
      const { as = "", kind = "", id = "", reason = "" } = (request.body ?? {}) as Record<string, string>;
      const said = isFromHere(request) ? act(tool, action, { as: Number(as), kind, id: Number(id), reason }) : "";
      return reply.redirect(addressOf(`${kind}-${id}`, { as, ...(said === "" ? {} : { said }) }), 303);
    });
}

/** The page with that row in view. */
function addressOf(row: string, query: Readonly<Record<string, string>>): string {
  return `/?${new URLSearchParams({ ...query, row }).toString()}#${encodeURIComponent(row)}`;
}

/** What is being exported changes by itself, soon. */
function refreshing(
  store: PlatformStore,
  { id }: Person,
  { row = "", turn }: Record<string, string | undefined>,
): string | null {
  if (!SECTIONS.some(({ kind }) => store.list(kind, COMPANY).some(isExporting))) return null;
  // A new query each time: browsers only scroll where the address differs in nothing but the fragment.
  return addressOf(row, { as: String(id), turn: String((Number(turn) || 0) + 1) });
}

function isExporting(thing: Thing): boolean {
  return standingOf(thing).state === "exporting";
}

/** Another site's form is nobody's act. */
function isFromHere({ headers }: FastifyRequest): boolean {
  return headers["sec-fetch-site"] !== "cross-site";
}

interface Act {
  readonly as: number;
  readonly kind: string;
  readonly id: number;
  readonly reason: string;
}

/** What was not allowed, in words; empty: it was done. */
function act(tool: ErpTool, action: "send" | "retrieve" | "export" | "reject", { as, kind, id, reason }: Act): string {
  const found = SECTIONS.find((section) => section.kind === kind);
  if (!found) return "There is no such kind.";
  try {
    if (action === "send") tool.send(found.kind, id);
    if (action === "retrieve") tool.retrieve(found.kind, id);
    if (action === "export") tool.export(as, found.kind, [id]);
    if (action === "reject") tool.reject(as, found.kind, id, reason);
    return "";
  } catch (error) {
    if (error instanceof NotAllowed) return error.message;
    throw error;
  }
}

interface Person {
  readonly id: number;
  readonly name: string;
  readonly approver: boolean;
}

function personOf(store: PlatformStore, given: string | undefined): Person {
  const found = store.get("user", Number(given)) ?? store.get("user", PLATFORM_USERS.manager);
  return found ? person(found) : { id: PLATFORM_USERS.manager, name: "Somebody", approver: false };
}

function person({ id, body }: Thing): Person {
  const level = textOf(objectOf(body["permissions"])["ERP Integrations"]);
  const approver = body["can_push_to_accounting"] === true && ["Standard", "Admin"].includes(level);
  return { id, name: textOf(body["name"]), approver };
}

function people(store: PlatformStore): Person[] {
  const users = store.list("user", COMPANY);
  return users
    .filter(({ body }) => body["is_service_account"] !== true && body["is_active"] !== false)
    .map((user) => person(user));
}

function sectionOf(
  store: PlatformStore,
  tool: ErpTool,
  { kind, title, number, name }: (typeof SECTIONS)[number],
  as: Person,
): Section {
  const rows = store.list(kind, COMPANY).map((thing) => {
    const shown: ShownObject = {
      kind,
      thing,
      number: textOf(thing.body[number]),
      name: textOf(thing.body[name]),
      amount: amountOf(thing.body),
      synced: tool.isSynced(kind, thing),
    };
    return row(shown, as);
  });
  return { title, rows };
}

function amountOf(body: Json): number | null {
  const items = listOf(body["items"]);
  if (items.length === 0) return null;
  return items.reduce((sum, { amount }) => sum + Number(textOf(amount)), 0);
}
