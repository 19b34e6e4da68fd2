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

/**
 * Xero's texts have no codes of their own, so they are told apart by their words, as Xero's documentation and the help pages
 * of other integrators quote them. The first that fits counts: what names a tax type and an account is about the tax.
 */
const KNOWN: readonly Known[] = [
  { code: "KEY_REUSED", pattern: /idempotency.key.*different request/i },
  {
    code: "CONTACT_NUMBER_TAKEN",
    pattern: /contact has this contact number|contact number .*(already assigned|must be unique)/i,
  },
  { code: "CONTACT_NAME_TAKEN", pattern: /already assigned to another contact/i },
  { code: "CONTACT_ARCHIVED", pattern: /contact.*archived/i },
  {
    code: "CONTACT_MISSING",
    pattern: /contact must be specified|contact.*(could not be found|not found|cannot be empty)/i,
  },
  { code: "CONTACT_NAME_INVALID", pattern: /contact name.*(contain|longer|characters|space|not valid|invalid)/i },
  { code: "EMAIL_INVALID", pattern: /email address/i },
  { code: "ITEM_CODE_TOO_LONG", pattern: /item code.*(longer|characters|length)/i },
  { code: "ITEM_NAME_TOO_LONG", pattern: /item name.*(longer|characters|length)/i },
  { code: "ITEM_CODE_TAKEN", pattern: /(price list )?item with code.*already exists/i },
  { code: "ITEM_LIMIT_REACHED", pattern: /limit of \d+ items/i },
  { code: "ITEM_UNKNOWN", pattern: /item( code)?.*(not valid|not found|does not exist)/i },
  { code: "TRACKING_OPTION_TOO_LONG", pattern: /tracking ?option.*(longer|characters|length)/i },
  { code: "TRACKING_OPTION_TAKEN", pattern: /tracking ?option.*(already exists|must be unique)/i },
  { code: "TRACKING_OPTION_UNKNOWN", pattern: /tracking ?option/i },
  { code: "TRACKING_LIMIT_REACHED", pattern: /at most 2 (active )?tracking/i },
  { code: "TRACKING_CATEGORY_UNKNOWN", pattern: /tracking ?categor/i },
  { code: "ORDER_NUMBER_TAKEN", pattern: /order number must be unique/i },
  { code: "NUMBER_TOO_LONG", pattern: /(invoice #|number).*longer/i },
  { code: "LINES_MISSING", pattern: /one or more line items must be specified/i },
  { code: "DESCRIPTION_INVALID", pattern: /description (must|is)/i },
  { code: "PERIOD_LOCKED", pattern: /lock date|period is locked/i },
  { code: "DATE_MISSING", pattern: /date (cannot|must not) be empty|date must be specified/i },
  { code: "DATE_INVALID", pattern: /date\b.*(not valid|invalid|out of range|cannot be before|must be (after|on or))/i },
  {
    code: "STATUS_FORBIDS_CHANGE",
    pattern:
      /not of valid status|payments? or credit notes? allocated|cannot be (edited|modified|updated) (as|because)/i,
  },
  { code: "TAX_TYPE_INVALID", pattern: /tax ?(type|rate|amount)/i },
  {
    code: "ACCOUNT_INVALID",
    pattern: /account (code|type)|account must be valid|account.*(archived|deleted|not valid)/i,
  },
  { code: "CURRENCY_NOT_SUBSCRIBED", pattern: /currency/i },
  { code: "APPROVAL_LIMIT_REACHED", pattern: /limit of (invoices|bills)/i },
  { code: "PERMISSION_MISSING", pattern: /(correct|sufficient|required) permissions?|not permitted to/i },
  {
    code: "ORGANISATION_INACTIVE",
    pattern: /organisation.*(not active|inactive|expired|offline)|subscription.*(expired|not active)/i,
  },
  { code: "COUNTERPART_MISSING", pattern: /resource.*cannot be found|no longer in the ledger/i },
];

/** Gives the ledger's text its code. A text that is not known is kept as it is, under UNKNOWN_FAULT. */
export function faultOf(text: string): LedgerFault {
  const code = KNOWN.find(({ pattern }) => pattern.test(text))?.code ?? "UNKNOWN_FAULT";
  const { owner, retryHelps } = FAULT_KINDS[code];
  return { code, owner, retryable: retryHelps, text };
}
