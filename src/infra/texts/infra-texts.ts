import { catalogue } from "../../kernel/catalogue";

/** Refusals of what every door shares: who asks, pages of lists, days, tables. */
export const INFRA_TEXTS = catalogue({
  cursorOfAnother: {
    en: "The cursor is not one of this list",
    fr: "Le curseur n’est pas de cette liste",
  },
  firstOrLast: {
    en: "Ask for the first or the last of a list, not both",
    fr: "Demandez le début ou la fin d’une liste, pas les deux",
  },
  pageSize: {
    en: '"{field}" must be a whole number from 0 to {max}',
    fr: "« {field} » doit être un nombre entier de 0 à {max}",
  },
  unauthenticated: {
    en: "Say who you are: send a bearer token or an API key in the Authorization header.",
    fr: "Dites qui vous êtes : envoyez un jeton (bearer) ou une clé d’API dans l’en-tête Authorization.",
  },
  noDay: {
    en: '"{said}" is no day and no instant; write it like 2026-12-10 or 2026-12-10T09:00:00Z.',
    fr: "« {said} » n’est ni un jour ni un instant ; écrivez par exemple 2026-12-10 ou 2026-12-10T09:00:00Z.",
  },
  noInstant: {
    en: '"{said}" is no instant; write it like 2026-11-24T09:00:00Z.',
    fr: "« {said} » n’est pas un instant ; écrivez par exemple 2026-11-24T09:00:00Z.",
  },
  lettersToReader: {
    en: "What you do has written {max} letters to one of the readers within a day, and this would write another one; go on tomorrow.",
    fr: "Ce que vous faites a écrit {max} lettres à l’un des destinataires en un jour, et ceci en écrirait une autre ; continuez demain.",
  },
  lettersOfOne: {
    en: "What you do in this company has written {max} letters within a day, and this would write more; go on tomorrow.",
    fr: "Ce que vous faites dans cette entreprise a écrit {max} lettres en un jour, et ceci en écrirait d’autres ; continuez demain.",
  },
  lettersOfCompany: {
    en: "What people and keys do in this company has written {max} letters within a day, and this would write more; go on tomorrow.",
    fr: "Ce que font les personnes et les clés de cette entreprise a écrit {max} lettres en un jour, et ceci en écrirait d’autres ; continuez demain.",
  },
  textOrWorkbook: {
    en: "Give the list either as text or as a workbook.",
    fr: "Donnez la liste soit en texte, soit en classeur.",
  },
  workbookInBase64: {
    en: "The workbook is to be given in base64.",
    fr: "Le classeur se donne en base64.",
  },
  noCsv: { en: "it is no CSV", fr: "ce n’est pas du CSV" },
  quoteNotClosed: { en: "Quote Not Closed", fr: "un guillemet n’est pas fermé" },
  closingQuote: {
    en: "Invalid Closing Quote",
    fr: "après un guillemet fermant, il faut un séparateur ou une fin de ligne",
  },
  rowTooLong: { en: "Max Record Size", fr: "une ligne est trop longue" },
  workbookTooLarge: {
    en: "the workbook is too large; save the sheet as CSV",
    fr: "le classeur est trop grand ; enregistrez la feuille en CSV",
  },
  noWorkbook: { en: "it is no workbook (.xlsx): {why}", fr: "ce n’est pas un classeur (.xlsx) : {why}" },
});
