import { catalogue } from "../../kernel/catalogue";

/** Refusals about an implementation: its plan, items, questions and welcome. */
export const SET_UP_REFUSALS = catalogue({
  noSuchItem: {
    en: "The set-up guide has no such item; Company.implementation lists them.",
    fr: "Le guide de mise en œuvre n’a pas de telle tâche ; Company.implementation les énumère.",
  },
  dueDate: {
    en: "A due date is a day such as 2026-12-01.",
    fr: "Une échéance est un jour, par exemple 2026-12-01.",
  },
  noPlan: {
    en: "There is no plan.",
    fr: "Il n’y a pas de plan.",
  },
  extendBy: {
    en: "Extend by 1 to {max} days.",
    fr: "Prolongez de 1 à {max} jours.",
  },
  specialistLeads: {
    en: "The implementation specialist of the vendor leads the company from phase to phase; ask him to.",
    fr: "Le spécialiste de mise en œuvre de l’éditeur mène l’entreprise d’une phase à l’autre ; demandez-le-lui.",
  },
  boughtAlready: {
    en: "The integration was bought already, for another edition or country; change the connection instead.",
    fr: "L’intégration a déjà été achetée, pour une autre édition ou un autre pays ; modifiez plutôt la connexion.",
  },
  notOnTheStaff: {
    en: "{email} is not on the vendor's staff.",
    fr: "{email} ne fait pas partie du personnel de l’éditeur.",
  },
  postsAtMost: {
    en: "{max} posts are the most of one question; ask a new one.",
    fr: "Une question a au plus {max} messages ; posez-en une nouvelle.",
  },
  itemOrCall: {
    en: "A question is about an action item or a call, not both.",
    fr: "Une question porte sur une tâche ou sur un appel, pas sur les deux.",
  },
  askWithoutCall: {
    en: "There is no {call} yet; ask without it.",
    fr: "Il n’y a pas encore d’{call} ; posez la question sans lui.",
  },
  noSuchQuestion: {
    en: "The company has no such question.",
    fr: "L’entreprise n’a pas de telle question.",
  },
  noContact: {
    en: "Nobody is named as the company's ERP implementation contact; name one first (setStakeholders).",
    fr: "Personne n’est désigné comme contact de mise en œuvre ERP de l’entreprise ; désignez d’abord quelqu’un (setStakeholders).",
  },
  notLiveYet: {
    en: "The company is not live yet; its help begins with going live.",
    fr: "L’entreprise n’est pas encore en service ; son accompagnement commence avec la mise en service.",
  },
  helpOver: {
    en: "The help ended at {instant}; assign a specialist anew instead.",
    fr: "L’accompagnement a pris fin le {instant} ; affectez plutôt à nouveau un spécialiste.",
  },
  noTimeOffered: {
    en: "No coming time is offered for the kick-off call; offer some first (proposeSlots).",
    fr: "Aucun horaire à venir n’est proposé pour l’appel de lancement ; proposez-en d’abord (proposeSlots).",
  },
  hasItsTime: {
    en: "The kick-off call has its time already; a selection of times would only confuse.",
    fr: "L’appel de lancement a déjà son horaire ; un choix d’horaires ne ferait que semer la confusion.",
  },
});
