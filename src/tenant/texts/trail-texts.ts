import { catalogue } from "../../kernel/catalogue";

/** What can be wrong with an audit trail by itself. */
export const TRAIL_TEXTS = catalogue({
  otherCompany: { en: "It is of another company.", fr: "Elle est d’une autre entreprise." },
  notTheLast: {
    en: "It is not the last entry that was kept.",
    fr: "Ce n’est pas la dernière écriture qui a été conservée.",
  },
  afterTheLast: {
    en: "It stands after the last entry that was kept.",
    fr: "Elle se trouve après la dernière écriture qui a été conservée.",
  },
  notTheOneBefore: {
    en: "It is not the entry that the next one follows.",
    fr: "Ce n’est pas l’écriture que la suivante prolonge.",
  },
  doesNotFollow: {
    en: "It does not follow the entry before it.",
    fr: "Elle ne prolonge pas l’écriture qui la précède.",
  },
  afterItsFollowers: {
    en: "It stands after entries that follow it.",
    fr: "Elle se trouve après des écritures qui la suivent.",
  },
  numberTaken: {
    en: "An entry of this number stands before it.",
    fr: "Une écriture de ce numéro se trouve avant elle.",
  },
  notThere: { en: "It is not there.", fr: "Elle n’est pas là." },
  otherHash: {
    en: "It is not the entry whose hash was kept outside.",
    fr: "Ce n’est pas l’écriture dont l’empreinte a été conservée au-dehors.",
  },
  contentAltered: { en: "Its content does not fit its hash.", fr: "Son contenu ne correspond pas à son empreinte." },
  elsewhere: { en: "It stands here, and belongs at {place}.", fr: "Elle se trouve ici, et sa place est à {place}." },
  endNotSigned: {
    en: "The end of the trail is not signed (see `audit sign`).",
    fr: "La fin du journal n’est pas signée (voir `audit sign`).",
  },
  signatureOfAnother: {
    en: "The signature of the end is of another end.",
    fr: "La signature de la fin est celle d’une autre fin.",
  },
  signatureOfNobody: {
    en: "The signature of the end is by no key that is known here.",
    fr: "La signature de la fin n’est d’aucune clé connue ici.",
  },
});
