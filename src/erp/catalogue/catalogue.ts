import { FEATURES, type Direction, type Feature } from "../../policy/model/vocabulary";
import { COMMITMENT_PAYMENT, JOB_COST, SUBCONTRACTOR_INVOICE } from "./catalogue-bills";
import { COST_CODE, PROJECT, VENDOR } from "./catalogue-foundations";
import { CONNECTORS, type CatalogueItem, type Connector, type ConnectorItem } from "./catalogue-item";
import { COMMITMENT, COMMITMENT_CHANGE_ORDER } from "./catalogue-purchases";
import { UNCARRIED } from "./catalogue-uncarried";
import { orderByPrerequisites } from "./dependency-order";

/** Every kind of data of the platform, with what each connector does with it; those that do not travel included. */
export const FEATURE_CATALOGUE: Readonly<Record<Feature, CatalogueItem>> = {
  cost_code: COST_CODE,
  project: PROJECT,
  vendor: VENDOR,
  commitment: COMMITMENT,
  commitment_change_order: COMMITMENT_CHANGE_ORDER,
  subcontractor_invoice: SUBCONTRACTOR_INVOICE,
  commitment_payment: COMMITMENT_PAYMENT,
  job_cost: JOB_COST,
  ...UNCARRIED,
};

/** Whether there is an adapter of that name. */
export function isConnector(value: unknown): value is Connector {
  return (CONNECTORS as readonly unknown[]).includes(value);
}

/** What the connector does with the feature; null for an unknown connector or feature. */
export function connectorItem(connector: string | null, feature: string): ConnectorItem | null {
  if (!isConnector(connector) || !Object.hasOwn(FEATURE_CATALOGUE, feature)) return null;
  return FEATURE_CATALOGUE[feature as Feature].connectors[connector];
}

/** Whether the connector carries the feature in that direction; what is unknown or not set is not carried. */
export function carries(connector: string | null, feature: string, direction: Direction): boolean {
  const item = connectorItem(connector, feature);
  if (item === null) return false;
  return direction === "export" ? item.exports : direction === "import" && item.imports;
}

/** Features that the connector carries in the direction, or without one in any, in the order of FEATURES. */
export function featuresOf(connector: string | null, direction?: Direction): Feature[] {
  return FEATURES.filter((feature) =>
    direction === undefined
      ? carries(connector, feature, "export") || carries(connector, feature, "import")
      : carries(connector, feature, direction),
  );
}

/** Features whose records must be synced before one of this feature can travel through any connector. */
export function prerequisiteFeatures(feature: Feature): Feature[] {
  const rules = Object.values(FEATURE_CATALOGUE[feature].connectors).flatMap(({ prerequisites }) => prerequisites);
  return [...new Set(rules.flatMap((rule) => (rule.kind === "feature_synced" ? [rule.feature] : [])))];
}

/**
 * The features that travel, each after all that it builds on: cost code, project, vendor, commitment, change order,
 * invoice, payment, job cost. Features that no connector carries are left out.
 */
export function dependencyOrder(): Feature[] {
  const carried = FEATURES.filter((feature) => CONNECTORS.some((connector) => featuresOf(connector).includes(feature)));
  return orderByPrerequisites(carried, prerequisiteFeatures);
}
