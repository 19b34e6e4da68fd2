import { z } from "zod";
import type { ItemType } from "../../port/item-types";
import {
  ChangeOrder,
  Commitment,
  CostCode,
  DetailId,
  Id,
  Line,
  MAX_THINGS,
  Project,
  Requisition,
  StandardCostCode,
  Text,
  Vendor,
} from "./shapes";
import type { NamedItem, Refreshed, RefusalCode, Understood } from "./understood";

type Reader = (data: unknown) => Understood;

const reader =
  <T>(schema: z.ZodType<T>, make: (data: T) => Understood): Reader =>
  (data) =>
    make(schema.parse(data));

const many = <T extends z.ZodType>(schema: T) => z.array(schema).max(MAX_THINGS);
const Tied = z
  .looseObject({ id: Id, origin_id: Text })
  .transform(({ id, origin_id }) => ({ itemId: id, originId: origin_id }));
const CONTRACTS: readonly ItemType[] = ["purchase_order_contract", "work_order_contract"];

const refresh = (what: Refreshed): Reader =>
  reader(
    z.looseObject({ request_detail_id: DetailId, standard_cost_code_list_id: Id.nullish() }),
    ({ request_detail_id: detailId, standard_cost_code_list_id: listId = null }) => ({
      kind: "refresh",
      what,
      detailId,
      listId,
    }),
  );

const untied = (itemType: ItemType, list: string): Reader =>
  reader(
    z.looseObject({
      [list]: many(z.looseObject({ id: Id.nullish(), procore_id: Id.nullish(), request_detail_id: DetailId })),
    }),
    (data) => {
      const rows = data[list] as { id?: string; procore_id?: string; request_detail_id: string | null }[];
      const items = rows.flatMap(({ id, procore_id }): NamedItem[] => {
        const itemId = id ?? procore_id;
        return itemId === undefined ? [] : [{ itemType, itemId }];
      });
      return { kind: "untied", items, detailIds: rows.flatMap(({ request_detail_id }) => request_detail_id ?? []) };
    },
  );

const nothing: Reader = () => ({ kind: "nothing" });
const refused =
  (code: RefusalCode): Reader =>
  () => ({ kind: "refused", code });

const imported = (feature: "vendor" | "project"): Reader =>
  reader(z.looseObject({ [feature]: Project }), (data) => {
    const { id, origin_id, origin_code, name } = data[feature] as z.output<typeof Project>;
    return { kind: "imported", feature, itemId: id, originId: origin_id, number: origin_code, name };
  });

/**
 * Every event of the platform's dictionary that matters to a connector of purchases and bills (docs/platform.md lists
 * them, and what is owed for each). What is in no row is not supported, and is said to be so.
 */
