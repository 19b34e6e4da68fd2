import type { Locale } from "../../kernel/locale";

/** Headings of the feature map page in one language. */
export interface FeatureMapHeadings {
  readonly title: (erp: string) => string;
  readonly intro: string;
  readonly feature: string;
  readonly platform: string;
  readonly exported: string;
  readonly imported: string;
  readonly approver: string;
  readonly direct: string;
  readonly tab: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly travel: string;
  readonly travelIntro: string;
  readonly comesBy: string;
  readonly refreshedBy: string;
  readonly goesBack: string;
  readonly order: string;
  readonly rules: string;
  readonly notCarried: (erp: string) => string;
  readonly prerequisites: string;
  readonly limits: string;
  readonly locks: string;
  readonly schedule: string;
  readonly fields: string;
  readonly stays: (fields: string) => string;
  readonly notes: string;
  readonly sources: string;
}

export const FEATURE_MAP_HEADINGS: Readonly<Record<Locale, FeatureMapHeadings>> = {
  en: {
    title: (erp) => `Feature map: ${erp}`,
    intro:
      "Written from src/erp/catalogue/catalogue.ts; after a change run `UPDATE_GOLDEN=1 npm test -- test/erp/catalogue/feature-map`. " +
      "The label in brackets names the source of a rule; the addresses are at the end.",
    feature: "Feature",
    platform: "On the platform",
    exported: "Export",
    imported: "Import",
    approver: "Approver sends",
    direct: "Direct export possible",
    tab: "Tab of the tool",
    yes: "yes",
    no: "no",
    none: "none",
    travel: "What comes from where",
    travelIntro:
      "Where a company is connected to the construction platform, its objects come by the platform's events, and what became of them " +
      "goes back ([platform.md](platform.md)). Without it records come by GraphQL or as a file.",
    comesBy: "Comes from the platform by",
    refreshedBy: "Read anew from the ERP by",
    goesBack: "Goes back to the platform as",
    order: "What comes before what",
    rules: "Rules of each feature",
    notCarried: (erp) => `What does not synchronise with ${erp}`,
    prerequisites: "Before it can travel",
    limits: "Limits",
    locks: "What becomes fixed",
    schedule: "When",
    fields: "Where each field goes",
    stays: (fields) => `On the platform stay: ${fields}.`,
    notes: "Good to know",
    sources: "Sources",
  },
  fr: {
    title: (erp) => `Carte des fonctionnalités : ${erp}`,
    intro:
      "Écrite depuis src/erp/catalogue/catalogue.ts ; après un changement, lancez `UPDATE_GOLDEN=1 npm test -- test/erp/catalogue/feature-map`. " +
      "Le libellé entre crochets nomme la source d’une règle ; les adresses sont à la fin.",
    feature: "Fonctionnalité",
    platform: "Sur la plateforme",
    exported: "Export",
    imported: "Import",
    approver: "Envoi par un approbateur",
    direct: "Export direct possible",
    tab: "Onglet de l’outil",
    yes: "oui",
    no: "non",
    none: "aucun",
    travel: "Ce qui vient d’où",
    travelIntro:
      "Quand une entreprise est connectée à la plateforme de construction, ses éléments arrivent par les événements de la plateforme, et ce " +
      "qu’ils sont devenus y retourne ([platform.md](platform.md)). Sans elle, les enregistrements arrivent par GraphQL ou par fichier.",
    comesBy: "Arrive de la plateforme par",
    refreshedBy: "Relu depuis l’ERP par",
    goesBack: "Retourne à la plateforme comme",
    order: "Ce qui vient avant quoi",
    rules: "Règles de chaque fonctionnalité",
    notCarried: (erp) => `Ce qui ne se synchronise pas avec ${erp}`,
    prerequisites: "Avant de pouvoir passer",
    limits: "Limites",
    locks: "Ce qui devient figé",
    schedule: "Quand",
    fields: "Où va chaque champ",
    stays: (fields) => `Restent sur la plateforme : ${fields}.`,
    notes: "Bon à savoir",
    sources: "Sources",
  },
};
