/** The features as the first migrations have them. A copy, on purpose: FEATURES may grow, what a migration made does not. */
export const FEATURES = [
  "cost_code",
  "project",
  "vendor",
  "commitment",
  "commitment_change_order",
  "subcontractor_invoice",
  "commitment_payment",
  "job_cost",
  "prime_contract",
  "prime_contract_change_order",
  "owner_invoice",
  "owner_payment",
  "budget",
  "timecard",
  "sub_job",
];
