/**
 * The platform's REST addresses that this integration calls. Those that its public guides spell out are as they spell
 * them; those marked "named only" are named in the guides without a path, and follow the pattern of their neighbours:
 * docs/platform.md lists them, to be checked at the first connection to a live account.
 */
export const PATHS = {
  token: "/oauth/token",
  me: "/rest/v1.0/me",
  toolLevels: "/rest/v1.0/settings/permissions",
  // Named only.
  erpConnections: "/rest/v1.0/erp_connections",
  hooks: "/rest/v1.0/webhooks/hooks",
  requests: "/rest/v1.0/erp_requests",
  details: (company: string) => `/rest/v1.0/companies/${company}/erp_request_details`,
  externalData: (company: string) => `/rest/v1.0/companies/${company}/external_data/sync`,
  stagedRecords: (company: string) => `/rest/v1.0/companies/${company}/staged_records/sync`,
  // Named only.
  unlink: (company: string) => `/rest/v1.0/companies/${company}/erp_status_management/unlink`,
  standardCostCodes: "/rest/v1.0/standard_cost_codes",
  standardCostCodesSync: "/rest/v1.0/standard_cost_codes/sync",
  lineItemTypesSync: "/rest/v1.0/line_item_types/sync",
  // Named only.
  assignmentsSync: "/rest/v1.0/cost_code_line_item_types/sync",
  // Named only.
  jobCostsSync: "/rest/v1.0/erp_job_costs/sync",
  // Named only.
  invoicePaymentsSync: "/rest/v1.0/invoice_payments/sync",
  users: (company: string) => `/rest/v1.3/companies/${company}/users`,
  inactiveUsers: (company: string) => `/rest/v1.3/companies/${company}/users/inactive`,
  templates: (company: string) => `/rest/v1.0/companies/${company}/permission_templates`,
  projects: "/rest/v1.1/projects",
  projectUsers: (project: string) => `/rest/v1.0/projects/${project}/users`,
  vendors: (company: string) => `/rest/v1.0/companies/${company}/vendors`,
  requisitions: "/rest/v1.1/requisitions",
} as const;

/** Rows of a list that are asked for at once. */
export const PER_PAGE = 1_000;
