import type { EntityManager } from "typeorm";
import { isId } from "../../kernel/ids";
import type { RecordView } from "../../policy/model/record-view";
import type { Seen, Stretch } from "./merge";
import { direction as order, mostRows, Sql } from "./sql";
import type { ByGrant, ByProjectLevel, MemberProfile } from "./subject-plan";

/**
 * Active members of some profiles: one read of the index ix_member_rights for each profile, as many entries as are
 * wanted and no more, however many members there are.
 */
export async function membersOf(
  manager: EntityManager,
  profiles: readonly MemberProfile[],
  stretch: Stretch,
): Promise<Seen> {
  if (profiles.length === 0) return { ids: [], until: null };
  const sql = new Sql();
  const company = sql.bind(stretch.companyId);
  const beyond = sql.beyond('m."id"', stretch);
  const size = sql.bind(stretch.size);
  const branches = profiles.map((profile, index) => {
    const where = `m."companyId" = ${company} AND m."active" = ${sql.bind(true)} AND ${ofProfile(sql, profile)}${beyond}`;
    const inner = `SELECT m."id" AS "id" FROM "member" m WHERE ${where} ORDER BY m."id" ${order(stretch)} LIMIT ${size}`;
    return `SELECT "id" FROM (${inner}) b${index}`;
  });
  const text = `SELECT "id" FROM (${branches.join(" UNION ALL ")}) u ORDER BY "id" ${order(stretch)} LIMIT ${size}`;
  const ids = (await sql.rows<{ id: string }>(manager, text)).map(({ id }) => id);
  return { ids, until: ids.length < stretch.size ? null : (ids.at(-1) ?? null) };
}

/** All members, whatever their rights: for questions about the past, which today's rights do not answer. */
export async function everyMember(manager: EntityManager, stretch: Stretch): Promise<Seen> {
  const sql = new Sql();
  const where = `m."companyId" = ${sql.bind(stretch.companyId)}${sql.beyond('m."id"', stretch)}`;
  const text = `SELECT m."id" AS "id", 1 AS "fits" FROM "member" m WHERE ${where} ORDER BY m."id" ${order(stretch)}`;
  return read(manager, sql, text, stretch.size);
}

/** Vendor staff with an assignment to the company, running or not. */
export async function assignedStaff(manager: EntityManager, stretch: Stretch): Promise<Seen> {
  const sql = new Sql();
  const where = `a."companyId" = ${sql.bind(stretch.companyId)}${sql.beyond('a."staffId"', stretch)}`;
  const text = `SELECT a."staffId" AS "id", 1 AS "fits" FROM "staff_assignment" a WHERE ${where} ORDER BY a."staffId" ${order(stretch)}`;
  return read(manager, sql, text, mostRows(stretch));
}

/** API keys that reach the company, used up or not; a company has a bounded number in use. */
export async function keysOf(manager: EntityManager, stretch: Stretch): Promise<Seen> {
  const sql = new Sql();
  const where = `k."companyIds" LIKE ${sql.bind(`%"${stretch.companyId}"%`)}${sql.beyond('k."id"', stretch)}`;
  const text = `SELECT k."id" AS "id", 1 AS "fits" FROM "api_key" k WHERE ${where} ORDER BY k."id" ${order(stretch)}`;
  return read(manager, sql, text, mostRows(stretch));
}

/**
 * Members with a part in the implementation: the stakeholders of the same e-mail. A company has as many as it has parts
 * to give, so what is read does not grow with its members.
 */
export async function stakeholders(manager: EntityManager, stretch: Stretch): Promise<Seen> {
  const sql = new Sql();
  const where = `s."companyId" = ${sql.bind(stretch.companyId)}${sql.beyond('m."id"', stretch)}`;
  const join = `JOIN "member" m ON m."companyId" = s."companyId" AND m."email" = s."email"`;
  const text = `SELECT DISTINCT m."id" AS "id", 1 AS "fits" FROM "stakeholder" s ${join} WHERE ${where} ORDER BY m."id" ${order(stretch)}`;
  return read(manager, sql, text, mostRows(stretch));
}

/** Holders of a grant that runs at the instant and reaches the record, by the index of grants on feature and member. */
export async function grantees(
  manager: EntityManager,
  { feature, direction, profiles }: ByGrant,
  { view, at }: { readonly view: RecordView | null; readonly at: string },
  stretch: Stretch,
): Promise<Seen> {
  const sql = new Sql();
  const place = [
    `"companyId" = ${sql.bind(stretch.companyId)}`,
    `"feature" = ${sql.bind(feature)}`,
    `"direction" = ${sql.bind(direction)}`,
  ].join(" AND ");
  const rows = mostRows(stretch);
  const inner = `SELECT * FROM "access_grant" WHERE ${place}${sql.beyond('"memberId"', stretch)} ORDER BY "memberId" ${order(stretch)} LIMIT ${sql.bind(rows)}`;
  const now = sql.bind(at);
  const fits = [
    `g."givenAt" <= ${now} AND (g."revokedAt" IS NULL OR g."revokedAt" > ${now})`,
    `(g."validFrom" IS NULL OR g."validFrom" <= ${now}) AND (g."validUntil" IS NULL OR g."validUntil" > ${now})`,
    ...(view ? [scopeHolds(sql, view), ceilingHolds(sql, view)] : []),
    memberFits(sql, profiles),
  ].join(" AND ");
  return read(manager, sql, joinedWithMember(inner, fits, stretch), rows);
}

