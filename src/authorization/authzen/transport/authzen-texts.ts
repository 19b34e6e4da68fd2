import { catalogue } from "../../../kernel/catalogue";

/** What an AuthZEN request can be refused with. */
export const AUTHZEN_TEXTS = catalogue({
  instant: {
    en: "context.{name} must be an instant with its zone, such as 2026-11-24T09:00:00Z.",
    fr: "context.{name} doit être un instant avec son fuseau, par exemple 2026-11-24T09:00:00Z.",
  },
  atLeast: {
    en: "context.atLeast must be a policy revision: a whole number, as decisions carry it.",
    fr: "context.atLeast doit être une révision des règles : un nombre entier, tel que les décisions le portent.",
  },
  fullyConsistent: {
    en: "context.fullyConsistent must be true or false.",
    fr: "context.fullyConsistent doit être true ou false.",
  },
  obligationsSupported: {
    en: 'context.obligations_supported must be a list of types of obligations, such as ["custom"].',
    fr: 'context.obligations_supported doit être une liste de types d’obligations, par exemple ["custom"].',
  },
  askForRight: { en: "Ask for this right", fr: "Demander ce droit" },
  notRequestable: {
    en: "There is no right to ask for: what was denied is not lifted by one, is allowed by now, or was asked for already.",
    fr: "Il n’y a pas de droit à demander : aucun droit n’y changerait rien, c’est permis entre-temps, ou la demande est déjà faite.",
  },
  expiredDenial: {
    en: "The denial is too old. Ask for the decision again, and send what it says.",
    fr: "Le refus est trop ancien. Redemandez la décision et envoyez ce qu’elle indique.",
  },
  invalidBinding: {
    en: "This is not what was denied to you. Send subject, action, resource and denial as they were.",
    fr: "Ce n’est pas ce qui vous a été refusé. Envoyez subject, action, resource et denial tels quels.",
  },
  duplicateRequest: {
    en: "This Idempotency-Key came with another submission before; take a new one.",
    fr: "Cette clé Idempotency-Key est déjà venue avec une autre demande ; prenez-en une nouvelle.",
  },
  unknownTask: {
    en: "There is no such request, or it is not for you to see.",
    fr: "Cette demande n’existe pas, ou il ne vous appartient pas de la voir.",
  },
  pageToken: {
    en: "The request is malformed at /page/token: {why}.",
    fr: "La requête est mal formée à /page/token : {why}.",
  },
  tooDeep: {
    en: "The request is malformed: it is nested over {max} deep.",
    fr: "La requête est mal formée : elle a plus de {max} niveaux d’imbrication.",
  },
  unauthenticated: {
    en: "Send a bearer token or an API key in the Authorization header.",
    fr: "Envoyez un jeton (bearer) ou une clé d’API dans l’en-tête Authorization.",
  },
  pageLimit: {
    en: "The request is malformed at /page/limit: it was another on the page before.",
    fr: "La requête est mal formée à /page/limit : la limite était autre à la page précédente.",
  },
  malformed: { en: "The request is malformed: {what}.", fr: "La requête est mal formée : {what}." },
  malformedAt: {
    en: "The request is malformed at {where}: {what}.",
    fr: "La requête est mal formée à {where} : {what}.",
  },
  tokenOfNobody: { en: "it is none of ours", fr: "ce n’est pas l’un des nôtres" },
  tokenOfAnother: {
    en: "it belongs to another request: repeat the first one unchanged",
    fr: "il appartient à une autre requête : répétez la première sans rien y changer",
  },
  missingObject: { en: "{key} is missing or no object", fr: "{key} manque ou n’est pas un objet" },
  missingText: { en: "{key} is missing or no text", fr: "{key} manque ou n’est pas un texte" },
  noObject: { en: "{key} is no object", fr: "{key} n’est pas un objet" },
});
