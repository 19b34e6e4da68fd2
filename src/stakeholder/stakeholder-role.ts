/** The customer's parts in the implementation (docs/policy.md); the vendor's are the staff roles. */
export const STAKEHOLDER_ROLES = [
  "erp_implementation_contact",
  "platform_administrator",
  "xero_administrator",
  "it_administrator",
] as const;
export type StakeholderRole = (typeof STAKEHOLDER_ROLES)[number];
