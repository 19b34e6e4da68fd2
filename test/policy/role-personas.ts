import type { CompanyFacts, SubjectFacts } from "../../src/policy/model/facts";
import { FEATURES, type Direction, type Feature, type ProjectTool } from "../../src/policy/model/vocabulary";
import { approver, company, grant, member } from "./facts-builder";

/** A column of the role matrix. */
export interface Persona {
  readonly letter: string;
  readonly name: string;
  readonly what: string;
  /** Null: nobody of this company. */
  readonly subject: SubjectFacts | null;
  readonly company: CompanyFacts;
}

const TOWER = "tower";
const grants = (direction: Direction, ...features: Feature[]) =>
  features.map((feature) => grant(feature, { grantId: `${direction}-${feature}`, direction }));
const admin = (...tools: ProjectTool[]) => tools.map((tool) => ({ projectId: TOWER, tool, level: "admin" as const }));
const staff = (staffRole: SubjectFacts["staffRole"]) => member({ kind: "staff", staffRole, subjectId: "staff" });

const plain = company();
const direct = company(
  {},
  Object.fromEntries(FEATURES.map((feature) => [feature, { directExport: "without_workflow" as const }])),
);
const afterWorkflow = company(
  {},
  Object.fromEntries(FEATURES.map((feature) => [feature, { directExport: "with_workflow" as const }])),
);
const projectManager = member({ projectLevels: admin("commitments", "change_orders", "project_admin") });

type Column = Omit<Persona, "letter" | "company"> & { readonly company?: CompanyFacts };

const COLUMNS: readonly Column[] = [
  { name: "Read-only user", what: "tool Read Only", subject: member({ toolLevel: "read_only" }) },
  { name: "Standard user", what: "tool Standard, cannot push", subject: member({ toolLevel: "standard" }) },
  {
    name: "Approver of commitments and invoices",
    what: "tool Standard, can push, two export grants",
    subject: approver(grants("export", "commitment", "subcontractor_invoice")),
  },
  {
    name: "Approver of commitments",
    what: "tool Standard, can push, one export grant: up to $10,000.00, project Tower",
    subject: approver([grant("commitment", { projectIds: [TOWER], ceiling: { minor: 1_000_000, currency: "USD" } })]),
  },
  {
    name: "Approver on a project",
    what: "as C, and Admin on Commitments in project Tower",
    subject: approver(grants("export", "commitment", "subcontractor_invoice"), { projectLevels: admin("commitments") }),
  },
  {
    name: "Importer",
    what: "tool Standard, cannot push, import grants",
    subject: member({ toolLevel: "standard", grants: grants("import", "project", "vendor", "job_cost") }),
  },
  {
    name: "Directory administrator, can push",
    what: "directory Admin, tool Standard, can push, no grants",
    subject: approver([], { directoryLevel: "admin" }),
  },
  {
    name: "Directory administrator",
    what: "directory Admin, tool Standard, cannot push",
    subject: member({ directoryLevel: "admin", toolLevel: "standard" }),
  },
  { name: "Tool administrator", what: "tool Admin, cannot push", subject: member({ toolLevel: "admin" }) },
  {
    name: "Project manager",
    what: "no level on the tool; Admin on Commitments, Change Orders and Project Admin in project Tower",
    subject: projectManager,
  },
  { name: "Project manager", what: "as J, where direct export is on", subject: projectManager, company: direct },
  {
    name: "Project manager",
    what: "as J, where direct export is on after a workflow",
    subject: projectManager,
    company: afterWorkflow,
  },
  { name: "Specialist", what: "vendor staff who leads the implementation", subject: staff("specialist") },
  { name: "Point of contact", what: "vendor staff after the implementation", subject: staff("point_of_contact") },
  {
    name: "ERP implementation contact",
    what: "no level on the tool; named as the contact",
    subject: member({ stakeholderRoles: ["erp_implementation_contact"] }),
  },
  {
    name: "Stakeholder",
    what: "no level on the tool; named as the Xero administrator",
    subject: member({ stakeholderRoles: ["xero_administrator"] }),
  },
  { name: "Outsider", what: "nobody of this company", subject: null },
];

/** The columns, lettered from A. */
export const PERSONAS: readonly Persona[] = COLUMNS.map((column, index) => ({
  company: plain,
  ...column,
  letter: String.fromCharCode("A".charCodeAt(0) + index),
}));
