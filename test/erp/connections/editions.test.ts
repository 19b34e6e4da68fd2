import { LOCALES } from "../../../src/kernel/locale";
import {
  EDITION_COUNTRIES,
  editionSupport,
  editionText,
  normaliseEdition,
} from "../../../src/erp/connections/editions";

const NORTH_AMERICA = ["growing", "established"];
const ANZ = [
  "ignite",
  "grow",
  "comprehensive",
  "ultimate",
  "ultimate_10",
  "ultimate_20",
  "ultimate_50",
  "ultimate_100",
];
const ELSEWHERE = ["starter", "standard", "premium", "ultimate_30", "ultimate_", "partner"];
const ALL = ["early", ...NORTH_AMERICA, ...ANZ, ...ELSEWHERE];

describe("editions", () => {
  test.each<[string, readonly string[]]>([
    ["US", NORTH_AMERICA],
    ["CA", NORTH_AMERICA],
    ["AU", ANZ],
    ["NZ", ANZ],
  ])("%s supports these and no others", (country, supported) => {
    for (const edition of ALL) {
      const yes = supported.includes(edition);
      const why = yes ? "supported" : "edition_not_supported";
      expect(editionSupport(country, edition)).toEqual({ supported: yes, why, supportedEditions: supported });
    }
  });

  test("early is refused in the United States and Canada", () => {
    for (const country of ["US", "CA"]) expect(editionSupport(country, "Early").why).toBe("edition_not_supported");
  });

  test.each(["GB", "gb", "UK", "FR", "SG", "", "constructor"])(
    "%p is not listed: no edition is supported",
    (country) => {
      for (const edition of ALL) {
        const refused = { supported: false, why: "country_not_listed", supportedEditions: [] };
        expect(editionSupport(country, edition)).toEqual(refused);
      }
    },
  );

  test.each([
    ["  GROWING ", "growing"],
    ["Ultimate 10", "ultimate_10"],
    ["ULTIMATE-100", "ultimate_100"],
    ["Ultimate\u00a0 20", "ultimate_20"],
    ["ultimate__50", "ultimate_50"],
  ])("%p is read as %s", (written, name) => {
    expect(normaliseEdition(written)).toBe(name);
  });

  test("country and edition may be written in any case", () => {
    expect(editionSupport(" us ", "Growing").supported).toBe(true);
    expect(editionSupport("nz", "Ultimate 50").supported).toBe(true);
  });

  test.each([null, "", "   "])("an edition that is not set (%p) is not supported", (edition) => {
    expect(editionSupport("US", edition)).toMatchObject({ supported: false, why: "edition_not_supported" });
  });

  test("the countries are listed in order", () => {
    expect(EDITION_COUNTRIES).toEqual(["AU", "CA", "NZ", "US"]);
  });
});

describe("editions, told to people", () => {
  test("in English", () => {
    expect(editionText("us", "growing", "en")).toBe(
      "The integration works with Xero Growing (country: United States).",
    );
    expect(editionText("CA", "EARLY", "en")).toBe(
      "The integration does not work with Xero Early (country: Canada). Move the Xero organisation to Growing or Established, then correct the connection.",
    );
    expect(editionText("US", null, "en")).toBe(
      "The connection does not say which edition of Xero is used (country: United States). Set it to Growing or Established.",
    );
  });

  test("in French", () => {
    expect(editionText("US", "early", "fr")).toBe(
      "L’intégration ne fonctionne pas avec Xero Early (pays : États-Unis). Faites passer l’organisation Xero à Growing ou Established, puis corrigez la connexion.",
    );
    expect(editionText("AU", "ultimate 10", "fr")).toContain("Xero Ultimate 10 (pays : Australie)");
  });

  test.each(LOCALES)("a country that is not listed: what would do (%s)", (locale) => {
    const text = editionText("GB", "standard", locale);
    expect(text).toContain({ en: "this country: United Kingdom.", fr: "ce pays : Royaume-Uni." }[locale]);
    for (const country of { en: ["Australia", "New Zealand"], fr: ["Australie", "Nouvelle-Zélande"] }[locale]) {
      expect(text).toContain(country);
    }
  });

  test("an ill-formed country is shown as it was given and never throws", () => {
    expect(editionText("narnia", "grow", "en")).toContain("NARNIA");
    expect(editionText("", "grow", "fr")).toContain("pour ce pays");
  });
});
