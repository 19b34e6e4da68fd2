import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOCALES, type Locale } from "../../../src/kernel/locale";
import { FEATURES } from "../../../src/policy/model/vocabulary";
import { renderFeatureMap } from "../../../src/erp/feature-map/feature-map";

const FILES: Readonly<Record<Locale, string>> = {
  en: join(__dirname, "../../../docs/feature-map.md"),
  fr: join(__dirname, "../../../docs/feature-map.fr.md"),
};

describe("docs/feature-map", () => {
  test.each(LOCALES)("the committed page is what the catalogue says (%s); UPDATE_GOLDEN=1 writes it anew", (locale) => {
    const rendered = renderFeatureMap(locale);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(FILES[locale], rendered);
    expect(readFileSync(FILES[locale], "utf8")).toBe(rendered);
  });

  test.each(LOCALES)("has a row of equal width for every feature (%s)", (locale) => {
    const [overview = ""] = renderFeatureMap(locale).split("\n## ");
    const rows = overview.split("\n").filter((line) => line.startsWith("|"));
    expect(rows).toHaveLength(FEATURES.length + 2);
    expect(new Set(rows.map((line) => line.split("|").length))).toEqual(new Set([10]));
    for (const feature of FEATURES) expect(rows.filter((line) => line.includes(`(\`${feature}\`)`))).toHaveLength(1);
  });

  test("is the same text every time", () => {
    expect(renderFeatureMap("en")).toBe(renderFeatureMap("en"));
  });

  test("every label in brackets is in the list of sources", () => {
    const page = renderFeatureMap("en");
    const cited = new Set([...page.matchAll(/ \[([^\]]+)\]$/gm)].map(([, label]) => label));
    expect(cited.size).toBeGreaterThan(10);
    for (const label of cited) expect(page).toContain(`\n- ${label}: <https://`);
  });
});
