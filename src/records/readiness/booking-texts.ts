import { BOOKING_FAULTS, type BookingFaultCode } from "../../erp/mapping/booking-faults";
import type { Locale } from "../../kernel/locale";

/** What the ledger's lists speak against, in words; `values` are those of the fault, in its order. */
interface BookingWords {
  readonly message: (what: string, values: readonly string[]) => string;
  readonly fix: (what: string, values: readonly string[]) => string;
}

const EN: Readonly<Record<BookingFaultCode, BookingWords>> = {
  CURRENCY_NOT_IN_ERP: {
    message: (what, [own, ...held]) => `${what} is in ${own}, and the ERP's organisation keeps: ${held.join(", ")}.`,
    fix: (_, [own]) => `Add ${own} among the organisation's currencies in the ERP, or correct the currency.`,
  },
  PERIOD_LOCKED: {
    message: (what, [day, locked]) => `${what} is of ${day}, and the ERP's books are locked up to ${locked}.`,
    fix: () => "Have the lock date moved in the ERP, or the date corrected; a draft may lie in a locked period.",
  },
  ACCOUNT_NOT_MAPPED: {
    message: (what, codes) => `No account is mapped for lines of ${what}: ${codes.join(", ")}.`,
    fix: () => "Map an account, unless the ERP's own items have one: without any the ERP refuses the bill.",
  },
  ACCOUNT_NOT_IN_ERP: {
    message: (what, [code]) =>
      `${what} is mapped to the account ${code}, which the ERP does not have, or has archived.`,
    fix: () => "Map an active account, or have this one restored in the ERP.",
  },
  TAX_NOT_IN_ERP: {
    message: (what, [tax]) => `${what} is mapped to the tax rate ${tax}, which the ERP does not have any more.`,
    fix: () => "Map an active tax rate of the ERP, by its code.",
  },
  TAX_NOT_ON_ACCOUNT: {
    message: (what, [tax, code]) =>
      `${what} is mapped to the tax rate ${tax}, which the ERP does not allow on the account ${code}.`,
    fix: () => "Map a tax rate that the account allows, or another account.",
  },
};

const FR: Readonly<Record<BookingFaultCode, BookingWords>> = {
  CURRENCY_NOT_IN_ERP: {
    message: (what, [own, ...held]) => `${what} est en ${own}, et l’organisation de l’ERP tient : ${held.join(", ")}.`,
    fix: (_, [own]) => `Ajoutez ${own} aux devises de l’organisation dans l’ERP, ou corrigez la devise.`,
  },
  PERIOD_LOCKED: {
    message: (what, [day, locked]) =>
      `${what} est du ${day}, et la comptabilité de l’ERP est verrouillée jusqu’au ${locked}.`,
    fix: () =>
      "Faites déplacer la date de verrouillage dans l’ERP, ou corriger la date ; un brouillon peut dater d’une période verrouillée.",
  },
  ACCOUNT_NOT_MAPPED: {
    message: (what, codes) => `Aucun compte n’est prévu pour des lignes de ${what} : ${codes.join(", ")}.`,
    fix: () => "Prévoyez un compte, sauf si les articles de l’ERP en ont un : sans compte, l’ERP refuse la facture.",
  },
  ACCOUNT_NOT_IN_ERP: {
    message: (what, [code]) => `${what} vise le compte ${code}, que l’ERP n’a pas ou a archivé.`,
    fix: () => "Visez un compte actif, ou faites restaurer celui-ci dans l’ERP.",
  },
  TAX_NOT_IN_ERP: {
    message: (what, [tax]) => `${what} vise le taux de taxe ${tax}, que l’ERP n’a plus.`,
    fix: () => "Visez un taux de taxe actif de l’ERP, par son code.",
  },
  TAX_NOT_ON_ACCOUNT: {
    message: (what, [tax, code]) =>
      `${what} vise le taux de taxe ${tax}, que l’ERP n’autorise pas sur le compte ${code}.`,
    fix: () => "Visez un taux de taxe que le compte autorise, ou un autre compte.",
  },
};

const BOOKING_TEXTS: Readonly<Record<Locale, Readonly<Record<BookingFaultCode, BookingWords>>>> = {
  en: EN,
  fr: FR,
};

const MUTATIONS: Readonly<Partial<Record<BookingFaultCode, string>>> = {
  ACCOUNT_NOT_MAPPED: "setMapping",
  ACCOUNT_NOT_IN_ERP: "setMapping",
  TAX_NOT_IN_ERP: "setMapping",
  TAX_NOT_ON_ACCOUNT: "setMapping",
};

export function isBookingFault(code: string): code is BookingFaultCode {
  return (BOOKING_FAULTS as readonly string[]).includes(code);
}

/** In words, with the mutation that mends it where there is one. */
export function bookingText(code: BookingFaultCode, what: string, values: readonly string[], locale: Locale) {
  const words = BOOKING_TEXTS[locale][code];
  return { message: words.message(what, values), fix: words.fix(what, values), mutation: MUTATIONS[code] ?? null };
}
