import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { explainedFault } from "../../../../src/erp/connector/fault/fault";
import { FAULT_CODES } from "../../../../src/erp/connector/fault/fault-codes";
import { faultOf } from "../../../../src/erp/connector/ledger-fault";
import { LOCALES } from "../../../../src/kernel/locale";

/** The page is the golden file: written anew with UPDATE_GOLDEN=1. */
const PAGE = path.join(__dirname, "../../../../docs/faults.md");

const HEAD = `# Faults

What keeps a sent record from the ledger, by its stable code (\`ErpRecord.failure\`, \`Delivery.fault\`). Another code is one
of the policy (docs/policy.md): the right to send was gone at the last look. Retry says whether \`retryRecord\` can help
once the fix is done; else the item is rejected, corrected and submitted again.
`;

function page(): string {
  const rows = FAULT_CODES.map((code) => {
    const [en, fr] = LOCALES.map((locale) => explainedFault(code, locale));
    const cell = (text: string | undefined) => (text ?? "").replaceAll("|", "\\\\|");
    const helps = en?.retryHelps ? "yes" : "no";
    return `| ${code} | ${en?.owner} | ${helps} | ${cell(en?.cause)}<br>${cell(en?.fix)} | ${cell(fr?.cause)}<br>${cell(fr?.fix)} |`;
  });
  const table = ["| code | who mends it | retry | English | French |", "| --- | --- | --- | --- | --- |", ...rows];
  return `${HEAD}\n${table.join("\n")}\n`;
}

test("the page of faults says what the data says", () => {
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(PAGE, page());
  expect(readFileSync(PAGE, "utf8")).toBe(page());
});

test("every code has its own words in both languages", () => {
  for (const locale of LOCALES) {
    const words = FAULT_CODES.map((code) => explainedFault(code, locale)).map(({ cause }) => cause);
    expect(new Set(words).size).toBe(FAULT_CODES.length);
  }
  expect(explainedFault("NOT_AN_APPROVER", "en")).toMatchObject({ code: "NOT_AN_APPROVER", retryHelps: true });
});

test.each([
  ["Order number must be unique", "ORDER_NUMBER_TAKEN"],
  ["The Contact has been archived", "CONTACT_ARCHIVED"],
  ["Item code '05' is not valid", "ITEM_UNKNOWN"],
  ["The document date cannot be before the period lock date", "PERIOD_LOCKED"],
  // As Xero's documentation, and integrators in public help pages and issues, quote them.
  ["The document date cannot be before the end of year lock date, currently set at 31 Mar 2026", "PERIOD_LOCKED"],
  ["The document cannot be edited as it is currently dated before the end of year lock date", "PERIOD_LOCKED"],
  ["Account must be valid.", "ACCOUNT_INVALID"],
  ["Account code '200' is not a valid code for this document.", "ACCOUNT_INVALID"],
  [
    "Account code '453' has been archived, or has been deleted. Each line item must reference a valid account.",
    "ACCOUNT_INVALID",
  ],
  ["Account code must be specified", "ACCOUNT_INVALID"],
  ["Tax rate must be valid.", "TAX_TYPE_INVALID"],
  ["The TaxType code 'OUTPUT' cannot be used with account code '310'.", "TAX_TYPE_INVALID"],
  ["The TaxType code GST does not exist or cannot be used for this type of transaction.", "TAX_TYPE_INVALID"],
  ["The TaxType field is mandatory", "TAX_TYPE_INVALID"],
  ["The tax amount cannot be greater than the line amount!", "TAX_TYPE_INVALID"],
  ["Organisation is not subscribed to currency EUR", "CURRENCY_NOT_SUBSCRIBED"],
  ["This document cannot be edited as it has a payment or credit note allocated to it.", "STATUS_FORBIDS_CHANGE"],
  ["Invoice not of valid status for modification", "STATUS_FORBIDS_CHANGE"],
  ["Document not of valid status for modification", "STATUS_FORBIDS_CHANGE"],
  ["Another contact has this contact number. Please enter a different contact number.", "CONTACT_NUMBER_TAKEN"],
  [
    "The contact number 7 is already assigned to another contact. The contact number must be unique across all contacts.",
    "CONTACT_NUMBER_TAKEN",
  ],
  [
    "The contact name Bo is already assigned to another contact. The contact name must be unique across all active contacts.",
    "CONTACT_NAME_TAKEN",
  ],
  ["Price List Item with Code 'abc' already exists", "ITEM_CODE_TAKEN"],
  ["You have reached the limit of invoices you can approve", "APPROVAL_LIMIT_REACHED"],
  ["The User specified does not have the correct permissions to perform this action", "PERMISSION_MISSING"],
  ["Idempotency Key: abc is used with a different request.", "KEY_REUSED"],
  ["Email address must be valid.", "EMAIL_INVALID"],
  ["Something that nobody has heard of", "UNKNOWN_FAULT"],
])("%s is %s", (text, code) => {
  expect(faultOf(text).code).toBe(code);
});
