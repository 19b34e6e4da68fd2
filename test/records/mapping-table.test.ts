import type { Json } from "../../src/dev/ledger/ledger-object";
import { workbookTable } from "../../src/infra/tables/write-table";
import { BooksHouse } from "./books-house";

/* A mapping as a table, and as what the ledger already uses proposes it. */

let at: BooksHouse;
beforeEach(async () => {
  at = await BooksHouse.open();
  await at.foundations();
}, 60_000);
afterEach(() => at.close());

const ADMIN = "admin@acme.test";
const RULE = "feature matchOn matchValue account taxType trackingOptionId paymentDays arrivesAs";
const READ = `mutation { readErpLists(input: { company: "acme" }) { outcome } }`;
const SET = `mutation ($rules: [MappingRuleInput!]!, $version: Int!) {
  setMapping(input: { company: "acme", rules: $rules, expectedVersion: $version }) { userErrors { code message } } }`;
const FILE = `query ($format: MappingFileFormat!) { company(id: "acme") { connection {
  mappingFile(format: $format) { name base64 } mapping { ${RULE} } } } }`;
const IMPORT = `mutation ($input: ImportMappingInput!) { importMapping(input: $input) {
  rowErrors { line column code message } errorCount written policyRevision userErrors { code field }
  changes { before { ${RULE} } after { ${RULE} } } connection { version mapping { ${RULE} } } } }`;
const PROPOSE = `mutation { proposeMapping(input: { company: "acme" }) { outcome userErrors { code }
  proposals { source lines agreeing text rule { ${RULE} } } } }`;

async function asked(
  query: string,
  variables: Record<string, unknown> = {},
  who = ADMIN,
  locale: "en" | "fr" = "en",
): Promise<Json> {
  const { data, errors } = await at.house.ask(who, query, variables, locale);
  expect(errors?.map(({ message }) => message)).toBeUndefined();
  return Object.values(data ?? {})[0] as unknown as Json;
}

async function imported(given: object, who = ADMIN, locale: "en" | "fr" = "en"): Promise<Json> {
  const { version } = await at.connection();
  const input = { company: "acme", expectedVersion: version, dryRun: false, ...given };
  return asked(IMPORT, { input }, who, locale);
}

async function exported(format: "CSV" | "XLSX", locale: "en" | "fr" = "en"): Promise<{ bytes: Buffer; rules: Json[] }> {
  const company = await asked(FILE, { format }, ADMIN, locale);
  const { mappingFile, mapping } = company["connection"] as { mappingFile: { base64: string }; mapping: Json[] };
  return { bytes: Buffer.from(mappingFile.base64, "base64"), rules: mapping };
}

it("what is exported in either language and form is the mapping, and imported again changes nothing", async () => {
  const region = await at.inLedger("PUT", "TrackingCategories", { Name: "Region" });
  const path = `TrackingCategories/${String(region["TrackingCategoryID"])}/Options`;
  const north = await at.inLedger("PUT", path, { Name: "North" });
  await asked(READ);
  const tracking = { trackingCategoryId: region["TrackingCategoryID"], trackingOptionId: north["TrackingOptionID"] };
  const rules = [
    { feature: "SUBCONTRACTOR_INVOICE", matchOn: "DEFAULT", account: "310", taxType: "INPUT", paymentDays: 14 },
    { feature: "SUBCONTRACTOR_INVOICE", matchOn: "VENDOR", matchValue: '=V-1; "x"', account: "320", ...tracking },
    { feature: "COMMITMENT", matchOn: "COST_TYPE", matchValue: "subcontract", arrivesAs: "DRAFT", account: "330" },
  ];
  const { version } = await at.connection();
  await asked(SET, { rules, version });
  for (const locale of ["en", "fr"] as const) {
    const { bytes, rules: before } = await exported("CSV", locale);
    expect(bytes.toString("utf8")).toContain("North");
    const again = await imported({ csv: bytes.toString("utf8"), replace: true });
    expect(again).toMatchObject({ rowErrors: [], changes: [], written: true });
    const workbook = (await exported("XLSX", locale)).bytes.toString("base64");
    expect(await imported({ workbook, replace: true })).toMatchObject({ changes: [], written: true });
    expect((await exported("CSV")).rules).toEqual(before);
  }
});

it("a dry run is the import, taken back at the end", async () => {
  await asked(READ);
  const csv = "Feature,Match on,Value,Account,Days until due\nSubcontractor invoices,Default,,310,20\n";
  const dry = await imported({ csv, dryRun: true });
  expect(dry).toMatchObject({ written: false, policyRevision: null, userErrors: [] });
  expect((dry["connection"] as Json)["mapping"]).toEqual([]);
  const { version } = await at.connection();
  expect((dry["connection"] as Json)["version"]).toBe(version);
  const done = await imported({ csv });
  expect(done["changes"]).toEqual(dry["changes"]);
  expect(done).toMatchObject({ written: true, connection: { mapping: [{ account: "310", paymentDays: 20 }] } });
  const [change] = done["changes"] as Json[];
  expect(change).toMatchObject({ before: null, after: { matchOn: "DEFAULT", account: "310" } });
  expect((await at.house.trail("acme")).filter(({ action }) => action === "mapping.set")).toHaveLength(1);
  const stale = await imported({ csv, expectedVersion: version });
  expect(stale).toMatchObject({ userErrors: [{ code: "STALE_EDIT" }], written: false });
});

