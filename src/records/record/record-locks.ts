import { connectorItem } from "../../erp/catalogue/catalogue";
import type { RecordField } from "../../erp/catalogue/catalogue-item";
import type { Feature, RecordState } from "../../policy/model/vocabulary";

/** How the forms call the fields that the catalogue's locks speak of. */
const FORM_FIELDS: Readonly<Partial<Record<RecordField, string>>> = {
  vendor: "vendor",
  title: "title",
  status: "status",
  default_retainage: "defaultRetainage",
  total: "lines",
  attachments: "attachments",
};

/** Where the ERP takes a later version of what it holds already (lifecycle: resend of a synced item that changed). */
const UPDATED: readonly Feature[] = ["project", "commitment"];

/** Whether a record of the feature may be offered again while the ERP holds it. */
export function mayUpdateSynced(feature: Feature): boolean {
  return UPDATED.includes(feature);
}

/** The fields of the item that nobody may change in that state; "all" but those that `except` names. */
export interface LockedFields {
  readonly fields: readonly string[] | "all";
  readonly except: readonly string[];
}

const NONE: LockedFields = { fields: [], except: [] };
/** States in which the platform holds the item to what was sent. */
const SUBMITTED: readonly RecordState[] = ["awaiting", "exporting", "stale", "failed", "synced"];

/** What the catalogue locks of the feature's items in that state. */
export function lockedFields(connector: string, feature: Feature, state: RecordState): LockedFields {
  if (!SUBMITTED.includes(state)) return NONE;
  const locks = connectorItem(connector, feature)?.locks ?? [];
  const held = locks.filter(({ from }) => from === "submitted" || state === "synced");
  const except = held.flatMap((lock) => names(lock.except));
  if (held.some(({ fields }) => fields === "all")) return { fields: "all", except };
  return { fields: held.flatMap(({ fields }) => (fields === "all" ? [] : names(fields))), except };
}

function names(fields: readonly RecordField[]): string[] {
  return fields.map((field) => FORM_FIELDS[field] ?? field);
}

/** Those of the changed fields that are locked. */
export function lockedAmong({ fields, except }: LockedFields, changed: readonly string[]): string[] {
  return changed.filter((field) => (fields === "all" ? !except.includes(field) : fields.includes(field)));
}
