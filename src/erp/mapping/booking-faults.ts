import type { ArrivesAs, LineBooking } from "../connector/ledger-document";
import type { AccountClass } from "../connector/ledger-lists";
import type { KnownLists } from "./known-lists";

export const BOOKING_FAULTS = [
  "CURRENCY_NOT_IN_ERP",
  "PERIOD_LOCKED",
  "ACCOUNT_NOT_MAPPED",
  "ACCOUNT_NOT_IN_ERP",
  "TAX_NOT_IN_ERP",
  "TAX_NOT_ON_ACCOUNT",
] as const;
export type BookingFaultCode = (typeof BOOKING_FAULTS)[number];

/** Why the ledger would refuse to book a document, as far as its lists tell. */
export interface BookingFault {
  readonly code: BookingFaultCode;
  readonly values: readonly string[];
}

/** A document as it would be booked. */
export interface ToBook {
  readonly currency: string | null;
  /** Day of a document that reaches the accounts; null: it reaches none, as an order. */
  readonly postedOn: string | null;
  readonly arrivesAs: ArrivesAs;
  readonly lines: readonly { readonly costCode: string | null; readonly booking: LineBooking }[];
}

/**
 * All that the organisation's lists speak against, each once. A list that was never read speaks against nothing.
 * ACCOUNT_NOT_MAPPED is a warning: the ledger may still take the account from its item.
 */
export function bookingFaults(lists: KnownLists, document: ToBook): BookingFault[] {
  const faults = [
    ...currencyFaults(lists, document),
    ...periodFaults(lists, document),
    ...document.lines.flatMap(({ booking }) => lineFaults(lists, booking)),
    ...unmapped(lists, document),
  ];
  const told = new Set<string>();
  return faults.filter(({ code, values }) => {
    const name = [code, ...values].join("|");
    return !told.has(name) && told.add(name);
  });
}

function currencyFaults({ currency: list }: KnownLists, { currency }: ToBook): BookingFault[] {
  if (list === null || currency === null || list.some(({ code }) => code === currency)) return [];
  return [{ code: "CURRENCY_NOT_IN_ERP", values: [currency, ...list.map(({ code }) => code)] }];
}

/** A draft may lie in a locked period; nobody can approve it there. */
function periodFaults({ organisation }: KnownLists, { postedOn, arrivesAs }: ToBook): BookingFault[] {
  const lockedUpTo = organisation?.[0]?.lockedUpTo ?? null;
  if (lockedUpTo === null || postedOn === null || postedOn > lockedUpTo || arrivesAs !== "authorised") return [];
  return [{ code: "PERIOD_LOCKED", values: [postedOn, lockedUpTo] }];
}

function lineFaults({ account: accounts, tax_rate: rates }: KnownLists, booking: LineBooking): BookingFault[] {
  const { accountCode, taxType } = booking;
  const account = accounts?.find(({ code }) => code === accountCode);
  const rate = rates?.find(({ code }) => code === taxType);
  const faults: BookingFault[] = [];
  if (accountCode !== undefined && accounts !== null && account?.active !== true)
    faults.push({ code: "ACCOUNT_NOT_IN_ERP", values: [accountCode] });
  if (taxType !== undefined && rates !== null && rate?.active !== true)
    faults.push({ code: "TAX_NOT_IN_ERP", values: [taxType] });
  else if (rate && account && !allows(rate.classes, account.accountClass))
    faults.push({ code: "TAX_NOT_ON_ACCOUNT", values: [rate.code, account.code] });
  return faults;
}

export function allows(classes: readonly AccountClass[], accountClass: AccountClass | null): boolean {
  return accountClass === null || classes.includes(accountClass);
}

function unmapped({ account }: KnownLists, { postedOn, lines }: ToBook): BookingFault[] {
  if (account === null || postedOn === null) return [];
  const open = lines.filter(({ booking }) => booking.accountCode === undefined);
  const codes = [...new Set(open.map(({ costCode }) => costCode ?? "-"))];
  return codes.length === 0 ? [] : [{ code: "ACCOUNT_NOT_MAPPED", values: codes }];
}
