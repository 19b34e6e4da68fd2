import { TableErrors, type ErrorWords } from "../../../infra/tables/table-errors";
import type { Locale } from "../../../kernel/locale";

/** What is wrong in a table of a mapping. Codes are API. */
export const MAPPING_ROW_ERRORS = [
  "UNREADABLE",
  "UNKNOWN_COLUMN",
  "REPEATED_COLUMN",
  "MISSING_COLUMN",
  "TOO_MANY_CELLS",
  "UNKNOWN_FEATURE",
  "UNKNOWN_MATCH",
  "UNKNOWN_ARRIVAL",
  "DAYS_INVALID",
  "REPEATED_RULE",
  "NOT_TAKEN",
] as const;
export type MappingRowErrorCode = (typeof MAPPING_ROW_ERRORS)[number];

/** With what stands in the file, or why. */
const WORDS: Readonly<Record<Locale, ErrorWords<MappingRowErrorCode>>> = {
  en: {
    UNREADABLE: (_value, why) => `The file cannot be read as a table from this row on: ${why}.`,
    UNKNOWN_COLUMN: (value) =>
      `"${value}" is no column of a mapping. Start from the file that the mapping is exported as.`,
    REPEATED_COLUMN: (value) => `The column ${value} is there twice.`,
    MISSING_COLUMN: (_value, value) => `The column ${value} is missing.`,
    TOO_MANY_CELLS: (value) => `The row has more cells than there are headings: "${value}".`,
    UNKNOWN_FEATURE: (value) =>
      `"${value}" has no lines that are booked: commitments, their change orders and subcontractor invoices do.`,
    UNKNOWN_MATCH: (value) =>
      `"${value}" is nothing that a rule matches on: cost code, cost type, vendor, project or default.`,
    UNKNOWN_ARRIVAL: (value) => `"${value}" is no way to arrive: draft, submitted or approved.`,
    DAYS_INVALID: (value) => `"${value}" is no whole number of days.`,
    REPEATED_RULE: (line) => `Line ${line} matches the same.`,
    NOT_TAKEN: (_value, why) => why,
  },
  fr: {
    UNREADABLE: (_value, why) => `Le fichier ne se lit pas comme un tableau à partir de cette ligne : ${why}.`,
    UNKNOWN_COLUMN: (value) => `« ${value} » n’est pas une colonne de la table. Partez du fichier exporté.`,
    REPEATED_COLUMN: (value) => `La colonne ${value} y est deux fois.`,
    MISSING_COLUMN: (_value, value) => `La colonne ${value} manque.`,
    TOO_MANY_CELLS: (value) => `La ligne a plus de cellules qu’il n’y a d’en-têtes : « ${value} ».`,
    UNKNOWN_FEATURE: (value) =>
      `« ${value} » n’a pas de lignes à imputer : les engagements, leurs avenants et les factures de sous-traitants en ont.`,
    UNKNOWN_MATCH: (value) =>
      `« ${value} » n’est pas un critère : code de coût, type de coût, fournisseur, projet ou par défaut.`,
    UNKNOWN_ARRIVAL: (value) => `« ${value} » n’est pas une façon d’arriver : brouillon, soumis ou approuvé.`,
    DAYS_INVALID: (value) => `« ${value} » n’est pas un nombre entier de jours.`,
    REPEATED_RULE: (line) => `La ligne ${line} vise la même chose.`,
    NOT_TAKEN: (_value, why) => why,
  },
};

/** Gathers what is wrong, in the language of who will read it. */
export class MappingRowErrors extends TableErrors<MappingRowErrorCode> {
  constructor(readonly locale: Locale) {
    super(WORDS[locale]);
  }
}
