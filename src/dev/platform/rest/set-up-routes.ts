import { objectOf, textOf, type Json, type PlatformStore, type Thing } from "../platform-store";
import type { PlatformParts } from "../platform-parts";
import { Refused, type AddRest, type RestRequest } from "./rest-gate";

/** The company's tools whose levels the service account can be asked for. */
const TOOLS = ["Admin", "Directory", "ERP Integrations", "Webhooks API"] as const;

/** The service account, its levels, ERP connections, hooks and triggers. */
export function addSetUpRoutes(add: AddRest, parts: PlatformParts): void {
  const { store, clock } = parts;
  add("GET", "/rest/v1.0/me", ({ company }) => {
    const account = serviceAccount(store, company);
    return { id: account.id, login: account.body["email_address"], name: account.body["name"] };
  });
  add("GET", "/rest/v1.0/settings/permissions", ({ company }) => {
    const permissions = objectOf(serviceAccount(store, company).body["permissions"]);
    return { tools: TOOLS.map((name) => ({ name, user_access_level: permissions[name] ?? "None" })) };
  });
  add("GET", "/rest/v1.0/erp_connections", ({ company }) =>
    store.list("erp_connection", company).map(({ body }) => body),
  );
  add("POST", "/rest/v1.0/erp_connections", ({ company, body }) => {
    requireLevel(store, company, "ERP Integrations");
    const before = store.list("erp_connection", company)[0];
    const id = before?.id ?? store.newId();
    const list = before?.body["standard_cost_code_list_id"] ?? store.newId();
    const metadata = objectOf(body["erp_connection"])["metadata"];
    const row = { id, metadata, standard_cost_code_list_id: list, updated_at: clock.now().toISOString() };
    store.put("erp_connection", { id, company, body: row });
    return row;
  });
  add("DELETE", "/rest/v1.0/erp_connections/:id", ({ params }) => {
    store.drop("erp_connection", Number(params["id"]));
    return {};
  });
  addHooks(add, store);
}

const HOOKS = "/rest/v1.0/webhooks/hooks";

function addHooks(add: AddRest, store: PlatformStore): void {
  // The secret is written, and never read back.
  const shown = ({ body: { destination_headers: _secret, ...rest } }: Thing) => rest;
  add("GET", HOOKS, ({ company, query }) =>
    store
      .list("hook", company)
      .filter(({ body }) => query["namespace"] === undefined || body["namespace"] === query["namespace"])
      .map(shown),
  );
  add("POST", HOOKS, ({ company, body }) => {
    const id = store.newId();
    const hook = { id, company, body: { ...checkedHook(objectOf(body["hook"])), id, api_version: apiVersion(body) } };
    store.put("hook", hook);
    return shown(hook);
  });
  add("PATCH", `${HOOKS}/:id`, (request) => {
    const before = hookOf(store, request);
    const hook = { ...before, body: { ...before.body, ...checkedHook(objectOf(request.body["hook"])) } };
    store.put("hook", hook);
    return shown(hook);
  });
  add("DELETE", `${HOOKS}/:id`, (request) => {
    const hook = hookOf(store, request);
    for (const { id } of store.under("trigger", hook.id)) store.drop("trigger", id);
    store.drop("hook", hook.id);
    return {};
  });
  addTriggers(add, store);
  add("GET", `${HOOKS}/:id/deliveries`, (request) => deliveries(store, request));
}

function addTriggers(add: AddRest, store: PlatformStore): void {
  add("GET", `${HOOKS}/:id/triggers`, (request) =>
    store.under("trigger", hookOf(store, request).id).map(({ body }) => body),
  );
  add("POST", `${HOOKS}/:id/triggers`, (request) => {
    const hook = hookOf(store, request);
    const { resource_name, event_type } = objectOf(request.body["trigger"]);
    const id = store.newId();
    const body = { id, resource_name: textOf(resource_name), event_type: textOf(event_type) };
    store.put("trigger", { id, company: request.company, body }, hook.id);
    return body;
  });
}

const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  successful: ["delivered"],
  discarded: ["discarded"],
  failing: ["waiting"],
};

function deliveries(store: PlatformStore, request: RestRequest): Json[] {
  const hook = hookOf(store, request);
  const states = OUTCOMES[request.query["filter[status]"] ?? "any"];
  const rows = store
    .sql("SELECT id, event, state, attempts, status FROM delivery WHERE hook = @hook ORDER BY id DESC LIMIT 500")
    .all({ hook: hook.id }) as { id: number; event: string; state: string; attempts: number; status: number | null }[];
  return rows
    .filter(({ state }) => states?.includes(state) ?? true)
    .map(({ id, event, state, status }) => ({
      id,
      event: JSON.parse(event) as Json,
      outcome: state,
      response_status: status,
    }));
}

function hookOf(store: PlatformStore, { params, company }: RestRequest): Thing {
  const hook = store.get("hook", Number(params["id"]));
  if (hook?.company !== company) throw new Refused(404, "Hook not found");
  return hook;
}

function checkedHook(hook: Json): Json {
  if (!/^[a-z0-9-]+$/.test(textOf(hook["namespace"]))) throw new Refused(422, { namespace: ["is invalid"] });
  if (!/^https?:\/\//.test(textOf(hook["destination_url"])))
    throw new Refused(422, { destination_url: ["is invalid"] });
  return hook;
}

function apiVersion(body: Readonly<Record<string, unknown>>): string {
  return textOf(objectOf(body["hook"])["api_version"]) || "v2";
}

export function serviceAccount(store: PlatformStore, company: number): Thing {
  const found = store.list("user", company).find(({ body }) => body["is_service_account"] === true);
  if (!found) throw new Refused(403, "The service account has no directory record in this company");
  return found;
}

function requireLevel(store: PlatformStore, company: number, tool: (typeof TOOLS)[number]): void {
  const level = objectOf(serviceAccount(store, company).body["permissions"])[tool];
  if (level !== "Admin") throw new Refused(403, `You do not have permission: ${tool} needs Admin`);
}
