import type { Bilingual } from "../../kernel/locale";
import type { Feature } from "../../policy/model/vocabulary";

/** How a feature travels between the construction platform and the ERP, where the company is connected to both. */
export interface PlatformTravel {
  /** Events by which it comes from the platform. */
  readonly from: readonly string[];
  /** Events by which the platform asks to have it read anew from the ERP. */
  readonly refresh: readonly string[];
  /** What the platform is told of it. */
  readonly back: Bilingual;
}

const TIES: Bilingual = {
  en: "external data for it; the detail closed",
  fr: "données externes pour l’élément ; le détail clos",
};
const TIES_WITH_LINES: Bilingual = {
  en: "external data for it and each line; the detail closed",
  fr: "données externes pour l’élément et chaque ligne ; le détail clos",
};

/** Features that are in no row are not carried. Source: the platform's ERP events (docs/platform.md). */
export const PLATFORM_TRAVEL: Readonly<Partial<Record<Feature, PlatformTravel>>> = {
  cost_code: {
    from: ["create_standard_cost_codes"],
    refresh: ["sync_standard_cost_codes", "sync_standard_categories"],
    back: { en: `${TIES.en}; codes straight in`, fr: `${TIES.fr} ; codes reçus directement` },
  },
  project: {
    from: ["create_or_update_job"],
    refresh: ["sync_jobs", "sync_single_job"],
    back: {
      en: "external data for it and its cost codes; the detail closed; what only the ERP has is staged",
      fr: "données externes pour le projet et ses codes de coût ; le détail clos ; ce que l’ERP seul possède est mis en attente",
    },
  },
  vendor: {
    from: ["create_vendor"],
    refresh: ["sync_vendors"],
    back: {
      en: `${TIES.en}; what only the ERP has is staged`,
      fr: `${TIES.fr} ; ce que l’ERP seul possède est mis en attente`,
    },
  },
  commitment: { from: ["create_commitment"], refresh: [], back: TIES_WITH_LINES },
  commitment_change_order: { from: ["create_commitment_change_order"], refresh: [], back: TIES_WITH_LINES },
  subcontractor_invoice: { from: ["create_requisitions"], refresh: [], back: TIES_WITH_LINES },
  commitment_payment: {
    from: [],
    refresh: ["sync_contract_payments"],
    back: { en: "invoice payments, straight in", fr: "paiements de factures, reçus directement" },
  },
  job_cost: {
    from: [],
    refresh: ["sync_single_job"],
    back: { en: "ERP job costs, straight in", fr: "coûts de projet de l’ERP, reçus directement" },
  },
};
