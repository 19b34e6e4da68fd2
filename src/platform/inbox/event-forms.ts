import { z } from "zod";
import { readInstant } from "../../kernel/clock";

/** What a webhook says, whatever form it came in. */
export interface PlatformEvent {
  /** Names the event for ever: its ulid, or its id. */
  readonly key: string;
  readonly platformCompanyId: string;
  readonly resource: string;
  readonly reason: string;
  readonly resourceId: string;
  readonly projectId: string | null;
  readonly userId: string | null;
  /** Instant in the stored form; null: it cannot be read. */
  readonly happenedAt: string | null;
}

/** No database has a NUL: one event with it would take those with it that are written together. */
const Kept = z
  .string()
  .min(1)
  .regex(/^[^\0]*$/);
const Id = z.union([z.int(), Kept.max(100)]).transform(String);
const Name = Kept.max(200);

/** Forms v2 and v3: whole numbers, and the event's kind under `event_type`. */
const OlderForm = z
  .looseObject({
    id: Id,
    ulid: Kept.max(100).nullish(),
    timestamp: z.string().max(100),
    user_id: Id.nullish(),
    company_id: Id,
    project_id: Id.nullish(),
    event_type: Name,
    resource_name: Name,
    resource_id: Id,
  })
  .transform((event): PlatformEvent => ({
    key: event.ulid ?? event.id,
    platformCompanyId: event.company_id,
    resource: event.resource_name,
    reason: event.event_type.toLowerCase(),
    resourceId: event.resource_id,
    projectId: event.project_id ?? null,
    userId: event.user_id ?? null,
    happenedAt: instantOf(event.timestamp),
  }));

/** Form v4: texts, and the event's kind under `reason`. */
const NewerForm = z
  .looseObject({
    id: Id,
    timestamp: z.string().max(100),
    reason: Name,
    company_id: Id,
    project_id: Id.nullish(),
    user_id: Id.nullish(),
    resource_type: Name,
    resource_id: Id,
  })
  .transform((event): PlatformEvent => ({
    key: event.id,
    platformCompanyId: event.company_id,
    resource: event.resource_type,
    reason: event.reason.toLowerCase(),
    resourceId: event.resource_id,
    projectId: event.project_id ?? null,
    userId: event.user_id ?? null,
    happenedAt: instantOf(event.timestamp),
  }));

const AnyForm = z.union([OlderForm, NewerForm]);

/** The event, in whichever of the platform's three forms; null: it is none of them. */
export function eventIn(body: unknown): PlatformEvent | null {
  const read = AnyForm.safeParse(body);
  return read.success ? read.data : null;
}

/** The platform writes microseconds. */
function instantOf(text: string): string | null {
  return readInstant(text.trim());
}
