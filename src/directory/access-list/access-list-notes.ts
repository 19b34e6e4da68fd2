import type { Locale } from "../../kernel/locale";

export const LIST_NOTE_CODES = [
  "ROWS_ABOVE",
  "COLUMN_IGNORED",
  "FEATURES_UNSAID",
  "CEILING_IN_OTHER_CURRENCY",
] as const;
/** What is told of a list that is no error. Codes are API, texts are not. */
export type ListNoteCode = (typeof LIST_NOTE_CODES)[number];

type Text = (value: string, more: string) => string;

const EN: Readonly<Record<ListNoteCode, Text>> = {
  ROWS_ABOVE: (value) => `"${value}" stands above the headings and was left aside.`,
  COLUMN_IGNORED: (value) => `The column "${value}" was left aside: it says nothing of rights.`,
  FEATURES_UNSAID: () => "The list has no column of features: approvers keep those that they have.",
  CEILING_IN_OTHER_CURRENCY: (value, own) =>
    `The ceiling is in ${value}, the company keeps its books in ${own}: a record in ${own} is not within it.`,
};

const FR: Readonly<Record<ListNoteCode, Text>> = {
  ROWS_ABOVE: (value) => `« ${value} » figure au-dessus des titres et a été laissé de côté.`,
  COLUMN_IGNORED: (value) => `La colonne « ${value} » a été laissée de côté : elle ne dit rien des droits.`,
  FEATURES_UNSAID: () => "La liste n’a pas de colonne de fonctionnalités : les approbateurs gardent celles qu’ils ont.",
  CEILING_IN_OTHER_CURRENCY: (value, own) =>
    `Le plafond est en ${value}, l’entreprise tient ses livres en ${own} : un enregistrement en ${own} n’y entre pas.`,
};

export const NOTE_TEXTS: Readonly<Record<Locale, Readonly<Record<ListNoteCode, Text>>>> = { en: EN, fr: FR };
