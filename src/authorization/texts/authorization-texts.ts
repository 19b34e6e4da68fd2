import { catalogue } from "../../kernel/catalogue";

/** Refusals about asking for decisions, reviews, requests and simulations. */
export const AUTHORIZATION_TEXTS = catalogue({
  keyLacksScope: {
    en: "The API key lacks the scope {scope}; ask for a key that has it.",
    fr: "La clé d’API n’a pas la portée {scope} ; demandez une clé qui l’a.",
  },
  instant: {
    en: "`{field}` must be an instant such as 2026-11-24T09:00:00.000Z.",
    fr: "`{field}` doit être un instant, par exemple 2026-11-24T09:00:00.000Z.",
  },
  revisionNotReached: {
    en: "The company has not reached policy revision {wanted}; it is at {revision}.",
    fr: "L’entreprise n’a pas atteint la révision {wanted} de ses règles ; elle en est à la révision {revision}.",
  },
  nameTheSubject: {
    en: "Name the subject of the question.",
    fr: "Nommez le sujet de la question.",
  },
  unauthenticated: {
    en: "Send a bearer token or an API key in the Authorization header.",
    fr: "Envoyez un jeton (bearer) ou une clé d’API dans l’en-tête Authorization.",
  },
  rulesArePersonal: {
    en: "Rules are a person's; a service asks for decisions.",
    fr: "Les règles sont celles d’une personne ; un service demande des décisions.",
  },
  entryNumber: {
    en: "An entry's number is 0 or more.",
    fr: "Le numéro d’une écriture est 0 ou plus.",
  },
  nobodyDecidesForThemselves: {
    en: "Nobody decides on a right that they asked for.",
    fr: "Personne ne décide d’un droit que soi-même a demandé.",
  },
  noSuchReview: {
    en: "The company has no such review.",
    fr: "L’entreprise n’a pas de telle revue.",
  },
  reviewClosed: {
    en: "The review was closed at {instant}.",
    fr: "La revue a été close le {instant}.",
  },
  reviewDue: {
    en: "A review is due at an instant to come.",
    fr: "L’échéance d’une revue est un instant à venir.",
  },
  textOfLength: {
    en: "It needs a text of 1 to {max} characters.",
    fr: "Il faut un texte de 1 à {max} caractères.",
  },
  noSuchReviewItem: {
    en: "The company has no such review item.",
    fr: "L’entreprise n’a pas de tel élément de revue.",
  },
  signedAlready: {
    en: "It was signed by {name} at {instant}.",
    fr: "{name} l’a déjà signé le {instant}.",
  },
  itemsAtOnce: {
    en: "Name 1 to {max} items.",
    fr: "Nommez de 1 à {max} éléments.",
  },
  eachItemOnce: {
    en: "Name each item once.",
    fr: "Nommez chaque élément une seule fois.",
  },
  firstOrLast: {
    en: "Ask for the first or the last of a list, not both.",
    fr: "Demandez le début ou la fin d’une liste, pas les deux.",
  },
  pageSize: {
    en: '"{field}" must be a whole number from 0 to {max}.',
    fr: "« {field} » doit être un nombre entier de 0 à {max}.",
  },
  cursorOfAnother: {
    en: "The cursor is none of this list's.",
    fr: "Le curseur n’est pas de cette liste.",
  },
  changesToPropose: {
    en: "Propose from one to {max} changes.",
    fr: "Proposez de un à {max} changements.",
  },
  kindOfChange: {
    en: "A change is exactly one of: give, revoke, member, join, featureSwitch, settings.",
    fr: "Un changement est exactement l’un de : give, revoke, member, join, featureSwitch, settings.",
  },
  inTheDirectoryAlready: {
    en: '"{email}" is in the directory already.',
    fr: "« {email} » figure déjà dans l’annuaire.",
  },
  noMember: {
    en: '"{reference}" is no member of the company.',
    fr: "« {reference} » n’est pas membre de l’entreprise.",
  },
  noSuchGrant: {
    en: "The company has no such grant.",
    fr: "L’entreprise n’a pas de tel droit.",
  },
  consequencesToShow: {
    en: "Show from 0 to {max} consequences.",
    fr: "Montrez de 0 à {max} conséquences.",
  },
  periodReversed: {
    en: "The period would end before it begins.",
    fr: "La période prendrait fin avant de commencer.",
  },
  notByThisLetter: {
    en: "The letter is not about that. Sign in, or use the letter that is.",
    fr: "Ce message ne porte pas là-dessus. Connectez-vous, ou utilisez celui qui en parle.",
  },
});