/** Whoever is Admin on the tool in the record's project, or without a record in any. */
export async function projectAdmins(
  manager: EntityManager,
  { tool, profiles }: ByProjectLevel,
  view: RecordView | null,
  stretch: Stretch,
): Promise<Seen> {
  const sql = new Sql();
  const company = `"companyId" = ${sql.bind(stretch.companyId)}`;
  const ofTool = tool === null ? "" : ` AND "tool" = ${sql.bind(tool)}`;
  // The project's own index where there is one project; its rows are at most four a member.
  const place = view
    ? `"projectId" = ${sql.bind(idOrNothing(view.project))} AND ${company}${ofTool}`
    : `${company}${ofTool} AND "level" = ${sql.bind("admin")}`;
  const rows = mostRows(stretch);
  const inner = `SELECT * FROM "project_level" WHERE ${place}${sql.beyond('"memberId"', stretch)} ORDER BY "memberId" ${order(stretch)} LIMIT ${sql.bind(rows)}`;
  const fits = `g."level" = ${sql.bind("admin")} AND ${memberFits(sql, profiles)}`;
  return read(manager, sql, joinedWithMember(inner, fits, stretch), rows);
}

function joinedWithMember(inner: string, fits: string, stretch: Stretch): string {
  // Not a join, for which PostgreSQL would read all members at once; this looks up one for each row.
  const member = `FROM "member" m WHERE m."companyId" = g."companyId" AND m."id" = g."memberId"`;
  return `SELECT g."memberId" AS "id", (SELECT CASE WHEN ${fits} THEN 1 ELSE 0 END ${member}) AS "fits" FROM (${inner}) g ORDER BY g."memberId" ${order(stretch)}`;
}

/** Reads a bounded number of rows. The last person of a full read may have more rows beyond it, so they always count. */
async function read(manager: EntityManager, sql: Sql, text: string, rows: number): Promise<Seen> {
  const bounded = / LIMIT /.test(text) ? text : `${text} LIMIT ${sql.bind(rows)}`;
  const found = await sql.rows<{ id: string; fits: number }>(manager, bounded);
  const until = found.length < rows ? null : (found.at(-1)?.id ?? null);
  const ids = found.filter(({ id, fits }) => Number(fits) === 1 || id === until).map(({ id }) => id);
  return { ids: [...new Set(ids)], until };
}

function memberFits(sql: Sql, profiles: readonly MemberProfile[]): string {
  const ways = profiles.map((profile) => `(${ofProfile(sql, profile)})`);
  return `m."active" = ${sql.bind(true)} AND (${ways.length > 0 ? ways.join(" OR ") : "1 = 0"})`;
}

function ofProfile(sql: Sql, { toolLevel, directoryLevel, canPushToAccounting }: MemberProfile): string {
  const push = `m."canPushToAccounting" = ${sql.bind(canPushToAccounting)}`;
  return `${push} AND m."toolLevel" = ${sql.bind(toolLevel)} AND m."directoryLevel" = ${sql.bind(directoryLevel)}`;
}

/** No text that PostgreSQL would refuse, such as one with a NUL. */
function idOrNothing(project: string | undefined): string {
  return project !== undefined && isId(project) ? project : "";
}

/** The scope is JSON text; ids in it are quoted, so a part of one is not found. */
function scopeHolds(sql: Sql, { project }: RecordView): string {
  if (project === undefined) return `g."projectIds" IS NULL`;
  // What JSON or LIKE would write otherwise is no id of ours; whoever is found is judged anyway.
  if (!isId(project)) return "1 = 1";
  return `(g."projectIds" IS NULL OR g."projectIds" LIKE ${sql.bind(`%"${project}"%`)})`;
}

function ceilingHolds(sql: Sql, { amountMinor, amountCurrency }: RecordView): string {
  if (amountMinor === undefined) return `g."ceilingMinor" IS NULL`;
  const reaches = `g."ceilingCurrency" = ${sql.bind(amountCurrency)} AND g."ceilingMinor" >= ${sql.bind(Math.abs(amountMinor))}`;
  return `(g."ceilingMinor" IS NULL OR (${reaches}))`;
}
