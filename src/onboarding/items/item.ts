import type { Bilingual } from "../../kernel/locale";
import type { StakeholderRole, StaffRole } from "../../policy/model/vocabulary";
import type { ItemFacts, LedgerFacts } from "./item-facts";

export const SIDES = ["customer", "specialist"] as const;
export type Side = (typeof SIDES)[number];

/** When an item has to be settled: before the kick-off call, before going live, or in the thirty days after. */
export const ITEM_STAGES = ["preparation", "implementation", "getting_started"] as const;
export type ItemStage = (typeof ITEM_STAGES)[number];

/** One action item of the set-up guide. */
export interface Item {
  readonly code: string;
  readonly side: Side;
  readonly stage: ItemStage;
  readonly title: Bilingual;
  /** Codes of items that come first. */
  readonly after: readonly string[];
  /** Who owns it, where nobody else was named. */
  readonly owner: StakeholderRole | StaffRole;
  /** What tells that it is done; null: people say so, with evidence. `undefined` of a look: cannot be seen, ask people. */
  readonly look: ((facts: ItemFacts) => boolean | undefined) | null;
  /** What is asked of each ledger that is used; null: it is not about ledgers. Then `look` is null. */
  readonly ofLedger: ((ledger: LedgerFacts) => boolean) | null;
  /** False: nothing can be sent without it, so nobody can waive it. */
  readonly waivable: boolean;
  /** Where the guide asks for it. */
  readonly source: string;
}
