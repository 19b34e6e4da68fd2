import { hashApiKey, newApiKey } from "../src/directory/api-keys/api-key-format";
import { SqliteConnection } from "../src/infra/db/sqlite/sqlite-connection";
import type { SqliteStatement } from "../src/infra/db/sqlite/sqlite-statement";
import { newId } from "../src/kernel/ids";
import type { SubjectFacts } from "../src/policy/model/facts";
import { FEATURES } from "../src/policy/model/vocabulary";
import { AT, type Population } from "./population";

type Row = Readonly<Record<string, unknown>>;

/** Puts the population into a migrated SQLite file that nobody else uses, and makes an API key that may ask about all of it. */
export function store(file: string, { companies, members }: Population): string {
  const ids = [...companies.keys()];
  const database = new SqliteConnection(file);
  // A file that was not written whole is thrown away, so nothing has to be safe meanwhile.
  for (const pragma of ["journal_mode = MEMORY", "synchronous = OFF", "cache_size = -1000000", "foreign_keys = OFF"])
    database.pragma(pragma);
  const common = { version: 1, createdAt: AT };
  const insert = (name: string, rows: Iterable<Row>) => insertAll(database, name, rows);
  database.exec("BEGIN");
  insert("company", ids.map(companyRow));
  insert(
    "connection",
    ids.map((companyId) => ({
      ...{ id: newId(), companyId, connector: "xero", edition: "established", country: "US", ...common },
      ...{ status: "authorised", organisationName: null, trackingCategory: null },
      ...{ name: "Xero", defaultOf: companyId, keyPrefix: "" },
    })),
  );
  insert("feature_switch", switchRows(ids));
  const live = { phase: "in_use", enteredAt: AT, ...common };
  insert(
    "implementation_plan",
    ids.map((companyId) => ({ id: newId(), companyId, ...live })),
  );
  insert("member", members.map(memberRow));
  insert("access_grant", grantRows(members));
  const { key, row } = keyRow(ids);
  insert("api_key", [row]);
  database.exec("COMMIT");
  database.close();
  return key;
}

/** Straight to the file, row by row: millions of them are not what is measured. */
function insertAll(database: SqliteConnection, name: string, rows: Iterable<Row>): void {
  let statement: SqliteStatement | null = null;
  for (const row of rows) {
    const columns = Object.keys(row);
    statement ??= database.prepare(
      `INSERT INTO "${name}" (${columns.map((column) => `"${column}"`).join(", ")})
       VALUES (${columns.map(() => "?").join(", ")})`,
    );
    statement.run(...columns.map((column) => stored(row[column])));
  }
}

function* switchRows(companyIds: readonly string[]): Iterable<Row> {
  const off = { enabled: true, directExport: "off", version: 1, createdAt: AT };
  for (const companyId of companyIds) for (const feature of FEATURES) yield { id: newId(), companyId, feature, ...off };
}

function stored(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  return Array.isArray(value) ? JSON.stringify(value) : value;
}

function companyRow(id: string, index: number) {
  const place = { country: "US", locale: "en" as const, currency: "USD", timezone: null };
  const rule = { twoPersonAboveMinor: null, twoPersonAboveCurrency: null };
  return {
    id,
    slug: `c${index}`,
    name: `Company ${index}`,
    ...place,
    ...rule,
    policyRevision: 1,
    version: 1,
    createdAt: AT,
  };
}

function memberRow({ subjectId: id, companyId, toolLevel, directoryLevel, canPushToAccounting }: SubjectFacts) {
  const rights = { toolLevel, directoryLevel, canPushToAccounting, digest: false, active: true };
  const who = { id, companyId, email: `${id}@bench.test`, name: "Member", mirrored: false, erasedAt: null };
  return { ...who, ...rights, version: 1, createdAt: AT };
}

function* grantRows(members: readonly SubjectFacts[]): Iterable<Row> {
  for (const { subjectId: memberId, companyId, grants } of members)
    for (const { grantId: id, feature, direction, projectIds, ceiling } of grants)
      yield {
        ...{ id, companyId, memberId, feature, direction, projectIds: projectIds && [...projectIds] },
        ...{ ceilingMinor: ceiling?.minor ?? null, ceilingCurrency: ceiling?.currency ?? null },
        ...{ validFrom: null, validUntil: null, givenBy: "bench", givenAt: AT, reason: null, createdAt: AT },
        ...{ revokedAt: null, revokedBy: null, revokeReason: null },
      };
}

function keyRow(companyIds: readonly string[]): { key: string; row: Row } {
  const { key, prefix } = newApiKey();
  const row = {
    ...{ id: newId(), name: "bench", prefix, hash: hashApiKey(key), scopes: ["decisions:read"] },
    ...{ companyIds: [...companyIds], createdBy: "bench", createdAt: AT },
    ...{ expiresAt: null, lastUsedAt: null, revokedAt: null },
  };
  return { key, row };
}
