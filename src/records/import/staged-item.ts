import type { Money } from "../../kernel/money";
import type { ItemReference } from "../item/item";
import type { RecordEntity } from "../record/record.entity";

/** Kinds of data that are read from the ERP. */
export const STAGED = ["project", "vendor", "job_cost", "commitment_payment"] as const;
export type Staged = (typeof STAGED)[number];

/** What a thing of the ERP builds on: by the ERP's id of it, or by the platform's name. */
export type StagedReference =
  { readonly feature: RecordEntity["feature"]; readonly externalId: string } | ItemReference;

/** A thing of the ERP, as a connector has read it. */
export interface StagedItem {
  readonly feature: Staged;
  readonly externalId: string;
  /** Id there of what it is part of: of a job its tracking category. */
  readonly groupId?: string | null;
  /** What kind of the ERP's objects it is; null: there are no kinds. */
  readonly kind: string | null;
  readonly number: string;
  readonly title: string;
  readonly amount: Money | null;
  /** Start of the day, in UTC. */
  readonly documentDate: string | null;
  /** The job and the items of a cost, the bill of a payment. */
  readonly buildsOn: readonly StagedReference[];
  /** Its job in the ERP: the name, and the id where that is given. */
  readonly job?: { readonly name: string; readonly externalId: string | null } | null;
  /** Why it can not be imported, or counts no more; null: it can. */
  readonly invalid: { readonly code: string; readonly text: string } | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What nobody has to accept: it follows from what was accepted before (feature map). */
export const IMPORTED_UNASKED: readonly Staged[] = ["job_cost", "commitment_payment"];

/** What stays on the platform when the ERP drops it: the platform's own since it was imported. */
export const KEPT_ONCE_IMPORTED: readonly Staged[] = ["project", "vendor"];
