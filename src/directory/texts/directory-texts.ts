import { catalogue } from "../../kernel/catalogue";

/** Refusals about people, their rights, keys, projects and letters. */
export const DIRECTORY_TEXTS = catalogue({
  pageOfKeys: {
    en: "A page has 0 to {max} keys.",
    fr: "Une page a de 0 à {max} clés.",
  },
  noSuchKey: {
    en: "There is no such API key.",
    fr: "Il n’y a pas de telle clé d’API.",
  },
  notCarried: {
    en: "The connector does not {direction} {feature}; the feature catalogue says which way each feature travels.",
    fr: "Le connecteur ne fait pas circuler {feature} dans ce sens ({direction}) ; le catalogue des fonctionnalités dit dans quel sens chacune circule.",
  },
  atLeastOneProject: {
    en: "Name at least one project, or leave the list out for all projects.",
    fr: "Nommez au moins un projet, ou omettez la liste pour tous les projets.",
  },
  noSuchProjects: {
    en: "The company has no such project: {codes}.",
    fr: "L’entreprise n’a pas de tel projet : {codes}.",
  },
  ceiling: {
    en: "The ceiling must be an amount of zero or more.",
    fr: "Le plafond doit être un montant positif ou nul.",
  },
  endsBeforeItStarts: {
    en: "The right would end before it starts.",
    fr: "Le droit prendrait fin avant de commencer.",
  },
  endedAlready: {
    en: "The right would have ended already.",
    fr: "Le droit aurait déjà pris fin.",
  },
  heldAlready: {
    en: "{name} holds exactly this right already: grant {grant}, given at {instant}.",
    fr: "{name} détient déjà exactement ce droit : droit {grant}, accordé le {instant}.",
  },
  noSuchGrant: {
    en: "The company has no such grant.",
    fr: "L’entreprise n’a pas de tel droit.",
  },
  revokedAlready: {
    en: "The grant was revoked already, at {instant}.",
    fr: "Le droit a déjà été retiré, le {instant}.",
  },
  noMember: {
    en: '"{reference}" is no member of the company.',
    fr: "« {reference} » n’est pas membre de l’entreprise.",
  },
  lastAdministrator: {
    en: "{name} is the last active directory administrator who can push to accounting. Give somebody else both first.",
    fr: "{name} est la dernière personne active qui administre l’annuaire et peut envoyer vers la comptabilité. Donnez d’abord les deux à quelqu’un d’autre.",
  },
  sayWhatChanges: {
    en: "Say what to change of the member.",
    fr: "Dites ce qui change pour ce membre.",
  },
  inTheDirectoryAlready: {
    en: "{email} is in the company's directory already.",
    fr: "{email} figure déjà dans l’annuaire de l’entreprise.",
  },
  timezone: {
    en: "The time zone is an IANA name, such as Europe/Paris.",
    fr: "Le fuseau horaire est un nom IANA, par exemple Europe/Paris.",
  },
  verifiedAddressOnly: {
    en: "Only a person with a verified e-mail address gets letters.",
    fr: "Seule une personne dont l’adresse e-mail est vérifiée reçoit des e-mails.",
  },
  addressNobodyKnows: {
    en: "No company knows this e-mail address, so no letter goes to it.",
    fr: "Aucune entreprise ne connaît cette adresse e-mail : aucun e-mail ne lui est envoyé.",
  },
  codeLikeId: {
    en: "A code must not look like an id, or nobody could tell them apart.",
    fr: "Un code ne doit pas ressembler à un identifiant : personne ne pourrait les distinguer.",
  },
  codeTaken: {
    en: "There is a project {code} already.",
    fr: "Il y a déjà un projet {code}.",
  },
  eachToolOnce: {
    en: "Name each tool once.",
    fr: "Nommez chaque outil une seule fois.",
  },
  noProject: {
    en: 'The company has no project "{reference}".',
    fr: "L’entreprise n’a pas de projet « {reference} ».",
  },
  namedTwice: {
    en: "{email} is named twice for the same part.",
    fr: "{email} est indiqué deux fois pour le même rôle.",
  },
  oneContact: {
    en: "Name exactly one ERP implementation contact: the vendor's staff need one person to talk to.",
    fr: "Nommez exactement un contact de mise en œuvre ERP : le personnel de l’éditeur a besoin d’un interlocuteur.",
  },
  keyNeedsCompany: { en: "A key needs at least one company.", fr: "Une clé a besoin d’au moins une entreprise." },
  keyScopes: { en: "Scopes of a key are: {scopes}.", fr: "Les portées d’une clé sont : {scopes}." },
});
