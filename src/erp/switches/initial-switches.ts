import { DEFAULT_CONNECTOR } from "../catalogue/catalogue-item";
import type { FoundingStep } from "../../tenant/companies/registration";
import { insertRows } from "../../infra/db/query/rows";
import { newId } from "../../kernel/ids";
import { FEATURES } from "../../policy/model/vocabulary";
import { featuresOf } from "../catalogue/catalogue";
import { FeatureSwitchEntity } from "./feature-switch.entity";

/** Lays down a switch for every feature: on for what the connector carries, and always through an approver. */
export const initialSwitches: FoundingStep = async ({ manager, company, at }) => {
  const carried = featuresOf(DEFAULT_CONNECTOR);
  const rows = FEATURES.map((feature) => ({
    id: newId(),
    companyId: company.id,
    feature,
    enabled: carried.includes(feature),
    directExport: "off" as const,
    version: 1,
    createdAt: at,
  }));
  await insertRows(manager, FeatureSwitchEntity, rows);
};
