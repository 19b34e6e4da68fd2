import type { Json, Kind, PlatformStore } from "../platform-store";

/** The demo's company on the sandbox platform. */
export const DEMO_PLATFORM_COMPANY = 5_001;

export type Put = (kind: Kind, id: number, body: Json, parent?: number | null) => void;

/** A project's own copy of a code: its project's id, then the code's. */
export const projectCode = (project: number, code: number) => project * 1_000 + code;

/** Null: it is in no ledger yet. */
export function tie(
  store: PlatformStore,
  itemType: string,
  itemId: number,
  originId: string | null,
  code: string,
): void {
  if (originId === null) return;
  const external = { item_type: itemType, item_id: itemId, origin_id: originId, origin_code: code, origin_data: null };
  store.putExternal(DEMO_PLATFORM_COMPANY, external);
}
