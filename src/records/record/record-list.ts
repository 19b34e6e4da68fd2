import type { SelectQueryBuilder } from "typeorm";
import type { SizedRequest } from "../../tenant/companies/batched-list";
import type { Database } from "../../infra/db/database";
import type { Page, SortColumn } from "../../infra/db/query/keyset";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { occursIn } from "../../infra/db/query/search";
import { FEATURE_CATALOGUE } from "../../erp/catalogue/catalogue";
import type { ToolTab } from "../../erp/catalogue/catalogue-item";
import type { SqlFilter } from "../../policy/judgement/condition-sql";
import { FEATURES, type Direction, type Feature, type RecordState } from "../../policy/model/vocabulary";
import { RecordEntity } from "./record.entity";

/** The tool's filters. Each record is in exactly one, so that the counts add up. */
export const RECORD_FILTERS = [
  "ready_to_import",
  "ready_to_export",
  "in_progress",
  "with_submitter",
  "synced",
  "failed",
  "archived",
] as const;
export type RecordFilter = (typeof RECORD_FILTERS)[number];

export const TOOL_TABS = [
  "cost_codes",
  "projects",
  "companies",
  "commitments",
  "change_orders",
  "subcontractor_invoices",
  "job_costs",
] as const satisfies readonly ToolTab[];

export const RECORD_SORTS = ["updated", "number", "title", "amount", "document_date", "submitted"] as const;
export type RecordSort = (typeof RECORD_SORTS)[number];

const STATES: Readonly<Record<RecordFilter, readonly RecordState[]>> = {
  ready_to_import: ["staged"],
  ready_to_export: ["awaiting"],
  in_progress: ["exporting", "stale"],
  with_submitter: ["draft", "rejected", "unlinked"],
  synced: ["synced"],
  failed: ["failed"],
  archived: ["archived"],
};
const COLUMNS: Readonly<Record<RecordSort, readonly (keyof RecordEntity)[]>> = {
  updated: ["updatedAt"],
  number: ["number"],
  title: ["title"],
  // Amounts of two currencies cannot be compared: each currency for itself.
  amount: ["amountCurrency", "amountMinor"],
  document_date: ["documentDate"],
  submitted: ["submittedAt"],
};

/** Sorted as people sort; numbers too, whose letters may be of either case. */
const FOLDED: readonly (keyof RecordEntity)[] = ["number", "title"];

export function filterOf(state: RecordState): RecordFilter {
  return RECORD_FILTERS.find((filter) => STATES[filter].includes(state)) ?? "in_progress";
}

export function featuresOfTab(tab: ToolTab): Feature[] {
  return FEATURES.filter((feature) => FEATURE_CATALOGUE[feature].connectors.xero.tab === tab);
}

/** What somebody looks for. Everything left out does not restrict. */
export interface RecordSearch {
  readonly filter?: RecordFilter | null;
  readonly tab?: ToolTab | null;
  readonly feature?: Feature | null;
  readonly direction?: Direction | null;
  /** Id of a project. */
  readonly project?: string | null;
  /** Id of the connection that it travels by. */
  readonly connection?: string | null;
  /** Occurs in the number, the title, the vendor's or the commitment's number, or the ERP's id. */
  readonly search?: string | null;
  readonly sort?: RecordSort | null;
  readonly descending?: boolean | null;
}

/** How many records of a company are in one state, of one feature. */
export interface StateCount {
  readonly companyId: string;
  readonly feature: Feature;
  readonly filter: RecordFilter;
  readonly count: number;
}

type RecordQuery = SelectQueryBuilder<RecordEntity>;

/** Lists of records, restricted in SQL to what the `may` filters let through. The alias of the table is `record`. */
export class RecordList {
  constructor(private readonly database: Database) {}

  /** A page of the list of each company. Throws Refusal BAD_INPUT for a bad size or cursor. */
  pages(
    companyIds: readonly string[],
    request: SizedRequest,
    search: RecordSearch,
    may: readonly SqlFilter[],
  ): Promise<ReadonlyMap<string, Page<RecordEntity>>> {
    const sort = search.sort ?? "updated";
    const direction = (search.descending ?? sort === "updated") ? "desc" : "asc";
    const orderBy = COLUMNS[sort].map((column): SortColumn<RecordEntity> => ({
      column,
      direction,
      folded: FOLDED.includes(column),
    }));
    const query = this.query(search, may);
    return pagesByParent({ ...request, query, alias: "record", parent: "companyId", parentIds: companyIds, orderBy });
  }

  /** Counts of all companies in one SELECT. */
  async counts(companyIds: readonly string[], search: RecordSearch, may: readonly SqlFilter[]): Promise<StateCount[]> {
    if (companyIds.length === 0) return [];
    const rows = await this.query(search, may)
      .andWhere("record.companyId IN (:...counted)", { counted: companyIds })
      .select("record.companyId", "companyId")
      .addSelect("record.feature", "feature")
      .addSelect("record.state", "state")
      .addSelect("COUNT(*)", "count")
      .groupBy("record.companyId")
      .addGroupBy("record.feature")
      .addGroupBy("record.state")
      .getRawMany<{ companyId: string; feature: Feature; state: RecordState; count: string | number }>();
    return rows.map(({ state, count, ...rest }) => ({ ...rest, filter: filterOf(state), count: Number(count) }));
  }

  private query(search: RecordSearch, may: readonly SqlFilter[]): RecordQuery {
    const query = this.database.read().createQueryBuilder(RecordEntity, "record");
    for (const { where, parameters } of may) query.andWhere(where, parameters);
    const { filter, tab, feature, direction, project, connection, search: text } = search;
    if (filter) query.andWhere("record.state IN (:...filterStates)", { filterStates: STATES[filter] });
    if (tab) query.andWhere("record.feature IN (:...tabFeatures)", { tabFeatures: featuresOfTab(tab) });
    if (feature) query.andWhere("record.feature = :wantedFeature", { wantedFeature: feature });
    if (direction) query.andWhere("record.direction = :wantedDirection", { wantedDirection: direction });
    if (project) query.andWhere("record.projectId = :wantedProject", { wantedProject: project.toLowerCase() });
    if (connection) query.andWhere("record.connectionId = :wantedLedger", { wantedLedger: connection.toLowerCase() });
    if (text?.trim()) query.andWhere(...occursIn(SEARCHED, text));
    return query;
  }
}

const SEARCHED = ["number", "title", "vendorNumber", "parentNumber", "externalId"].map((column) => `record.${column}`);
