import type { Direction, Feature } from "../../policy/model/vocabulary";

/** What a grant must fit into, and what lies outside the member's folder: the connector's map and the projects. */
export interface GrantBounds {
  /** Whether the company's connector carries the feature in that direction. */
  carries(companyId: string, feature: Feature, direction: Direction): Promise<boolean>;
  /** Ids of the company's projects named by id or code, in the order given; null: the company has none of that name. */
  projectIds(companyId: string, references: readonly string[]): Promise<readonly (string | null)[]>;
}