const READERS: Readonly<Record<string, Reader>> = {
  create_standard_cost_codes: reader(many(StandardCostCode), (codes) => ({
    kind: "export",
    objects: codes.map((code) => ({ feature: "cost_code", detailId: code.request_detail_id, code })),
  })),
  sync_standard_cost_codes: refresh("cost_codes"),
  sync_standard_categories: refresh("cost_types"),
  delete_standard_cost_codes: untied("standard_cost_code", "standard_cost_code_data_array"),
  unlink_standard_cost_codes: untied("standard_cost_code", "standard_cost_codes"),
  delete_standard_categories: untied("line_item_type", "standard_category_data_array"),
  delete_cost_codes: untied("cost_code", "cost_codes"),
  delete_cost_code: untied("cost_code", "project_cost_code_data_array"),
  delete_cost_type_assignments: reader(
    z.looseObject({ cost_type_assignments: many(z.looseObject({ request_detail_id: DetailId })) }),
    ({ cost_type_assignments: rows }) => ({
      kind: "untied",
      items: [],
      detailIds: rows.flatMap(({ request_detail_id }) => request_detail_id ?? []),
    }),
  ),

  create_vendor: reader(z.looseObject({ vendor: Vendor, request_detail_id: DetailId }), (data) => ({
    kind: "export",
    objects: [{ feature: "vendor", detailId: data.request_detail_id, vendor: data.vendor }],
  })),
  create_vendor_in_procore: imported("vendor"),
  link_vendor: reader(z.looseObject({ vendor: Tied }), ({ vendor }) => ({ kind: "linked", vendors: [vendor] })),
  link_all_vendors: reader(z.looseObject({ vendors: many(Tied) }), ({ vendors }) => ({ kind: "linked", vendors })),
  unlink_vendor: reader(z.looseObject({ vendor: Tied }), ({ vendor: { itemId } }) => ({
    kind: "untied",
    items: [{ itemType: "vendor", itemId }],
    detailIds: [],
  })),
  merge_vendors: reader(
    z.looseObject({ master_vendor: Tied, source_vendors: many(Tied) }),
    ({ master_vendor: master, source_vendors: sources }) => ({ kind: "merged", master, sources }),
  ),
  sync_vendors: refresh("vendors"),

  create_or_update_job: reader(jobShape(), (job) => ({ kind: "export", objects: [{ feature: "project", ...job }] })),
  create_job_in_procore: imported("project"),
  reset_job: reader(z.looseObject({ project: Project }), ({ project }) => ({
    kind: "reset_project",
    itemId: project.id,
  })),
  sync_jobs: refresh("jobs"),
  sync_single_job: refresh("job"),

  create_commitment: reader(
    z.looseObject({ request_detail_id: DetailId, commitment: Commitment, commitment_items: many(Line) }),
    ({ request_detail_id: detailId, commitment, commitment_items: lines }) => ({
      kind: "export",
      objects: [{ feature: "commitment", detailId, commitment, lines }],
    }),
  ),
  create_commitment_in_procore: nothing,
  sync_commitments: refresh("commitments"),
  unlink_commitment: reader(
    z.looseObject({ procore_commitment_id: Id, commitment_origin_id: Text, request_detail_id: DetailId }),
    ({ procore_commitment_id: itemId, commitment_origin_id: originId, request_detail_id: detailId }) => ({
      kind: "unlink",
      itemTypes: CONTRACTS,
      itemId,
      originId,
      detailId,
    }),
  ),

  create_commitment_change_order: reader(
    z.looseObject({
      request_detail_id: DetailId,
      commitment: Commitment,
      commitment_items: many(Line).nullish(),
      change_order: ChangeOrder,
      change_order_items: many(Line),
    }),
    (data) => ({
      kind: "export",
      objects: [
        {
          feature: "commitment_change_order",
          detailId: data.request_detail_id,
          commitment: data.commitment,
          commitmentLines: data.commitment_items ?? [],
          changeOrder: data.change_order,
          lines: data.change_order_items,
        },
      ],
    }),
  ),
  unlink_commitment_change_order: reader(
    z.looseObject({
      procore_commitment_change_order_id: Id,
      commitment_change_order_origin_id: Text,
      request_detail_id: DetailId,
    }),
    (data) => ({
      kind: "unlink",
      itemTypes: ["change_order"],
      itemId: data.procore_commitment_change_order_id,
      originId: data.commitment_change_order_origin_id,
      detailId: data.request_detail_id,
    }),
  ),
  sync_commitment_change_orders: refresh("change_orders"),

  create_requisitions: reader(z.looseObject({ requisitions: many(Requisition) }), ({ requisitions }) => ({
    kind: "export",
    objects: requisitions.map((requisition) => ({
      feature: "subcontractor_invoice",
      detailId: requisition.request_detail_id,
      requisition,
    })),
  })),
  reset_requisition: reader(z.looseObject({ requisition_id: Id }), ({ requisition_id: itemId }) => ({
    kind: "untied",
    items: [{ itemType: "requisition", itemId }],
    detailIds: [],
  })),

  create_payment: refused("PAYMENTS_NOT_EXPORTED"),
  reset_payment: nothing,
  sync_contract_payments: refresh("payments"),

  create_sub_job: refused("SUB_JOBS_NOT_CARRIED"),
  create_sub_job_in_procore: nothing,
  reset_sub_job: nothing,
  sync_sub_jobs: refused("SUB_JOBS_NOT_CARRIED"),
  sync_sub_job: nothing,
  create_budget: refused("NOT_CARRIED"),
  update_budget: refused("NOT_CARRIED"),
  create_prime_contract: refused("NOT_CARRIED"),
  create_prime_contract_change_order: refused("NOT_CARRIED"),
  sync_prime_contracts: refused("NOT_CARRIED"),
};

/** The documentation puts the detail beside the data, accounts send it inside: both are taken. */
function jobShape() {
  return z
    .looseObject({ job: Project, all_cost_codes: many(CostCode).nullish(), request_detail_id: DetailId })
    .transform(({ job: project, all_cost_codes: costCodes, request_detail_id: detailId }) => ({
      project,
      costCodes: costCodes ?? [],
      detailId,
    }));
}

/** Names of requests that are known. */
export const KNOWN_REQUESTS: readonly string[] = Object.keys(READERS);

/** What the request asks for; a name that is not known is refused as such. Throws ZodError where the data does not fit. */
export function understand(name: string, data: unknown): Understood {
  const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  return read ? read(data) : { kind: "refused", code: "NOT_SUPPORTED" };
}

const MAX_DEPTH = 8;

/** Every detail that the data names, wherever: also of a request that is not understood its details are closed. */
export function detailIdsIn(data: unknown, depth = 0): string[] {
  if (depth > MAX_DEPTH || typeof data !== "object" || data === null) return [];
  if (Array.isArray(data)) return data.slice(0, MAX_THINGS).flatMap((one) => detailIdsIn(one, depth + 1));
  const own = Id.safeParse((data as { request_detail_id?: unknown }).request_detail_id);
  const inner = Object.values(data).flatMap((one) => detailIdsIn(one, depth + 1));
  return [...new Set([...(own.success ? [own.data] : []), ...inner])];
}

/** What does not fit, for people: the first few places. */
export function misfit(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join(".") || "the request"}: ${message}`)
    .join("; ");
}
