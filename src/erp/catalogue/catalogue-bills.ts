import type { CatalogueItem } from "./catalogue-item";
import { atMost, statusToExport, synced, vendorLinked } from "./catalogue-rules";

/** A subcontractor's invoice becomes a bill to pay. */
export const SUBCONTRACTOR_INVOICE: CatalogueItem = {
  feature: "subcontractor_invoice",
  name: { en: "Subcontractor invoice", fr: "Facture de sous-traitant" },
  platformName: { en: "Subcontractor invoices (requisitions)", fr: "Factures de sous-traitants" },
  connectors: {
    xero: {
      exports: true,
      imports: false,
      optional: false,
      erpObjects: ["Bill ACCPAY"],
      approverToExport: true,
      directExport: true,
      tab: "subcontractor_invoices",
      prerequisites: [
        ...synced("export", "Invoice export guide", "commitment"),
        statusToExport("Invoice acceptance guide", "approved", "approved_as_noted", "pending_owner_approval"),
        vendorLinked("Xero things to know (digest)"),
        {
          kind: "fields_present",
          direction: "export",
          fields: ["billing_date", "period_start", "period_end"],
          source: "Xero things to know (digest)",
        },
      ],
      limits: [
        atMost("number_length", "number", 255, "characters", "Xero things to know (digest)"),
        {
          // Other ERPs of the platform refuse a total of zero too; for Xero only negative ones are named.
          code: "total_not_negative",
          field: "total",
          bound: "at_least",
          value: 0,
          unit: "money",
          approximate: false,
          source: "Xero data mapping guide",
        },
        atMost("tracking_per_line", "lines", 2, "elements", "Xero OpenAPI: LineItem.Tracking"),
      ],
      locks: [
        {
          from: "submitted",
          fields: "all",
          except: ["attachments"],
          complete: true,
          source: "Invoice acceptance guide",
        },
      ],
      schedule: { exports: "on_send", imports: null, onDemand: false, source: "Xero things to know" },
      notes: [
        {
          text: {
            en: "Xero does not ask that a bill's number be unique: a second sending of the same invoice would be a second bill.",
            fr: "Xero n’exige pas que le numéro d’une facture d’achat soit unique : un second envoi de la même facture en créerait une deuxième.",
          },
          source: "Xero OpenAPI: Invoice.InvoiceNumber",
        },
      ],
      whyNot: null,
    },
  },
};

/**
 * A payment of a bill comes back to the commitment that was billed.
 * [Conflict] "Xero bill payment guide" knows it for the US edition only; "Xero data mapping guide", newer, drops that
 * and is followed. [Conflict] "Xero sync schedule guide" lets a company choose hourly to daily or never; the newer
 * "Xero things to know" names imports on demand, and is followed.
 */
export const COMMITMENT_PAYMENT: CatalogueItem = {
  feature: "commitment_payment",
  name: { en: "Commitment payment", fr: "Paiement d’engagement" },
  platformName: { en: "Payments issued", fr: "Paiements émis" },
  connectors: {
    xero: {
      exports: false,
      imports: true,
      optional: false,
      erpObjects: ["BillPayment"],
      approverToExport: false,
      directExport: false,
      tab: "subcontractor_invoices",
      prerequisites: [
        ...synced("import", "Xero bill payment guide", "subcontractor_invoice"),
        { kind: "made_after_set_up", direction: "import", source: "Xero bill payment guide" },
      ],
      limits: [],
      locks: [{ from: "synced", fields: "all", except: [], complete: true, source: "Xero bill payment guide" }],
      schedule: { exports: null, imports: null, onDemand: true, source: "Xero things to know" },
      notes: [
        {
          text: {
            en: "Payments by cheque and card travel, in full or in part, and so do later changes such as a cancellation.",
            fr: "Les paiements par chèque et par carte passent, complets ou partiels, ainsi que leurs modifications ultérieures, une annulation par exemple.",
          },
          source: "Xero bill payment guide",
        },
        {
          text: { en: "Payments arrive without tax.", fr: "Les paiements arrivent sans les taxes." },
          source: "Xero data mapping guide",
        },
        {
          text: {
            en: "An older guide lets the company choose how often payments are read, from hourly to daily, or never.",
            fr: "Un guide plus ancien laisse l’entreprise choisir la fréquence de lecture des paiements, de chaque heure à chaque jour, ou jamais.",
          },
          source: "Xero sync schedule guide",
        },
      ],
      whyNot: null,
    },
  },
};

/** Costs booked in Xero on a synced project and item are read into the platform's direct costs and budget. */
export const JOB_COST: CatalogueItem = {
  feature: "job_cost",
  name: { en: "Job cost", fr: "Coût de chantier" },
  platformName: { en: "Job costs (direct costs)", fr: "Coûts de chantier (coûts directs)" },
  connectors: {
    xero: {
      exports: false,
      imports: true,
      optional: false,
      erpObjects: ["Bill ACCPAY", "BankTransaction SPEND", "CreditNote ACCPAYCREDIT"],
      approverToExport: false,
      directExport: false,
      tab: "job_costs",
      prerequisites: [
        ...synced("import", "Xero things to know (digest)", "project", "cost_code"),
        {
          kind: "erp_object",
          direction: "import",
          oneOf: ["Bill ACCPAY", "BankTransaction SPEND", "CreditNote ACCPAYCREDIT"],
          source: "Xero things to know (digest)",
        },
        { kind: "status", direction: "import", oneOf: ["approved"], source: "Xero things to know (digest)" },
      ],
      limits: [],
      locks: [{ from: "synced", fields: "all", except: [], complete: true, source: "Financial tools tutorial" }],
      // [Conflict] "Xero sync schedule guide", older: every two hours per project. The newer page is followed.
      schedule: { exports: null, imports: "daily", onDemand: true, source: "Xero things to know" },
      notes: [
        {
          text: {
            en: "Bills that this integration made are read back too, as the cost of their invoice.",
            fr: "Les factures créées par cette intégration sont relues aussi, comme coût de leur facture d’origine.",
          },
          source: "Xero things to know (digest)",
        },
      ],
      whyNot: null,
    },
  },
};
