import { In, type EntityManager } from "typeorm";
import { NamedSql } from "../../infra/db/query/named-sql";
import { dependencyOrder } from "../../erp/catalogue/catalogue";
import type { Money } from "../../kernel/money";
import { MemberEntity } from "../../directory/members/member.entity";
import type { Feature } from "../../policy/model/vocabulary";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { MAX_LISTED, type Digest, type DigestRecord, type WaitingOfFeature } from "./digest";
import type { DigestFilters } from "./digest-rights";

interface CountedRow {
  readonly member: string;
  readonly feature: Feature;
  readonly currency: string | null;
  readonly count: string | number;
  readonly approvedOnce: string | number;
  readonly minor: string | number | null;
  readonly oldest: string | null;
}

interface ListedRow {
  readonly member: string;
  readonly list: "waiting" | "failed";
  readonly total: string | number;
  readonly id: string;
  readonly feature: Feature;
  readonly number: string;
  readonly title: string;
  readonly minor: string | number | null;
  readonly currency: string | null;
  readonly projectId: string | null;
  readonly submittedById: string | null;
  readonly submittedAt: string | null;
  readonly updatedAt: string;
  readonly failureCode: string | null;
  readonly failureText: string | null;
}

/**
 * What waits for each of some people of a company, by member's id: four SELECTs, however many people and records.
 * What a person may not act on is left out by the filters, in SQL.
 */
export async function readDigests(
  manager: EntityManager,
  filters: ReadonlyMap<string, DigestFilters>,
): Promise<ReadonlyMap<string, Digest>> {
  if (filters.size === 0) return new Map();
  const counted = await countedRows(manager, filters);
  const listed = await listedRows(manager, filters);
  const told = await naming(manager, listed);
  return new Map(
    [...filters.keys()].map((member) => {
      const own = listed.filter((row) => row.member === member);
      const failed = inOrder("failed", own);
      const digest: Digest = {
        waiting: waitingOf(counted.filter((row) => row.member === member)),
        oldest: inOrder("waiting", own).map(told),
        failed: failed.map(told),
        failedCount: Number(failed[0]?.total ?? 0),
      };
      return [member, digest] as const;
    }),
  );
}

function countedRows(manager: EntityManager, filters: ReadonlyMap<string, DigestFilters>): Promise<CountedRow[]> {
  const sql = new NamedSql();
  const yes = sql.bind(true);
  const branches = [...filters].map(
    ([member, { send }]) =>
      `SELECT ${sql.bind(member)} AS "member", r."feature" AS "feature", r."amountCurrency" AS "currency", ` +
      `COUNT(*) AS "count", SUM(CASE WHEN r."hasFirstApproval" = ${yes} THEN 1 ELSE 0 END) AS "approvedOnce", ` +
      `SUM(r."amountMinor") AS "minor", MIN(r."submittedAt") AS "oldest" FROM "erp_record" r ` +
      `WHERE r."state" = 'awaiting' AND ${sql.include(send)} GROUP BY r."feature", r."amountCurrency"`,
  );
  return sql.rows(manager, branches.join(" UNION ALL "));
}

const LISTED = ["id", "feature", "number", "title", "projectId", "submittedById", "submittedAt", "updatedAt"];
const FAILED = ["failureCode", "failureText"];

async function listedRows(
  manager: EntityManager,
  filters: ReadonlyMap<string, DigestFilters>,
): Promise<readonly ListedRow[]> {
  const sql = new NamedSql();
  const columns = [...LISTED, ...FAILED].map((name) => `r."${name}" AS "${name}"`).join(", ");
  const branch = (member: string, list: ListedRow["list"], where: string, order: string) =>
    `SELECT * FROM (SELECT ${sql.bind(member)} AS "member", '${list}' AS "list", COUNT(*) OVER () AS "total", ` +
    `r."amountMinor" AS "minor", r."amountCurrency" AS "currency", ${columns} ` +
    `FROM "erp_record" r WHERE ${where} ORDER BY ${order} LIMIT ${MAX_LISTED}) x`;
  const branches = [...filters].flatMap(([member, { send, reject }]) => [
    branch(member, "waiting", `r."state" = 'awaiting' AND ${sql.include(send)}`, 'r."submittedAt", r."id"'),
    branch(member, "failed", `r."state" = 'failed' AND ${sql.include(reject)}`, 'r."updatedAt" DESC, r."id"'),
  ]);
  return sql.rows(manager, branches.join(" UNION ALL "));
}

/** A database may join the branches in any order. */
function inOrder(list: ListedRow["list"], rows: readonly ListedRow[]): ListedRow[] {
  const key = ({ submittedAt, updatedAt, id }: ListedRow) => `${list === "waiting" ? submittedAt : updatedAt} ${id}`;
  const sorted = rows.filter((row) => row.list === list).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return list === "waiting" ? sorted : sorted.reverse();
}

/** Makes lines of rows, with the names of their projects and of who offered them; in two SELECTs. */
async function naming(manager: EntityManager, rows: readonly ListedRow[]): Promise<(row: ListedRow) => DigestRecord> {
  const ids = (of: (row: ListedRow) => string | null) => In([...new Set(rows.flatMap((row) => of(row) ?? []))]);
  const projects = await manager.findBy(ProjectEntity, { id: ids(({ projectId }) => projectId) });
  const members = await manager.findBy(MemberEntity, { id: ids(({ submittedById }) => submittedById) });
  const projectNames = new Map(projects.map(({ id, code, name }) => [id, `${code} ${name}`]));
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return (row) => {
    const { id, feature, number, title, submittedAt, failureCode: code, failureText: text } = row;
    const project = projectNames.get(row.projectId ?? "") ?? null;
    const submitter = names.get(row.submittedById ?? "") ?? null;
    const failure = row.list === "failed" ? { code: code ?? "UNKNOWN_FAULT", text } : null;
    return { id, feature, number, title, amount: moneyOf(row), project, submitter, submittedAt, failure };
  };
}

/** The features in the order in which what builds on them can follow. */
function waitingOf(rows: readonly CountedRow[]): WaitingOfFeature[] {
  return dependencyOrder().flatMap((feature) => {
    const own = rows.filter((row) => row.feature === feature);
    if (own.length === 0) return [];
    const sum = (of: (row: CountedRow) => string | number) => own.reduce((all, row) => all + Number(of(row)), 0);
    return [
      {
        feature,
        count: sum(({ count }) => count),
        approvedOnce: sum(({ approvedOnce }) => approvedOnce),
        amounts: own.map(moneyOf).filter((money): money is Money => money !== null),
        oldest:
          own
            .map(({ oldest }) => oldest)
            .filter((at) => at !== null)
            .sort()[0] ?? null,
      },
    ];
  });
}

/** Null also for a sum beyond what can be told exactly. */
function moneyOf({ minor, currency }: Pick<CountedRow, "minor" | "currency">): Money | null {
  if (minor === null || currency === null || !Number.isSafeInteger(Number(minor))) return null;
  return { minor: Number(minor), currency };
}
