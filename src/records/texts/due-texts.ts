import type { TermKind } from "../../erp/connector/payment-terms";
import type { TermsSource } from "../../erp/mapping/bill-terms";
import type { Locale } from "../../kernel/locale";

interface Words {
  readonly terms: Readonly<Record<TermKind, (day: number) => string>>;
  readonly source: Readonly<Record<TermsSource, string>>;
  readonly sent: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    terms: {
      days_after_bill_date: (day) => `${day} ${day === 1 ? "day" : "days"} after the billing date`,
      days_after_bill_month: (day) => `${day} ${day === 1 ? "day" : "days"} after the end of the billing month`,
      of_current_month: (day) => `On day ${day} of the billing month, or its last if it has no such day`,
      of_following_month: (day) =>
        `On day ${day} of the month after the billing date, or its last if it has no such day`,
    },
    source: {
      contact: "as the ERP has it for this vendor",
      organisation: "as the ERP's organisation has it for vendors without terms of their own",
      mapping: "by the mapping, since the ERP says nothing of it",
      default: "since neither the ERP nor the mapping says anything of it",
    },
    sent: "As it was sent to the ERP.",
  },
  fr: {
    terms: {
      days_after_bill_date: (day) => `${day} ${day < 2 ? "jour" : "jours"} après la date de facturation`,
      days_after_bill_month: (day) => `${day} ${day < 2 ? "jour" : "jours"} après la fin du mois de facturation`,
      of_current_month: (day) => `Le ${day} du mois de facturation, ou son dernier jour s’il est plus court`,
      of_following_month: (day) =>
        `Le ${day} du mois qui suit la date de facturation, ou son dernier jour s’il est plus court`,
    },
    source: {
      contact: "comme l’ERP le prévoit pour ce fournisseur",
      organisation: "comme l’organisation de l’ERP le prévoit pour les fournisseurs sans conditions propres",
      mapping: "selon la table de correspondance, l’ERP n’en disant rien",
      default: "ni l’ERP ni la table de correspondance n’en disant rien",
    },
    sent: "Telle qu’elle a été envoyée à l’ERP.",
  },
};

/** Why an invoice is due when it is; null: it was sent with that date. */
export function dueText(
  by: { readonly kind: TermKind; readonly day: number; readonly source: TermsSource } | null,
  locale: Locale,
) {
  const { terms, source, sent } = WORDS[locale];
  return by === null ? sent : `${terms[by.kind](by.day)}, ${source[by.source]}.`;
}
