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
  ["Something that nobody has heard of", "UNKNOWN_FAULT"],
])("%s is %s", (text, code) => {
  expect(faultOf(text).code).toBe(code);
});
