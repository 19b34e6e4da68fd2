import { LOCALES } from "../../../src/kernel/locale";
import { FEATURES, type Feature } from "../../../src/policy/model/vocabulary";
import { catalogueText } from "../../../src/erp/feature-map/catalogue-text";

const NARROW_SPACE = "\u202f";

function sentencesOf(feature: Feature, locale: (typeof LOCALES)[number]): string[] {
  const text = catalogueText(feature, locale);
  return [
    text.summary,
    ...text.prerequisites,
    ...text.limits,
    ...text.locks,
    ...text.schedule,
    ...text.notes,
    ...(text.whyNot === null ? [] : [text.whyNot]),
  ];
}

describe("the catalogue, told to people", () => {
  test.each(FEATURES)("%s comes in whole sentences in every language", (feature) => {
    for (const locale of LOCALES) {
      for (const sentence of sentencesOf(feature, locale)) {
        expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
        expect(sentence).not.toMatch(/undefined|\bnull\b| {2}|_/);
      }
    }
    expect(sentencesOf(feature, "fr")).toHaveLength(sentencesOf(feature, "en").length);
    expect(sentencesOf(feature, "fr").filter((sentence) => sentencesOf(feature, "en").includes(sentence))).toEqual([]);
  });

  test("an invoice in English", () => {
    const text = catalogueText("subcontractor_invoice", "en");
    expect(text.summary).toBe(
      "Exported to Xero as Bill ACCPAY. An accounting approver sends each record. The company may let records skip the approver.",
    );
    expect(text.prerequisites).toEqual([
      "Already synced: commitment.",
      "Its status is Approved, Approved as Noted, or Pending Owner Approval.",
      "Its vendor is linked to a contact in Xero.",
      "Filled in: billing date, start of the billing period, and end of the billing period.",
    ]);
    expect(text.limits).toContain("The total is at least 0: a negative one is not exported.");
    expect(text.locks).toEqual(["Once submitted, nothing can be changed but: attachments."]);
    expect(text.schedule).toEqual(["Goes to Xero as soon as it is sent."]);
    expect(text.whyNot).toBeNull();
  });

  test("a commitment says that the list of what becomes fixed is not complete; a change order's is", () => {
    expect(catalogueText("commitment", "en").locks).toEqual([
      "Once submitted, fixed at least: vendor, title, status, and default retainage.",
    ]);
    expect(catalogueText("commitment_change_order", "fr").locks).toEqual([
      "Une fois soumis, figé : fournisseur, titre, statut et total.",
    ]);
    expect(catalogueText("commitment_payment", "en").locks).toEqual(["Once synced, nothing can be changed."]);
  });

  test("numbers are written as the language does, and a rule of thumb says that it is one", () => {
    expect(catalogueText("cost_code", "en").limits).toContain("At most 4,000 codes in the list.");
    expect(catalogueText("cost_code", "fr").limits).toContain(`Au plus 4${NARROW_SPACE}000 codes dans la liste.`);
    expect(catalogueText("project", "en").limits).toContain("At most 100 live projects. This is a rule of thumb.");
  });

  test("job costs come once a day and on demand", () => {
    expect(catalogueText("job_cost", "fr").schedule).toEqual([
      "Lu depuis Xero une fois par jour.",
      "Peut être lu depuis Xero à la demande.",
    ]);
  });

  test.each(LOCALES)("what does not travel says so and why (%s)", (locale) => {
    const says = { en: "Does not synchronise with Xero.", fr: "Ne se synchronise pas avec Xero." }[locale];
    const uncarried = FEATURES.filter((feature) => catalogueText(feature, locale).summary === says);
    expect(uncarried).toEqual([
      "prime_contract",
      "prime_contract_change_order",
      "owner_invoice",
      "owner_payment",
      "budget",
      "timecard",
      "sub_job",
    ]);
    for (const feature of uncarried) expect(catalogueText(feature, locale).whyNot).not.toBeNull();
  });

  test("sub jobs speak for custom segments and project-specific codes too", () => {
    expect(catalogueText("sub_job", "en").whyNot).toMatch(/custom WBS segments.*not supported/);
    expect(catalogueText("sub_job", "fr").platformName).toContain("segments WBS personnalisés");
  });
});
