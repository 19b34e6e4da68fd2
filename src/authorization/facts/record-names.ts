import type { EntityManager } from "typeorm";
import { NamedSql } from "../../infra/db/query/named-sql";
import { isId } from "../../kernel/ids";
import { lookalike } from "../../kernel/text";
import { hasFact, type FactProblemCode } from "../../policy/model/record-facts";
import { isResource } from "../../policy/model/vocabulary";

/** How somebody names a record: the feature they ask about, and its id, number or id in the ERP. */
export interface RecordName {
  readonly feature: string;
  readonly reference: string;
  /** Id of the project that they state; numbers are unique in a project only. Null: none. */
  readonly projectId: string | null;
}

interface Candidate {
  readonly id: string;
  readonly feature: string;
  readonly number: string;
  readonly projectId: string | null;
  readonly externalId: string | null;
}

export type MeantRecord = { readonly id: string } | { readonly problem: FactProblemCode } | null;

/** Rows of one number that are looked at; with more of them nobody can tell which is meant. */
const MAX_CANDIDATES = 1_000;

/** The record that each name means, by its id; one SELECT. Null: none is called so. */
export async function candidatesFor(
  manager: EntityManager,
  companyId: string,
  names: readonly RecordName[],
): Promise<MeantRecord[]> {
  // No database has a NUL.
  const asked = names.filter(({ reference }) => !reference.includes("\0"));
  if (asked.length === 0) return names.map(() => null);
  const sql = new NamedSql();
  const company = sql.bind(companyId);
  const list = (values: readonly string[]) => [...new Set(values)].map((value) => sql.bind(value)).join(", ");
  const columns = `"id", "feature", "number", "projectId", "externalId"`;
  const from = `SELECT * FROM (SELECT ${columns} FROM "erp_record" WHERE "companyId" = ${company} AND`;
  const limit = sql.bind(MAX_CANDIDATES);
  const trimmed = asked.flatMap(({ reference }) => [reference, reference.trim(), reference.trim().toLowerCase()]);
  const ids = trimmed.filter(isId);
  // Each by an index of its own.
  const parts = [
    `${from} "externalId" IN (${list(trimmed)}) LIMIT ${limit}) e`,
    `${from} "feature" IN (${list(asked.map(({ feature }) => feature))}) AND "numberKey" IN (${list(asked.map(({ reference }) => lookalike(reference)))}) LIMIT ${limit}) n`,
    ...(ids.length > 0 ? [`${from} "id" IN (${list(ids)})) i`] : []),
  ];
  const rows = await sql.rows<Candidate>(manager, parts.join(" UNION "));
  return names.map((name) => meantBy(name, rows));
}

/** Which of the candidates is meant. What is only almost its name is none: another record might be meant. */
export function meantBy(name: RecordName, candidates: readonly Candidate[]): MeantRecord {
  const { feature, reference } = name;
  const byId = candidates.find(({ id }) => id === reference);
  if (byId) return { id: byId.id };
  const own = candidates.filter((one) => one.feature === feature);
  const exact = own.filter((one) => one.externalId === reference || (one.number === reference && mayLieIn(one, name)));
  if (exact.length > 1) return { problem: "AMBIGUOUS" };
  if (exact[0]) return { id: exact[0].id };
  const seen = lookalike(reference);
  const isNear = (one: Candidate) =>
    one.id === seen ||
    (one.feature === feature &&
      ((one.externalId !== null && lookalike(one.externalId) === seen) ||
        (one.number !== reference && lookalike(one.number) === seen && mayLieIn(one, name))));
  return candidates.some(isNear) ? { problem: "NOT_EXACT" } : null;
}

/** A number in another project than the stated one is another record's. */
function mayLieIn({ feature, projectId }: Candidate, name: RecordName): boolean {
  if (name.projectId === null || projectId === null) return true;
  return !isResource(feature) || !hasFact(feature, "project") || projectId === name.projectId;
}
