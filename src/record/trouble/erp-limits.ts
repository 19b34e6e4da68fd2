import { In, type EntityManager } from "typeorm";
import type { Feature } from "../../policy/vocabulary";
import { RecordEntity } from "../record.entity";

/** How much of one kind an organisation of the ERP takes. */
export interface ErpLimit {
  readonly feature: Feature;
  readonly most: number;
  /** Whether the ledger refuses more; else it is advice, which is told and stops nothing. */
  readonly hard: boolean;
  readonly code: "ITEM_LIMIT_REACHED" | "TRACKING_LIMIT_REACHED";
}

/** Xero caps products and services at 4,000; some 100 options in a tracking category are its published guidance. */
export const ERP_LIMITS: readonly ErpLimit[] = [
  { feature: "cost_code", most: 4_000, hard: true, code: "ITEM_LIMIT_REACHED" },
  { feature: "project", most: 100, hard: false, code: "TRACKING_LIMIT_REACHED" },
];

export function isLimited(feature: Feature): boolean {
  return ERP_LIMITS.some((limit) => limit.feature === feature);
}

export interface LimitUse extends ErpLimit {
  readonly companyId: string;
  /** What the ERP holds, or is about to. */
  readonly used: number;
}

/** How far the limits of each company are used, in one SELECT. */
export async function limitUse(manager: EntityManager, companyIds: readonly string[]): Promise<LimitUse[]> {
  if (companyIds.length === 0) return [];
  const rows = await manager
    .createQueryBuilder(RecordEntity, "record")
    .select("record.companyId", "companyId")
    .addSelect("record.feature", "feature")
    .addSelect("COUNT(*)", "count")
    .where({ companyId: In([...companyIds]), feature: In(ERP_LIMITS.map(({ feature }) => feature)) })
    .andWhere("record.direction = 'export'")
    .andWhere(
      "(record.externalId IS NOT NULL AND record.state <> 'archived' OR record.state IN ('exporting', 'stale'))",
    )
    .groupBy("record.companyId")
    .addGroupBy("record.feature")
    .getRawMany<{ companyId: string; feature: Feature; count: string | number }>();
  const usedOf = (companyId: string, feature: Feature) =>
    Number(rows.find((row) => row.companyId === companyId && row.feature === feature)?.count ?? 0);
  return companyIds.flatMap((companyId) =>
    ERP_LIMITS.map((limit) => ({ ...limit, companyId, used: usedOf(companyId, limit.feature) })),
  );
}

/** The hard limit that one more record of the feature would pass; null: none, or the ERP holds this one already. */
export async function limitInTheWay(
  manager: EntityManager,
  { companyId, feature, externalId }: Pick<RecordEntity, "companyId" | "feature" | "externalId">,
): Promise<LimitUse | null> {
  if (externalId !== null || !ERP_LIMITS.some((limit) => limit.hard && limit.feature === feature)) return null;
  const use = await limitUse(manager, [companyId]);
  return use.find((one) => one.hard && one.feature === feature && one.used >= one.most) ?? null;
}
