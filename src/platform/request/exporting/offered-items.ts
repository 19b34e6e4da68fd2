import { textOf } from "../../../kernel/text";
import type { OfferedItem } from "../../../records/approval/offering.service";
import type { ItemType } from "../../port/item-types";
import type { ObjectLine } from "../../link/platform-object.entity";
import type { Exported } from "../understanding/understood";
import { amountText, costCodeOf, lineNumbers, netAmount, statusOf } from "./item-values";
import type { PlatformLookup } from "../../link/platform-lookup";

/** An exported object as our forms have it, and what the platform calls it and its lines. */
export interface PlatformItem {
  readonly itemType: ItemType;
  readonly itemId: string;
  readonly number: string;
  readonly lines: readonly ObjectLine[];
  readonly offered: OfferedItem;
}

/** What the payload lacks, and has to be known all the same. */
export interface MoreOf {
  /** Days of the requisition's period. */
  readonly period?: {
    readonly start: string | null;
    readonly end: string | null;
    readonly status: string | null;
  } | null;
}

type Of<F extends Exported["feature"]> = Extract<Exported, { feature: F }>;

/** Puts an object of the platform into our forms. What it names that is not known here stays as the platform names it: the form says so. */
export async function platformItem(
  exported: Exported,
  lookup: PlatformLookup,
  more: MoreOf = {},
): Promise<PlatformItem> {
  switch (exported.feature) {
    case "cost_code":
      return costCode(exported);
    case "vendor":
      return vendor(exported, lookup);
    case "project":
      return project(exported, lookup);
    case "commitment":
      return commitment(exported, lookup);
    case "commitment_change_order":
      return changeOrder(exported, lookup);
    case "subcontractor_invoice":
      return invoice(exported, lookup, more);
  }
}

function costCode({ code }: Of<"cost_code">): PlatformItem {
  const number = costCodeOf(code) ?? code.id;
  // The platform's standard codes have no cost type of their own: their types are assigned to projects' codes.
  const values = { code: number, description: code.name ?? number, costType: "other" };
  const offered = { feature: "cost_code", values } as const;
  return { itemType: "standard_cost_code", itemId: code.id, number, lines: [], offered };
}

async function vendor({ vendor: given }: Of<"vendor">, lookup: PlatformLookup): Promise<PlatformItem> {
  const number = await lookup.vendorNumber(given.id, given.origin_id, given.origin_code);
  const values = {
    number,
    name: given.name ?? given.company,
    address: given.address,
    city: given.city,
    region: given.state_code,
    postalCode: given.zip,
    country: given.country_code,
    phone: given.business_phone,
    fax: given.fax_number,
    email: given.email_address,
    // The approver of the platform chose to export it, and not to link it.
    counterpartLookedFor: true,
  };
  return { itemType: "vendor", itemId: given.id, number, lines: [], offered: { feature: "vendor", values } };
}

async function project({ project: given, costCodes }: Of<"project">, lookup: PlatformLookup): Promise<PlatformItem> {
  const code = await lookup.projectCode(given.id, given.origin_id);
  const number = code ?? given.origin_code ?? given.id;
  const values = {
    project: number,
    name: given.name,
    usesErpCostCodes: true,
    toolEnabled: true,
    isNew: true,
  };
  // The project's own copies of the codes: they are told apart by the project's option and their code.
  const lines = costCodes.map((code): ObjectLine => ({
    itemType: "cost_code",
    itemId: code.id,
    key: costCodeOf(code) ?? code.id,
  }));
  return { itemType: "project", itemId: given.id, number, lines, offered: { feature: "project", values } };
}

async function commitment(
  { commitment: given, lines }: Of<"commitment">,
  lookup: PlatformLookup,
): Promise<PlatformItem> {
  const itemType = given.type === "WorkOrderContract" ? "work_order_contract" : "purchase_order_contract";
  const named = linesOf(lines);
  const number = given.number ?? given.code ?? given.id;
  const values = {
    project: (await lookup.projectCode(given.project.id, given.project.origin_id)) ?? given.project.name,
    kind: given.type === "WorkOrderContract" ? "subcontract" : "purchase_order",
    number,
    title: given.title ?? number,
    vendor: given.vendor
      ? await lookup.vendorNumber(given.vendor.id, given.vendor.origin_id, given.vendor.origin_code)
      : null,
    date: given.contract_date ?? given.issued_on_date ?? given.execution_date ?? given.created_at,
    status: statusOf(given.status),
    defaultRetainage: given.retainage_percent === null ? null : amountText(given.retainage_percent),
    lines: lines.map((line, index) => ({
      number: named[index]?.key,
      costCode: line.cost_code ? costCodeOf(line.cost_code) : null,
      description: line.description,
      amount: amountText(line.amount),
    })),
  };
  return {
    itemType,
    itemId: given.id,
    number,
    lines: named,
    offered: { feature: "commitment", values },
  };
}

