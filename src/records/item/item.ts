import { textOf } from "../../kernel/text";
import { decimalText, parseMoney, type Money } from "../../kernel/money";
import type { Feature } from "../../policy/model/vocabulary";
import { check, type ItemValues } from "./checking";
import type { ItemFault } from "./field";
import { formOf, type Offered } from "./forms";

/** What an item builds on: another one, by its feature and key. */
export interface ItemReference {
  readonly feature: Feature;
  readonly sourceKey: string;
}

/** The project of the company that an item names. */
export interface ItemProject {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
}

/** An item of the platform in the form in which it is stored. */
export interface Item {
  readonly feature: Offered;
  readonly kind: string | null;
  readonly projectId: string | null;
  /** The connection whose ledger it is for; null: the company has none yet, or placing.ts has not said. */
  readonly connectionId: string | null;
  readonly sourceKey: string;
  readonly number: string;
  readonly title: string;
  readonly amount: Money | null;
  /** Start of the day, in UTC. */
  readonly documentDate: string | null;
  readonly vendorNumber: string | null;
  readonly parentNumber: string | null;
  readonly workflowCompleted: boolean;
  /** E-mail of who made it; null: not said. */
  readonly createdBy: string | null;
  readonly payload: ItemValues;
  readonly references: readonly ItemReference[];
}

export type ReadItem =
  | { readonly item: Item; readonly faults: readonly [] }
  | { readonly item: null; readonly faults: readonly ItemFault[] };

/** Names an item among those of its feature. */
export function keyOf(...parts: readonly string[]): string {
  return parts.map((part) => encodeURIComponent(part)).join("/");
}

/**
 * Reads an item by its feature's form, with every fault at once.
 * @param project what the item's `project` names; null where it names none or the company has none of that name
 * @param currency the company's, for items that name none
 */
export function readItem(feature: Offered, raw: ItemValues, project: ItemProject | null, currency: string): ReadItem {
  const { values, faults } = check(formOf(feature), raw, currency);
  const all = [...faults];
  const money = totalOf(feature, values, currency, all);
  periodOf(values, all);
  if (typeof values["project"] === "string" && project === null)
    all.push({
      field: ["project"],
      code: "UNKNOWN_PROJECT",
      values: [values["project"]],
    });
  const lines =
    feature === "commitment_change_order" ? summed(linesOf(values), money?.currency ?? currency, all) : linesOf(values);
  if (all.length > 0) return { item: null, faults: all };
  const payload = { ...values, ...(lines.length > 0 ? { lines } : {}), ...(project ? { project: project.code } : {}) };
  return { item: assemble(feature, payload, project, money), faults: [] };
}

function assemble(feature: Offered, payload: ItemValues, project: ItemProject | null, amount: Money | null): Item {
  const said = (name: string): string | null => (typeof payload[name] === "string" ? payload[name] : null);
  const day = said("date") ?? said("billingDate");
  const own =
    feature === "project" && project
      ? { ...payload, name: said("name") ?? project.name, active: project.active }
      : payload;
  const number = said("number") ?? said("code") ?? project?.code ?? "";
  const title = said("title") ?? said("name") ?? said("description") ?? project?.name ?? number;
  return {
    feature,
    kind: said("kind") ?? said("costType"),
    projectId: project?.id ?? null,
    connectionId: null,
    sourceKey: keyOf(...keyParts(feature, payload, number)),
    number,
    title,
    amount,
    documentDate: day === null ? null : `${day}T00:00:00.000Z`,
    vendorNumber: said("vendor"),
    parentNumber: said("commitment"),
    workflowCompleted: payload["workflowCompleted"] === true,
    createdBy: said("createdBy"),
    payload: own,
    references: referencesOf(feature, payload),
  };
}

/** Codes, vendors and projects are named in the company, commitments in their project, what hangs on one in it. */
function keyParts(feature: Offered, payload: ItemValues, number: string): string[] {
  const project = textOf(payload["project"]);
  if (feature === "commitment") return [project, number];
  if (feature === "commitment_change_order" || feature === "subcontractor_invoice")
    return [project, textOf(payload["commitment"]), number];
  return [number];
}

/** The chain: cost codes, project, vendor, commitment. Each once. */
function referencesOf(feature: Offered, payload: ItemValues): ItemReference[] {
  if (feature === "cost_code" || feature === "project" || feature === "vendor") return [];
  const codes = new Set(
    linesOf(payload)
      .map(({ costCode }) => textOf(costCode))
      .filter((code) => code !== ""),
  );
  const project = textOf(payload["project"]);
  const commitment = textOf(payload["commitment"]);
  return [
    ...[...codes].map((code): ItemReference => ({ feature: "cost_code", sourceKey: keyOf(code) })),
    { feature: "project", sourceKey: keyOf(project) },
    { feature: "vendor", sourceKey: keyOf(textOf(payload["vendor"])) },
    ...(commitment === "" ? [] : [{ feature: "commitment", sourceKey: keyOf(project, commitment) } as const]),
  ];
}

function totalOf(feature: Offered, values: ItemValues, fallback: string, faults: ItemFault[]): Money | null {
  if (formOf(feature).lines === null) return null;
  const currency = typeof values["currency"] === "string" ? values["currency"] : fallback;
  if (faults.some(({ code }) => code === "NOT_A_CURRENCY")) return null;
  const minors = linesOf(values).map(({ amount }) => parseMoney(textOf(amount), currency)?.minor ?? 0);
  const minor = minors.reduce((sum, one) => sum + one, 0);
  if (!Number.isSafeInteger(minor) || minors.some((one) => !Number.isSafeInteger(one)))
    faults.push({
      field: ["lines"],
      code: "TOTAL_TOO_LARGE",
      values: [],
    });
  // A change order may take away; a bill or an order below zero is none (feature map: negative totals do not export).
  else if (minor < 0 && feature !== "commitment_change_order")
    faults.push({ field: ["lines"], code: "NEGATIVE_TOTAL", values: [] });
  return { minor, currency };
}

function periodOf(values: ItemValues, faults: ItemFault[]): void {
  const { periodStart: from, periodEnd: to } = values;
  if (typeof from === "string" && typeof to === "string" && to < from)
    faults.push({ field: ["periodEnd"], code: "PERIOD_REVERSED", values: [] });
}

/** The ERP lets a line of the commitment change once per change order, so several changes of one are added up. */
function summed(lines: readonly ItemValues[], currency: string, faults: ItemFault[]): ItemValues[] {
  const byLine = new Map<string, ItemValues>();
  lines.forEach((line, index) => {
    const name = textOf(line["commitmentLine"]);
    const before = byLine.get(name);
    if (!before) return void byLine.set(name, line);
    if (before["costCode"] !== line["costCode"])
      faults.push({
        field: ["lines", String(index), "costCode"],
        code: "LINE_CHANGED_TWICE",
        values: [name],
      });
    const minor = [before, line].reduce(
      (sum, one) => sum + (parseMoney(textOf(one["amount"]), currency)?.minor ?? 0),
      0,
    );
    if (Number.isSafeInteger(minor)) byLine.set(name, { ...before, amount: decimalText({ minor, currency }) });
  });
  return [...byLine.values()];
}

export function linesOf(payload: ItemValues): ItemValues[] {
  return Array.isArray(payload["lines"]) ? (payload["lines"] as ItemValues[]) : [];
}
