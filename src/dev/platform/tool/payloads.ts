import { listOf, numberOf, textOf, type Json, type PlatformStore, type Thing } from "../platform-store";
import { withOrigin } from "../origins";

/** What requests carry, in the shapes of the events dictionary. */
export class Payloads {
  constructor(private readonly store: PlatformStore) {}

  vendor(vendor: Thing, detail: number): Json {
    return { vendor: withOrigin(this.store, "vendor", vendor), request_detail_id: detail, company_id: vendor.company };
  }

  standardCostCodes(codes: readonly { readonly thing: Thing; readonly detail: number }[]): Json[] {
    return codes.map(({ thing, detail }) => ({
      ...withOrigin(this.store, "standard_cost_code", thing),
      request_detail_id: detail,
    }));
  }

  job(project: Thing, detail: number): Json {
    const { id, name, project_number, active, address } = project.body;
    const { origin_id, origin_code, origin_data } = withOrigin(this.store, "project", project);
    const job = { id, name, origin_id, origin_data, origin_code: origin_code ?? project_number, address, active };
    const codes = this.store.under("cost_code", project.id).map((code) => this.costCode(code, project));
    return {
      job: { ...job, custom_fields: {}, erp_custom_fields: {}, synced: origin_id !== null },
      all_cost_codes: codes,
      request_detail_id: detail,
      company_id: project.company,
    };
  }

  commitment(commitment: Thing, detail: number): Json {
    const project = this.of("project", commitment.body["project_id"]);
    return {
      job_id: this.origin("project", project),
      request_detail_id: detail,
      ...this.contract(commitment, project),
      additional_data: { accounting_date: null },
      company_id: commitment.company,
    };
  }

  changeOrder(change: Thing, detail: number): Json {
    const commitment = this.of("commitment", change.body["contract_id"]);
    const project = this.of("project", commitment.body["project_id"]);
    const { items: _items, erp: _erp, ...own } = change.body;
    return {
      job_origin_id: this.origin("project", project),
      request_detail_id: detail,
      ...this.contract(commitment, project),
      change_order: { ...own, ...this.tie("change_order", change) },
      change_order_items: listOf(change.body["items"]).map((item) => this.line(item, commitment, project)),
      additional_data: { accounting_date: null },
      company_id: change.company,
    };
  }

  requisitions(requisitions: readonly { readonly thing: Thing; readonly detail: number }[]): Json {
    return { requisitions: requisitions.map(({ thing, detail }) => this.requisition(thing, detail)) };
  }

  private requisition(requisition: Thing, detail: number): Json {
    const { body, id } = requisition;
    const commitment = this.of("commitment", body["contract_id"]);
    const project = this.of("project", commitment.body["project_id"]);
    return {
      procore_requisition_id: id,
      request_detail_id: detail,
      accounting_method: "amount",
      billing_date: body["billing_date"],
      code: body["number"],
      contract_id: commitment.id,
      contract_origin_id: this.tie(typeOf(commitment), commitment).origin_id,
      created_at: body["created_at"],
      custom_fields: {},
      erp_custom_fields: {},
      invoice_number: body["invoice_number"],
      job_origin_id: this.origin("project", project),
      line_items: listOf(body["items"]).map((item) => this.billed(item, project)),
    };
  }

  private billed(item: Json, project: Thing): Json {
    const code = this.of("cost_code", item["cost_code_id"]);
    const type = this.of("line_item_type", item["line_item_type_id"]);
    return {
      procore_requisition_item_id: item["id"],
      accounting_method: "amount",
      amount: item["amount"],
      change_order_line_item_origin_id: null,
      commitment_item_origin_id: this.externalOf(project.company, "line_item", item["commitment_item_id"]),
      cost_code_id: code.id,
      cost_code_origin_id: this.externalOf(project.company, "cost_code", code.id),
      description: item["description"],
      line_item_description: item["description"],
      line_item_type_origin_id: textOf(type.body["origin_id"]) || null,
      qty: "0.0",
      released_work_completed_this_period: item["released"] ?? "0.0",
      requisition_item_type: "Billings::ContractItem",
      retainage_materials_presently_stored: "0.0",
      retainage_materials_previously_stored: "0.0",
      retainage_this_period: item["retainage"] ?? "0.0",
      retainage_work_completed_this_period: item["retainage"] ?? "0.0",
      scheduled_total_amount: item["amount"],
      tax_code_origin_id: null,
      unit_cost: "0.0",
      uom: null,
    };
  }

  private contract(commitment: Thing, project: Thing): Json {
    const { items: _items, erp: _erp, ...own } = commitment.body;
    const vendor = this.of("vendor", own["vendor_id"]);
    return {
      commitment: {
        ...own,
        ...this.tie(typeOf(commitment), commitment),
        project: { id: project.id, name: project.body["name"], ...this.tie("project", project) },
        vendor: { id: vendor.id, company: vendor.body["name"], ...this.tie("vendor", vendor) },
      },
      commitment_items: listOf(commitment.body["items"]).map((item) => this.line(item, commitment, project)),
    };
  }

  private line(item: Json, holder: Thing, project: Thing): Json {
    const type = this.of("line_item_type", item["line_item_type_id"]);
    const { cost_code_id, line_item_type_id: _type, ...own } = item;
    return {
      ...own,
      ...this.tie("line_item", { id: numberOf(item["id"]), company: holder.company, body: {} }),
      cost_code: this.costCode(this.of("cost_code", cost_code_id), project),
      holder: { id: holder.id, holder_type: holder.body["type"] },
      line_item_type: type.body,
      project: { id: project.id, name: project.body["name"], ...this.tie("project", project) },
    };
  }

  private costCode(code: Thing, project: Thing): Json {
    const standard = code.body["standard_cost_code_id"];
    return {
      ...code.body,
      ...this.tie("cost_code", code),
      biller: project.body["name"],
      biller_id: project.id,
      biller_type: "Project",
      line_item_types: this.store.list("line_item_type", project.company).map(({ body }) => body),
      standard_cost_code_origin_id: this.externalOf(project.company, "standard_cost_code", standard),
    };
  }

  private of(kind: Parameters<PlatformStore["get"]>[0], id: unknown): Thing {
    const found = this.store.get(kind, numberOf(id));
    if (!found) throw new Error(`The sandbox platform has no ${kind} ${String(id)}`);
    return found;
  }

  private tie(itemType: string, { id, company }: Thing) {
    const {
      origin_id = null,
      origin_code = null,
      origin_data = null,
    } = this.store.external(company, itemType, id) ?? {};
    return { origin_id, origin_code, origin_data };
  }

  private origin(itemType: string, thing: Thing): string | null {
    return this.tie(itemType, thing).origin_id;
  }

  private externalOf(company: number, itemType: string, id: unknown): string | null {
    return this.store.external(company, itemType, numberOf(id))?.origin_id ?? null;
  }
}

export function typeOf({ body }: Thing): "work_order_contract" | "purchase_order_contract" {
  return body["type"] === "WorkOrderContract" ? "work_order_contract" : "purchase_order_contract";
}
