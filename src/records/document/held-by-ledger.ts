import { breachesOf, type Breach } from "../../erp/connector/ledger-limits";
import type { ItemFaultCode } from "../../kernel/item-fault-codes";
import type { ItemFault } from "../item/field";
import type { RecordEntity } from "../record/record.entity";
import { draftDocument } from "./record-document";

/** What of a record the ledger cannot hold, as faults of the item at its own fields; none: it can leave as it is. */
export function heldFaults(record: RecordEntity): ItemFault[] {
  if (record.direction !== "export") return [];
  const document = draftDocument(record);
  if ("missing" in document) return [];
  return breachesOf(document).map((breach) => faultOf(breach, record.feature));
}

/** Fields of the document that the item calls otherwise. */
const FIELDS: Partial<Record<RecordEntity["feature"], Readonly<Record<string, string>>>> = {
  cost_code: { name: "description" },
  subcontractor_invoice: { date: "billingDate", dueDate: "billingDate" },
};
const CODES: Readonly<Record<Breach["code"], ItemFaultCode>> = {
  TOO_LONG: "TOO_LONG",
  CHARACTERS_NOT_HELD: "CHARACTERS_NOT_HELD",
  DAY_NOT_HELD: "DAY_NOT_HELD",
  DIGITS_NOT_HELD: "DIGITS_NOT_HELD",
  CURRENCY_NOT_HELD: "CURRENCY_NOT_HELD",
};

function faultOf({ field, code, values }: Breach, feature: RecordEntity["feature"]): ItemFault {
  const named = FIELDS[feature]?.[field] ?? field.replace(/itemCode$/, "costCode");
  return { field: named.split("."), code: CODES[code], values };
}
