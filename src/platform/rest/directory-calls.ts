import type { z } from "zod";
import type {
  DirectoryReading,
  PlatformCostCode,
  PlatformProject,
  PlatformUser,
  PlatformVendor,
} from "../port/directory-reading";
import type { Page, PlatformTarget } from "../port/target";
import { orNull } from "./request-calls";
import type { RestClient } from "./rest-client";
import { PATHS, PER_PAGE } from "./rest-paths";
import { levelsOf } from "./tool-levels";
import {
  CostCodeWire,
  hasNext,
  ProjectWire,
  readAs,
  RequisitionWire,
  rowsOf,
  TemplateWire,
  UserWire,
  VendorWire,
} from "./wire";

type ReadingOf<K extends keyof DirectoryReading> = Pick<DirectoryReading, K>;
type Query = Readonly<Record<string, string | number>>;

/** Reads a page of a list. */
async function pageOf<W, T>(
  client: RestClient,
  at: PlatformTarget,
  { path, query }: { readonly path: string; readonly query: Query },
  schema: z.ZodType<W>,
  make: (wire: W) => T,
): Promise<Page<T>> {
  const { headers, body } = await client.call(at, { method: "GET", path, query: { per_page: PER_PAGE, ...query } });
  return { rows: rowsOf(schema, body).map(make), more: hasNext(headers) };
}

/** Reading people and their levels, a page at a time. */
export function directoryCalls(client: RestClient): ReadingOf<"templates" | "users" | "user" | "projectUsers"> {
  return {
    async templates(at) {
      const list = { path: PATHS.templates(at.platformCompanyId), query: {} };
      const { rows } = await pageOf(client, at, list, TemplateWire, (one) => one);
      return new Map(rows.map(({ id, permissions }) => [id, levelsOf(permissions)]));
    },
    users(at, standing, page) {
      const path = (standing === "active" ? PATHS.users : PATHS.inactiveUsers)(at.platformCompanyId);
      const make = (wire: z.output<typeof UserWire>) => ({ ...userOf(wire), active: standing === "active" });
      return pageOf(client, at, { path, query: { page } }, UserWire, make);
    },
    async user(at, id) {
      const path = `${PATHS.users(at.platformCompanyId)}/${encodeURIComponent(id)}`;
      const answer = await orNull(client.call(at, { method: "GET", path }));
      return answer && userOf(readAs(UserWire, answer.body));
    },
    projectUsers(at, project, page) {
      const path = PATHS.projectUsers(encodeURIComponent(project));
      return pageOf(client, at, { path, query: { page } }, UserWire, userOf);
    },
  };
}

/** Reading projects, vendors and cost codes, a page at a time. */
export function listCalls(client: RestClient): ReadingOf<"projects" | "vendors" | "costCodes" | "requisitionPeriod"> {
  return {
    projects(at, page) {
      const query = { company_id: at.platformCompanyId, page };
      return pageOf(client, at, { path: PATHS.projects, query }, ProjectWire, projectOf);
    },
    vendors: (at, page) =>
      pageOf(client, at, { path: PATHS.vendors(at.platformCompanyId), query: { page } }, VendorWire, vendorOf),
    costCodes(at, list, page) {
      const query = { company_id: at.platformCompanyId, standard_cost_code_list_id: list, page };
      return pageOf(client, at, { path: PATHS.standardCostCodes, query }, CostCodeWire, costCodeOf);
    },
    async requisitionPeriod(at, project, id) {
      const path = `${PATHS.requisitions}/${encodeURIComponent(id)}`;
      const answer = await orNull(client.call(at, { method: "GET", path, query: { project_id: project } }));
      if (!answer) return null;
      const { requisition_start, requisition_end, status } = readAs(RequisitionWire, answer.body);
      return { start: requisition_start ?? null, end: requisition_end ?? null, status: status ?? null };
    },
  };
}

function projectOf({ id, project_number, name, active, origin_id }: z.output<typeof ProjectWire>): PlatformProject {
  return { id, number: project_number?.trim() || null, name, active: active !== false, originId: origin_id ?? null };
}

function vendorOf({ id, name, is_active, origin_id, origin_code }: z.output<typeof VendorWire>): PlatformVendor {
  const origin = { originId: origin_id ?? null, originCode: origin_code?.trim() || null };
  return { id, name, active: is_active !== false, ...origin };
}

function costCodeOf({ id, full_code, code, name, origin_id }: z.output<typeof CostCodeWire>): PlatformCostCode {
  return { id, code: full_code?.trim() || code, name, originId: origin_id ?? null };
}

function userOf(wire: z.output<typeof UserWire>): PlatformUser {
  return {
    id: wire.id,
    email: wire.email_address?.trim().toLowerCase() || null,
    name: wire.name?.trim() || wire.email_address?.trim() || wire.id,
    active: wire.is_active !== false,
    templateId: wire.permission_template?.id ?? null,
    levels: levelsOf(wire.permissions),
  };
}
