import { In } from "typeorm";
import type { SizedRequest } from "../../tenant/companies/batched-list";
import type { Database } from "../../infra/db/database";
import type { Page } from "../../infra/db/query/keyset";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { toInstant, type Clock } from "../../kernel/clock";
import { GrantEntity } from "../../directory/grants/grant.entity";
import type { Feature } from "../../policy/model/vocabulary";
import { GrantUseEntity } from "../log/grant-use.entity";
import { ReviewCampaignEntity } from "./review-campaign.entity";
import { ReviewItemEntity } from "./review-item.entity";

/** Which rights to look at; what is left out does not narrow. */
export interface ReviewQuery {
  readonly feature?: Feature | null;
  readonly neverUsed?: boolean | null;
  /** Given before, and not used from then on. */
  readonly unusedSince?: string | null;
  /** Ends before. */
  readonly expiringBefore?: string | null;
}

export interface ReviewCounts {
  readonly items: number;
  readonly unsigned: number;
}

const USED = `SELECT 1 FROM "grant_use" "used" WHERE "used"."id" = held.id AND "used"."lastUsedAt"`;

/** Reads rights with their use, and the reviews of them, for many lists at once. */
export class ReviewReading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The same page of many companies' open rights, oldest first. */
  rights(
    companyIds: readonly string[],
    request: SizedRequest,
    { feature, neverUsed, unusedSince, expiringBefore }: ReviewQuery,
  ): Promise<ReadonlyMap<string, Page<GrantEntity>>> {
    const query = this.database.read().createQueryBuilder(GrantEntity, "held").andWhere("held.revokedAt IS NULL");
    query.andWhere("(held.validUntil IS NULL OR held.validUntil > :now)", { now: this.now() });
    if (feature != null) query.andWhere("held.feature = :feature", { feature });
    if (neverUsed != null) query.andWhere(`${neverUsed ? "NOT " : ""}EXISTS (${USED} IS NOT NULL)`);
    if (unusedSince != null)
      query.andWhere(`held.givenAt < :since AND NOT EXISTS (${USED} >= :since)`, { since: unusedSince });
    if (expiringBefore != null) query.andWhere("held.validUntil < :before", { before: expiringBefore });
    const parents = { parent: "companyId", parentIds: companyIds } as const;
    const orderBy = [{ column: "givenAt", direction: "asc" }] as const;
    return pagesByParent({ ...request, query, alias: "held", ...parents, orderBy });
  }

  /** The same page of many companies' reviews, newest first. */
  campaigns(companyIds: readonly string[], request: SizedRequest, late: boolean | null) {
    const query = this.database.read().createQueryBuilder(ReviewCampaignEntity, "review");
    if (late !== null) {
      const overdue = "(review.closedAt IS NULL AND review.dueAt < :now)";
      query.andWhere(late ? overdue : `NOT ${overdue}`, { now: this.now() });
    }
    const parents = { parent: "companyId", parentIds: companyIds } as const;
    const orderBy = [{ column: "openedAt", direction: "desc" }] as const;
    return pagesByParent({ ...request, query, alias: "review", ...parents, orderBy });
  }

  /** The same page of many reviews' lists. */
  items(campaignIds: readonly string[], request: SizedRequest, unsigned: boolean | null) {
    const query = this.database.read().createQueryBuilder(ReviewItemEntity, "item");
    if (unsigned !== null) query.andWhere(`item.verdict IS ${unsigned ? "" : "NOT "}NULL`);
    const parents = { parent: "campaignId", parentIds: campaignIds } as const;
    const orderBy = [{ column: "holderName", direction: "asc", folded: true }] as const;
    return pagesByParent({ ...request, query, alias: "item", ...parents, orderBy });
  }

  campaign(id: string): Promise<ReviewCampaignEntity | null> {
    return this.database.read().findOneBy(ReviewCampaignEntity, { id });
  }

  item(id: string): Promise<ReviewItemEntity | null> {
    return this.database.read().findOneBy(ReviewItemEntity, { id });
  }

  /** Everything in a review, for its signed text. */
  itemsOf(campaignId: string): Promise<ReviewItemEntity[]> {
    return this.database.read().findBy(ReviewItemEntity, { campaignId });
  }

  async uses(grantIds: readonly string[]): Promise<ReadonlyMap<string, GrantUseEntity>> {
    const found = await this.database.read().findBy(GrantUseEntity, { id: In([...grantIds]) });
    return new Map(found.map((use) => [use.id, use]));
  }

  async grants(ids: readonly string[]): Promise<ReadonlyMap<string, GrantEntity>> {
    const found = await this.database.read().findBy(GrantEntity, { id: In([...ids]) });
    return new Map(found.map((grant) => [grant.id, grant]));
  }

  async counts(campaignIds: readonly string[]): Promise<ReadonlyMap<string, ReviewCounts>> {
    const rows = await this.database
      .read()
      .createQueryBuilder(ReviewItemEntity, "item")
      .select("item.campaignId", "id")
      .addSelect("COUNT(*)", "items")
      .addSelect("SUM(CASE WHEN item.verdict IS NULL THEN 1 ELSE 0 END)", "unsigned")
      .where("item.campaignId IN (:...ids)", { ids: campaignIds })
      .groupBy("item.campaignId")
      .getRawMany<{ id: string; items: string | number; unsigned: string | number }>();
    return new Map(rows.map(({ id, items, unsigned }) => [id, { items: Number(items), unsigned: Number(unsigned) }]));
  }

  now(): string {
    return toInstant(this.clock.now());
  }
}
