import { randomBytes } from "node:crypto";
import type { Json } from "../platform-store";

/** Forms in which events are told; a hook chooses. */
export const EVENT_FORMS = ["v2", "v3", "v4"] as const;
export type EventForm = (typeof EVENT_FORMS)[number];

/** Something that happened on the platform. */
export interface Happened {
  readonly id: number;
  readonly company: number;
  readonly project: number | null;
  readonly user: number;
  readonly resource: string;
  readonly reason: "create" | "update" | "delete";
  readonly resourceId: number;
  /** Whether it was done with the service account's token. */
  readonly ownApplication: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 26 characters that sort by time (ulid). */
export function ulidOf(at: number): string {
  let time = "";
  for (let rest = at, place = 0; place < 10; place += 1, rest = Math.floor(rest / 32))
    time = ALPHABET[rest % 32] + time;
  return time + [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join("");
}

/** The event in the form that the hook has chosen. */
export function eventBody(form: EventForm, happened: Happened, ulid: string): Json {
  const { id, company, project, user, resource, reason, resourceId, at } = happened;
  const timestamp = new Date(at).toISOString();
  if (form === "v4")
    return {
      id: ulid,
      timestamp,
      reason,
      company_id: String(company),
      project_id: project === null ? null : String(project),
      user_id: String(user),
      resource_type: resource,
      resource_id: String(resourceId),
    };
  return {
    id,
    ulid,
    timestamp,
    metadata: {
      source_user_id: user,
      source_project_id: project,
      source_operation_id: null,
      source_company_id: company,
      source_application_id: happened.ownApplication ? 1 : null,
    },
    user_id: user,
    company_id: company,
    project_id: project,
    api_version: form === "v3" ? "v3.0" : "v2.0",
    event_type: reason,
    resource_name: resource,
    resource_id: resourceId,
    ...(form === "v3" ? { related_resources: [] } : {}),
  };
}
