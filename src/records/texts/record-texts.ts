import { catalogue } from "../../kernel/catalogue";

/** Refusals about records, their deliveries, imports and reconciliation. */
export const RECORD_TEXTS = catalogue({
  lockedFields: {
    en: "The ERP holds it, so these may not change: {fields}.",
    fr: "L’ERP le contient, donc ceux-ci ne peuvent pas changer : {fields}.",
  },
  noProject: {
    en: 'The company has no project "{reference}".',
    fr: "L’entreprise n’a pas de projet « {reference} ».",
  },
  projectHasSentRecords: {
    en: "Records of {code} were sent to, or read from, {held} already, and stay there. Make a new project for {wanted}, and offer in it what is still to come.",
    fr: "Des enregistrements de {code} ont déjà été envoyés à {held}, ou lus depuis {held}, et y restent. Créez un nouveau projet pour {wanted}, et proposez-y ce qui est encore à venir.",
  },
  neverOnItsWay: {
    en: "It was never on its way: reject it, and have it submitted again.",
    fr: "Il n’a jamais été en route : rejetez-le et faites-le soumettre à nouveau.",
  },
  noSuchLane: {
    en: "The company has no such lane.",
    fr: "L’entreprise n’a pas de telle file d’envoi.",
  },
  laneNotPaused: {
    en: "The lane is not paused.",
    fr: "La file d’envoi n’est pas en pause.",
  },
  pausedByLimits: {
    en: "The ledger's own limits pause it: it goes on by itself.",
    fr: "Ce sont les limites de l’ERP lui-même qui la mettent en pause : elle repart d’elle-même.",
  },
  noSuchRecord: {
    en: "The company has no such record.",
    fr: "L’entreprise n’a pas de tel enregistrement.",
  },
  otherRevision: {
    en: "It is revision {revision} now, and not {sent}.",
    fr: "Il en est à la révision {revision}, et non {sent}.",
  },
  noConnectionYet: {
    en: "The company has no connection yet.",
    fr: "L’entreprise n’a pas encore de connexion.",
  },
  noSuchConnection: {
    en: "The company has no such connection.",
    fr: "L’entreprise n’a pas de telle connexion.",
  },
  nothingIsRead: {
    en: "Of this nothing is read from the ERP.",
    fr: "De cela, rien n’est lu dans l’ERP.",
  },
  onlyCommitmentsClose: {
    en: "Only commitments are closed and reopened.",
    fr: "Seuls les engagements se closent et se rouvrent.",
  },
  closedAlready: {
    en: "The commitment is closed already; reopenCommitment opens it again.",
    fr: "L’engagement est déjà clos ; reopenCommitment le rouvre.",
  },
  notClosed: {
    en: "The commitment is not closed.",
    fr: "L’engagement n’est pas clos.",
  },
  blocked: {
    en: "What it builds on is not synced yet: import or send that first.",
    fr: "Ce dont il dépend n’est pas encore synchronisé : importez-le ou envoyez-le d’abord.",
  },
  noSuchCounterpart: {
    en: "There is no such counterpart waiting to be imported in the record's ledger.",
    fr: "Aucune contrepartie de ce genre n’attend d’être importée dans l’ERP de l’enregistrement.",
  },
  numberTaken: {
    en: "{title} has that number already; link the two instead.",
    fr: "{title} porte déjà ce numéro ; associez plutôt les deux.",
  },
  projectOfOtherBooks: {
    en: "The project {code} is in the books of {connection}: choose another number.",
    fr: "Le projet {code} est dans la comptabilité de {connection} : choisissez un autre numéro.",
  },
  pairsAtOnce: {
    en: "Name at most {max} pairs at once.",
    fr: "Nommez au plus {max} paires à la fois.",
  },
  notSuggestedAnyMore: {
    en: "This pair is not suggested any more.",
    fr: "Cette paire n’est plus suggérée.",
  },
  rowsAtOnce: {
    en: "Name at most {max} rows at once.",
    fr: "Nommez au plus {max} lignes à la fois.",
  },
  noSuchRow: {
    en: "The plan has no such row.",
    fr: "Le plan n’a pas de telle ligne.",
  },
  noSuchPlan: {
    en: "The company has no such plan.",
    fr: "L’entreprise n’a pas de tel plan.",
  },
  noSuchCompany: {
    en: "There is no such company.",
    fr: "Il n’y a pas de telle entreprise.",
  },
  exactlyOneItem: {
    en: "Give exactly one item.",
    fr: "Donnez exactement un élément.",
  },
  decisionsForPeople: {
    en: "Decisions about records are for people of the company.",
    fr: "Les décisions sur des enregistrements sont destinées aux personnes de l’entreprise.",
  },
  recordsTravelByIt: {
    en: "Records travel by it ({count}): what was sent stays traceable, so it stays too.",
    fr: "Des enregistrements passent par elle ({count}) : ce qui a été envoyé reste traçable, donc elle reste aussi.",
  },
  projectsAreBoundToIt: {
    en: "Projects are bound to it ({count}): bind them elsewhere first (bindProjectConnection).",
    fr: "Des projets lui sont rattachés ({count}) : rattachez-les d’abord ailleurs (bindProjectConnection).",
  },
  stillInErp: {
    en: "The ERP still holds it ({id}): delete it there first.",
    fr: "L’ERP le contient encore ({id}) : supprimez-le d’abord là-bas.",
  },
  perhapsInErp: {
    en: "It cannot be looked up whether the ERP still holds it ({id}). Look there yourself, then vouch that it is gone.",
    fr: "Impossible de vérifier si l’ERP le contient encore ({id}). Regardez vous-même là-bas, puis attestez qu’il n’y est plus.",
  },
  wouldFailAgain: { en: "As it is it would fail again. {fix}", fr: "Tel quel, il échouerait à nouveau. {fix}" },
  rowDone: { en: "It was done already: {action}.", fr: "C’est déjà fait : {action}." },
  recordChangedSincePlan: {
    en: "The record has changed since the plan was made.",
    fr: "L’enregistrement a changé depuis que le plan a été établi.",
  },
  newerPlan: { en: "There is a newer plan.", fr: "Il y a un plan plus récent." },
  planTooOld: {
    en: "The plan is more than a day old: reconcile anew.",
    fr: "Le plan a plus d’un jour : refaites le rapprochement.",
  },
  ledgerChangedSincePlan: {
    en: "The ledger has changed it once more since the plan was made.",
    fr: "La comptabilité l’a encore modifié depuis que le plan a été établi.",
  },
  actionNotOffered: {
    en: "What is {drift} in the ledger allows only {actions}.",
    fr: "Ce qui est {drift} dans la comptabilité ne permet que {actions}.",
  },
  tooManyCells: {
    en: "The row has more cells than headings.",
    fr: "La ligne a plus de cellules qu’il n’y a de titres.",
  },
  unreadableTable: {
    en: "It is not readable as a table from here on: {why}.",
    fr: "À partir d’ici, ce n’est plus lisible comme tableau : {why}.",
  },
  lineTooLong: { en: "The line is too long.", fr: "La ligne est trop longue." },
  noJsonObject: { en: "It is no JSON object.", fr: "Ce n’est pas un objet JSON." },
  noJson: { en: "It is no JSON.", fr: "Ce n’est pas du JSON." },
  sayFeature: {
    en: 'Say with "feature" what it is. {meant}',
    fr: "Dites avec « feature » de quoi il s’agit. {meant}",
  },
  knownFeatures: { en: "Known: {features}.", fr: "Connues : {features}." },
  evidenceForPeople: {
    en: "Evidence is for people who may review the company.",
    fr: "Les preuves sont destinées aux personnes qui peuvent passer l’entreprise en revue.",
  },
});
