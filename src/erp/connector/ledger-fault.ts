import { FAULT_KINDS, type FaultOwner, type RefusalCode } from "./fault/fault-codes";

/** One reason that the ledger gave, with a stable code beside its own words. */
export interface LedgerFault {
  readonly code: RefusalCode;
  readonly owner: FaultOwner;
  /** Whether sending the same once more can help, once the cause is mended. */
  readonly retryable: boolean;
  /** The ledger's own text. */
  readonly text: string;
}

interface Known {
  readonly code: RefusalCode;
  readonly pattern: RegExp;
}

/** Xero's texts have no codes of their own, so they are told apart by their words. The first that fits counts. */
const KNOWN: readonly Known[] = [
  { code: "CONTACT_NAME_TAKEN", pattern: /already assigned to another contact/i },
  { code: "CONTACT_ARCHIVED", pattern: /contact.*archived/i },
  {
    code: "CONTACT_MISSING",
    pattern: /contact must be specified|contact.*(could not be found|not found|cannot be empty)/i,
  },
  { code: "EMAIL_INVALID", pattern: /email address/i },
  { code: "ITEM_CODE_TOO_LONG", pattern: /item code.*(longer|characters|length)/i },
  { code: "ITEM_NAME_TOO_LONG", pattern: /item name.*(longer|characters|length)/i },
  { code: "ITEM_CODE_TAKEN", pattern: /(price list )?item with code.*already exists/i },
  { code: "ITEM_LIMIT_REACHED", pattern: /limit of \d+ items/i },
  { code: "ITEM_UNKNOWN", pattern: /item( code)?.*(not valid|not found|does not exist)/i },
  { code: "TRACKING_OPTION_TOO_LONG", pattern: /tracking option.*longer/i },
  { code: "TRACKING_OPTION_TAKEN", pattern: /tracking option.*already exists/i },
  { code: "TRACKING_OPTION_UNKNOWN", pattern: /tracking option/i },
  { code: "TRACKING_LIMIT_REACHED", pattern: /at most 2 (active )?tracking/i },
  { code: "TRACKING_CATEGORY_UNKNOWN", pattern: /tracking categor/i },
  { code: "ORDER_NUMBER_TAKEN", pattern: /order number must be unique/i },
  { code: "NUMBER_TOO_LONG", pattern: /(invoice #|number).*longer/i },
  { code: "LINES_MISSING", pattern: /one or more line items must be specified/i },
  { code: "DESCRIPTION_INVALID", pattern: /description (must|is)/i },
  { code: "PERIOD_LOCKED", pattern: /lock date/i },
  { code: "DATE_MISSING", pattern: /date (cannot|must not) be empty/i },
  { code: "ACCOUNT_INVALID", pattern: /account (code|type)/i },
  { code: "TAX_TYPE_INVALID", pattern: /tax (type|rate)/i },
  { code: "CURRENCY_NOT_SUBSCRIBED", pattern: /currency/i },
  { code: "STATUS_FORBIDS_CHANGE", pattern: /not of valid status/i },
  { code: "COUNTERPART_MISSING", pattern: /resource.*cannot be found|no longer in the ledger/i },
  { code: "KEY_REUSED", pattern: /idempotency-key/i },
];

/** Gives the ledger's text its code. A text that is not known is kept as it is, under UNKNOWN_FAULT. */
export function faultOf(text: string): LedgerFault {
  const code = KNOWN.find(({ pattern }) => pattern.test(text))?.code ?? "UNKNOWN_FAULT";
  const { owner, retryHelps } = FAULT_KINDS[code];
  return { code, owner, retryable: retryHelps, text };
}
