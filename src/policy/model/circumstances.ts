import type { CompanyFacts } from "./facts";

/** The company as it is when nothing but rights keeps anybody from anything. */
export function undisturbed(company: CompanyFacts): CompanyFacts {
  const features = Object.entries(company.features).map(([feature, facts]) => [
    feature,
    { ...facts, exports: true, imports: true, enabled: true },
  ]);
  return {
    ...company,
    phase: "in_use",
    connection: "authorised",
    editionSupported: true,
    several: null,
    projectsOutOfUse: [],
    features: Object.fromEntries(features) as CompanyFacts["features"],
  };
}
