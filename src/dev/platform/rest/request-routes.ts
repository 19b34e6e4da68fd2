import { DETAIL_STATUSES } from "../../../platform/port/item-types";
import { detailClosed } from "../tool/closing";
import { listOf, textOf, type Json, type PlatformStore, type Thing } from "../platform-store";
import type { PlatformParts } from "../platform-parts";
import { idsIn, pagedList } from "./pages";
import { Refused, type AddRest, type RestRequest } from "./rest-gate";

const DETAILS = "/rest/v1.0/companies/:company/erp_request_details";

/** Requests, and the details that wait to be closed. */
export function addRequestRoutes(add: AddRest, { store, clock }: PlatformParts): void {
  add("GET", "/rest/v1.0/erp_requests/:id", (request) => found(store, request, "request").body);
  add("GET", "/rest/v1.0/erp_requests", (request) => {
    const ids = idsIn(request.query["filters[id]"]);
    const since = Date.parse((request.query["filters[created_at]"] ?? "").replace(/\.\.\.?.*$/, "")) || 0;
    const rows = candidates(store, request, "request", ids).filter(
      ({ body }) => Date.parse(textOf(body["created_at"])) >= since,
    );
    return pagedList(
      request,
      rows.map(({ body }) => body),
    );
  });
  add("GET", DETAILS, (request) => {
    const ids = idsIn(request.query["filters[id]"]);
    const status = request.query["filters[status]"];
    const rows = candidates(store, request, "detail", ids).filter(
      ({ body }) => status === undefined || body["status"] === status,
    );
    return pagedList(
      request,
      rows.map(({ body }) => body),
    );
  });
  add(["PUT", "PATCH"], `${DETAILS}/:id`, (request) => {
    const detail = found(store, request, "detail");
    return update(store, detail, (request.body["request_detail"] ?? request.body) as Json, clock.now());
  });
  add("PATCH", `${DETAILS}/bulk_update`, (request) =>
    listOf(request.body["request_details"]).map((row) => {
      const detail = store.get("detail", Number(row["id"]));
      if (detail?.company !== request.company) throw new Refused(404, "Request detail not found");
      return update(store, detail, row, clock.now());
    }),
  );
}

/** Those of the ids, or all; in the order of their ids. */
function candidates(
  store: PlatformStore,
  { company }: RestRequest,
  kind: "request" | "detail",
  ids: ReadonlySet<number> | null,
): Thing[] {
  if (!ids) return store.list(kind, company);
  const found = [...ids].sort((a, b) => a - b).flatMap((id) => store.get(kind, id) ?? []);
  return found.filter((thing) => thing.company === company);
}

function found(store: PlatformStore, request: RestRequest, kind: "request" | "detail"): Thing {
  const thing = store.get(kind, Number(request.params["id"]));
  if (thing?.company !== request.company) throw new Refused(404, "The resource could not be found");
  return thing;
}

/** What has ended stays as it ended; saying the same again is no change. */
function update(store: PlatformStore, detail: Thing, given: Json, now: Date): Json {
  const status = textOf(given["status"]);
  if (!(DETAIL_STATUSES as readonly string[]).includes(status)) throw new Refused(422, { status: ["is not included"] });
  const messages = Array.isArray(given["messages"]) ? given["messages"].map(textOf) : [];
  const before = textOf(detail.body["status"]);
  const ended = before === "success" || before === "failed";
  if (ended && before !== status) throw new Refused(422, { status: [`is ${before} already`] });
  const closings = Number(detail.body["closings"] ?? 0) + (ended || status === before ? 0 : 1);
  const updated_at = now.toISOString();
  const body: Json = {
    ...detail.body,
    status,
    messages: ended ? detail.body["messages"] : messages,
    closings,
    updated_at,
  };
  store.put("detail", { ...detail, body });
  if (!ended) detailClosed(store, { ...detail, body });
  return body;
}
