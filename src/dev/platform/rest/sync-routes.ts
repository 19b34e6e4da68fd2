import { ITEM_TYPES, STAGED_STATUSES } from "../../../platform/port/item-types";
import { listOf, numberOf, textOf, type Json, type Kind, type PlatformStore } from "../platform-store";
import type { PlatformParts } from "../platform-parts";
import { Refused, type AddRest, type RestRequest } from "./rest-gate";

const MAX_ROWS = 1_000;
const COMPANY = "/rest/v1.0/companies/:company";
const STAGED_TYPES = [
  "vendor",
  "project",
  "sub_job",
  "prime_contract",
  "purchase_order_contract",
  "work_order_contract",
];

type Row = (row: Json, request: RestRequest) => Json;

/** Sync actions: always 200; of each row the entity, or the row with its errors. */
export function addSyncRoutes(add: AddRest, { store, clock }: PlatformParts): void {
  const sync = (path: string, row: Row) => add("PATCH", path, (request) => synced(request, row));
  sync(`${COMPANY}/external_data/sync`, (row, { company }) => external(store, company, row));
  sync(`${COMPANY}/staged_records/sync`, (row, { company }) => staged(store, company, row));
  const straight = (path: string, kind: Kind, names: readonly string[]) =>
    sync(path, (row, { company, body }) => upserted(store, kind, company, { ...without(body), ...row }, names));
  straight("/rest/v1.0/standard_cost_codes/sync", "standard_cost_code", ["code", "name"]);
  straight("/rest/v1.0/line_item_types/sync", "line_item_type", ["code", "name"]);
  straight("/rest/v1.0/erp_job_costs/sync", "job_cost", ["origin_id", "amount"]);
  straight("/rest/v1.0/invoice_payments/sync", "invoice_payment", ["origin_id", "amount", "requisition_id"]);
  straight("/rest/v1.0/cost_code_line_item_types/sync", "assignment", ["cost_code_id", "line_item_type_id"]);
  add("POST", `${COMPANY}/erp_status_management/unlink`, ({ company, body }) => {
    const itemType = textOf(body["item_type"]);
    const held = store.external(company, itemType, numberOf(body["item_id"]));
    if (held) store.putExternal(company, { ...held, origin_id: null, origin_code: null, origin_data: null });
    const row = stagedOf(store, company, itemType, held?.origin_id ?? "");
    if (row) store.put("staged_record", { ...row, body: { ...row.body, status: "staged" } });
    return { unlinked: true, at: clock.now().toISOString() };
  });
}

function without({ updates: _updates, ...rest }: Readonly<Record<string, unknown>>): Json {
  return rest;
}

function synced(request: RestRequest, row: Row): Json {
  const updates = listOf(request.body["updates"]);
  if (updates.length > MAX_ROWS) throw new Refused(422, `No more than ${MAX_ROWS} updates in one call`);
  const entities: Json[] = [];
  const errors: Json[] = [];
  for (const update of updates)
    try {
      entities.push(row(update, request));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      errors.push({ ...update, errors: error.errors });
    }
  return { entities, errors };
}

/** An origin id belongs to one item of its type in the company. */
function external(store: PlatformStore, company: number, row: Json): Json {
  const itemType = textOf(row["item_type"]);
  const itemId = numberOf(row["item_id"]);
  if (!(ITEM_TYPES as readonly string[]).includes(itemType))
    throw new Refused(422, { item_type: ["is not supported"] });
  if (!Number.isSafeInteger(itemId)) throw new Refused(422, { item_id: ["is not a number"] });
  const originId = row["origin_id"] === null ? null : textOf(row["origin_id"]) || null;
  const holder = originId === null ? null : store.externalByOrigin(company, itemType, originId);
  if (holder && holder.item_id !== itemId) throw new Refused(409, { origin_id: ["has already been taken"] });
  const value = {
    item_type: itemType,
    item_id: itemId,
    origin_id: originId,
    origin_code: originId === null ? null : textOf(row["origin_code"]) || null,
    origin_data: originId === null ? null : textOf(row["origin_data"]) || null,
  };
  store.putExternal(company, value);
  return value;
}

function stagedOf(store: PlatformStore, company: number, itemType: string, originId: string) {
  return store
    .list("staged_record", company)
    .find(({ body }) => body["item_type"] === itemType && body["origin_id"] === originId);
}

function staged(store: PlatformStore, company: number, row: Json): Json {
  const itemType = textOf(row["item_type"]);
  const originId = textOf(row["origin_id"]);
  const status = textOf(row["status"]) || "staged";
  if (!STAGED_TYPES.includes(itemType)) throw new Refused(422, { item_type: ["is not supported"] });
  if (originId === "") throw new Refused(422, { origin_id: ["can't be blank"] });
  if (!(STAGED_STATUSES as readonly string[]).includes(status)) throw new Refused(422, { status: ["is not included"] });
  const before = stagedOf(store, company, itemType, originId);
  const id = before?.id ?? store.newId();
  const body = { ...before?.body, ...row, status, id };
  store.put("staged_record", { id, company, body });
  return body;
}

/** By id, else by origin id, else new; the names must be there. */
function upserted(store: PlatformStore, kind: Kind, company: number, row: Json, names: readonly string[]): Json {
  const missing = names.filter((name) => textOf(row[name]) === "");
  if (missing.length > 0) throw new Refused(422, Object.fromEntries(missing.map((name) => [name, ["can't be blank"]])));
  const given = numberOf(row["id"]);
  const originId = textOf(row["origin_id"]);
  const before = Number.isSafeInteger(given)
    ? store.get(kind, given)
    : originId === ""
      ? null
      : (store.list(kind, company).find(({ body }) => body["origin_id"] === originId) ?? null);
  const id = before?.id ?? store.newId();
  const body = { ...before?.body, ...row, id };
  store.put(kind, { id, company, body });
  return body;
}
