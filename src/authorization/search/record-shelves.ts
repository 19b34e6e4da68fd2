import type { EntityManager } from "typeorm";
import type { Conjunction } from "../../policy/model/condition";
import { sqlFilter, type SqlFilter } from "../../policy/judgement/condition-sql";
import type { Feature } from "../../policy/model/vocabulary";
import { quotedRecordColumns } from "../../records/record/record-columns";
import type { Seen, Stretch } from "./merge";
import { direction, mostRows, Sql } from "./sql";

/** Records that lie together in an index: equal in these columns, sorted by id. */
type Shelf = Readonly<Record<string, string>>;

export interface Shelves {
  readonly shelves: readonly Shelf[];
  readonly filter: SqlFilter;
}

/** A conjunction over more projects is looked for in all projects. */
const MAX_PROJECTS = 20;
const COLUMNS = quotedRecordColumns("r");

/**
 * The shelves on which all records lie that meet a conjunction: by state and project where it names them, by who
 * submitted where it wants one person's, else all of the feature. The indices ix_erp_record_search_* serve them.
 */
export function shelvesOf(companyId: string, feature: Feature, conjunctions: readonly Conjunction[]): Shelves {
  const shelves = new Map<string, Shelf>();
  for (const conjunction of conjunctions) {
    for (const shelf of shelvesFor(conjunction)) shelves.set(JSON.stringify(shelf), shelf);
  }
  const common = { companyId, feature };
  return {
    // Where all of the feature is looked through, its parts need not be.
    shelves: shelves.has("{}") ? [common] : [...shelves.values()].map((shelf) => ({ ...common, ...shelf })),
    filter: sqlFilter(companyId, conjunctions, COLUMNS),
  };
}

function shelvesFor(conjunction: Conjunction): Shelf[] {
  const states = valuesOf(conjunction, "state");
  const submitters = valuesOf(conjunction, "submittedBy");
  const projects = valuesOf(conjunction, "project");
  if (submitters) return submitters.map((submittedById) => ({ submittedById }));
  if (!states) return [{}];
  if (!projects || projects.length > MAX_PROJECTS) return states.map((state) => ({ state }));
  return states.flatMap((state) => projects.map((projectId) => ({ state, projectId })));
}

/** The values that the conjunction leaves to the fact; null: any. */
function valuesOf(conjunction: Conjunction, fact: "state" | "submittedBy" | "project"): readonly string[] | null {
  let values: readonly string[] | null = null;
  for (const part of conjunction) {
    if (part.kind !== "in" && part.kind !== "equal") continue;
    if (part.fact !== fact) continue;
    const own = part.kind === "in" ? part.values : [part.value];
    values = values === null ? own : values.filter((value) => own.includes(value));
  }
  return values;
}

/** Reads a bounded number of records from each shelf and keeps those that the filter lets through; in one SELECT. */
export async function recordShelves(
  manager: EntityManager,
  { shelves, filter }: Shelves,
  stretch: Stretch,
): Promise<Seen[]> {
  if (shelves.length === 0) return [];
  const sql = new Sql();
  const rows = mostRows(stretch);
  const limit = sql.bind(rows);
  const beyond = sql.beyond('"id"', stretch);
  const fits = sql.include(filter);
  const branches = shelves.map((shelf, index) => {
    const where = Object.entries(shelf).map(([column, value]) => `"${column}" = ${sql.bind(value)}`);
    const inner = `SELECT * FROM "erp_record" WHERE ${where.join(" AND ")}${beyond} ORDER BY "id" ${direction(stretch)} LIMIT ${limit}`;
    return `SELECT ${index} AS "shelf", r."id" AS "id", CASE WHEN ${fits} THEN 1 ELSE 0 END AS "fits" FROM (${inner}) r`;
  });
  const text = `SELECT * FROM (${branches.join(" UNION ALL ")}) u ORDER BY "id" ${direction(stretch)}`;
  const found = await sql.rows<{ shelf: number; id: string; fits: number }>(manager, text);
  return shelves.map((_shelf, index) => {
    const own = found.filter(({ shelf }) => Number(shelf) === index);
    const until = own.length < rows ? null : (own.at(-1)?.id ?? null);
    return { ids: own.filter(({ fits: yes }) => Number(yes) === 1).map(({ id }) => id), until };
  });
}
