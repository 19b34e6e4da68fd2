import {
  ACTIONS,
  RESOURCES,
  STAKEHOLDER_ROLES,
  type Action,
  type Direction,
  type Feature,
  type Level,
  type ProjectTool,
  type RecordState,
  type Resource,
  type Scope,
  type StaffRole,
  type StakeholderRole,
} from "./vocabulary";

/** What one action on one resource asks for; each field is read by the gate of that name. */
export interface Requirement {
  /** Least level on the ERP Integrations tool. */
  readonly tool?: Level;
  /** A directory administrator needs no level on the tool for this. */
  readonly orDirectoryAdmin?: boolean;
  /** Least level on the company directory. */
  readonly directory?: Level;
  /** Whether the can-push-to-accounting privilege is needed. */
  readonly approver?: boolean;
  /** A grant in this direction is needed. */
  readonly grant?: Direction;
  /** The connector must carry the feature in this direction; "either": in any. */
  readonly carried?: Direction | "either";
  /** Admin on these tools of the record's project. */
  readonly projectAdminOn?: readonly ProjectTool[];
  /** Vendor staff in these roles may do it too, without levels of their own. */
  readonly staff?: readonly StaffRole[];
  /** A service may do it whose API key has this scope; left out: no service does it. */
  readonly scope?: Scope;
  /** Whether it is for the vendor's staff alone. */
  readonly vendorOnly?: boolean;
  /** One of these parts in the implementation is needed. */
  readonly part?: readonly StakeholderRole[];
  /** Somebody with a part in the implementation needs no level on the tool for this. */
  readonly orStakeholder?: boolean;
  /** Whether it moves records, so only in a live phase. */
  readonly live?: boolean;
  /** Whether it talks to the ERP, so needs an authorised connection. */
  readonly connected?: boolean;
  /** Whether it brings in new work, so needs the feature switched on and the edition supported. */
  readonly switchedOn?: boolean;
  /** Whether it sends new work to the ERP, so needs a project that is in use. */
  readonly newWork?: boolean;
  readonly states?: readonly RecordState[];
  /** Own records: only they, or never they. */
  readonly own?: "only" | "never";
  readonly selfGrant?: "never";
  /** Whether the two-person rule and prerequisites apply. */
  readonly delivers?: boolean;
}

const ALL_STAFF: readonly StaffRole[] = ["specialist", "point_of_contact"];

const ON_PRIME_CONTRACTS: Pick<Requirement, "projectAdminOn"> = { projectAdminOn: ["prime_contracts"] };

/**
 * Where a record is offered from decides whose right it is (permission matrix, rows "Send ..."; prime contracts by
 * analogy, for connectors that carry them). What is not listed is nobody's to offer, whatever a connector carries.
 */
const SUBMIT_RIGHT: Partial<Record<Feature, Pick<Requirement, "projectAdminOn" | "directory">>> = {
  commitment: { projectAdminOn: ["commitments"] },
  commitment_change_order: { projectAdminOn: ["commitments", "change_orders"] },
  subcontractor_invoice: { projectAdminOn: ["commitments"] },
  project: { projectAdminOn: ["project_admin"] },
  vendor: { directory: "admin" },
  cost_code: { directory: "admin" },
  prime_contract: ON_PRIME_CONTRACTS,
  prime_contract_change_order: ON_PRIME_CONTRACTS,
  owner_invoice: ON_PRIME_CONTRACTS,
};

/**
 * Unlinking money asks for an approver who is Admin on the project's contracts; projects and vendors for Standard only. Cost
 * codes are unlinked by the vendor's own staff on the vendor's side; here by an approver (our choice: an item that vanished
 * from the ledger had no way out).
 */
const UNLINK_RIGHT: Partial<Record<Feature, Pick<Requirement, "approver" | "projectAdminOn">>> = {
  project: {},
  vendor: {},
  cost_code: { approver: true },
  commitment: { approver: true, projectAdminOn: ["commitments"] },
  commitment_change_order: { approver: true, projectAdminOn: ["commitments"] },
  subcontractor_invoice: { approver: true, projectAdminOn: ["commitments"] },
  prime_contract_change_order: { approver: true, ...ON_PRIME_CONTRACTS },
  owner_invoice: { approver: true, ...ON_PRIME_CONTRACTS },
};

const LINKABLE: readonly Feature[] = ["project", "vendor"];
const DIRECT_EXPORTABLE: readonly Feature[] = ["commitment", "commitment_change_order", "subcontractor_invoice"];

const OUTBOUND: Requirement = { carried: "export", live: true };
const ACCEPT: Requirement = { ...OUTBOUND, tool: "standard", approver: true, grant: "export" };

const SENDS: Requirement = { connected: true, switchedOn: true, newWork: true };

