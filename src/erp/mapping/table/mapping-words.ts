import { wordKey } from "../../../infra/tables/words";
import type { Locale } from "../../../kernel/locale";
import { ARRIVES_AS, type ArrivesAs } from "../../connector/ledger-document";
import { FEATURE_NAMES } from "../../feature-map/feature-names";
import { MAPPED_FEATURES, MATCHES, type MappedFeature, type MatchOn } from "../mapping";

/** Columns of a mapping as a table, in its order. */
export const MAPPING_COLUMNS = [
  "feature",
  "matchOn",
  "matchValue",
  "account",
  "taxType",
  "trackingCategory",
  "trackingOption",
  "paymentDays",
  "arrivesAs",
] as const;
export type MappingColumn = (typeof MAPPING_COLUMNS)[number];

/** What people call something: the first name is written, all are read, and so is the API's own. */
type Words<T extends string> = Readonly<Record<T, Readonly<Record<Locale, readonly [string, ...string[]]>>>>;

const COLUMNS: Words<MappingColumn> = {
  feature: { en: ["Feature"], fr: ["Fonctionnalité"] },
  matchOn: { en: ["Match on", "Rule"], fr: ["Critère", "Règle"] },
  matchValue: { en: ["Match value", "Value"], fr: ["Valeur", "Valeur du critère"] },
  account: { en: ["Account", "Account code"], fr: ["Compte", "Code du compte"] },
  taxType: { en: ["Tax rate", "Tax type", "Tax code"], fr: ["Taux de taxe", "Code de taxe"] },
  trackingCategory: { en: ["Tracking category"], fr: ["Catégorie de suivi"] },
  trackingOption: { en: ["Tracking option"], fr: ["Option de suivi"] },
  paymentDays: { en: ["Payment days", "Days until due"], fr: ["Délai de paiement", "Jours"] },
  arrivesAs: { en: ["Arrives as", "Status"], fr: ["Arrive comme", "Statut"] },
};
const MATCHED: Words<MatchOn> = {
  cost_code: { en: ["Cost code"], fr: ["Code de coût"] },
  cost_type: { en: ["Cost type"], fr: ["Type de coût"] },
  vendor: { en: ["Vendor"], fr: ["Fournisseur"] },
  project: { en: ["Project", "Job"], fr: ["Projet", "Chantier"] },
  default: { en: ["Default", "Otherwise"], fr: ["Par défaut", "Sinon"] },
};
const ARRIVALS: Words<ArrivesAs> = {
  draft: { en: ["Draft"], fr: ["Brouillon"] },
  submitted: { en: ["Submitted", "Awaiting approval"], fr: ["Soumis", "En attente d’approbation"] },
  authorised: { en: ["Approved", "Authorised"], fr: ["Approuvé", "Autorisé"] },
};
const FEATURES = FEATURE_NAMES as unknown as Words<MappedFeature>;

/** Something of a closed list, written in one language and read in both. */
export interface Vocabulary<T extends string> {
  written(value: T, locale: Locale): string;
  /** Null: it is not one of them. */
  read(text: string): T | null;
}

function vocabulary<T extends string>(values: readonly T[], words: Words<T>): Vocabulary<T> {
  const read = new Map(
    values.flatMap((value) =>
      [value, ...words[value].en, ...words[value].fr].map((name) => [wordKey(name), value] as const),
    ),
  );
  return { written: (value, locale) => words[value][locale][0], read: (text) => read.get(wordKey(text)) ?? null };
}

export const COLUMN_WORDS = vocabulary(MAPPING_COLUMNS, COLUMNS);
export const FEATURE_WORDS = vocabulary(MAPPED_FEATURES, FEATURES);
export const MATCH_WORDS = vocabulary(MATCHES, MATCHED);
export const ARRIVAL_WORDS = vocabulary(ARRIVES_AS, ARRIVALS);
