import type { z } from "zod";
import type { ItemType } from "../../port/item-types";
import type { ChangeOrder, Commitment, CostCode, Line, Project, Requisition, StandardCostCode, Vendor } from "./shapes";

type Out<T extends z.ZodType> = z.output<T>;

/** An object that an approver of the platform exported, with the detail that waits for its end. */
export type Exported =
  | { readonly feature: "cost_code"; readonly detailId: string | null; readonly code: Out<typeof StandardCostCode> }
  | { readonly feature: "vendor"; readonly detailId: string | null; readonly vendor: Out<typeof Vendor> }
  | {
      readonly feature: "project";
      readonly detailId: string | null;
      readonly project: Out<typeof Project>;
      readonly costCodes: readonly Out<typeof CostCode>[];
    }
  | {
      readonly feature: "commitment";
      readonly detailId: string | null;
      readonly commitment: Out<typeof Commitment>;
      readonly lines: readonly Out<typeof Line>[];
    }
  | {
      readonly feature: "commitment_change_order";
      readonly detailId: string | null;
      readonly commitment: Out<typeof Commitment>;
      readonly commitmentLines: readonly Out<typeof Line>[];
      readonly changeOrder: Out<typeof ChangeOrder>;
      readonly lines: readonly Out<typeof Line>[];
    }
  | {
      readonly feature: "subcontractor_invoice";
      readonly detailId: string | null;
      readonly requisition: Out<typeof Requisition>;
    };

/** What somebody asked to be read anew from the ledger. */
export const REFRESHED = [
  "cost_codes",
  "cost_types",
  "vendors",
  "jobs",
  "job",
  "commitments",
  "change_orders",
  "payments",
] as const;
export type Refreshed = (typeof REFRESHED)[number];

/** Why something is not carried. */
export const REFUSALS = ["SUB_JOBS_NOT_CARRIED", "PAYMENTS_NOT_EXPORTED", "NOT_CARRIED", "NOT_SUPPORTED"] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export interface TiedVendor {
  readonly itemId: string;
  readonly originId: string | null;
}

export interface NamedItem {
  readonly itemType: ItemType;
  readonly itemId: string;
}

/** What a request asks for, in our terms. */
export type Understood =
  | { readonly kind: "export"; readonly objects: readonly Exported[] }
  | {
      readonly kind: "refresh";
      readonly what: Refreshed;
      readonly detailId: string | null;
      readonly listId: string | null;
    }
  /** Taken over from the ledger by an approver of the platform. */
  | {
      readonly kind: "imported";
      readonly feature: "vendor" | "project";
      readonly itemId: string;
      readonly originId: string | null;
      readonly number: string | null;
      readonly name: string | null;
    }
  | { readonly kind: "linked"; readonly vendors: readonly TiedVendor[] }
  /** The tie is off over there already: ours follows. */
  | { readonly kind: "untied"; readonly items: readonly NamedItem[]; readonly detailIds: readonly string[] }
  /** Somebody wants it off: the ledger is looked into first. `itemTypes`: whichever of them the object is. */
  | {
      readonly kind: "unlink";
      readonly itemTypes: readonly ItemType[];
      readonly itemId: string;
      readonly originId: string | null;
      readonly detailId: string | null;
    }
  | { readonly kind: "merged"; readonly master: TiedVendor; readonly sources: readonly TiedVendor[] }
  /** A super user took off the ties of a project and of all in it. */
  | { readonly kind: "reset_project"; readonly itemId: string }
  /** Nothing is owed, and nothing of ours changes. */
  | { readonly kind: "nothing" }
  | { readonly kind: "refused"; readonly code: RefusalCode };
