import type { Json, Kind, PlatformStore } from "../platform-store";
import { DEMO_PLATFORM_COMPANY, projectCode, tie, type Put } from "./world-parts";
import { stockPurchases } from "./world-purchases";

export const PLATFORM_USERS = {
  service: 101,
  admin: 102,
  everything: 103,
  commitmentsOnly: 104,
  readOnly: 105,
  manager: 106,
} as const;

const TEMPLATES = {
  administrator: 201,
  approver: 202,
  reader: 203,
  manager: 211,
} as const;

const LEVELS: Readonly<Record<keyof typeof TEMPLATES, Json>> = {
  administrator: { Directory: "Admin", "ERP Integrations": "Admin" },
  approver: { Directory: "Read Only", "ERP Integrations": "Standard" },
  reader: { Directory: "Read Only", "ERP Integrations": "Read Only" },
  manager: { Commitments: "Admin", "Change Orders": "Admin", Admin: "Read Only" },
};

interface Person {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly template: keyof typeof TEMPLATES;
  readonly pushes: boolean;
}

const PEOPLE: readonly Person[] = [
  { id: PLATFORM_USERS.admin, name: "Alma Reyes", email: "admin@demo.test", template: "administrator", pushes: true },
  {
    id: PLATFORM_USERS.everything,
    name: "Bruno Keller",
    email: "commitments-and-invoices@demo.test",
    template: "approver",
    pushes: true,
  },
  {
    id: PLATFORM_USERS.commitmentsOnly,
    name: "Carla Singh",
    email: "commitments-only@demo.test",
    template: "approver",
    pushes: true,
  },
  {
    id: PLATFORM_USERS.readOnly,
    name: "Dmitri Okafor",
    email: "read-only@demo.test",
    template: "reader",
    pushes: false,
  },
  {
    id: PLATFORM_USERS.manager,
    name: "Elena Novak",
    email: "project-manager@demo.test",
    template: "reader",
    pushes: false,
  },
];

/** Projects, vendors and codes as in the demo's books; the first of each are in the ledger already. */
const PROJECTS = [
  { id: 301, number: "P-100", name: "Harbour Bridge", origin: "demo-project-P-100" },
  { id: 302, number: "P-200", name: "City Library", origin: "demo-project-P-200" },
  { id: 303, number: "P-300", name: "Elm Street School", origin: null },
];
const VENDORS = [
  { id: 401, number: "V-100", name: "Harbour Steel", origin: "demo-vendor-V-100" },
  { id: 402, number: "V-200", name: "Northside Concrete", origin: "demo-vendor-V-200" },
  { id: 404, number: "V-400", name: "Tidewater Waterproofing", origin: null },
];
const CODES = [
  { id: 501, code: "01-100", name: "General conditions", origin: "demo-cost_code-01-100" },
  { id: 502, code: "03-300", name: "Cast-in-place concrete", origin: "demo-cost_code-03-300" },
  { id: 503, code: "05-120", name: "Structural steel", origin: "demo-cost_code-05-120" },
];
const COST_TYPES = [
  { id: 601, code: "L", name: "Labor", origin_id: "labor" },
  { id: 602, code: "M", name: "Materials", origin_id: "materials" },
  { id: 603, code: "S", name: "Subcontract", origin_id: "subcontract" },
];

/** Fills an empty sandbox platform with the demo's company; once. */
export function stockPlatform(store: PlatformStore): void {
  if (store.get("company", DEMO_PLATFORM_COMPANY)) return;
  store.atomically(() => {
    const put = (kind: Kind, id: number, body: Json, parent: number | null = null) =>
      store.put(kind, { id, company: DEMO_PLATFORM_COMPANY, body }, parent);
    put("company", DEMO_PLATFORM_COMPANY, { name: "Demo Builders", app_connected: true });
    people(put);
    lists(store, put);
    stockPurchases(store, put);
  });
}

function people(put: Put): void {
  put("user", PLATFORM_USERS.service, {
    name: "Ledgergate",
    email_address: "ledgergate@service.platform.test",
    is_active: true,
    is_service_account: true,
    permissions: { Admin: "Admin", Directory: "Admin", "ERP Integrations": "Admin", "Webhooks API": "Standard" },
  });
  for (const [name, id] of Object.entries(TEMPLATES))
    put("template", id, { name, permissions: LEVELS[name as keyof typeof TEMPLATES] });
  for (const { id, name, email, template, pushes } of PEOPLE)
    put("user", id, {
      name,
      email_address: email,
      is_active: true,
      can_push_to_accounting: pushes,
      permission_template: { id: TEMPLATES[template] },
      permissions: LEVELS[template],
    });
}

function lists(store: PlatformStore, put: Put): void {
  for (const { id, code, name, origin_id } of COST_TYPES)
    put("line_item_type", id, { code, name, base_type: null, origin_id });
  for (const { id, code, name, origin } of CODES) {
    put("standard_cost_code", id, { code: code.slice(3), full_code: code, name, standard_cost_code_list_id: 1 });
    tie(store, "standard_cost_code", id, origin, code);
  }
  for (const { id, number, name, origin } of VENDORS) {
    put("vendor", id, { name, company: name, is_active: true, origin_code: number, country_code: "US" });
    tie(store, "vendor", id, origin, number);
  }
  for (const { id, number, name, origin } of PROJECTS) {
    put("project", id, { name, project_number: number, active: true, address: "" });
    tie(store, "project", id, origin, number);
    for (const code of CODES) {
      const own = projectCode(id, code.id);
      const body = { code: code.code.slice(3), full_code: code.code, name: code.name, standard_cost_code_id: code.id };
      put("cost_code", own, body, id);
      tie(store, "cost_code", own, origin && `${origin}|${code.code}`, code.code);
    }
    const manager = {
      user_id: PLATFORM_USERS.manager,
      name: "Elena Novak",
      permission_template: { id: TEMPLATES.manager },
    };
    put("project_user", id * 10, { ...manager, permissions: LEVELS.manager }, id);
    const approver = { user_id: PLATFORM_USERS.everything, name: "Bruno Keller", permission_template: null };
    put("project_user", id * 10 + 1, { ...approver, permissions: { Commitments: "Admin" } }, id);
  }
}
