import { LOCALES, type Bilingual } from "../../../src/kernel/locale";
import { hasFact } from "../../../src/policy/model/record-facts";
import { mayExportDirectly } from "../../../src/policy/model/requirements";
import { DIRECTIONS, FEATURES, type Feature } from "../../../src/policy/model/vocabulary";
import {
  carries,
  connectorItem,
  dependencyOrder,
  FEATURE_CATALOGUE,
  featuresOf,
  isConnector,
  prerequisiteFeatures,
} from "../../../src/erp/catalogue/catalogue";
import { CONNECTORS, type LimitCode } from "../../../src/erp/catalogue/catalogue-item";
import { addressOf, SOURCES } from "../../../src/erp/catalogue/catalogue-sources";
import { orderByPrerequisites } from "../../../src/erp/catalogue/dependency-order";
import { FeatureType } from "../../../src/erp/feature-map/feature.graphql";
import { formOf, OFFERED } from "../../../src/records/item/forms";

/** The vendor's feature map, typed by hand and not from the code: export, import, approver, ERP objects. */
const MAP: Readonly<Record<Feature, readonly [string, string, string, string]>> = {
  cost_code: ["yes", "no", "yes", "Item"],
  project: ["yes", "yes", "yes", "TrackingOption"],
  vendor: ["yes", "yes", "yes", "Contact"],
  commitment: ["yes", "no", "yes", "PurchaseOrder"],
  commitment_change_order: ["yes", "no", "yes", "PurchaseOrder lines"],
  subcontractor_invoice: ["yes", "no", "yes", "Bill ACCPAY"],
  commitment_payment: ["no", "yes", "no", "BillPayment"],
  job_cost: ["no", "yes", "no", "Bill ACCPAY, BankTransaction SPEND, CreditNote ACCPAYCREDIT"],
  prime_contract: ["no", "no", "no", ""],
  prime_contract_change_order: ["no", "no", "no", ""],
  owner_invoice: ["no", "no", "no", ""],
  owner_payment: ["no", "no", "no", ""],
  budget: ["no", "no", "no", ""],
  timecard: ["no", "no", "no", ""],
  sub_job: ["no", "no", "no", ""],
};

const yesNo = (value: boolean) => (value ? "yes" : "no");
const xero = (feature: Feature) => FEATURE_CATALOGUE[feature].connectors.xero;

function bilingualsIn(value: unknown): Bilingual[] {
  if (value === null || typeof value !== "object") return [];
  if ("en" in value || "fr" in value) return [value as Bilingual];
  return Object.values(value).flatMap(bilingualsIn);
}

function sourcesIn(value: unknown): string[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "source" ? [String(inner)] : sourcesIn(inner)));
}

