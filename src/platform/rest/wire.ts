import { z } from "zod";
import { PlatformTrouble } from "../port/platform-trouble";

/** Whole numbers in the older forms of the interface, texts in the newer ones. */
export const Id = z.union([z.int(), z.string().min(1).max(100)]).transform(String);

const Text = z.string().nullish();

export const RequestWire = z.looseObject({
  id: Id,
  request_name: z.string(),
  request_data: z.unknown(),
  request_detail_id: z.union([z.int(), z.string()]).nullish(),
  created_at: z.string(),
});

export const DetailWire = z.looseObject({
  id: Id,
  erp_request_id: Id.nullish(),
  status: z.enum(["in_progress", "success", "failed", "stale"]),
  messages: z.array(z.string()).nullish(),
});

const LevelsWire = z.record(z.string(), z.string());

export const UserWire = z.looseObject({
  id: Id,
  name: Text,
  email_address: Text,
  is_active: z.boolean().nullish(),
  permission_template: z.looseObject({ id: Id.nullish() }).nullish(),
  permissions: LevelsWire.nullish(),
});

export const TemplateWire = z.looseObject({ id: Id, permissions: LevelsWire.nullish() });

export const ToolWire = z.looseObject({ name: z.string(), user_access_level: z.unknown() });

export const ProjectWire = z.looseObject({
  id: Id,
  name: z.string(),
  project_number: Text,
  active: z.boolean().nullish(),
  origin_id: Text,
});

export const VendorWire = z.looseObject({
  id: Id,
  name: z.string(),
  is_active: z.boolean().nullish(),
  origin_id: Text,
  origin_code: Text,
});

export const CostCodeWire = z.looseObject({
  id: Id,
  full_code: Text,
  code: z.string(),
  name: z.string(),
  origin_id: Text,
});

export const RequisitionWire = z.looseObject({
  id: Id,
  status: Text,
  requisition_start: Text,
  requisition_end: Text,
});

export const ConnectionWire = z.looseObject({
  id: Id,
  standard_cost_code_list_id: Id.nullish(),
  metadata: z.unknown(),
});

export const HookWire = z.looseObject({ id: Id, namespace: z.string(), destination_url: z.string() });

export const TriggerWire = z.looseObject({ id: Id, resource_name: z.string(), event_type: z.string() });

export const AccountWire = z.looseObject({ id: Id, login: z.string() });

export const SyncWire = z.looseObject({
  entities: z.array(z.looseObject({})).nullish(),
  errors: z.array(z.looseObject({})).nullish(),
});

/** The answer in the form that it must have. Throws PlatformTrouble: what is no such form was not understood. */
export function readAs<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join(".") ?? "";
  throw new PlatformTrouble(
    "unknown",
    `The platform's answer is not of the documented form: ${where} ${issue?.message ?? ""}`,
  );
}

/** The rows of a list; newer versions of the interface put them under `data`. */
export function rowsOf<T>(schema: z.ZodType<T>, body: unknown): T[] {
  const rows = Array.isArray(body) ? body : (body as { data?: unknown } | null)?.data;
  return readAs(z.array(schema), rows);
}

/** Whether the `Link` header names another page. */
export function hasNext(headers: Headers): boolean {
  return /rel="?next"?/.test(headers.get("link") ?? "");
}
