import type { EventCursor } from "./event-cursor";

/** What of a company changed, as far as a screen cares. Values are API. */
export const EVENT_AREAS = ["rights", "settings", "records", "deliveries", "requests", "plan"] as const;
export type EventArea = (typeof EVENT_AREAS)[number];

/** What happened in a company from one cursor to another. */
export interface CompanyEvent {
  readonly companyId: string;
  readonly cursor: EventCursor;
  /** In the order of EVENT_AREAS; empty: nothing, which is said once at the beginning. */
  readonly areas: readonly EventArea[];
  /** Records that changed, each once. */
  readonly recordIds: readonly string[];
  /** More changed than is told one by one, or it is not known what. */
  readonly readAnew: boolean;
}

/** What an audit entry is about, by the noun of its action; of others it is settings. */
const AREAS: Readonly<Record<string, EventArea>> = {
  access_list: "rights",
  access_request: "requests",
  access_review: "rights",
  api_key: "rights",
  call: "plan",
  connection: "deliveries",
  delivery_lane: "deliveries",
  feature_switch: "rights",
  follow_up: "plan",
  grant: "rights",
  identity: "rights",
  implementation: "plan",
  item: "plan",
  member: "rights",
  platform: "deliveries",
  project_levels: "rights",
  question: "plan",
  reconciliation: "deliveries",
  staff: "rights",
  stakeholders: "plan",
};

export function areaOf(action: string): EventArea {
  return AREAS[action.slice(0, action.indexOf("."))] ?? "settings";
}
