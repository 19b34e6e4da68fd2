import type { z } from "zod";
import type { ErpRequest, RequestDetail } from "../port/construction-platform";
import { PlatformTrouble } from "../port/platform-trouble";
import type { ConstructionPlatform } from "../port/construction-platform";
import type { RestClient } from "./rest-client";
import { PATHS } from "./rest-paths";
import { DetailWire, hasNext, readAs, RequestWire, rowsOf } from "./wire";

/** Requests carry whole documents: fewer to a page. */
const REQUESTS_PER_PAGE = 100;
const DETAILS_PER_PAGE = 500;

type CallsOf<K extends keyof ConstructionPlatform> = Pick<ConstructionPlatform, K>;

/** What people did in the platform's ERP tool. */
export function requestCalls(client: RestClient): CallsOf<"request" | "requests"> {
  return {
    async request(at, id) {
      const query = { company_id: at.platformCompanyId };
      const call = { method: "GET", path: `${PATHS.requests}/${encodeURIComponent(id)}`, query } as const;
      const answer = await orNull(client.call(at, call));
      return answer && requestOf(readAs(RequestWire, answer.body));
    },
    async requests(at, { ids, since, page }) {
      const query = {
        company_id: at.platformCompanyId,
        page,
        per_page: REQUESTS_PER_PAGE,
        ...(ids ? { "filters[id]": `[${ids.join(",")}]` } : {}),
        ...(since === undefined ? {} : { "filters[created_at]": `${since}...` }),
      };
      const { headers, body } = await client.call(at, { method: "GET", path: PATHS.requests, query });
      return { rows: rowsOf(RequestWire, body).map(requestOf), more: hasNext(headers) };
    },
  };
}

/** How what people wait for stands. */
export function detailCalls(client: RestClient): CallsOf<"openDetails" | "details" | "updateDetails"> {
  return {
    async openDetails(at, status, page) {
      const query = { "filters[status]": status, page, per_page: DETAILS_PER_PAGE };
      const path = PATHS.details(at.platformCompanyId);
      const { headers, body } = await client.call(at, { method: "GET", path, query });
      return { rows: rowsOf(DetailWire, body).map(detailOf), more: hasNext(headers) };
    },
    async details(at, ids) {
      const query = { "filters[id]": `[${ids.join(",")}]`, per_page: DETAILS_PER_PAGE };
      const { body } = await client.call(at, { method: "GET", path: PATHS.details(at.platformCompanyId), query });
      return rowsOf(DetailWire, body).map(detailOf);
    },
    async updateDetails(at, updates) {
      const outcome: (string | null)[] = [];
      for (const { id, status, messages } of updates) {
        const path = `${PATHS.details(at.platformCompanyId)}/${encodeURIComponent(id)}`;
        const body = { request_detail: { status, messages } };
        outcome.push(await reasonOf(client.call(at, { method: "PUT", path, body })));
      }
      return outcome;
    },
  };
}

/** Some requests name their detail beside their data, others in it. */
function requestOf(wire: z.output<typeof RequestWire>): ErpRequest {
  const { id, request_name: name, request_data: given, request_detail_id: detail, created_at: createdAt } = wire;
  const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
  const data = isObject && detail != null ? { request_detail_id: detail, ...given } : given;
  return { id, name, data, createdAt };
}

function detailOf({ id, erp_request_id, status, messages }: z.output<typeof DetailWire>): RequestDetail {
  return { id, requestId: erp_request_id ?? null, status, messages: messages ?? [] };
}

/** Null where there is no such thing. */
export async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof PlatformTrouble && error.details.status === 404) return null;
    throw error;
  }
}

/** Why the platform refused the one thing; null: it did not. */
export async function reasonOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof PlatformTrouble && error.kind === "refused") return error.message;
    throw error;
  }
}
