import type { SelectQueryBuilder } from "typeorm";
import type { SizedRequest } from "../../tenant/companies/batched-list";
import type { Database } from "../../infra/db/database";
import { pageOf, type Page } from "../../infra/db/query/keyset";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { isId } from "../../kernel/ids";
import { DecisionEntryEntity } from "./decision-entry.entity";

/** Which decisions; what is left out does not narrow. */
export interface DecisionQuery {
  /** Member's or staff's id, a member's e-mail, or as the asker named them. */
  readonly subject?: string | null;
  readonly asker?: string | null;
  readonly action?: string | null;
  readonly resource?: string | null;
  readonly record?: string | null;
  readonly allowed?: boolean | null;
  readonly code?: string | null;
  /** Inclusive. */
  readonly from?: string | null;
  /** Exclusive. */
  readonly until?: string | null;
}

const PAGE = 1000;
const NEWEST_FIRST = [{ column: "at", direction: "desc" }] as const;
const OLDEST_FIRST = [{ column: "at", direction: "asc" }] as const;

/** Reads the decision log. Whoever may, that is for the caller to ask. */
export class DecisionReading {
  constructor(private readonly database: Database) {}

  /** The same page of many companies' logs, newest first. */
  pages(
    companyIds: readonly string[],
    request: SizedRequest,
    narrowed: DecisionQuery,
  ): Promise<ReadonlyMap<string, Page<DecisionEntryEntity>>> {
    const query = this.query(narrowed);
    const parents = { parent: "companyId", parentIds: companyIds } as const;
    return pagesByParent({ ...request, query, alias: "entry", ...parents, orderBy: NEWEST_FIRST });
  }

  byId(id: string): Promise<DecisionEntryEntity | null> {
    return this.database.read().findOneBy(DecisionEntryEntity, { id });
  }

  /** A company's decisions, oldest first, read page by page as they are taken. */
  async *each(companyId: string, narrowed: DecisionQuery): AsyncGenerator<DecisionEntryEntity> {
    let after: string | null = null;
    for (;;) {
      const query = this.query(narrowed).andWhere("entry.companyId = :companyId", { companyId });
      const request = { query, alias: "entry", orderBy: OLDEST_FIRST, first: PAGE, after, maxPageSize: PAGE };
      const page: Page<DecisionEntryEntity> = await pageOf(request);
      yield* page.rows;
      after = page.cursors.at(-1) ?? null;
      if (!page.hasNextPage || after === null) return;
    }
  }

  private query(narrowed: DecisionQuery): SelectQueryBuilder<DecisionEntryEntity> {
    const query = this.database.read().createQueryBuilder(DecisionEntryEntity, "entry");
    const { subject, asker, action, resource, record, allowed, code, from, until } = narrowed;
    const where = (condition: string, parameters: Record<string, unknown>) => query.andWhere(condition, parameters);
    if (subject != null) {
      const named = subject.trim();
      const id = named.toLowerCase();
      if (isId(id)) where("entry.subjectId = :id", { id });
      else {
        const known = `SELECT "member"."id" FROM "member" WHERE "member"."companyId" = entry.companyId AND "member"."email" = :id`;
        where(`(entry.subjectId IN (${known}) OR entry.subjectReference = :named)`, { id, named });
      }
    }
    if (asker != null) where("entry.asker = :asker", { asker });
    if (action != null) where("entry.action = :action", { action });
    if (resource != null) where("entry.resource = :resource", { resource });
    if (record != null) where("entry.recordId = :record", { record });
    if (allowed != null) where("entry.allowed = :allowed", { allowed });
    if (code != null) where("entry.code = :code", { code });
    if (from != null) where("entry.at >= :from", { from });
    if (until != null) where("entry.at < :until", { until });
    return query;
  }
}
