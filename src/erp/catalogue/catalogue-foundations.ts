import type { CatalogueItem } from "./catalogue-item";
import { LEDGER_LIMITS } from "../connector/ledger-limits";
import { atMost, projectSetting } from "./catalogue-rules";

/**
 * A cost code with its cost type becomes a product or service.
 * [Conflict] A digest marks it as travelling both ways; the vendor's own maps show the export only, and they are
 * followed ("Xero data mapping guide" against "Xero things to know (digest)").
 */
export const COST_CODE: CatalogueItem = {
  feature: "cost_code",
  name: { en: "Cost code", fr: "Code de coût" },
  platformName: { en: "WBS codes: cost codes and cost types", fr: "Codes WBS : codes de coût et types de coûts" },
  connectors: {
    xero: {
      exports: true,
      imports: false,
      optional: false,
      erpObjects: ["Item"],
      approverToExport: true,
      directExport: false,
      tab: "cost_codes",
      prerequisites: [],
      limits: [
        atMost("code_length", "code", LEDGER_LIMITS.itemCode, "characters", "Xero OpenAPI: Item.Code"),
        // The description goes to the item's name, which is shorter: the platform lets a longer one through.
        atMost("name_length", "description", LEDGER_LIMITS.itemName, "characters", "Xero OpenAPI: Item.Name"),
        atMost("codes_in_list", null, 4000, "codes", "Xero things to know (digest)"),
      ],
      locks: [],
      schedule: { exports: "on_send", imports: null, onDemand: false, source: "Xero things to know" },
      notes: [
        {
          text: {
            en: "One list of codes serves all projects of the company that work with Xero; one or two tiers of codes are advised.",
            fr: "Une seule liste de codes sert tous les projets de l’entreprise reliés à Xero ; un ou deux niveaux de codes sont conseillés.",
          },
          source: "Xero things to know (digest)",
        },
        {
          text: {
            en: "Somebody then gives each new item its purchase and sales accounts in Xero, by hand or by a bulk import there; the platform does not hold them.",
            fr: "Il faut ensuite attribuer dans Xero les comptes d’achat et de vente de chaque nouvel article, à la main ou par une importation en masse ; la plateforme ne les connaît pas.",
          },
          source: "Xero data mapping guide",
        },
      ],
      whyNot: null,
    },
  },
};

/** A project becomes an option of the tracking category that the company chose during the implementation. */
export const PROJECT: CatalogueItem = {
  feature: "project",
  name: { en: "Project", fr: "Projet" },
  platformName: { en: "Projects (jobs)", fr: "Projets" },
  connectors: {
    xero: {
      exports: true,
      imports: true,
      optional: false,
      erpObjects: ["TrackingOption"],
      approverToExport: true,
      directExport: false,
      tab: "projects",
      prerequisites: [
        projectSetting("erp_cost_code_list", "Xero things to know (digest)"),
        projectSetting("tool_enabled", "Xero things to know (digest)"),
        projectSetting("new_project", "Xero things to know (digest)"),
        projectSetting("active", "Missing project FAQ"),
      ],
      limits: [
        // [Conflict] Up to 100 can be read ("Xero OpenAPI: TrackingOption.Name"), 50 created; an export creates.
        atMost("name_length", "name", LEDGER_LIMITS.optionName, "characters", "Xero tracking categories reference"),
        { ...atMost("live_options", null, 100, "options", "Xero volume guidance"), approximate: true },
        atMost("active_tracking_categories", null, 2, "categories", "Xero tracking categories reference"),
        atMost("tracking_categories", null, 4, "categories", "Xero tracking categories reference"),
      ],
      locks: [],
      schedule: { exports: "on_send", imports: null, onDemand: true, source: "Xero things to know" },
      notes: [
        {
          text: {
            en: "A project that already ran before the connection needs a paid service of the platform's vendor.",
            fr: "Un projet commencé avant la connexion demande un service payant de l’éditeur de la plateforme.",
          },
          source: "Xero things to know (digest)",
        },
        {
          text: {
            en: "A job that starts in Xero is added to the platform from the tool; one that starts on the platform is submitted, then sent.",
            fr: "Un projet né dans Xero s’ajoute à la plateforme depuis l’outil ; un projet né sur la plateforme est soumis, puis envoyé.",
          },
          source: "Xero project guide",
        },
        {
          text: {
            en: "Nothing on the platform warns when the category fills up; an option that was used can be archived, not deleted.",
            fr: "Rien sur la plateforme n’avertit quand la catégorie se remplit ; une option déjà utilisée s’archive, elle ne se supprime pas.",
          },
          source: "Xero tracking categories reference",
        },
      ],
      whyNot: null,
    },
  },
};

/** A vendor, which the platform calls a company, becomes a contact. */
export const VENDOR: CatalogueItem = {
  feature: "vendor",
  name: { en: "Vendor", fr: "Fournisseur" },
  platformName: { en: "Companies", fr: "Entreprises" },
  connectors: {
    xero: {
      exports: true,
      imports: true,
      optional: false,
      erpObjects: ["Contact"],
      approverToExport: true,
      directExport: false,
      tab: "companies",
      prerequisites: [{ kind: "counterpart_looked_for", direction: "export", source: "Vendor linking guide" }],
      limits: [atMost("name_length", "name", LEDGER_LIMITS.contactName, "characters", "Xero OpenAPI: Contact.Name")],
      locks: [],
      schedule: { exports: "on_send", imports: null, onDemand: true, source: "Xero things to know" },
      notes: [
        {
          text: {
            en: "Name, address, telephone, fax, e-mail and tax number travel when the record is made; once linked, a change of address stays where it was made.",
            fr: "Le nom, l’adresse, le téléphone, le fax, l’e-mail et le numéro fiscal passent à la création ; une fois l’association faite, un changement d’adresse reste là où il a été saisi.",
          },
          source: "Xero things to know (digest)",
        },
        {
          text: {
            en: "A match is suggested only when both names are equal, letter case aside; merge duplicates in both systems first.",
            fr: "Un rapprochement n’est proposé que si les deux noms sont égaux, casse mise à part ; fusionnez d’abord les doublons des deux côtés.",
          },
          source: "Vendor linking guide",
        },
        {
          text: {
            en: "A refresh from Xero overwrites the platform's data only if the company switched that on.",
            fr: "Une actualisation depuis Xero n’écrase les données de la plateforme que si l’entreprise l’a demandé.",
          },
          source: "Xero advanced settings guide",
        },
      ],
      whyNot: null,
    },
  },
};
