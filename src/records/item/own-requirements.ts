import { connectorItem } from "../../erp/catalogue/catalogue";
import type { Prerequisite, ProjectSetting } from "../../erp/catalogue/catalogue-item";
import type { Feature } from "../../policy/model/vocabulary";
import type { ItemValues } from "./checking";
import { linesOf } from "./item";

/** What an item itself still misses before it may be sent. */
export type OwnGap =
  | { readonly code: "STATUS_NOT_READY"; readonly status: string; readonly wanted: readonly string[] }
  | { readonly code: "NO_CODED_LINE"; readonly wanted: readonly string[] }
  | { readonly code: "FIELD_MISSING"; readonly wanted: readonly string[] }
  | { readonly code: "SETTING_OFF"; readonly wanted: readonly string[] }
  | { readonly code: "COUNTERPART_NOT_LOOKED_FOR"; readonly wanted: readonly string[] }
  /** Its fields that the ledger cannot hold: only of what was submitted before that was asked, or was renamed since. */
  | { readonly code: "NOT_HELD_BY_ERP"; readonly wanted: readonly string[] };

/** Which field of the project's form says how the project is set. */
const SETTINGS: Readonly<Record<ProjectSetting, string>> = {
  active: "active",
  erp_cost_code_list: "usesErpCostCodes",
  new_project: "isNew",
  tool_enabled: "toolEnabled",
};
const FIELDS: Readonly<Record<string, string>> = {
  billing_date: "billingDate",
  period_start: "periodStart",
  period_end: "periodEnd",
};

/**
 * Every requirement of the catalogue that the item itself does not meet. What it builds on is not looked at here.
 * An item of a feature that the connector does not know has no requirement; the policy refuses it by a gate.
 */
export function ownGaps(connector: string, feature: Feature, payload: ItemValues): OwnGap[] {
  const rules = connectorItem(connector, feature)?.prerequisites ?? [];
  return rules.filter(({ direction }) => direction === "export").flatMap((rule) => gapsOf(rule, payload));
}

function gapsOf(rule: Prerequisite, payload: ItemValues): OwnGap[] {
  switch (rule.kind) {
    case "status": {
      const status = typeof payload["status"] === "string" ? payload["status"] : "";
      return (rule.oneOf as readonly string[]).includes(status)
        ? []
        : [{ code: "STATUS_NOT_READY", status, wanted: rule.oneOf }];
    }
    case "lines_with_erp_cost_code": {
      const coded = linesOf(payload).filter((line) => typeof line["costCode"] === "string").length;
      return coded >= rule.atLeast ? [] : [{ code: "NO_CODED_LINE", wanted: ["costCode"] }];
    }
    case "fields_present": {
      const missing = rule.fields
        .map((field) => FIELDS[field] ?? field)
        .filter((field) => payload[field] === undefined);
      return missing.map((field) => ({ code: "FIELD_MISSING", wanted: [field] }));
    }
    case "project_setting": {
      const field = SETTINGS[rule.setting];
      return payload[field] === true ? [] : [{ code: "SETTING_OFF", wanted: [field] }];
    }
    case "counterpart_looked_for":
      return payload["counterpartLookedFor"] === true
        ? []
        : [{ code: "COUNTERPART_NOT_LOOKED_FOR", wanted: ["counterpartLookedFor"] }];
    default:
      // That what it refers to is synced is a matter of the other records.
      return [];
  }
}
