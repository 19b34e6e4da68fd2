import { numberOf, objectOf, textOf, type Kind, type PlatformStore, type Thing } from "../platform-store";

/** What kind of thing an item type names, where the sandbox keeps it. */
export const KIND_OF: Readonly<Record<string, Kind>> = {
  vendor: "vendor",
  project: "project",
  purchase_order_contract: "commitment",
  work_order_contract: "commitment",
  change_order: "change_order",
  requisition: "requisition",
  standard_cost_code: "standard_cost_code",
};

/** How an object stands in the platform's own ERP tool. */
export type ErpStanding = "none" | "waiting" | "exporting" | "given_back";

export interface Standing {
  readonly state: ErpStanding;
  /** What came back. */
  readonly messages: readonly string[];
}

export function standingOf({ body }: Thing): Standing {
  const { state, messages } = objectOf(body["erp"]);
  return {
    state: (textOf(state) || "none") as ErpStanding,
    messages: Array.isArray(messages) ? messages.map(textOf) : [],
  };
}

export function setStanding(store: PlatformStore, kind: Kind, thing: Thing, standing: Standing): void {
  store.put(kind, { ...thing, body: { ...thing.body, erp: standing } });
}

/** The object shows what its request came to: failed ones go back to be corrected, with the messages. */
export function detailClosed(store: PlatformStore, { body }: Thing): void {
  const kind = KIND_OF[textOf(body["item_type"])];
  const thing = kind && store.get(kind, numberOf(body["item_id"]));
  if (!kind || !thing) return;
  const messages = Array.isArray(body["messages"]) ? body["messages"].map(textOf) : [];
  const status = textOf(body["status"]);
  if (status === "failed") setStanding(store, kind, thing, { state: "given_back", messages });
  else setStanding(store, kind, thing, { state: status === "success" ? "none" : "exporting", messages });
}
