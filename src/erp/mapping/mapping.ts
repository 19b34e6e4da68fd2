import type { Feature } from "../../policy/model/vocabulary";
import type { ArrivesAs, LineBooking } from "../connector/ledger-document";

/** Features whose documents have lines that are booked. */
export const MAPPED_FEATURES = [
  "commitment",
  "commitment_change_order",
  "subcontractor_invoice",
] as const satisfies readonly Feature[];
export type MappedFeature = (typeof MAPPED_FEATURES)[number];

export function isMapped(feature: Feature): feature is MappedFeature {
  return (MAPPED_FEATURES as readonly string[]).includes(feature);
}

/** What a rule matches on, the nearest first: a cost code says more of a line than its project. */
export const MATCHES = ["cost_code", "cost_type", "vendor", "project", "default"] as const;
export type MatchOn = (typeof MATCHES)[number];

export interface MappingRule {
  readonly feature: MappedFeature;
  readonly matchOn: MatchOn;
  /** Empty for the default. */
  readonly matchValue: string;
  readonly accountCode: string | null;
  readonly taxType: string | null;
  readonly trackingCategoryId: string | null;
  readonly trackingOptionId: string | null;
  readonly paymentDays: number | null;
  readonly arrivesAs: ArrivesAs | null;
}

/** What is booked: a line of a document, or the document itself where the cost code is left out. */
export interface Booked {
  readonly feature: MappedFeature;
  readonly costCode?: string | null;
  readonly costType?: string | null;
  readonly vendor: string | null;
  readonly project: string | null;
}

export interface DocumentBooking {
  readonly paymentDays: number | null;
  readonly arrivesAs: ArrivesAs | null;
}

/** How the line is booked: each value from the nearest rule that has one. */
export function lineBooking(rules: readonly MappingRule[], booked: Booked): LineBooking {
  const fitting = fittingRules(rules, booked);
  const accountCode = fitting.find((rule) => rule.accountCode !== null)?.accountCode;
  const taxType = fitting.find((rule) => rule.taxType !== null)?.taxType;
  const tracked = fitting.find((rule) => rule.trackingOptionId !== null);
  return {
    ...(accountCode ? { accountCode } : {}),
    ...(taxType ? { taxType } : {}),
    ...(tracked?.trackingCategoryId && tracked.trackingOptionId
      ? { tracking: { categoryId: tracked.trackingCategoryId, optionId: tracked.trackingOptionId } }
      : {}),
  };
}

/** How the document arrives, likewise; a cost code says nothing of it. */
export function documentBooking(rules: readonly MappingRule[], booked: Booked): DocumentBooking {
  const fitting = fittingRules(rules, { ...booked, costCode: null, costType: null });
  return {
    paymentDays: fitting.find((rule) => rule.paymentDays !== null)?.paymentDays ?? null,
    arrivesAs: fitting.find((rule) => rule.arrivesAs !== null)?.arrivesAs ?? null,
  };
}

function fittingRules(rules: readonly MappingRule[], booked: Booked): MappingRule[] {
  const values: Readonly<Record<MatchOn, string | null | undefined>> = {
    cost_code: booked.costCode,
    cost_type: booked.costType,
    vendor: booked.vendor,
    project: booked.project,
    default: "",
  };
  return MATCHES.flatMap((matchOn) =>
    rules.filter(
      (rule) => rule.feature === booked.feature && rule.matchOn === matchOn && rule.matchValue === values[matchOn],
    ),
  );
}
