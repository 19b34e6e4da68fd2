/** Who can mend a fault. */
export type FaultOwner = "project_user" | "approver" | "xero_administrator" | "specialist" | "ledger";

export const FAULT_CODES = [
  "CONTACT_MISSING",
  "CONTACT_ARCHIVED",
  "CONTACT_NAME_TAKEN",
  "EMAIL_INVALID",
  "ITEM_UNKNOWN",
  "ITEM_CODE_TOO_LONG",
  "ITEM_NAME_TOO_LONG",
  "ITEM_CODE_TAKEN",
  "ITEM_LIMIT_REACHED",
  "TRACKING_CATEGORY_UNKNOWN",
  "TRACKING_OPTION_UNKNOWN",
  "TRACKING_OPTION_TAKEN",
  "TRACKING_OPTION_TOO_LONG",
  "TRACKING_LIMIT_REACHED",
  "ORDER_NUMBER_TAKEN",
  "NUMBER_TOO_LONG",
  "LINES_MISSING",
  "DESCRIPTION_INVALID",
  "DATE_MISSING",
  "PERIOD_LOCKED",
  "ACCOUNT_INVALID",
  "TAX_TYPE_INVALID",
  "CURRENCY_NOT_SUBSCRIBED",
  "STATUS_FORBIDS_CHANGE",
  "COUNTERPART_MISSING",
  "KEY_REUSED",
  "UNKNOWN_FAULT",
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** One reason that the ledger gave, with a stable code beside its own words. */
export interface LedgerFault {
  readonly code: FaultCode;
  readonly owner: FaultOwner;
  /** Whether sending the same once more can help. */
  readonly retryable: boolean;
  /** The ledger's own text. */
  readonly text: string;
}

interface Known {
  readonly code: FaultCode;
  readonly owner: FaultOwner;
  readonly pattern: RegExp;
}

/** Xero's texts have no codes of their own, so they are told apart by their words. The first that fits counts. */
const KNOWN: readonly Known[] = [
  { code: "CONTACT_NAME_TAKEN", owner: "approver", pattern: /already assigned to another contact/i },
  { code: "CONTACT_ARCHIVED", owner: "xero_administrator", pattern: /contact.*archived/i },
  {
    code: "CONTACT_MISSING",
    owner: "approver",
    pattern: /contact must be specified|contact.*(could not be found|not found|cannot be empty)/i,
  },
  { code: "EMAIL_INVALID", owner: "project_user", pattern: /email address/i },
  { code: "ITEM_CODE_TOO_LONG", owner: "project_user", pattern: /item code.*(longer|characters|length)/i },
  { code: "ITEM_NAME_TOO_LONG", owner: "project_user", pattern: /item name.*(longer|characters|length)/i },
  { code: "ITEM_CODE_TAKEN", owner: "approver", pattern: /(price list )?item with code.*already exists/i },
  { code: "ITEM_LIMIT_REACHED", owner: "xero_administrator", pattern: /limit of \d+ items/i },
  { code: "ITEM_UNKNOWN", owner: "approver", pattern: /item( code)?.*(not valid|not found|does not exist)/i },
  { code: "TRACKING_OPTION_TOO_LONG", owner: "project_user", pattern: /tracking option.*longer/i },
  { code: "TRACKING_OPTION_TAKEN", owner: "approver", pattern: /tracking option.*already exists/i },
  { code: "TRACKING_OPTION_UNKNOWN", owner: "approver", pattern: /tracking option/i },
  { code: "TRACKING_LIMIT_REACHED", owner: "xero_administrator", pattern: /at most 2 (active )?tracking/i },
  { code: "TRACKING_CATEGORY_UNKNOWN", owner: "xero_administrator", pattern: /tracking categor/i },
  { code: "ORDER_NUMBER_TAKEN", owner: "project_user", pattern: /order number must be unique/i },
  { code: "NUMBER_TOO_LONG", owner: "project_user", pattern: /(invoice #|number).*longer/i },
  { code: "LINES_MISSING", owner: "project_user", pattern: /one or more line items must be specified/i },
  { code: "DESCRIPTION_INVALID", owner: "project_user", pattern: /description (must|is)/i },
  { code: "PERIOD_LOCKED", owner: "xero_administrator", pattern: /lock date/i },
  { code: "DATE_MISSING", owner: "project_user", pattern: /date (cannot|must not) be empty/i },
  { code: "ACCOUNT_INVALID", owner: "xero_administrator", pattern: /account (code|type)/i },
  { code: "TAX_TYPE_INVALID", owner: "xero_administrator", pattern: /tax (type|rate)/i },
  { code: "CURRENCY_NOT_SUBSCRIBED", owner: "xero_administrator", pattern: /currency/i },
  { code: "STATUS_FORBIDS_CHANGE", owner: "approver", pattern: /not of valid status/i },
  { code: "COUNTERPART_MISSING", owner: "approver", pattern: /resource.*cannot be found|no longer in the ledger/i },
  { code: "KEY_REUSED", owner: "specialist", pattern: /idempotency-key/i },
];

/** Gives the ledger's text its code. A text that is not known is kept as it is, under UNKNOWN_FAULT. */
export function faultOf(text: string): LedgerFault {
  const known = KNOWN.find(({ pattern }) => pattern.test(text));
  const { code, owner }: Pick<LedgerFault, "code" | "owner"> = known ?? { code: "UNKNOWN_FAULT", owner: "specialist" };
  return { code, owner, retryable: false, text };
}
