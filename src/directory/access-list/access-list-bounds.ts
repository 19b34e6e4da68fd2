import type { Locale } from "../../kernel/locale";
import type { Feature } from "../../policy/model/vocabulary";
import type { GrantBounds } from "../grants/grant-bounds";

/** What people call each feature; the first name of a language is the one that is shown. */
export type FeatureNames = Readonly<Record<Feature, Readonly<Record<Locale, readonly [string, ...string[]]>>>>;

/** What an access list must fit into, and what lies outside the member's folder. */
export interface AccessListBounds extends GrantBounds {
  readonly featureNames: FeatureNames;
  /** Codes of the company's projects with these ids. */
  projectCodes(companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