function linesOf(lines: Of<"commitment">["lines"]): ObjectLine[] {
  const numbers = lineNumbers(lines);
  return lines.map(({ id }, index) => ({ itemType: "line_item", itemId: id, key: numbers[index] ?? id }));
}

async function changeOrder(exported: Of<"commitment_change_order">, lookup: PlatformLookup): Promise<PlatformItem> {
  const { commitment: parent, changeOrder: given, lines } = exported;
  const known = await lookup.commitment(given.contract_id ?? parent.id, parent.origin_id);
  const held = known ?? (await lookup.commitment(parent.id, parent.origin_id));
  const keys = new Map(
    (held?.object?.lines ?? linesOf(exported.commitmentLines)).map(({ itemId, key }) => [itemId, key]),
  );
  const number = given.number ?? given.id;
  const values = {
    project: (await lookup.projectCode(parent.project.id, parent.project.origin_id)) ?? parent.project.name,
    commitment: held?.record.number ?? parent.number ?? parent.code,
    number,
    title: given.title ?? number,
    vendor: parent.vendor
      ? await lookup.vendorNumber(parent.vendor.id, parent.vendor.origin_id, parent.vendor.origin_code)
      : null,
    date: given.created_at,
    status: statusOf(given.status),
    lines: lines.map((line) => ({
      commitmentLine: keys.get(line.commitment_line_item_id ?? "") ?? line.commitment_line_item_id ?? line.id,
      costCode: line.cost_code ? costCodeOf(line.cost_code) : null,
      description: line.description,
      amount: amountText(line.amount),
    })),
  };
  return {
    itemType: "change_order",
    itemId: given.id,
    number,
    lines: lines.map(({ id }) => ({ itemType: "line_item", itemId: id, key: id })),
    offered: { feature: "commitment_change_order", values },
  };
}

async function invoice(
  { requisition: given }: Of<"subcontractor_invoice">,
  lookup: PlatformLookup,
  { period }: MoreOf,
): Promise<PlatformItem> {
  const parent = await lookup.commitment(given.contract_id, given.contract_origin_id);
  const number = given.invoice_number ?? given.code ?? given.procore_requisition_id;
  const codes = await costCodesOf(given, lookup);
  const values = {
    project: parent ? textOf(parent.record.payload["project"]) : given.job_origin_id,
    commitment: parent?.record.number ?? given.contract_origin_id ?? given.contract_id,
    number,
    vendor: parent?.record.vendorNumber ?? null,
    billingDate: given.billing_date,
    periodStart: period?.start ?? null,
    periodEnd: period?.end ?? null,
    // Only what is approved can be exported there.
    status: statusOf(period?.status ?? "approved"),
    lines: given.line_items.map((line, index) => ({
      costCode: codes[index],
      description: line.line_item_description ?? line.description,
      amount: netAmount(line),
    })),
  };
  return {
    itemType: "requisition",
    itemId: given.procore_requisition_id,
    number,
    lines: given.line_items.map((line) => ({
      itemType: /change/i.test(line.requisition_item_type ?? "")
        ? "requisition_change_order_item"
        : "requisition_contract_item",
      itemId: line.procore_requisition_item_id,
      key: line.procore_requisition_item_id,
    })),
    offered: { feature: "subcontractor_invoice", values },
  };
}

/** Lines of a requisition name the project's cost codes: by their ids, or by the origin ids that we gave them. */
function costCodesOf(given: Of<"subcontractor_invoice">["requisition"], lookup: PlatformLookup) {
  return Promise.all(
    given.line_items.map(async ({ cost_code_id, cost_code_origin_id: origin }) => {
      const byId = cost_code_id == null ? null : await lookup.object(["cost_code"], cost_code_id);
      const held = byId ?? (origin === null ? null : await lookup.objectByOrigin(["cost_code"], origin));
      return held?.number ?? codeInOrigin(origin);
    }),
  );
}

/** Of an origin id of ours the code: "option|code". */
function codeInOrigin(origin: string | null): string | null {
  const [, code] = (origin ?? "").split("|");
  return code ?? null;
}