it("all that is wrong is told at once, each in its cell, and nothing is kept", async () => {
  await asked(READ);
  const csv = [
    "Our mapping of 2026;;;;;;",
    "Fonctionnalité;Critère;Valeur;Compte;Code de taxe;Jours;Arrive comme",
    "Factures de sous-traitants;Par défaut;;999;;;",
    "Fournisseurs;Par défaut;;310;;;",
    "Engagements;Sinon;;310;;quatorze;",
    "Engagements;Code de coût;;310;;;",
    "commitment_change_order;Météo;x;310;;;bientôt",
    "Factures de sous-traitants;Fournisseur;V-1;200;INPUT;;",
    "Factures de sous-traitants;Fournisseur;V-1;310;;;",
  ].join("\n");
  const refused = await imported({ csv }, ADMIN, "fr");
  expect(refused).toMatchObject({ written: false, changes: [], userErrors: [{ code: "BAD_INPUT" }] });
  const told = (refused["rowErrors"] as Json[]).map(
    ({ line, column, code }) => `${String(line)} ${String(column)} ${String(code)}`,
  );
  expect(told).toEqual([
    "3 Compte NOT_TAKEN",
    "4 Fonctionnalité UNKNOWN_FEATURE",
    "5 Jours DAYS_INVALID",
    "6 Valeur NOT_TAKEN",
    "7 Critère UNKNOWN_MATCH",
    "7 Arrive comme UNKNOWN_ARRIVAL",
    "8 Code de taxe NOT_TAKEN",
    "9 null REPEATED_RULE",
  ]);
  expect((await exported("CSV")).rules).toEqual([]);
  const nothing = await imported({ csv: "Account,Payment days\n310,1\n" });
  expect((nothing["rowErrors"] as Json[]).map(({ code }) => code)).toEqual(["MISSING_COLUMN", "MISSING_COLUMN"]);
  const workbook = (
    await workbookTable([
      ["Feature", "Match on", "Colour"],
      ["Commitments", "Default", "red"],
    ])
  ).toString("base64");
  expect(await imported({ workbook })).toMatchObject({
    rowErrors: [{ line: 1, column: "Colour", code: "UNKNOWN_COLUMN" }],
  });
  const stranger = await imported({ csv }, "reader@acme.test");
  expect(stranger).toMatchObject({ rowErrors: [], userErrors: [{ code: expect.any(String) as string }] });
});

it("is proposed from how the ledger's bills are booked, then from its items and contacts, and accepted as it is", async () => {
  await asked(READ);
  const { externalId: contact } = await at.exported("vendor");
  const other = await at.inLedger("PUT", "Contacts", { Name: "Crane Hire" });
  const bill = (ContactID: unknown, lines: object[]) =>
    at.inLedger("PUT", "Invoices", {
      ...{ Type: "ACCPAY", Status: "AUTHORISED", Date: "2026-10-01", DueDate: "2026-10-31", CurrencyCode: "USD" },
      Contact: { ContactID },
      LineItems: lines.map((line) => ({ Description: "Work", Quantity: 1, UnitAmount: 5, ...line })),
    });
  for (let count = 0; count < 4; count += 1)
    await bill(other["ContactID"], [
      { AccountCode: "429", TaxType: "NONE" },
      { AccountCode: "429", TaxType: "NONE" },
    ]);
  await bill(contact, [
    { AccountCode: "320", TaxType: "INPUT" },
    { AccountCode: "320", TaxType: "INPUT" },
  ]);
  const proposed = await asked(PROPOSE);
  expect(proposed).toMatchObject({ outcome: "COMPLETE", userErrors: [] });
  expect(proposed["proposals"]).toMatchObject([
    {
      source: "BILLS",
      lines: 2,
      agreeing: 2,
      rule: { matchOn: "VENDOR", matchValue: "V-1", account: "320", taxType: "INPUT" },
    },
    {
      source: "BILLS",
      lines: 10,
      agreeing: 8,
      rule: { matchOn: "DEFAULT", matchValue: "", account: "429", taxType: "NONE" },
    },
  ]);
  const rules = (proposed["proposals"] as { rule: Json }[]).map(({ rule }) => rule);
  const { version } = await at.connection();
  expect(await asked(SET, { rules, version })).toEqual({ userErrors: [] });
  expect((await asked(PROPOSE))["proposals"]).toEqual([]);
  await at.inLedger("POST", "Items", {
    Code: "05-120",
    Name: "Steel",
    PurchaseDetails: { AccountCode: "310", TaxType: "INPUT" },
  });
  expect((await asked(PROPOSE))["proposals"]).toMatchObject([
    {
      source: "ITEM",
      lines: 0,
      text: "The ERP's item says so.",
      rule: { matchOn: "COST_CODE", matchValue: "05-120", account: "310" },
    },
  ]);
});
