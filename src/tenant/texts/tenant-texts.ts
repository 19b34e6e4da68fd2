import { catalogue } from "../../kernel/catalogue";

/** Refusals about companies, their settings, and the vendor’s people in them. */
export const TENANT_TEXTS = catalogue({
  noSuchCompany: {
    en: "There is no such company among yours.",
    fr: "Il n’y a pas de telle entreprise parmi les vôtres.",
  },
  notToBeSeen: {
    en: "You may not see this of the company.",
    fr: "Vous n’avez pas le droit de voir cela de l’entreprise.",
  },
  slugOrId: {
    en: "Name the company by its slug or by its id.",
    fr: "Nommez l’entreprise par son nom court ou par son identifiant.",
  },
  onTheStaffAlready: {
    en: "{email} is on the vendor's staff already.",
    fr: "{email} fait déjà partie du personnel de l’éditeur.",
  },
  hour: {
    en: "The hour is a whole number from 0 to 23.",
    fr: "L’heure est un nombre entier de 0 à 23.",
  },
  thresholdAmount: {
    en: "The amount must not be negative, and is in the company's currency, {currency}.",
    fr: "Le montant ne doit pas être négatif, et il est dans la devise de l’entreprise, {currency}.",
  },
  superUsersOnly: {
    en: "Only a super-user of the vendor may put people on its staff.",
    fr: "Seul un super-utilisateur de l’éditeur peut ajouter quelqu’un à son personnel.",
  },
  slugTaken: {
    en: 'The slug "{slug}" is taken.',
    fr: "Le nom court « {slug} » est déjà pris.",
  },
  noMember: {
    en: 'The company has no member "{reference}"; add him to the directory first.',
    fr: "L’entreprise n’a pas de membre « {reference} » ; ajoutez d’abord cette personne à l’annuaire.",
  },
  slugForm: {
    en: "A slug has 3 to 40 characters out of a-z, 0-9 and hyphens, and no hyphen at either end.",
    fr: "Un nom court a de 3 à 40 caractères parmi a-z, 0-9 et le trait d’union, sans trait d’union au début ni à la fin.",
  },
  country: {
    en: "The country is a code of two letters, such as US or NZ.",
    fr: "Le pays est un code de deux lettres, par exemple US ou NZ.",
  },
  timezone: {
    en: "The time zone is an IANA name, such as Europe/Paris or America/New_York.",
    fr: "Le fuseau horaire est un nom IANA, par exemple Europe/Paris ou America/New_York.",
  },
  staffOnly: {
    en: "Only the vendor's staff may {what}; ask your implementation specialist.",
    fr: "Seul le personnel de l’éditeur peut {what} ; adressez-vous à votre spécialiste de mise en œuvre.",
  },
  noAccessAskedFor: {
    en: "The vendor has asked for no such access.",
    fr: "L’éditeur n’a pas demandé un tel accès.",
  },
  accessIsOver: {
    en: "What was asked for is over already.",
    fr: "Ce qui était demandé est déjà terminé.",
  },
  fromOneTo: {
    en: "`{name}` is from 1 to {max}.",
    fr: "`{name}` va de 1 à {max}.",
  },
  partAlready: {
    en: "{name} has this part in the company already.",
    fr: "{name} a déjà ce rôle dans l’entreprise.",
  },
  noSuchAssignment: {
    en: "The company has no such assignment.",
    fr: "L’entreprise n’a pas de telle affectation.",
  },
  assignmentEnded: {
    en: "The assignment ended at {instant}.",
    fr: "L’affectation a pris fin le {instant}.",
  },
  notOnTheStaff: {
    en: "{email} is not on the vendor's staff.",
    fr: "{email} ne fait pas partie du personnel de l’éditeur.",
  },
  noLongerActive: {
    en: "{name} is no longer active.",
    fr: "{name} n’est plus en activité.",
  },
  vendorOnly: {
    en: "Only the vendor's staff who look after the company do this; ask your point of contact.",
    fr: "Seul le personnel de l’éditeur qui s’occupe de l’entreprise fait cela ; adressez-vous à votre interlocuteur.",
  },
  registerACompany: { en: "register a company", fr: "enregistrer une entreprise" },
  seeAPortfolio: { en: "see a portfolio", fr: "voir un portefeuille" },
  recordAPurchase: { en: "record a purchase", fr: "saisir un achat" },
  untilForm: {
    en: "`until` must be a coming day such as 2027-01-31, or a coming instant such as 2027-01-31T12:00:00Z.",
    fr: "`until` doit être un jour à venir, par exemple 2027-01-31, ou un instant à venir, par exemple 2027-01-31T12:00:00Z.",
  },
});
