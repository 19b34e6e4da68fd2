import type { ConstructionPlatform, StraightIn, SyncOutcome } from "../port/construction-platform";
import type { PlatformTarget } from "../port/target";
import type { RestClient } from "./rest-client";
import { PATHS } from "./rest-paths";
import { textsIn } from "./rest-trouble";
import { readAs, SyncWire } from "./wire";

type WriteCalls = Pick<ConstructionPlatform, "syncExternalData" | "syncStagedRecords" | "syncStraightIn" | "unlink">;
type Row = Readonly<Record<string, unknown>>;

/** What goes back to the platform: sync actions, which always answer 200 and say in the body what became of each row. */
export function writeCalls(client: RestClient): WriteCalls {
  const sync = async (at: PlatformTarget, path: string, rows: readonly Row[], more: Row = {}): Promise<SyncOutcome> => {
    const { body } = await client.call(at, { method: "PATCH", path, body: { ...more, updates: rows } });
    return outcomeOf(rows, readAs(SyncWire, body).errors ?? []);
  };
  return {
    syncExternalData: (at, rows) =>
      sync(
        at,
        PATHS.externalData(at.platformCompanyId),
        rows.map(({ itemType, itemId, originId, originCode, originData }) => ({
          item_type: itemType,
          item_id: number(itemId),
          origin_id: originId,
          ...(originId === null ? {} : { origin_code: originCode, origin_data: originData }),
        })),
      ),
    syncStagedRecords: (at, rows) =>
      sync(
        at,
        PATHS.stagedRecords(at.platformCompanyId),
        rows.map(({ itemType, originId, originCode, status, data }) => ({
          item_type: itemType,
          origin_id: originId,
          origin_code: originCode,
          status,
          data,
        })),
      ),
    syncStraightIn: (at, kind, rows) => {
      const { path, more } = placeOf(kind, at);
      return sync(at, path, rows, more);
    },
    async unlink(at, { itemType, itemId }) {
      const body = { item_type: itemType, item_id: number(itemId) };
      await client.call(at, { method: "POST", path: PATHS.unlink(at.platformCompanyId), body });
    },
  };
}

function placeOf(kind: StraightIn, { platformCompanyId }: PlatformTarget): { path: string; more: Row } {
  const company = { company_id: number(platformCompanyId) };
  switch (kind.kind) {
    case "standard_cost_codes":
      return {
        path: PATHS.standardCostCodesSync,
        more: { ...company, standard_cost_code_list_id: number(kind.listId) },
      };
    case "line_item_types":
      return { path: PATHS.lineItemTypesSync, more: company };
    case "cost_code_assignments":
      return { path: PATHS.assignmentsSync, more: { project_id: number(kind.projectId) } };
    case "job_costs":
      return { path: PATHS.jobCostsSync, more: { project_id: number(kind.projectId) } };
    case "invoice_payments":
      return { path: PATHS.invoicePaymentsSync, more: { project_id: number(kind.projectId) } };
  }
}

/** Each faulty row comes back as it was sent, with its errors: so it is known by what names it. */
function outcomeOf(rows: readonly Row[], errors: readonly Row[]): SyncOutcome {
  return rows.map((row) => {
    const found = errors.find((error) => isOf(error, row));
    return found ? textsIn(found).join("; ") || "The platform refused the row" : null;
  });
}

const NAMES = ["id", "item_type", "item_id", "origin_id", "code"] as const;

function isOf(error: Row, row: Row): boolean {
  const named = NAMES.filter((name) => name in row && name in error);
  return named.length > 0 && named.every((name) => textOf(error[name]) === textOf(row[name]));
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Ids of the older forms are whole numbers. */
function number(id: string): number | string {
  const value = Number(id);
  return /^\d+$/.test(id) && Number.isSafeInteger(value) ? value : id;
}