function featureRequirement(action: Action, feature: Feature): Requirement | null {
  switch (action) {
    case "view":
      return { carried: "either", tool: "read_only", staff: ALL_STAFF };
    case "submit":
      return offering(feature, { switchedOn: true, newWork: true, states: ["draft", "unlinked"] });
    case "resubmit":
      return offering(feature, { switchedOn: true, newWork: true, states: ["rejected", "synced"] });
    case "retrieve":
      return offering(feature, { states: ["awaiting"], own: "only" });
    case "send":
      return { ...ACCEPT, ...SENDS, states: ["awaiting"], own: "never", delivers: true };
    case "reject":
      return { ...ACCEPT, states: ["awaiting", "failed"] };
    case "unlink":
      if (!UNLINK_RIGHT[feature]) return null;
      return { ...OUTBOUND, tool: "standard", connected: true, ...UNLINK_RIGHT[feature], states: ["synced"] };
    case "link":
      // A cost code is not read from the ledger, but tied to the item that stands there under its code.
      if (feature === "cost_code") return { ...OUTBOUND, connected: true, switchedOn: true, tool: "standard" };
      if (!LINKABLE.includes(feature)) return null;
      return { carried: "import", live: true, connected: true, switchedOn: true, tool: "standard" };
    case "archive":
      // Whoever may offer it puts a mistaken one aside; what was sent stays.
      if (!LINKABLE.includes(feature)) return offering(feature, { states: ["draft", "rejected", "unlinked"] });
      return { carried: "import", live: true, tool: "standard", states: ["staged", "draft", "rejected", "unlinked"] };
    case "import":
      return importRequirement(feature);
    case "configure":
      return { carried: "either", tool: "admin", staff: ["specialist"] };
    case "grant_access":
      return { carried: "either", directory: "admin", approver: true, staff: ["specialist"], selfGrant: "never" };
    default:
      return null;
  }
}

/** What a project user does with a record that is offered from a project or the directory. */
function offering(feature: Feature, more: Requirement): Requirement | null {
  const right = SUBMIT_RIGHT[feature];
  return right ? { ...OUTBOUND, ...right, ...more } : null;
}

/** On-demand payment sync asks for Admin on the tool, other imports for Standard (permission matrix). */
function importRequirement(feature: Feature): Requirement {
  const tool: Level = feature === "commitment_payment" ? "admin" : "standard";
  return {
    carried: "import",
    grant: "import",
    tool,
    live: true,
    connected: true,
    switchedOn: true,
    states: ["staged"],
  };
}

const COMPANY_REQUIREMENTS: Partial<Record<Action, Requirement>> = {
  view: { staff: ALL_STAFF },
  configure: { tool: "admin", staff: ["specialist"] },
  grant_access: { directory: "admin", approver: true, staff: ["specialist"], selfGrant: "never" },
  administer: { directory: "admin", staff: ["specialist"] },
  review: { tool: "read_only", orDirectoryAdmin: true, staff: ALL_STAFF, scope: "rights:review" },
  // The steps of the implementation (setup guide): the vendor leads, the contact agrees, the stakeholders attend.
  propose_slots: { vendorOnly: true, staff: ["specialist"] },
  confirm_slot: { part: ["erp_implementation_contact"] },
  answer_availability: { part: STAKEHOLDER_ROLES },
  run_call: { vendorOnly: true, staff: ["specialist"] },
  carry_out_item: { tool: "standard", orDirectoryAdmin: true, orStakeholder: true },
  lead_item: { vendorOnly: true, staff: ["specialist"] },
  waive: { vendorOnly: true, staff: ["specialist"] },
  go_live: { vendorOnly: true, staff: ["specialist"] },
  suspend: { directory: "admin", staff: ["specialist"] },
  extend_help: { directory: "admin", staff: ["point_of_contact"] },
  ask_question: {},
  answer_question: { vendorOnly: true, staff: ALL_STAFF },
};

/**
 * What the action on the resource asks for; null where the action does not exist there.
 * Source of every row: the vendor's permission matrix for the company-level tool, and its approver guide.
 */
export function requirementOf(action: Action, resource: Resource): Requirement | null {
  return REQUIREMENTS.get(action)?.get(resource) ?? null;
}

/** All of them, made once: compiling a member's policy reads every one. */
const REQUIREMENTS: ReadonlyMap<Action, ReadonlyMap<Resource, Requirement | null>> = new Map(
  ACTIONS.map((action) => [
    action,
    new Map(RESOURCES.map((resource) => [resource, makeRequirement(action, resource)])),
  ]),
);

function makeRequirement(action: Action, resource: Resource): Requirement | null {
  return resource === "company" ? (COMPANY_REQUIREMENTS[action] ?? null) : featureRequirement(action, resource);
}

/** Whether the company may let records of this feature skip the approver (direct export guide). */
export function mayExportDirectly(resource: Resource): boolean {
  return (DIRECT_EXPORTABLE as readonly Resource[]).includes(resource);
}

/** What a direct export asks for instead of an approver: the right to offer the record. */
export function submitRight(resource: Resource): Pick<Requirement, "projectAdminOn" | "directory"> {
  return resource === "company" ? {} : (SUBMIT_RIGHT[resource] ?? {});
}
