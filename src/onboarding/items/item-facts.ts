import type { Phase, StakeholderRole } from "../../policy/model/vocabulary";
import type { CallState } from "../calls/call/call-move";

/** One of the ledgers that a company uses. */
export interface LedgerFacts {
  /** Of its connection. */
  readonly name: string;
  readonly editionSupported: boolean;
  readonly authorised: boolean;
  /** Whether one is named. */
  readonly trackingCategory: boolean;
}

/** What Ledgergate sees of a company's set-up for itself. */
export interface ItemFacts {
  readonly phase: Phase;
  readonly purchased: boolean;
  readonly welcomed: boolean;
  /** Parts that somebody is named for. */
  readonly parts: readonly StakeholderRole[];
  /** The default's, and those that projects are bound to. */
  readonly ledgers: readonly LedgerFacts[];
  /** Members who meet both conditions of an approver and hold a grant. */
  readonly approvers: number;
  readonly readOnlyUsers: number;
  /** Names that several vendors of one side have: of the platform, or of a ledger. */
  readonly duplicateVendors: number;
  readonly kickOff: CallState;
  readonly goLiveCall: CallState;
}

export const NO_FACTS: ItemFacts = {
  phase: "preparation",
  purchased: false,
  welcomed: false,
  parts: [],
  ledgers: [],
  approvers: 0,
  readOnlyUsers: 0,
  duplicateVendors: 0,
  kickOff: "none",
  goLiveCall: "none",
};
