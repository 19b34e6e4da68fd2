import type { Locale } from "../../../kernel/locale";
import type { CallKind } from "./call-kind";

/** The goals of the kick-off call (set-up guide). */
const KICK_OFF_GOALS = ["discuss_plan", "give_overview", "share_out_tasks", "schedule_go_live"] as const;
/** The go-live call: the settings that are reviewed, then each tab of the tool (set-up guide, advanced settings). */
const GO_LIVE_GOALS = [
  "review_project_template",
  "review_subcontract_cost_type",
  "review_purchase_order_cost_type",
  "review_contract_number",
  "review_vendor_refresh",
  "review_service_account",
  "tour_cost_codes",
  "tour_jobs",
  "tour_companies",
  "tour_commitments",
  "tour_change_orders",
  "tour_subcontractor_invoices",
  "tour_payments",
  "tour_job_costs",
] as const;
export const GOALS = [...KICK_OFF_GOALS, ...GO_LIVE_GOALS] as const;
export type Goal = (typeof GOALS)[number];

export const AGENDA: Readonly<Record<CallKind, readonly Goal[]>> = {
  kick_off: KICK_OFF_GOALS,
  go_live: GO_LIVE_GOALS,
};

/** Reached when the go-live call has a time; nobody ticks it by hand. */
export const SEEN_BY_SYSTEM: Goal = "schedule_go_live";

/** The goal in words. */
export function goalText(goal: Goal, locale: Locale): string {
  return TEXTS[locale][goal];
}

const TEXTS: Readonly<Record<Locale, Readonly<Record<Goal, string>>>> = {
  en: {
    discuss_plan: "Talk the plan of your set-up through",
    give_overview: "Show everybody what the integration does, and what it does not",
    share_out_tasks: "Share out the tasks that follow, each with an owner and a day",
    schedule_go_live: "Agree on a time for the go-live call",
    review_project_template: "Setting: the project template for jobs that come from Xero",
    review_subcontract_cost_type: "Setting: the cost type of bids that become subcontracts",
    review_purchase_order_cost_type: "Setting: the cost type of bids that become purchase orders",
    review_contract_number:
      "Setting: whether the contract number serves as the ID in Xero, or the ID is typed before export",
    review_vendor_refresh: "Setting: whether refreshing vendors overwrites what the platform holds of them",
    review_service_account: "Setting: the service account, which nobody edits",
    tour_cost_codes: "Tab: cost codes",
    tour_jobs: "Tab: jobs",
    tour_companies: "Tab: companies",
    tour_commitments: "Tab: commitments",
    tour_change_orders: "Tab: change orders",
    tour_subcontractor_invoices: "Tab: subcontractor invoices",
    tour_payments: "Tab: payments",
    tour_job_costs: "Tab: job costs",
  },
  fr: {
    discuss_plan: "Parcourir ensemble le plan de votre mise en place",
    give_overview: "Montrer à tous ce que fait l’intégration, et ce qu’elle ne fait pas",
    share_out_tasks: "Répartir les tâches qui suivent, chacune avec un responsable et une échéance",
    schedule_go_live: "Convenir d’une date pour l’appel de mise en service",
    review_project_template: "Réglage : le modèle de projet des chantiers venus de Xero",
    review_subcontract_cost_type: "Réglage : le type de coût des offres qui deviennent des contrats de sous-traitance",
    review_purchase_order_cost_type: "Réglage : le type de coût des offres qui deviennent des bons de commande",
    review_contract_number:
      "Réglage : le numéro de contrat sert d’identifiant dans Xero, ou l’identifiant est saisi avant l’export",
    review_vendor_refresh: "Réglage : actualiser les fournisseurs remplace ou non ce que la plateforme sait d’eux",
    review_service_account: "Réglage : le compte de service, que personne ne modifie",
    tour_cost_codes: "Onglet : codes de coût",
    tour_jobs: "Onglet : chantiers",
    tour_companies: "Onglet : entreprises",
    tour_commitments: "Onglet : engagements",
    tour_change_orders: "Onglet : ordres de modification",
    tour_subcontractor_invoices: "Onglet : factures des sous-traitants",
    tour_payments: "Onglet : paiements",
    tour_job_costs: "Onglet : coûts des chantiers",
  },
};
