import { textOf, type Json, type PlatformStore, type Thing } from "./platform-store";

/** The tie to the ledger is kept apart, and shown on the object. */
export function withOrigin(store: PlatformStore, itemType: string, { id, company, body }: Thing): Json {
  const { erp: _erp, ...rest } = body;
  const tie = store.external(company, itemType, id);
  return {
    ...rest,
    origin_id: tie?.origin_id ?? (textOf(body["origin_id"]) || null),
    origin_code: tie?.origin_code ?? (textOf(body["origin_code"]) || null),
    origin_data: tie?.origin_data ?? null,
  };
}
