import { projectCode, tie, type Put } from "./world-parts";
import type { Json, PlatformStore } from "../platform-store";

/** What the demo's project manager has made: one contract in the ledger already, two that are not, a change and an invoice. */
export function stockPurchases(store: PlatformStore, put: Put): void {
  const steel = [item(711, 503, 1, "Girders", "240000.0"), item(712, 501, 2, "Site set-up", "10000.0")];
  contract(put, 701, {
    type: "WorkOrderContract",
    number: "SC-001",
    title: "Structural steel",
    vendor_id: 401,
    items: steel,
  });
  tie(store, "work_order_contract", 701, "demo-commitment-SC-001", "SC-001");
  for (const { id, position } of steel)
    tie(store, "line_item", id, `demo-commitment-SC-001|${position}`, String(position));
  const rebar = [item(721, 502, 1, "Rebar, delivered", "8400.0")];
  contract(put, 702, {
    type: "PurchaseOrderContract",
    number: "PO-010",
    title: "Rebar for the piers",
    vendor_id: 402,
    items: rebar,
  });
  const bearings = [item(731, 503, 1, "Bearings", "61500.0"), item(732, 501, 2, "Crane days", "4200.0")];
  contract(put, 703, {
    type: "WorkOrderContract",
    number: "SC-011",
    title: "Bridge bearings",
    vendor_id: 401,
    items: bearings,
  });
  stockChanges(put);
}

function stockChanges(put: Put): void {
  put("change_order", 801, {
    contract_id: 701,
    number: "2",
    status: "Approved",
    title: "Thicker web plates",
    created_at: "2026-11-10T09:00:00Z",
    items: [{ ...item(811, 503, 1, "Web plates", "9900.0"), commitment_line_item_id: 711 }],
  });
  put("requisition", 901, {
    contract_id: 701,
    number: "3",
    invoice_number: "INV-2001",
    billing_date: "2026-11-20",
    requisition_start: "2026-11-01",
    requisition_end: "2026-11-30",
    status: "approved",
    created_at: "2026-11-20T09:00:00Z",
    items: [{ ...item(911, 503, 1, "Girders, November", "9600.0"), commitment_item_id: 711, retainage: "960.0" }],
  });
}

function item(id: number, code: number, position: number, description: string, amount: string) {
  return {
    id,
    position,
    description,
    amount,
    total_amount: amount,
    extended_amount: amount,
    quantity: "0.0",
    unit_cost: "0.0",
    uom: null,
    cost_code_id: projectCode(301, code),
    line_item_type_id: 603,
  };
}

function contract(put: Put, id: number, more: Json): void {
  put("commitment", id, {
    accounting_method: "amount",
    status: "Approved",
    project_id: 301,
    contract_date: "2026-11-02",
    created_at: "2026-11-02T09:00:00Z",
    ...more,
  });
}
