import { z } from "zod";

/** Ids are whole numbers in what the platform sends today, texts in its newer forms. */
export const Id = z.union([z.int(), z.string().min(1).max(100)]).transform(String);

/** Left out, null and empty mean the same. */
export const Text = z
  .string()
  .max(20_000)
  .nullish()
  .transform((text) => text?.trim() || null);

/** Decimal texts; some accounts send numbers. Zeros after the point are as they come. */
export const Decimal = z
  .union([z.string().max(40), z.number()])
  .nullish()
  .transform((value) => (value == null ? null : String(value).trim()));

/** The day that an instant or a date names where it was written. */
export const Day = z
  .string()
  .max(40)
  .nullish()
  .transform((text) => /^\d{4}-\d{2}-\d{2}/.exec(text?.trim() ?? "")?.[0] ?? null);

/** The detail to be closed; some requests have none. */
export const DetailId = Id.nullish().transform((id) => id ?? null);

const Origin = { origin_id: Text, origin_code: Text };

const LineItemType = z.looseObject({ id: Id.nullish(), code: Text, name: Text });

export const CostCode = z.looseObject({
  id: Id,
  full_code: Text,
  code: Text,
  name: Text,
  line_item_types: z.array(LineItemType).max(100).nullish(),
  ...Origin,
});

export const Line = z.looseObject({
  id: Id,
  amount: Decimal,
  description: Text,
  position: z.int().nullish(),
  cost_code: CostCode.nullish(),
  line_item_type: LineItemType.nullish(),
  commitment_line_item_id: Id.nullish(),
});

export const Project = z.looseObject({ id: Id, name: Text, ...Origin });

export const Vendor = z.looseObject({
  id: Id,
  name: Text,
  company: Text,
  address: Text,
  city: Text,
  state_code: Text,
  zip: Text,
  country_code: Text,
  business_phone: Text,
  fax_number: Text,
  email_address: Text,
  ...Origin,
});

export const Commitment = z.looseObject({
  id: Id,
  type: z.enum(["WorkOrderContract", "PurchaseOrderContract"]),
  number: Text,
  code: Text,
  title: Text,
  status: Text,
  retainage_percent: Decimal,
  contract_date: Day,
  issued_on_date: Day,
  execution_date: Day,
  created_at: Day,
  project: Project,
  vendor: Vendor.nullish(),
  ...Origin,
});

export const ChangeOrder = z.looseObject({
  id: Id,
  contract_id: Id.nullish(),
  number: z.union([z.int().transform(String), Text]),
  title: Text,
  status: Text,
  created_at: Day,
  ...Origin,
});

export const BilledLine = z.looseObject({
  procore_requisition_item_id: Id,
  amount: Decimal,
  cost_code_id: Id.nullish(),
  cost_code_origin_id: Text,
  commitment_item_origin_id: Text,
  description: Text,
  line_item_description: Text,
  requisition_item_type: Text,
  retainage_this_period: Decimal,
  released_work_completed_this_period: Decimal,
});

export const Requisition = z.looseObject({
  procore_requisition_id: Id,
  request_detail_id: DetailId,
  billing_date: Day,
  code: Text,
  invoice_number: Text,
  contract_id: Id,
  contract_origin_id: Text,
  job_origin_id: Text,
  line_items: z.array(BilledLine).max(2_000),
});

export const StandardCostCode = CostCode.extend({ request_detail_id: DetailId });

/** At most so many things in one request: more is a mistake, or an attack. */
export const MAX_THINGS = 5_000;
