import { catalogue } from "../../kernel/catalogue";

/** Mappings as tables and as proposals. */
export const MAPPING_TEXTS = catalogue({
  badTable: {
    en: "The table has {count, plural, one {# error} other {# errors}}, so nothing was imported. rowErrors tells them.",
    fr: "Le tableau a {count, plural, one {# erreur} other {# erreurs}} : rien n’a été importé. rowErrors les donne.",
  },
  bookedSo: {
    en: "{agreeing} of {lines, plural, one {# line} other {# lines}} in the ERP's bills are booked so.",
    fr: "{agreeing} sur {lines, plural, one {# ligne} other {# lignes}} des factures de l’ERP sont imputées ainsi.",
  },
  itemSaysSo: { en: "The ERP's item says so.", fr: "L’article de l’ERP le dit." },
  contactSaysSo: { en: "The ERP's contact says so.", fr: "Le contact de l’ERP le dit." },
});
