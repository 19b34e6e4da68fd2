import type { Bilingual } from "../../kernel/locale";
import type { Feature } from "../../policy/model/vocabulary";
import type { CatalogueItem, Note } from "./catalogue-item";

/**
 * Kinds of data of the platform that do not travel to Xero or from it. They stay in the catalogue so that a question
 * about them gets its reason and not silence.
 */

const OWNER_SIDE: Note = {
  text: {
    en: "The connector carries what the company buys, not what it bills to its client: the client's side stays on the platform.",
    fr: "Le connecteur transporte les achats de l’entreprise, pas ce qu’elle facture à son client : le côté client reste sur la plateforme.",
  },
  source: "Xero things to know",
};

/** An item that no connector carries, and why. */
function uncarried(feature: Feature, name: Bilingual, platformName: Bilingual, whyNot: Note): CatalogueItem {
  return {
    feature,
    name,
    platformName,
    connectors: {
      xero: {
        exports: false,
        imports: false,
        optional: false,
        erpObjects: [],
        approverToExport: false,
        directExport: false,
        tab: null,
        prerequisites: [],
        limits: [],
        locks: [],
        schedule: null,
        notes: [],
        whyNot,
      },
    },
  };
}

export const UNCARRIED = {
  prime_contract: uncarried(
    "prime_contract",
    { en: "Prime contract", fr: "Contrat principal" },
    { en: "Prime contracts", fr: "Contrats principaux" },
    OWNER_SIDE,
  ),
  prime_contract_change_order: uncarried(
    "prime_contract_change_order",
    { en: "Prime contract change order", fr: "Avenant de contrat principal" },
    { en: "Prime contract change orders (PCCO)", fr: "Avenants de contrat principal (PCCO)" },
    OWNER_SIDE,
  ),
  owner_invoice: uncarried(
    "owner_invoice",
    { en: "Owner invoice", fr: "Facture au maître d’ouvrage" },
    { en: "Prime contract invoices (payment applications)", fr: "Factures du contrat principal" },
    OWNER_SIDE,
  ),
  owner_payment: uncarried(
    "owner_payment",
    { en: "Owner payment", fr: "Paiement du maître d’ouvrage" },
    { en: "Payments received", fr: "Paiements reçus" },
    OWNER_SIDE,
  ),
  budget: uncarried(
    "budget",
    { en: "Budget", fr: "Budget" },
    { en: "Budgets", fr: "Budgets" },
    {
      text: {
        en: "Budgets are kept on the platform only; Xero's costs are read into them as job costs.",
        fr: "Les budgets se tiennent sur la plateforme seulement ; les coûts de Xero y entrent comme coûts de chantier.",
      },
      source: "Xero things to know",
    },
  ),
  timecard: uncarried(
    "timecard",
    { en: "Timecard", fr: "Feuille de temps" },
    { en: "Timecards, timesheets", fr: "Cartes de pointage, feuilles de temps" },
    {
      text: {
        en: "Hours worked stay on the platform; the connector has no part for them.",
        fr: "Les heures travaillées restent sur la plateforme ; le connecteur ne les traite pas.",
      },
      source: "Xero things to know",
    },
  ),
  // Stands for every finer division of a project: sub jobs, custom WBS segments, cost codes of one project.
  sub_job: uncarried(
    "sub_job",
    { en: "Sub job", fr: "Sous-projet" },
    {
      en: "Sub jobs, custom WBS segments, project-specific cost codes",
      fr: "Sous-projets, segments WBS personnalisés, codes de coût propres à un projet",
    },
    {
      text: {
        en: "A line reaches Xero with one project and one cost code of the company's list; sub jobs, custom WBS segments and cost codes of a single project have no place there and are not supported.",
        fr: "Une ligne arrive dans Xero avec un projet et un code de la liste de l’entreprise ; les sous-projets, les segments WBS personnalisés et les codes propres à un projet n’y ont pas de place et ne sont pas pris en charge.",
      },
      source: "Xero data mapping guide",
    },
  ),
} as const;
