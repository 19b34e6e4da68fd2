import type { CatalogueItem } from "./catalogue-item";
import { atMost, codedLine, statusToExport, synced, vendorLinked } from "./catalogue-rules";

/** A subcontract or a purchase order of the platform becomes a purchase order. */
export const COMMITMENT: CatalogueItem = {
  feature: "commitment",
  name: { en: "Commitment", fr: "Engagement" },
  platformName: {
    en: "Commitments: subcontracts and purchase orders",
    fr: "Engagements : contrats de sous-traitance et bons de commande",
  },
  connectors: {
    xero: {
      exports: true,
      imports: false,
      optional: true,
      erpObjects: ["PurchaseOrder"],
      approverToExport: true,
      directExport: true,
      tab: "commitments",
      prerequisites: [
        ...synced("export", "Staged records reference", "project", "vendor", "cost_code"),
        statusToExport("Commitment acceptance guide", "approved"),
        vendorLinked("Commitment acceptance guide"),
        codedLine("Commitment acceptance guide"),
      ],
      limits: [atMost("tracking_per_line", "lines", 2, "elements", "Xero OpenAPI: LineItem.Tracking")],
      locks: [
        {
          // Vendor and lines are also held by the status itself ("Financial tools tutorial"); that is no lock of sending.
          from: "submitted",
          fields: ["vendor", "title", "status", "default_retainage"],
          except: [],
          complete: false,
          source: "Commitment acceptance guide",
        },
      ],
      schedule: { exports: "on_send", imports: null, onDemand: false, source: "Xero things to know" },
      notes: [
        {
          text: {
            en: "To unlink it, first delete the purchase order in Xero and wait for the next synchronisation; deleting it on the platform afterwards is final.",
            fr: "Pour le dissocier, supprimez d’abord le bon de commande dans Xero et attendez la synchronisation suivante ; la suppression sur la plateforme est ensuite définitive.",
          },
          source: "Xero things to know (digest)",
        },
        {
          text: {
            en: "Commitments are made on the platform only: a purchase order made in Xero is never read.",
            fr: "Les engagements se créent sur la plateforme seulement : un bon de commande créé dans Xero n’est jamais lu.",
          },
          source: "Xero data mapping guide",
        },
      ],
      whyNot: null,
    },
  },
};

/** A change order has no record of its own in Xero: its lines join those of the commitment's purchase order. */
export const COMMITMENT_CHANGE_ORDER: CatalogueItem = {
  feature: "commitment_change_order",
  name: { en: "Commitment change order", fr: "Avenant d’engagement" },
  platformName: { en: "Commitment change orders (CCO)", fr: "Avenants d’engagement (CCO)" },
  connectors: {
    xero: {
      exports: true,
      imports: false,
      optional: true,
      erpObjects: ["PurchaseOrder lines"],
      approverToExport: true,
      directExport: true,
      tab: "change_orders",
      prerequisites: [
        ...synced("export", "Staged records reference", "project", "cost_code"),
        ...synced("export", "Change order export guide", "commitment"),
        statusToExport("Xero things to know (digest)", "approved"),
        vendorLinked("Xero things to know (digest)"),
        codedLine("Xero things to know (digest)"),
      ],
      limits: [
        atMost("number_length", "number", 255, "characters", "Xero things to know (digest)"),
        atMost("title_length", "title", 255, "characters", "Xero things to know (digest)"),
        atMost("changes_per_line", "lines", 1, "changes", "Xero change order guide"),
        atMost("tracking_per_line", "lines", 2, "elements", "Xero OpenAPI: LineItem.Tracking"),
      ],
      locks: [
        {
          from: "submitted",
          fields: ["vendor", "title", "status", "total"],
          except: [],
          complete: true,
          source: "Change order acceptance guide",
        },
      ],
      schedule: { exports: "on_send", imports: null, onDemand: false, source: "Xero things to know" },
      notes: [
        {
          text: {
            en: "Several changes to one line of the contract are added up on the platform and travel as one.",
            fr: "Plusieurs modifications d’une même ligne du contrat sont additionnées sur la plateforme et passent comme une seule.",
          },
          source: "Xero change order guide",
        },
        {
          text: {
            en: "The date of creation stays on the platform.",
            fr: "La date de création reste sur la plateforme.",
          },
          source: "Xero things to know (digest)",
        },
      ],
      whyNot: null,
    },
  },
};
