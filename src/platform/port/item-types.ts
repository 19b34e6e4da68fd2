/** What external data can be about: the platform's own names (ERP external data guide). */
export const ITEM_TYPES = [
  "change_order",
  "contract_payment",
  "cost_code",
  "invoice_payment",
  "item",
  "line_item",
  "line_item_type",
  "project",
  "purchase_order_contract",
  "requisition",
  "requisition_change_order_item",
  "requisition_contract_item",
  "standard_cost_code",
  "sub_job",
  "tax_code",
  "vendor",
  "work_order_contract",
] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** What can be staged for an import (ERP staged records guide), as far as this integration stages it. */
export const STAGED_TYPES = ["vendor", "project"] as const;
export type StagedType = (typeof STAGED_TYPES)[number];

export const STAGED_STATUSES = ["staged", "imported", "invalid", "archived"] as const;
export type StagedStatus = (typeof STAGED_STATUSES)[number];

/** How a request detail stands; the last three end it. */
export const DETAIL_STATUSES = ["in_progress", "success", "failed", "stale"] as const;
export type DetailStatus = (typeof DETAIL_STATUSES)[number];

/** What has ended stays as it ended. */
export function isEnd(status: DetailStatus): status is "success" | "failed" {
  return status === "success" || status === "failed";
}
