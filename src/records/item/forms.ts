import type { Feature } from "../../policy/model/vocabulary";
import { LEDGER_LIMITS as MAX } from "../../erp/connector/ledger-limits";
import { amount, choice, code, currency, date, email, flag, prose, required, text, type FieldSpec } from "./field";

/** Kinds of data that a project user offers, each with the form of its items. */
export const OFFERED = [
  "cost_code",
  "project",
  "vendor",
  "commitment",
  "commitment_change_order",
  "subcontractor_invoice",
] as const satisfies readonly Feature[];
export type Offered = (typeof OFFERED)[number];

export interface ItemForm {
  readonly feature: Offered;
  readonly about: string;
  readonly fields: readonly FieldSpec[];
  /** Null: items of the feature have no lines. */
  readonly lines: readonly FieldSpec[] | null;
}

/** The ERP takes more; a form with more is taken for a mistake. */
export const MAX_LINES = 500;

export const COMMITMENT_KINDS = ["subcontract", "purchase_order"] as const;
const COST_TYPES = ["labor", "equipment", "materials", "subcontract", "other"] as const;
const STATUSES = ["draft", "pending", "approved", "approved_as_noted", "pending_owner_approval", "rejected"] as const;

const PROJECT = required(code("project", 200, "Code or id of the project."));
const VENDOR = required(code("vendor", 255, "Number of the vendor."));
const COMMITMENT = required(code("commitment", 255, "Number of the commitment in the project."));
const NUMBER = required(code("number", MAX.documentNumber, "Its number on the platform."));
const STATUS = required(choice("status", STATUSES, "Status on the platform."));
const CREATED_BY = email("createdBy", "E-mail of who made it on the platform; its sender if left out.");
const CURRENCY = currency("currency", "ISO 4217 code; the company's own if left out.");
const WORKFLOW = flag("workflowCompleted", "Whether its workflow on the platform is at its end.");

const CONNECTION = text(
  "connection",
  200,
  "Whose books it is for, of several: id or name; the company's default if left out.",
);

const LINE_TEXT = prose("description", MAX.lineDescription, "What it is for.");
const LINE_CODE = code("costCode", MAX.itemCode, "Code of the ERP's list; left out: not coded, so not exported.");
const LINE_AMOUNT = required(amount("amount", "Decimal amount in the item's currency."));

const FORMS: Readonly<Record<Offered, Omit<ItemForm, "feature">>> = {
  cost_code: {
    about: "A cost code with its type; becomes a product or service.",
    fields: [
      required(code("code", MAX.itemCode, "Becomes the item's code in the ERP.")),
      required(text("description", MAX.itemName, "Becomes the item's name in the ERP.")),
      required(choice("costType", COST_TYPES, "Cost type.")),
      CONNECTION,
      CREATED_BY,
    ],
    lines: null,
  },
  project: {
    about: "A project; becomes an option of the tracking category.",
    fields: [
      PROJECT,
      text("name", MAX.optionName, "Becomes the option's name; the project's own if left out."),
      flag("usesErpCostCodes", "Whether the project uses the ERP's list of cost codes."),
      flag("toolEnabled", "Whether the ERP tool is on in the project."),
      flag("isNew", "Whether it began after the connection; projects that ran before need a paid service."),
      CREATED_BY,
    ],
    lines: null,
  },
  vendor: {
    about: "A vendor; becomes a contact.",
    fields: [
      NUMBER,
      required(text("name", MAX.contactName, "Becomes the contact's name.")),
      CONNECTION,
      prose("address", MAX.addressLine, "Street and number."),
      text("city", MAX.city, "City."),
      text("region", MAX.region, "State or region."),
      code("postalCode", MAX.postalCode, "Postal code."),
      text("country", MAX.country, "Country."),
      text("phone", MAX.phone, "Telephone."),
      text("fax", MAX.phone, "Fax."),
      email("email", "E-mail."),
      code("taxNumber", MAX.taxNumber, "Tax number; by it a contact of the ERP is recognised, and a new one gets it."),
      flag(
        "counterpartLookedFor",
        "Whether somebody looked for it among the ERP's contacts, to link and not to duplicate.",
      ),
      CREATED_BY,
    ],
    lines: null,
  },
  commitment: {
    about: "A subcontract or a purchase order; becomes a purchase order.",
    fields: [
      PROJECT,
      required(choice("kind", COMMITMENT_KINDS, "Subcontract or purchase order.")),
      NUMBER,
      required(text("title", 255, "Title.")),
      VENDOR,
      required(date("date", "Contract date.")),
      STATUS,
      CURRENCY,
      text("defaultRetainage", 10, "Percentage held back, as a decimal text."),
      prose("deliveryInstructions", MAX.deliveryInstructions, "For the supplier."),
      WORKFLOW,
      CREATED_BY,
    ],
    lines: [
      required(code("number", 50, "Number of the line; change orders name it.")),
      LINE_CODE,
      LINE_TEXT,
      LINE_AMOUNT,
    ],
  },
  commitment_change_order: {
    about: "A change of a commitment; its lines join the purchase order's.",
    fields: [
      PROJECT,
      COMMITMENT,
      NUMBER,
      required(text("title", 255, "Title.")),
      VENDOR,
      date("date", "Date of creation; stays on the platform."),
      STATUS,
      CURRENCY,
      WORKFLOW,
      CREATED_BY,
    ],
    lines: [
      required(code("commitmentLine", 50, "Number of the commitment's line that changes.")),
      LINE_CODE,
      LINE_TEXT,
      LINE_AMOUNT,
    ],
  },
  subcontractor_invoice: {
    about: "A subcontractor's invoice; becomes a bill to pay.",
    fields: [
      PROJECT,
      COMMITMENT,
      NUMBER,
      text("title", 255, "Title."),
      VENDOR,
      required(date("billingDate", "Billing date.")),
      required(date("periodStart", "First day of the period.")),
      required(date("periodEnd", "Last day of the period.")),
      STATUS,
      CURRENCY,
      WORKFLOW,
      CREATED_BY,
    ],
    lines: [LINE_CODE, LINE_TEXT, LINE_AMOUNT],
  },
};

export function isOffered(feature: string): feature is Offered {
  return (OFFERED as readonly string[]).includes(feature);
}

/** The form of the feature's items. Lengths: what the ledger can hold, and the vendor's feature map. */
export function formOf(feature: Offered): ItemForm {
  return { feature, ...FORMS[feature] };
}
