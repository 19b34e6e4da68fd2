import type { MadeKind, Standing, Tenancy } from "./connector";
import type { Json, LedgerApi } from "./ledger-api";
import { readChanges } from "./ledger-changes";

const GONE: Readonly<Record<string, Standing>> = { DELETED: "deleted", VOIDED: "voided", ARCHIVED: "archived" };
const FORM = /^[\w-]{1,64}$/;

/**
 * How an object stands in the ledger, by the ledger's own id; in one call. Null: there is none of that id. Throws
 * LedgerTrouble.
 */
export async function readStanding(
  api: LedgerApi,
  tenancy: Tenancy,
  kind: MadeKind,
  externalId: string,
): Promise<Standing | null> {
  if (!FORM.test(externalId)) return null;
  const row = await rowOf(api, tenancy, kind, externalId);
  if (!row) return null;
  const status = [row.Status, row.ContactStatus].find((one) => typeof one === "string");
  return GONE[String(status)] ?? "there";
}

async function rowOf(api: LedgerApi, tenancy: Tenancy, kind: MadeKind, id: string): Promise<Json | null> {
  switch (kind) {
    case "purchase_order":
      return api.get(tenancy, "PurchaseOrders", id);
    case "contact": {
      const where = `ContactID==Guid("${id}")`;
      return first(await api.list(tenancy, "Contacts", { where, includeArchived: true }));
    }
    case "bill":
      return first(await api.list(tenancy, "Invoices", { where: `InvoiceID==Guid("${id}")` }));
    case "item":
    case "tracking_option": {
      // These lists come whole anyway.
      const all = await readChanges(api, tenancy, kind, null, 1);
      return all.find(({ externalId }) => externalId === id)?.body ?? null;
    }
  }
}

function first(rows: readonly Json[]): Json | null {
  return rows[0] ?? null;
}
