import { In, type EntityManager } from "typeorm";
import type { Feature } from "../../policy/model/vocabulary";
import { RecordEntity } from "./record.entity";

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

interface Count {
  readonly companyId: string;
  readonly connectionId: string | null;
  readonly feature: Feature;
  readonly count: string | number;
}

/** What each ledger of the companies holds, in one SELECT: the limits are an organisation's, not a company's. */
async function counts(manager: EntityManager, companyIds: readonly string[]): Promise<Count[]> {
  if (companyIds.length === 0) return [];
  return manager
    .createQueryBuilder(RecordEntity, "record")
    .select("record.companyId", "companyId")
    .addSelect("record.connectionId", "connectionId")
    .addSelect("record.feature", "feature")
    .addSelect("COUNT(*)", "count")
    .where({ companyId: In([...companyIds]), feature: In(ERP_LIMITS.map(({ feature }) => feature)) })
    .andWhere("record.direction = 'export'")
    .andWhere(
      "(record.externalId IS NOT NULL AND record.state <> 'archived' OR record.state IN ('exporting', 'stale'))",
    )
    .groupBy("record.companyId")
    .addGroupBy("record.connectionId")
    .addGroupBy("record.feature")
    .getRawMany<Count>();
}

/** How far the limits of each company are used, in one SELECT: of several ledgers in the fullest one. */
export async function limitUse(manager: EntityManager, companyIds: readonly string[]): Promise<LimitUse[]> {
  const rows = await counts(manager, companyIds);
  return companyIds.flatMap((companyId) =>
    ERP_LIMITS.map((limit) => {
      const own = rows.filter((row) => row.companyId === companyId && row.feature === limit.feature);
      return { ...limit, companyId, used: Math.max(0, ...own.map(({ count }) => Number(count))) };
    }),
  );
}

/** Of which ledger a limit is asked for. */
export type Limited = Pick<RecordEntity, "companyId" | "connectionId" | "feature">;

/** How far the limit is used in the ledger of each record; null: there is no limit. In one SELECT. */
export async function ledgerUse(
  manager: EntityManager,
  companyIds: readonly string[],
): Promise<(record: Limited) => LimitUse | null> {
  const rows = await counts(manager, companyIds);
  return ({ companyId, connectionId, feature }) => {
    const limit = ERP_LIMITS.find((one) => one.feature === feature);
    const own = rows.find(
      (row) => row.connectionId === connectionId && row.companyId === companyId && row.feature === feature,
    );
    return limit ? { ...limit, companyId, used: Number(own?.count ?? 0) } : null;
  };
}

/** The hard limit that one more record of the feature would pass; null: none, or the ERP holds this one already. */
export async function limitInTheWay(
  manager: EntityManager,
  record: Limited & Pick<RecordEntity, "externalId">,
): Promise<LimitUse | null> {
  const { companyId, feature, externalId } = record;
  if (externalId !== null || !ERP_LIMITS.some((limit) => limit.hard && limit.feature === feature)) return null;
  const use = (await ledgerUse(manager, [companyId]))(record);
  return use !== null && use.hard && use.used >= use.most ? use : null;
}
