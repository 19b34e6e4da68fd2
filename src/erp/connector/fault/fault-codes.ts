/** Who can mend a fault. `ledger`: nobody here, it passes by itself. */
export const FAULT_OWNERS = [
  "project_user",
  "approver",
  "company_administrator",
  "xero_administrator",
  "specialist",
  "ledger",
] as const;
export type FaultOwner = (typeof FAULT_OWNERS)[number];

export interface FaultKind {
  readonly owner: FaultOwner;
  /** Whether sending the very same once more can help, once what the fix says is done; else the item must change. */
  readonly retryHelps: boolean;
}

const changed = (owner: FaultOwner): FaultKind => ({ owner, retryHelps: false });
const again = (owner: FaultOwner): FaultKind => ({ owner, retryHelps: true });

/** What the ledger refuses, told apart by its words (ledger-fault.ts). */
const REFUSED = {
  CONTACT_MISSING: again("approver"),
  CONTACT_ARCHIVED: again("xero_administrator"),
  CONTACT_NAME_TAKEN: again("approver"),
  CONTACT_NUMBER_TAKEN: again("approver"),
  CONTACT_NAME_INVALID: changed("project_user"),
  EMAIL_INVALID: changed("project_user"),
  ITEM_UNKNOWN: again("approver"),
  ITEM_CODE_TOO_LONG: changed("project_user"),
  ITEM_NAME_TOO_LONG: changed("project_user"),
  ITEM_CODE_TAKEN: again("approver"),
  ITEM_LIMIT_REACHED: again("xero_administrator"),
  TRACKING_CATEGORY_UNKNOWN: again("xero_administrator"),
  TRACKING_OPTION_UNKNOWN: again("approver"),
  TRACKING_OPTION_TAKEN: again("approver"),
  TRACKING_OPTION_TOO_LONG: changed("project_user"),
  TRACKING_LIMIT_REACHED: again("xero_administrator"),
  ORDER_NUMBER_TAKEN: again("project_user"),
  NUMBER_TOO_LONG: changed("project_user"),
  LINES_MISSING: changed("project_user"),
  DESCRIPTION_INVALID: changed("project_user"),
  DATE_MISSING: changed("project_user"),
  DATE_INVALID: changed("project_user"),
  PERIOD_LOCKED: again("xero_administrator"),
  ACCOUNT_INVALID: again("xero_administrator"),
  TAX_TYPE_INVALID: again("xero_administrator"),
  CURRENCY_NOT_SUBSCRIBED: again("xero_administrator"),
  STATUS_FORBIDS_CHANGE: again("xero_administrator"),
  APPROVAL_LIMIT_REACHED: again("xero_administrator"),
  PERMISSION_MISSING: again("xero_administrator"),
  ORGANISATION_INACTIVE: again("xero_administrator"),
  COUNTERPART_MISSING: again("approver"),
  KEY_REUSED: again("specialist"),
  UNKNOWN_FAULT: again("specialist"),
} as const satisfies Record<string, FaultKind>;

/** What keeps a message from the ledger, or leaves open whether it arrived. */
const UNDELIVERED = {
  RATE_LIMITED: again("ledger"),
  UNAVAILABLE: again("ledger"),
  NOT_REACHED: again("specialist"),
  LATE: again("specialist"),
  OUTCOME_UNKNOWN: again("ledger"),
  UNAUTHORISED: again("xero_administrator"),
  RECORD_CHANGED: changed("approver"),
  NOT_HELD_BY_LEDGER: changed("project_user"),
  WITHHELD: again("company_administrator"),
} as const satisfies Record<string, FaultKind>;

/** What is said of a document whose number, code or name is there already: by somebody else's, or by itself. */
const SAYS_THERE: ReadonlySet<string> = new Set<keyof typeof REFUSED>([
  "CONTACT_NAME_TAKEN",
  "CONTACT_NUMBER_TAKEN",
  "ITEM_CODE_TAKEN",
  "TRACKING_OPTION_TAKEN",
  "ORDER_NUMBER_TAKEN",
]);

export function saysThere(code: string): boolean {
  return SAYS_THERE.has(code);
}

export const FAULT_KINDS = { ...REFUSED, ...UNDELIVERED };
export type RefusalCode = keyof typeof REFUSED;
export type FaultCode = keyof typeof FAULT_KINDS;
export const FAULT_CODES = Object.keys(FAULT_KINDS) as readonly FaultCode[];

export function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(FAULT_KINDS, code);
}
