import type { Locale } from "../../kernel/locale";

/**
 * Editions of Xero that the integration works with, by the country of the organisation.
 * Source: "Supported editions" on the Xero page of the platform's vendor
 * (https://support.procore.com/products/online/user-guide/company-level/erp-integrations/xero).
 * An edition here is the commercial plan's name, in lower case with underscores; Xero's Organisation.Class is no
 * substitute: no source says which of its older names stand for which plan.
 */
interface EditionRule {
  readonly countries: readonly string[];
  readonly supported: readonly string[];
}

const RULES: readonly EditionRule[] = [
  // "early" is refused there by name.
  { countries: ["CA", "US"], supported: ["growing", "established"] },
  {
    countries: ["AU", "NZ"],
    supported: [
      "ignite",
      "grow",
      "comprehensive",
      "ultimate",
      "ultimate_10",
      "ultimate_20",
      "ultimate_50",
      "ultimate_100",
    ],
  },
  // The United Kingdom is left out on purpose: the guide has a British edition, but its table of editions does not
  // name the country. What is not confirmed is not supported.
];

/** Countries whose editions are known, as ISO 3166 alpha-2 codes in alphabetical order. */
export const EDITION_COUNTRIES: readonly string[] = RULES.flatMap(({ countries }) => countries).sort();

export interface EditionSupport {
  readonly supported: boolean;
  readonly why: "supported" | "edition_not_supported" | "country_not_listed";
  /** What would be supported in the country; empty where it is not listed. */
  readonly supportedEditions: readonly string[];
}

/** The edition's name as this file spells it: "  Ultimate 10 " becomes "ultimate_10". */
export function normaliseEdition(edition: string): string {
  return edition
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "_");
}

function normaliseCountry(country: string): string {
  return country.trim().toUpperCase();
}

/**
 * Whether the integration works with the edition in the country.
 * @param country ISO 3166 alpha-2, in any case
 * @param edition as people write it; null or blank (not set yet) is not supported
 */
export function editionSupport(country: string, edition: string | null): EditionSupport {
  const code = normaliseCountry(country);
  const rule = RULES.find(({ countries }) => countries.includes(code));
  if (rule === undefined) return { supported: false, why: "country_not_listed", supportedEditions: [] };
  const supported = rule.supported.includes(normaliseEdition(edition ?? ""));
  return { supported, why: supported ? "supported" : "edition_not_supported", supportedEditions: rule.supported };
}

interface Names {
  readonly edition: string;
  readonly country: string;
  readonly editions: string;
  readonly countries: string;
}

interface EditionTexts {
  readonly supported: (names: Names) => string;
  readonly notSet: (names: Names) => string;
  readonly notSupported: (names: Names) => string;
  readonly countryNotListed: (names: Names) => string;
}

const TEXTS: Readonly<Record<Locale, EditionTexts>> = {
  en: {
    supported: ({ edition, country }) => `The integration works with Xero ${edition} (country: ${country}).`,
    notSet: ({ country, editions }) =>
      `The connection does not say which edition of Xero is used (country: ${country}). Set it to ${editions}.`,
    notSupported: ({ edition, country, editions }) =>
      `The integration does not work with Xero ${edition} (country: ${country}). Move the Xero organisation to ${editions}, then correct the connection.`,
    countryNotListed: ({ country, countries }) =>
      `No edition of Xero is confirmed for this country: ${country}. If the Xero organisation is registered in ${countries}, correct the connection's country; otherwise ask your implementation specialist or point of contact whether the integration is offered there.`,
  },
  fr: {
    supported: ({ edition, country }) => `L’intégration fonctionne avec Xero ${edition} (pays : ${country}).`,
    notSet: ({ country, editions }) =>
      `La connexion n’indique pas l’édition de Xero utilisée (pays : ${country}). Indiquez ${editions}.`,
    notSupported: ({ edition, country, editions }) =>
      `L’intégration ne fonctionne pas avec Xero ${edition} (pays : ${country}). Faites passer l’organisation Xero à ${editions}, puis corrigez la connexion.`,
    countryNotListed: ({ country, countries }) =>
      `Aucune édition de Xero n’est confirmée pour ce pays : ${country}. Si l’organisation Xero est enregistrée dans un de ces pays : ${countries}, corrigez le pays de la connexion ; sinon demandez à votre spécialiste de la mise en œuvre ou à votre point de contact si l’intégration y est proposée.`,
  },
};

function editionName(edition: string): string {
  const words = normaliseEdition(edition).replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function countryName(code: string, locale: Locale): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;
}

function either(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(items);
}

/** The answer of `editionSupport` as a sentence, with what would make it a yes. */
export function editionText(country: string, edition: string | null, locale: Locale): string {
  const { why, supportedEditions } = editionSupport(country, edition);
  const names: Names = {
    edition: editionName(edition ?? ""),
    country: countryName(normaliseCountry(country), locale),
    editions: either(supportedEditions.map(editionName), locale),
    countries: either(
      EDITION_COUNTRIES.map((code) => countryName(code, locale)),
      locale,
    ),
  };
  const say = TEXTS[locale];
  if (why === "supported") return say.supported(names);
  if (why === "country_not_listed") return say.countryNotListed(names);
  return names.edition === "" ? say.notSet(names) : say.notSupported(names);
}