describe("the feature catalogue", () => {
  test.each(FEATURES)("%s is as the vendor's feature map says", (feature) => {
    const item = xero(feature);
    const answer = [yesNo(item.exports), yesNo(item.imports), yesNo(item.approverToExport), item.erpObjects.join(", ")];
    expect(answer).toEqual(MAP[feature]);
    expect(FEATURE_CATALOGUE[feature].feature).toBe(feature);
  });

  test.each(OFFERED)("%s has an amount and a project where its form does", (feature) => {
    const { fields, lines } = formOf(feature);
    expect(hasFact(feature, "amount")).toBe(lines !== null);
    expect(hasFact(feature, "project")).toBe(fields.some(({ name }) => name === "project"));
    expect(FeatureType.of(feature, "en")).toMatchObject({
      hasAmount: hasFact(feature, "amount"),
      hasProject: hasFact(feature, "project"),
    });
  });

  test("has one item for every feature, in the order of the vocabulary", () => {
    expect(Object.keys(FEATURE_CATALOGUE)).toEqual([...FEATURES]);
  });

  test.each(FEATURES)("%s has every text in every language, each its own", (feature) => {
    const texts = bilingualsIn(FEATURE_CATALOGUE[feature]);
    expect(texts.length).toBeGreaterThanOrEqual(2);
    for (const text of texts) {
      expect(Object.keys(text).sort()).toEqual([...LOCALES].sort());
      for (const locale of LOCALES) expect(text[locale].trim()).not.toBe("");
      if (text.en.length > 20) expect(text.fr).not.toBe(text.en);
    }
  });

  test.each(FEATURES)("%s travels, or says why not", (feature) => {
    const item = xero(feature);
    const travels = item.exports || item.imports;
    expect(item.whyNot === null).toBe(travels);
    expect(item.schedule !== null).toBe(travels);
    expect(item.tab !== null).toBe(travels);
    expect(item.erpObjects.length > 0).toBe(travels);
    if (!travels) expect([...item.prerequisites, ...item.limits, ...item.locks, ...item.notes]).toEqual([]);
  });

  test.each(FEATURES)("the rules of %s bind a direction in which it travels", (feature) => {
    for (const { direction } of xero(feature).prerequisites) expect(carries("xero", feature, direction)).toBe(true);
    expect(xero(feature).schedule?.exports === "on_send").toBe(xero(feature).exports);
    if (xero(feature).schedule?.onDemand) expect(xero(feature).imports).toBe(true);
  });

  test("direct export is possible for the same features as in the policy", () => {
    const direct = FEATURES.filter((feature) => xero(feature).directExport);
    expect(direct).toEqual(["commitment", "commitment_change_order", "subcontractor_invoice"]);
    expect(direct).toEqual(FEATURES.filter(mayExportDirectly));
  });

  test("every rule names a source with an address", () => {
    const labels = new Set(sourcesIn(FEATURE_CATALOGUE));
    expect(labels.size).toBeGreaterThan(10);
    for (const label of labels) {
      expect(label.startsWith("Xero OpenAPI: ") || Object.hasOwn(SOURCES, label)).toBe(true);
      expect(addressOf(label as Parameters<typeof addressOf>[0])).toMatch(/^https:\/\//);
    }
    expect(Object.keys(SOURCES).filter((label) => !labels.has(label))).toEqual([]);
  });
});

describe("limits", () => {
  const LIMITS: readonly (readonly [Feature, LimitCode, string])[] = [
    ["cost_code", "code_length", "code at_most 30 characters"],
    ["cost_code", "name_length", "description at_most 50 characters"],
    ["cost_code", "codes_in_list", "- at_most 4000 codes"],
    ["project", "name_length", "name at_most 50 characters"],
    ["project", "live_options", "- at_most 100 options, about"],
    ["project", "active_tracking_categories", "- at_most 2 categories"],
    ["project", "tracking_categories", "- at_most 4 categories"],
    ["vendor", "name_length", "name at_most 255 characters"],
    ["commitment", "tracking_per_line", "lines at_most 2 elements"],
    ["commitment_change_order", "number_length", "number at_most 255 characters"],
    ["commitment_change_order", "title_length", "title at_most 255 characters"],
    ["commitment_change_order", "changes_per_line", "lines at_most 1 changes"],
    ["commitment_change_order", "tracking_per_line", "lines at_most 2 elements"],
    ["subcontractor_invoice", "number_length", "number at_most 255 characters"],
    ["subcontractor_invoice", "total_not_negative", "total at_least 0 money"],
    ["subcontractor_invoice", "tracking_per_line", "lines at_most 2 elements"],
  ];

  test("are these and no others", () => {
    const found = FEATURES.flatMap((feature) =>
      xero(feature).limits.map(({ code, field, bound, value, unit, approximate }) => [
        feature,
        code,
        `${field ?? "-"} ${bound} ${value} ${unit}${approximate ? ", about" : ""}`,
      ]),
    );
    expect(found).toEqual(LIMITS);
  });
});

describe("what must be true first", () => {
  const REQUIRED: Partial<Record<Feature, readonly Feature[]>> = {
    commitment: ["project", "vendor", "cost_code"],
    commitment_change_order: ["project", "cost_code", "commitment"],
    subcontractor_invoice: ["commitment"],
    commitment_payment: ["subcontractor_invoice"],
    job_cost: ["project", "cost_code"],
  };

  test.each(FEATURES)("the features synced before %s", (feature) => {
    expect(prerequisiteFeatures(feature)).toEqual(REQUIRED[feature] ?? []);
  });

  test.each<[Feature, readonly unknown[]]>([
    ["commitment", [["approved"]]],
    ["commitment_change_order", [["approved"]]],
    ["subcontractor_invoice", [["approved", "approved_as_noted", "pending_owner_approval"]]],
    ["job_cost", [["approved"]]],
    ["vendor", []],
  ])("the statuses in which %s travels", (feature, statuses) => {
    const found = xero(feature).prerequisites.flatMap((rule) => (rule.kind === "status" ? [rule.oneOf] : []));
    expect(found).toEqual(statuses);
  });

  test("the three documents for a vendor ask that it is linked; orders and their changes ask for a coded line", () => {
    const having = (kind: string) =>
      FEATURES.filter((feature) => xero(feature).prerequisites.some((rule) => rule.kind === kind));
    expect(having("vendor_linked")).toEqual(["commitment", "commitment_change_order", "subcontractor_invoice"]);
    expect(having("lines_with_erp_cost_code")).toEqual(["commitment", "commitment_change_order"]);
    expect(having("fields_present")).toEqual(["subcontractor_invoice"]);
    expect(having("made_after_set_up")).toEqual(["commitment_payment"]);
    expect(having("project_setting")).toEqual(["project"]);
  });

  test("an invoice needs its three dates", () => {
    const rule = xero("subcontractor_invoice").prerequisites.find(({ kind }) => kind === "fields_present");
    expect(rule).toMatchObject({ fields: ["billing_date", "period_start", "period_end"] });
  });
});

describe("the order of dependency", () => {
  test("is the chain of the ledger, and holds only what travels", () => {
    expect(dependencyOrder()).toEqual([
      "cost_code",
      "project",
      "vendor",
      "commitment",
      "commitment_change_order",
      "subcontractor_invoice",
      "commitment_payment",
      "job_cost",
    ]);
  });

  test("puts prerequisites first whatever order the items come in", () => {
    const needs: Record<string, string[]> = { c: ["b"], b: ["a"], a: [], d: ["elsewhere"] };
    expect(orderByPrerequisites(["c", "b", "a", "d"], (item) => needs[item] ?? [])).toEqual(["a", "b", "c", "d"]);
  });

  test("names a circle instead of running for ever", () => {
    const needs: Record<string, string[]> = { a: ["b"], b: ["a"], c: [] };
    expect(() => orderByPrerequisites(["a", "b", "c"], (item) => needs[item] ?? [])).toThrow("circle: a, b");
  });
});

describe("questions to the catalogue", () => {
  test.each(DIRECTIONS)("featuresOf agrees with carries: %s", (direction) => {
    expect(featuresOf("xero", direction)).toEqual(FEATURES.filter((feature) => carries("xero", feature, direction)));
  });

  test("featuresOf without a direction answers what travels in any", () => {
    expect(featuresOf("xero")).toEqual(FEATURES.filter((feature) => MAP[feature][3] !== ""));
    expect(featuresOf("xero", "export")).toHaveLength(6);
    expect(featuresOf("xero", "import")).toHaveLength(4);
  });

  test.each([null, "", "sage", "XERO", "constructor", "__proto__"])("no feature travels through %p", (connector) => {
    expect(isConnector(connector)).toBe(false);
    expect(featuresOf(connector)).toEqual([]);
    expect(carries(connector, "commitment", "export")).toBe(false);
  });

  test.each(["", "company", "toString", "__proto__", "constructor"])(
    "the unknown feature %p is not carried",
    (feature) => {
      expect(connectorItem("xero", feature)).toBeNull();
      expect(carries("xero", feature, "export")).toBe(false);
    },
  );

  test("an unknown direction is not carried", () => {
    expect(carries("xero", "project", "sideways" as "import")).toBe(false);
  });

  test("every connector answers for every feature", () => {
    for (const feature of FEATURES) expect(Object.keys(FEATURE_CATALOGUE[feature].connectors)).toEqual([...CONNECTORS]);
  });
});
