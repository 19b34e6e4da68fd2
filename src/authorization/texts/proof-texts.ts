import { catalogue } from "../../kernel/catalogue";

/** What can be otherwise in rights, versions, reviews, decisions and anchors than the audit trail says. */
export const PROOF_TEXTS = catalogue({
  anchorDoesNotFollow: {
    en: "It does not follow the anchor before it.",
    fr: "Il ne prolonge pas l’ancrage qui le précède.",
  },
  noAnchor: { en: "It holds something that is no anchor.", fr: "Il contient quelque chose qui n’est pas un ancrage." },
  anchorNotInDatabase: {
    en: "It is outside, and the database does not have it any more.",
    fr: "Il est au-dehors, et la base de données ne l’a plus.",
  },
  otherAnchorInDatabase: {
    en: "The database has another one of this number.",
    fr: "La base de données en a un autre sous ce numéro.",
  },
  anchorGone: { en: "It was put there, and is not there any more.", fr: "Il y a été déposé, et n’y est plus." },
  contentAltered: { en: "Its content does not fit its hash.", fr: "Son contenu ne correspond pas à son empreinte." },
  signatureDoesNotHold: { en: "Its signature does not hold.", fr: "Sa signature ne tient pas." },
  notSigned: { en: "It is not signed.", fr: "Il n’est pas signé." },
  otherTimestamp: {
    en: "It says {said}, and was timestamped at {at}.",
    fr: "Il indique {said}, et a été horodaté le {at}.",
  },
  sealedDecisionsGone: {
    en: "Decisions until {at} were sealed, and are gone.",
    fr: "Des décisions jusqu’à {at} étaient scellées, et ont disparu.",
  },
  sealGone: {
    en: "It was anchored outside, and is not there any more.",
    fr: "Il était ancré au-dehors, et n’est plus là.",
  },
  notThere: { en: "It is not there.", fr: "Il n’est pas là." },
  sealDoesNotFollow: {
    en: "It does not follow the seal before it.",
    fr: "Il ne prolonge pas le sceau qui le précède.",
  },
  otherDecision: {
    en: "It is not the one that was written (seal {seal}).",
    fr: "Ce n’est pas celle qui a été écrite (sceau {seal}).",
  },
  decisionsMissing: {
    en: "{missing} of {all, plural, one {# decision} other {# decisions}}, the newest of {until}, {missing, plural, one {is gone} other {are gone}}.",
    fr: "Sur {all, plural, one {# décision} other {# décisions}}, la plus récente du {until}, {missing} {missing, plural, one {a disparu} other {ont disparu}}.",
  },
  sealsBeforeGone: {
    en: "Seals before it are gone, and no retention deleted them.",
    fr: "Les sceaux qui le précèdent ont disparu, et aucune durée de conservation ne les a supprimés.",
  },
  deletedTooEarly: {
    en: "Decisions until {until} were deleted too early.",
    fr: "Des décisions jusqu’à {until} ont été supprimées trop tôt.",
  },
  otherRetention: {
    en: "Decisions before {until} were deleted, as kept for {kept} days; configured are {days}.",
    fr: "Des décisions d’avant {until} ont été supprimées, comme conservées {kept} jours ; la configuration dit {days}.",
  },
  noSeal: { en: "No seal was written with it.", fr: "Aucun sceau n’a été écrit avec elle." },
  itsSealGone: { en: "Its seal {seal} is not there.", fr: "Son sceau {seal} n’est pas là." },
  reviewGone: { en: "The review is gone.", fr: "La revue a disparu." },
  signedGone: { en: "What was signed is gone.", fr: "Ce qui a été signé a disparu." },
  nothingOpened: { en: "No audit entry opened it.", fr: "Aucune écriture du journal ne l’a ouverte." },
  nothingClosed: { en: "No audit entry closed it.", fr: "Aucune écriture du journal ne l’a close." },
  closedAndOpen: { en: "It was closed, and is open.", fr: "Elle a été close, et elle est ouverte." },
  otherList: { en: "The list is not the one that was signed.", fr: "La liste n’est pas celle qui a été signée." },
  verdictNotSigned: {
    en: "It says {verdict}, and nobody signed that.",
    fr: "Elle indique {verdict}, et personne ne l’a signé.",
  },
  otherVerdict: { en: "It says {said}; signed was {signed}.", fr: "Elle indique {said} ; il a été signé {signed}." },
  otherSignature: {
    en: "Who signed, why, or what was signed is not what the trail says.",
    fr: "Qui a signé, pourquoi, ou ce qui a été signé n’est pas ce que dit le journal.",
  },
  noSettings: {
    en: "No audit entry speaks of its settings.",
    fr: "Aucune écriture du journal ne parle de ses réglages.",
  },
  otherSettings: {
    en: "Its settings are not what the trail says.",
    fr: "Ses réglages ne sont pas ce que dit le journal.",
  },
  nothingAdded: {
    en: "No audit entry put them into the directory.",
    fr: "Aucune écriture du journal n’a ajouté cette personne à l’annuaire.",
  },
  otherLevels: {
    en: "Levels, privilege or parts are not what the trail says.",
    fr: "Les niveaux, le privilège ou les rôles ne sont pas ce que dit le journal.",
  },
  otherAccount: {
    en: "E-mail or account is not what the trail says.",
    fr: "L’adresse e-mail ou le compte n’est pas ce que dit le journal.",
  },
  nothingGave: { en: "No audit entry gave it.", fr: "Aucune écriture du journal ne l’a accordé." },
  otherScope: {
    en: "Its scope or history is not what the trail says.",
    fr: "Sa portée ou son histoire n’est pas ce que dit le journal.",
  },
  otherwise: { en: "It is not what the trail says.", fr: "Ce n’est pas ce que dit le journal." },
  nothingMade: { en: "No audit entry made it.", fr: "Aucune écriture du journal ne l’a créée." },
  nothingAssigned: {
    en: "No audit entry assigned them.",
    fr: "Aucune écriture du journal n’a affecté cette personne.",
  },
  otherStaff: {
    en: "E-mail, account, activity or super-user is not what the trail says.",
    fr: "L’adresse e-mail, le compte, l’activité ou le rang de super-utilisateur n’est pas ce que dit le journal.",
  },
  gone: {
    en: "It is gone, and nothing of it is ever deleted.",
    fr: "Cela a disparu, et rien de tel n’est jamais supprimé.",
  },
  versionAdded: {
    en: "It holds from {at} on, and no audit entry wrote it.",
    fr: "Elle vaut à partir de {at}, et aucune écriture du journal ne l’a écrite.",
  },
  otherState: {
    en: "Its state from {at} on is not what was kept.",
    fr: "Son état à partir de {at} n’est pas celui qui a été conservé.",
  },
  stateGone: { en: "The state from {at} on is gone.", fr: "L’état à partir de {at} a disparu." },
  otherEnd: {
    en: "It ends at {end}; the trail has it end at {trail}.",
    fr: "Elle prend fin à {end} ; selon le journal, elle prend fin à {trail}.",
  },
  difference: { en: "{path} is {now}, by the trail {before}", fr: "{path} est {now}, selon le journal {before}" },
  noTime: { en: "no time", fr: "aucun moment" },
  nothing: { en: "nothing", fr: "rien" },
});
