import type { EntityManager } from "typeorm";
import { NamedSql } from "../../infra/db/query/named-sql";
import { oneBy } from "../../kernel/groups";
import { isId } from "../../kernel/ids";
import { lookalike, withoutUnseen } from "../../kernel/text";
import { hasFact, type FactProblemCode } from "../../policy/model/record-facts";
import { isResource } from "../../policy/model/vocabulary";

/** How somebody names a record: its company, the feature they ask about, and its id, number or id in the ERP. */
export interface RecordName {
  readonly companyId: string;
  readonly feature: string;
  readonly reference: string;
  /** Id of the project that they state; numbers are unique in a project only. Null: none. */
  readonly projectId: string | null;
}

interface Candidate {
  readonly id: string;
  readonly companyId: string;
  readonly feature: string;
  readonly number: string;
  readonly projectId: string | null;
  readonly externalId: string | null;
}

export type MeantRecord = { readonly id: string } | { readonly problem: FactProblemCode } | null;

/** Rows that are looked at for one name; with more of them nobody can tell which is meant. */
const MAX_CANDIDATES = 1_000;
/** Rows that each further name may add; with more of them each name is looked at alone. */
const CANDIDATES_EACH = 20;

const COLUMNS = ["id", "companyId", "feature", "number", "projectId", "externalId"]
  .map((name) => `e."${name}"`)
  .join(", ");
const BY_EXTERNAL_ID = `e."companyId" = v.value->>0 AND e."externalId" = v.value->>1`;
const BY_NUMBER = `e."companyId" = v.value->>0 AND e."feature" = v.value->>1 AND e."numberKey" = v.value->>2
  AND (v.value->>3 = '' OR e."projectId" IS NULL OR e."projectId" = v.value->>3)`;
const BY_ID = `e."id" = v.value->>1 AND e."companyId" = v.value->>0`;

/** The record that each name means, by its id; one SELECT, and one more for each name where there are too many candidates. */
export async function candidatesFor(manager: EntityManager, names: readonly RecordName[]): Promise<MeantRecord[]> {
  if (names.length === 0) return [];
  const limit = MAX_CANDIDATES + CANDIDATES_EACH * (names.length - 1);
  const rows = await candidateRows(manager, names, limit + 1);
  const candidates = [...oneBy(rows, ({ id }) => id).values()];
  if (rows.length <= limit) return names.map((name) => meantBy(name, candidates));
  if (names.length === 1) return [{ problem: "AMBIGUOUS" }];
  const meant: MeantRecord[] = [];
  for (const name of names) meant.push(...(await candidatesFor(manager, [name])));
  return meant;
}

/**
 * What may be meant by one of the names, up to the limit: reading ends there, so a row may come once for each name that it fits.
 * Each way of naming has an index of its own.
 */
async function candidateRows(
  manager: EntityManager,
  names: readonly RecordName[],
  limit: number,
): Promise<Candidate[]> {
  const variants = eachOnce(
    names.flatMap(({ companyId, reference }) => spellings(reference).map((one) => [companyId, one])),
  );
  const numbers = eachOnce(
    names.map((name) => [name.companyId, name.feature, lookalike(name.reference), numberedIn(name)]),
  );
  const ids = variants.filter(([, id]) => isId(id as string));
  const sql = new NamedSql();
  // CROSS: SQLite begins with the names, never with the table.
  const where = (list: readonly unknown[], match: string) =>
    `SELECT ${COLUMNS} FROM ${sql.list(manager, list)} v CROSS JOIN "erp_record" e WHERE ${match}`;
  const parts = [where(variants, BY_EXTERNAL_ID), where(numbers, BY_NUMBER)];
  if (ids.length > 0) parts.push(where(ids, BY_ID));
  // ALL: without it every row would be read before the first is given.
  return sql.rows<Candidate>(manager, `${parts.join(" UNION ALL ")} LIMIT ${sql.bind(limit)}`);
}

function eachOnce(lists: readonly (readonly string[])[]): (readonly string[])[] {
  return [...oneBy(lists, (list) => JSON.stringify(list)).values()];
}

/** As what an id may have been meant. No database has a NUL, and cannot even be asked for it. */
function spellings(reference: string): string[] {
  const kept = [reference.trim(), withoutUnseen(reference)];
  const all = [reference, ...kept, ...kept.map((one) => one.toLowerCase())];
  return [...new Set(all)].filter((one) => !one.includes("\0"));
}

/** The project that a number must lie in; empty: it may lie in any. */
function numberedIn({ feature, projectId }: RecordName): string {
  return projectId !== null && isResource(feature) && hasFact(feature, "project") ? projectId : "";
}

/** Which of the candidates is meant. What is only almost its name is none: another record might be meant. */
export function meantBy(name: RecordName, candidates: readonly Candidate[]): MeantRecord {
  const { companyId, feature, reference } = name;
  const known = candidates.filter((one) => one.companyId === companyId);
  const byId = known.find(({ id }) => id === reference);
  if (byId) return { id: byId.id };
  const own = known.filter((one) => one.feature === feature);
  const exact = own.filter((one) => one.externalId === reference || (one.number === reference && mayLieIn(one, name)));
  if (exact.length > 1) return { problem: "AMBIGUOUS" };
  if (exact[0]) return { id: exact[0].id };
  const seen = lookalike(reference);
  const isNear = (one: Candidate) =>
    one.id === seen ||
    (one.feature === feature &&
      ((one.externalId !== null && lookalike(one.externalId) === seen) ||
        (one.number !== reference && lookalike(one.number) === seen && mayLieIn(one, name))));
  return known.some(isNear) ? { problem: "NOT_EXACT" } : null;
}

/** A number in another project than the stated one is another record's. */
function mayLieIn({ projectId }: Candidate, name: RecordName): boolean {
  const wanted = numberedIn(name);
  return wanted === "" || projectId === null || projectId === wanted;
}
