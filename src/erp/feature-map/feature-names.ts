import type { Locale } from "../../kernel/locale";
import { FEATURES, type Feature } from "../../policy/model/vocabulary";
import { FEATURE_CATALOGUE } from "../catalogue/catalogue";

type Names = readonly [string, ...string[]];

/** What people call each feature: our name first, then the platform's. Each names one feature only. */
export const FEATURE_NAMES = Object.fromEntries(
  FEATURES.map((feature) => {
    const { name, platformName } = FEATURE_CATALOGUE[feature];
    return [feature, { en: [name.en, platformName.en], fr: [name.fr, platformName.fr] }];
  }),
) as unknown as Readonly<Record<Feature, Readonly<Record<Locale, Names>>>>;
